import { globSync, readFileSync } from 'node:fs';
import { Failure } from './main.ts';
import { ROOT } from './wrangler.ts';

const FOLDER = `${ROOT}/migrations`;

/** Creates the table of applied migrations, as wrangler does. */
const APPLIED = `create table if not exists d1_migrations (
  id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)`;

/**
 * Applies the missing migrations to a local database. It splits and records them like `wrangler d1 migrations apply`, so that either can
 * continue after the other. Wrangler would restart the local runtime for each migration.
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
