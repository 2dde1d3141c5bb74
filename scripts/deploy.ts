import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { PAGES, writeConsole } from './console.ts';
import { deploymentOf } from './deployment.ts';
import { Failure, main } from './main.ts';
import { writeDescriptions } from './worker-bundle.ts';
import { startWrangler } from './wrangler.ts';

/**
 * `npm run deploy`: builds the console, migrates the database, then deploys the Worker with the console's files. A migration must therefore work with the code that is still deployed.
 * `-- --dry-run` changes nothing, and prints the bundle's size.
 */
async function deploy(): Promise<void> {
  await rm(PAGES, { recursive: true, force: true });
  await writeConsole(PAGES);
  await writeDescriptions(PAGES);
  for (const args of deploymentOf(process.argv.slice(2))) await run(args);
}

async function run(args: readonly string[]): Promise<void> {
  const [code]: unknown[] = await once(startWrangler(args, 'inherit'), 'exit');
  if (code !== 0) throw new Failure(`wrangler ${args.join(' ')} failed; nothing after it was done.`);
}

await main(deploy);
