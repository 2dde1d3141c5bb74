import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify as compress } from '@swc/core';
import { buildSchema, specifiedScalarTypes } from 'graphql';
import { type Plugin, rolldown } from 'rolldown';
import { minify as shorten } from 'rolldown/utils';
import { PLACES, USUAL_PLACES } from '../src/domain/currencies.ts';
import { DESCRIPTIONS_FILE, elementsOf } from '../src/substitutes/descriptions.ts';
import { withoutDescriptions, withoutIndexes } from './left-out.ts';
import { withOneHelper, withoutCommonJs, withoutSchemaLanguage } from './library-code.ts';
import { Failure } from './main.ts';
import { PRINTED } from './schema-files.ts';
import { UNCALLED_FUNCTIONS, withoutUncalled } from './uncalled.ts';
import { withoutUnnamed } from './unnamed.ts';
import { ROOT } from './wrangler.ts';

/**
 * Maximum size of the Worker, gzipped, in KiB. Every isolate parses the whole bundle before its first answer, so what is added to it slows
 * each start. Raise it only for a feature that is worth a slower start.
 */
export const MAX_SIZE = 300;

/**
 * Modules of libraries that the Worker never runs, or that repeat what another library of the bundle does, by the end of their path; and what
 * stands in for each. Without them the bundle is a tenth smaller.
 */
const LIBRARIES: Readonly<Record<string, string>> = {
  'node_modules/graphql/language/printLocation.mjs': 'src/substitutes/graphql-print-location.ts',
  'node_modules/graphql/type/validate.mjs': 'src/substitutes/graphql-validate-schema.ts',
  'node_modules/graphql-yoga/esm/graphiql-html.js': 'src/substitutes/page.ts',
  'node_modules/graphql-yoga/esm/landing-page-html.js': 'src/substitutes/page.ts',
  'node_modules/@graphql-tools/executor/esm/index.js': 'src/substitutes/graphql-tools-executor.ts',
  'node_modules/@stablelib/base64/lib/base64.js': 'src/substitutes/stablelib-base64.ts',
  'node_modules/lru-cache/dist/esm/index.js': 'src/substitutes/lru-cache.ts',
  'node_modules/fast-sha256/sha256.js': 'src/substitutes/fast-sha256.ts',
};

/** The modules that describe the schema, and what takes the descriptions from a file beside the Worker. */
const DESCRIPTIONS = {
  'src/graphql/admission/descriptions.ts': 'src/substitutes/descriptions.ts',
  'src/graphql/list-descriptions.ts': 'src/substitutes/list-descriptions.ts',
};

/** A Worker in one module, and its modules as they are before names are shortened. */
export interface WorkerBundle {
  readonly code: string;
  /** Code by the path of its module. */
  readonly modules: ReadonlyMap<string, string>;
}

interface BundleOptions {
  /** Whether names are shortened. Defaults to true. */
  readonly minify?: boolean;
  /** Whether the bundle has the descriptions of the schema, as a test needs that has no pages. Defaults to false. */
  readonly descriptions?: boolean;
  /** What else stands in for a module, by the end of its path. */
  readonly substitutes?: Readonly<Record<string, string>>;
}

/**
 * Bundles a Worker as it is deployed. By rolldown, because its output is a twentieth smaller than that of wrangler's esbuild.
 * @param entry path of the Worker's module
 * @throws Failure if there is nothing to replace or to leave out under a name: a release of the library has moved it
 */
export async function bundleWorker(
  entry: string,
  { minify = true, descriptions = false, substitutes = {} }: BundleOptions = {},
): Promise<WorkerBundle> {
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
    checks: { pluginTimings: false },
    plugins: [
      substituting(used, { ...LIBRARIES, ...(descriptions ? {} : DESCRIPTIONS), ...substitutes }),
      withoutUncalled(used),
      withoutCommonJs(),
      withoutSchemaLanguage(),
      withOneHelper(`${ROOT_PATH}/src/substitutes/define-property.ts`),
      computed(),
      withoutIndexes(),
      withoutUnnamed(),
      ...(descriptions ? [] : [await withoutDescriptions()]),
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: minify && { compress: true, mangle: false }, comments: false });
  await bundle.close();
  const unused = [...Object.keys({ ...LIBRARIES, ...substitutes }), ...UNCALLED_FUNCTIONS].filter((path) => !used.has(path));
  if (unused.length > 0) throw new Failure(`The bundle has no such code to replace or to leave out: ${unused.join(', ')}.`);
  const [chunk] = output;
  return {
    code: minify ? await minified(chunk.code) : chunk.code,
    modules: new Map(Object.entries(chunk.modules).map(([id, { code }]) => [id, code ?? ''])),
  };
}

/** Inlines by swc what rolldown leaves, mostly functions and objects that are used once, and shortens the names that remain: 7 KiB, gzipped. */
async function minified(code: string): Promise<string> {
  const compressed = await compress(code, { module: true, ecma: 2022, compress: { passes: 3, toplevel: true }, mangle: false });
  const { code: short, errors } = await shorten('worker.js', compressed.code, { module: true });
  if (errors.length > 0) throw new Failure(errors.map(({ message }) => message).join('\n'));
  return short;
}

/** Writes the file that the Worker reads its descriptions from. The Worker serves it to nobody. */
export const writeDescriptions = async (directory: string): Promise<void> =>
  writeFile(`${directory}/${DESCRIPTIONS_FILE}`, await printedDescriptions());

/** Returns the descriptions of the printed schema, and of what every schema has, by their coordinates, as JSON. */
export async function printedDescriptions(): Promise<string> {
  const schema = buildSchema(await readFile(PRINTED, 'utf8'));
  // A scalar that nothing uses is in no printed schema, and in every introspection.
  const elements = [...elementsOf(schema), ...specifiedScalarTypes.map((scalar) => [scalar.name, scalar] as const)];
  return JSON.stringify(
    Object.fromEntries(elements.flatMap(([coordinate, { description }]) => (description ? [[coordinate, description]] : []))),
  );
}

/** Returns the size that Cloudflare counts, in bytes. */
export const gzippedSize = (code: string): number => gzipSync(code).length;

const substituting = (used: Set<string>, substituteByPath: Readonly<Record<string, string>>): Plugin => ({
  name: 'substitutes',
  load: {
    filter: { id: Object.keys(substituteByPath).map((path) => new RegExp(`/${path.replaceAll('.', '\\.')}$`)) },
    async handler(id) {
      const path = Object.keys(substituteByPath).find((end) => id.endsWith(`/${end}`)) ?? '';
      used.add(path);
      const substitute = `${ROOT_PATH}/${substituteByPath[path]}`;
      const hasDefault = (await readFile(substitute, 'utf8')).includes('export default');
      const from = `from ${JSON.stringify(substitute)};`;
      return `export * ${from}${hasDefault ? `export { default } ${from}` : ''}`;
    },
  },
});

/** Puts the decimal places of currencies in the place of the module that computes them, and of the library that it computes them from. */
const computed = (): Plugin => ({
  name: 'computed',
  load: {
    filter: { id: /\/src\/domain\/currencies\.ts$/ },
    handler() {
      const entries = [...PLACES].map(([code, places]) => `${code}${places}`).join('');
      const places = `[...${JSON.stringify(entries)}.matchAll(/(...)(.)/g)].map(([, code, places]) => [code, +places])`;
      return `export const USUAL_PLACES = ${USUAL_PLACES}; export const PLACES = new Map(${places});`;
    },
  },
});

const ROOT_PATH = dirname(import.meta.dirname);
