import { applyD1Migrations } from 'cloudflare:test';
import { beforeAll } from 'vitest';
import { DB, MIGRATIONS } from './database.ts';

/**
 * Each file begins with a database that is migrated and has no rows. Files share a worker and its database, which is migrated once: what
 * one leaves behind would be work for the clock of another, and be among the rows that it counts.
 */
beforeAll(async () => {
  await applyD1Migrations(DB, MIGRATIONS);
  if ((await DB.prepare('select 1 from organizations limit 1').first()) !== null) await deleteRows(DB);
});

/** Deletes every row. Triggers keep what is never deleted: they are dropped, and created again, in the same batch. */
async function deleteRows(d1: D1Database): Promise<void> {
  const { results } = await d1
    .prepare(
      `select type, name, sql from sqlite_master where type in ('table', 'trigger')
        and name <> 'd1_migrations' and name not glob 'sqlite_*' and name not glob '_cf_*'`,
    )
    .all<{ type: 'table' | 'trigger'; name: string; sql: string }>();
  const tables = results.filter(({ type }) => type === 'table');
  const triggers = results.filter(({ type }) => type === 'trigger');
  await d1.batch(
    [
      'pragma defer_foreign_keys = on',
      ...triggers.map(({ name }) => `drop trigger "${name}"`),
      ...tables.map(({ name }) => `delete from "${name}"`),
      ...triggers.map(({ sql }) => sql),
    ].map((statement) => d1.prepare(statement)),
  );
}
