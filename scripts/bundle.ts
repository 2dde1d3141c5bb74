import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DESCRIPTIONS_FILE } from '../src/substitutes/descriptions.ts';
import { PAGES, writeConsole } from './console.ts';
import { main } from './main.ts';
import { bundleWorker, writeDescriptions } from './worker-bundle.ts';
import { ROOT } from './wrangler.ts';

/** The directory of the bundle that wrangler runs and deploys, as wrangler.toml names it. Wrangler takes every module in it. */
const DIRECTORY = `${ROOT}/dist/worker`;

/** `npm run bundle`: writes the Worker as one module. Wrangler runs it before it deploys, and whenever a source changes under `npm run dev`. */
async function bundle(): Promise<void> {
  if (!existsSync(`${PAGES}/${DESCRIPTIONS_FILE}`)) await writePages();
  const { code } = await bundleWorker('src/worker.ts');
  const file = `${DIRECTORY}/worker.js`;
  const current = await readFile(file, 'utf8').catch(() => null);
  if (current === code) return;
  await mkdir(DIRECTORY, { recursive: true });
  // Several servers may start at once, and none must read half a file.
  const own = `${ROOT}/dist/worker-${process.pid}.js`;
  await writeFile(own, code);
  await rename(own, file);
}

/** Writes the pages beside the Worker, so that wrangler runs in a fresh clone by itself. `npm run deploy` writes them anew. */
async function writePages(): Promise<void> {
  const own = `${ROOT}/dist/pages-${process.pid}`;
  await writeConsole(own);
  await writeDescriptions(own);
  await rm(PAGES, { recursive: true, force: true });
  await rename(own, PAGES).catch(() => rm(own, { recursive: true }));
}

await main(bundle);
