import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Failure, main } from './main.ts';
import { olderSnapshots } from './snapshots.ts';
import { ROOT } from './wrangler.ts';

/**
 * `npm run migration -- <name>`: generates a migration from the differences between the tables and the migrations. drizzle-kit compares the
 * tables only with the newest snapshot, so the older ones are deleted.
 */
async function migration(): Promise<void> {
  const [name] = process.argv.slice(2);
  if (!name) throw new Failure('Name what the migration changes: npm run migration -- jobs_by_plan');
  const child = spawn(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', name], { cwd: ROOT, stdio: 'inherit' });
  const [code]: unknown[] = await once(child, 'close');
  if (code !== 0) throw new Failure('drizzle-kit made no migration.');
  await Promise.all((await olderSnapshots()).map((path) => rm(path)));
}

await main(migration);
