import { globSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ROOT } from './wrangler.ts';

/** What the migrations have written already: their own names, and the statistics of the indexes. */
const WRITTEN = /^INSERT INTO "?(?:d1_migrations|sqlite_stat1|sqlite_sequence)"?/;

/**
 * Returns the statements that fill a migrated database from the export of another one's data. The triggers are away meanwhile: they would
 * count what is counted already, and refuse what refers to rows that come later.
 */
export function restoration(data: string): string {
  const triggers = triggersOfMigrations();
  const filled = data.split('\n').filter((line) => !WRITTEN.test(line));
  return [...triggers.map(({ name }) => `DROP TRIGGER "${name}";`), ...filled, ...triggers.map(({ sql }) => `${sql};`), ''].join('\n');
}

interface Trigger {
  readonly name: string;
  readonly sql: string;
}

function triggersOfMigrations(): readonly Trigger[] {
  const database = new DatabaseSync(':memory:');
  for (const path of globSync('migrations/*/migration.sql', { cwd: ROOT }).sort()) database.exec(readFileSync(`${ROOT}/${path}`, 'utf8'));
  const rows = database.prepare("select name, sql from sqlite_schema where type = 'trigger' order by rowid").all();
  database.close();
  return rows.map(({ name, sql }) => ({ name: String(name), sql: String(sql) }));
}
