import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BuildResult, build, type OutputFile, type Plugin } from 'esbuild';
import type { Sample } from './local-database.ts';
import { writePrivately } from './page.ts';
import { ROOT } from './wrangler.ts';

/** The directory of the pages that `npm run deploy` uploads, as wrangler.toml names it. */
export const PAGES = `${ROOT}/dist/pages`;

/** A file of the console: its path below the address of the deployment, and its text. */
export interface PageFile {
  readonly path: string;
  readonly text: string;
}

/** What the console is told by `npm run dev`: tokens of the sample organizations, and how far the server's clock is ahead, in milliseconds. */
export interface Development {
  readonly samples: readonly Pick<Sample, 'name' | 'token'>[];
  readonly clockOffset: number;
}

/** Bundles the console: one page, its scripts and its styles, whose names change with their content. */
export async function consoleFiles(development: Development = { samples: [], clockOffset: 0 }): Promise<readonly PageFile[]> {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/console/main.tsx'],
    outdir: 'console',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
    plugins: [documentIds],
    logLevel: 'warning',
  });
  const files = result.outputFiles.map(({ path, text }: OutputFile) => ({ path: path.slice(ROOT_PATH.length), text }));
  const told = { path: 'console/development.json', text: developmentText(development) };
  return [...files, told, { path: 'index.html', text: pageOf(result) }];
}

/** Writes the console's files into a directory of pages. Only with `development` do they have tokens. */
export async function writeConsole(directory: string, development?: Development): Promise<void> {
  const files = await consoleFiles(development);
  await rm(`${directory}/console`, { recursive: true, force: true });
  for (const { path, text } of files) {
    await mkdir(dirname(`${directory}/${path}`), { recursive: true });
    await writePrivately(`${directory}/${path}`, text);
  }
}

const developmentText = ({ samples, clockOffset }: Development): string =>
  JSON.stringify({ samples: samples.map(({ name, token }) => ({ name, token })), clockOffset });

const ROOT_PATH = `${dirname(import.meta.dirname)}/`;

/** The typed documents with their ids alone: the console names a document, and never sends or reads its text. */
const documentIds: Plugin = {
  name: 'document-ids',
  setup({ onLoad }) {
    onLoad({ filter: /schema\/client\/documents\.js$/ }, async ({ path }) => {
      const module: Readonly<Record<string, unknown>> = await import(path);
      const lines = Object.entries(module).map(([name, value]) =>
        typeof value === 'function'
          ? `export const ${name} = ${value};`
          : `export const ${name} = ${JSON.stringify({ __meta__: Object(value).__meta__ })};`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

function pageOf({ metafile }: BuildResult<{ metafile: true }>): string {
  const [path, { cssBundle }] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint) ?? ['', {}];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Billing catalogue</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${cssBundle}">
<script type="module" src="/${path}"></script>
</head>
<body><div id="console"></div><noscript>The console needs JavaScript.</noscript></body>
</html>
`;
}
