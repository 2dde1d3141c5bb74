import { globSync, readFileSync } from 'node:fs';
import { Failure } from './main.ts';
import { ROOT } from './wrangler.ts';

const FOLDER = `${ROOT}/migrations`;

/** The table in which wrangler notes what it has applied, and its columns. */
const APPLIED = `create table if not exists d1_migrations (
  id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)`;

/**
 * Applies the migrations that a local database lacks. They are split and noted as `wrangler d1 migrations apply` does it, so that either goes
 * on where the other stopped; wrangler starts the local runtime anew for each of them.
 */
export async function applyMigrations(d1: D1Database): Promise<void> {
  await d1.prepare(APPLIED).run();
  const { results } = await d1.prepare('select name from d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  const missing = globSync('*/migration.sql', { cwd: FOLDER }).filter((name) => !applied.has(name));
  if (missing.length === 0) return;
  const { unstable_splitSqlQuery: split } = await import('wrangler');
  for (const name of missing.sort()) {
    const statements = split(readFileSync(`${FOLDER}/${name}`, 'utf8')).map((statement) => d1.prepare(statement));
    try {
      await d1.batch([...statements, d1.prepare('insert into d1_migrations (name) values (?)').bind(name)]);
    } catch (error) {
      throw new Failure(
        `The migration ${name} cannot be applied: ${String(error)}
If these are not the migrations that the database began with: \`npm run seed -- --reset\` starts over.`,
      );
    }
  }
}
