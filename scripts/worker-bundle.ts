import { gzipSync } from 'node:zlib';
import { type Plugin, rolldown } from 'rolldown';
import { Failure } from './main.ts';
import { ROOT } from './wrangler.ts';

/**
 * Maximum size of the Worker, gzipped, in KiB. Every isolate parses the whole bundle before its first answer, so what is added to it slows
 * each start. The goal is 300: lower this number with the bundle, and raise it only for a feature that is worth a slower start.
 */
export const MAX_SIZE = 370;

/**
 * Modules of libraries that the Worker never runs, or that repeat what another library of the bundle does, by the end of their path; and what
 * stands in for each. Without them the bundle is a tenth smaller.
 */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  'graphql/type/validate.mjs': 'graphql-validate-schema.ts',
  'graphql-yoga/esm/graphiql-html.js': 'page.ts',
  'graphql-yoga/esm/landing-page-html.js': 'page.ts',
  '@graphql-tools/executor/esm/index.js': 'graphql-tools-executor.ts',
  'lru-cache/dist/esm/index.js': 'lru-cache.ts',
  'fast-sha256/sha256.js': 'fast-sha256.ts',
};

/** A Worker in one module, and its modules as they are before names are shortened. */
export interface WorkerBundle {
  readonly code: string;
  /** Code by the path of its module. */
  readonly modules: ReadonlyMap<string, string>;
}

/**
 * Bundles a Worker as it is deployed. By rolldown, because its output is a twentieth smaller than that of wrangler's esbuild.
 * @param entry path of the Worker's module
 * @throws Failure if a substitute stands in for nothing: a release of its library has moved the module
 */
export async function bundleWorker(entry: string, { minify = true } = {}): Promise<WorkerBundle> {
  const used = new Set<string>();
  const bundle = await rolldown({
    cwd: ROOT,
    input: entry,
    platform: 'neutral',
    resolve: { conditionNames: ['workerd', 'worker', 'browser', 'import', 'module', 'default'], mainFields: ['browser', 'module', 'main'] },
    external: [/^node:/, /^cloudflare:/],
    transform: { target: 'es2024', define: { 'process.env.NODE_ENV': '"production"', 'globalThis.process.env.NODE_ENV': '"production"' } },
    // graphql-js freezes its lists of rules: those that nobody reads are left out.
    treeshake: { manualPureFunctions: ['Object.freeze'] },
    logLevel: 'warn',
    plugins: [substitutes(used)],
  });
  const { output } = await bundle.generate({ format: 'esm', minify, comments: false });
  await bundle.close();
  const unused = Object.keys(SUBSTITUTES).filter((path) => !used.has(path));
  if (unused.length > 0) throw new Failure(`Nothing of the bundle is replaced by the substitutes of ${unused.join(', ')}.`);
  const [chunk] = output;
  return { code: chunk.code, modules: new Map(Object.entries(chunk.modules).map(([id, { code }]) => [id, code ?? ''])) };
}

/** Returns the size that Cloudflare counts, in bytes. */
export const gzippedSize = (code: string): number => gzipSync(code).length;

const substitutes = (used: Set<string>): Plugin => ({
  name: 'substitutes',
  async resolveId(source, importer, options) {
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    const path = Object.keys(SUBSTITUTES).find((end) => resolved?.id.endsWith(`/node_modules/${end}`));
    if (path === undefined) return resolved;
    used.add(path);
    return `${ROOT}/src/substitutes/${SUBSTITUTES[path]}`;
  },
});
