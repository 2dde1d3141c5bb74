import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { Failure, main } from './main.ts';
import { olderSnapshots } from './snapshots.ts';
import { ROOT } from './wrangler.ts';

/**
 * `npm run migration -- <name>`: makes a migration of what the tables have that the migrations have not. drizzle-kit compares the tables
 * with the newest snapshot alone, so the older ones are deleted.
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
