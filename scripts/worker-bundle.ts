import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify as compress } from '@swc/core';
import { GraphQLSchema, parse, printIntrospectionSchema, printType, specifiedScalarTypes, visit } from 'graphql';
import { type Plugin, rolldown } from 'rolldown';
import { type ESTree, parseSync, minify as shorten, Visitor } from 'rolldown/utils';
import { Failure } from './main.ts';
import { PRINTED } from './schema-files.ts';
import { ROOT } from './wrangler.ts';

/**
 * Maximum size of the Worker, gzipped, in KiB. Every isolate parses the whole bundle before its first answer, so what is added to it slows
 * each start. The goal is 300: lower this number with the bundle, and raise it only for a feature that is worth a slower start.
 */
export const MAX_SIZE = 326;

/**
 * Modules of libraries that the Worker never runs, or that repeat what another library of the bundle does, by the end of their path; and what
 * stands in for each. Without them the bundle is a tenth smaller.
 */
const LIBRARIES: Readonly<Record<string, string>> = {
  'node_modules/graphql/type/validate.mjs': 'src/substitutes/graphql-validate-schema.ts',
  'node_modules/graphql-yoga/esm/graphiql-html.js': 'src/substitutes/page.ts',
  'node_modules/graphql-yoga/esm/landing-page-html.js': 'src/substitutes/page.ts',
  'node_modules/@graphql-tools/executor/esm/index.js': 'src/substitutes/graphql-tools-executor.ts',
  'node_modules/lru-cache/dist/esm/index.js': 'src/substitutes/lru-cache.ts',
  'node_modules/fast-sha256/sha256.js': 'src/substitutes/fast-sha256.ts',
};

/** The module that completes the descriptions of the schema, and what does so from a file beside the Worker. */
const DESCRIPTIONS = { 'src/graphql/admission/descriptions.ts': 'src/substitutes/descriptions.ts' };

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
 * @throws Failure if a substitute stands in for nothing: a release of its library has moved the module
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
      ...(descriptions ? [] : [await withoutDescriptions()]),
    ],
  });
  const { output } = await bundle.generate({ format: 'esm', minify: minify && { compress: true, mangle: false }, comments: false });
  await bundle.close();
  const unused = Object.keys({ ...LIBRARIES, ...substitutes }).filter((path) => !used.has(path));
  if (unused.length > 0) throw new Failure(`Nothing of the bundle is replaced by the substitutes of ${unused.join(', ')}.`);
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
  writeFile(`${directory}/schema.graphql`, await printedDescriptions());

/** Prints what has a description: the schema, and the types and directives that every schema has. */
export async function printedDescriptions(): Promise<string> {
  const builtIn = [printIntrospectionSchema(new GraphQLSchema({})), ...specifiedScalarTypes.map(printType)];
  return [await readFile(PRINTED, 'utf8'), ...builtIn].join('\n\n');
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

/**
 * Leaves out the descriptions of the schema's modules: each `description` that is made of constants alone, and each other text that is a whole
 * description of the printed schema. One that is computed stays.
 */
const withoutDescriptions = async (): Promise<Plugin> => {
  const described = descriptionsIn(await readFile(PRINTED, 'utf8'));
  return {
    name: 'without-descriptions',
    transform: {
      filter: { id: /\/src\/graphql\/.*\.ts$|\/node_modules\/graphql\/type\/(directives|introspection|scalars)\.mjs$/ },
      handler(code) {
        const cuts: Cut[] = [];
        const empty = (node: ESTree.Node) => void (described.has(textOf(node) ?? '') && cuts.push({ ...spanOf(node), instead: "''" }));
        const visitor = new Visitor({
          Property(node) {
            const { key, value, computed } = node;
            if (computed || !('name' in key) || key.name !== 'description' || !isConstant(value)) return;
            const [comma] = /^\s*,/.exec(code.slice(node.end)) ?? [''];
            cuts.push({ start: node.start, end: node.end + comma.length, instead: '' });
          },
          Literal: empty,
          TemplateLiteral: empty,
        });
        visitor.visit(parseSync('module.ts', code).program);
        return { code: withCuts(code, cuts), map: null };
      },
    },
  };
};

/** A piece of code, and what stands in its place. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const spanOf = ({ start, end }: ESTree.Node) => ({ start, end });

/** Makes each cut that is not within another. */
function withCuts(code: string, cuts: readonly Cut[]): string {
  let [kept, position] = ['', 0];
  for (const { start, end, instead } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start < position) continue;
    kept += code.slice(position, start) + instead;
    position = end;
  }
  return kept + code.slice(position);
}

/** Whether an expression is a text, also one that is put together, or a constant of a module, which the house writes in capitals. */
function isConstant(node: ESTree.Node): boolean {
  if (node.type === 'Identifier') return /^[A-Z][A-Z_]*$/.test(node.name);
  if (node.type === 'MemberExpression') return !node.computed && isConstant(node.object);
  if (node.type === 'BinaryExpression') return isConstant(node.left) && isConstant(node.right);
  return node.type === 'TemplateLiteral' || textOf(node) !== null;
}

/** The text of a literal without expressions. */
function textOf(node: ESTree.Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? null) : null;
}

/** The descriptions of a printed schema of several words, with and without the sentence about scopes that ends them. */
function descriptionsIn(printed: string): ReadonlySet<string> {
  const texts = new Set<string>();
  visit(parse(printed, { noLocation: true }), {
    enter(node) {
      const text = 'description' in node ? (node.description?.value ?? '') : '';
      if (text.split(' ').length >= FEWEST_WORDS) texts.add(text).add(text.replace(/ Requires `.*$/s, ''));
    },
  });
  return texts;
}

/** A shorter text may be a value too. */
const FEWEST_WORDS = 4;

const ROOT_PATH = dirname(import.meta.dirname);
