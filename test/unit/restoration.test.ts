import { customAlphabet } from 'nanoid';
import { beforeAll, describe, expect, it } from 'vitest';
import { restoration } from '../../scripts/restoration.ts';
import { seed } from '../../scripts/sample/seed.ts';
import { ID_ALPHABET } from '../../src/domain/id.ts';
import { openSqlite } from '../support/sqlite.ts';

type Rows = Readonly<Record<string, readonly unknown[]>>;

async function tablesOf(d1: D1Database): Promise<readonly string[]> {
  const { results } = await d1.prepare("select name from sqlite_schema where type = 'table' order by rowid").all<{ name: string }>();
  return results.map(({ name }) => name);
}

async function rowsOf(d1: D1Database): Promise<Rows> {
  const tables = await tablesOf(d1);
  const rows = await Promise.all(tables.map((name) => d1.prepare(`select * from "${name}" order by 1, 2`).all()));
  return Object.fromEntries(tables.map((name, i) => [name, rows[i]?.results ?? []]));
}

/** The rows of a database as `wrangler d1 export --no-schema` writes them: by table, in the order of creation. */
async function exported(d1: D1Database): Promise<string> {
  const lines = ['PRAGMA defer_foreign_keys=TRUE;', `INSERT INTO "d1_migrations" ("id","name") VALUES(1,'first');`];
  for (const name of await tablesOf(d1)) {
    const { results } = await d1.prepare(`select name from pragma_table_info('${name}')`).all<{ name: string }>();
    const columns = results.map((column) => `"${column.name}"`);
    const values = columns.map((column) => `quote(${column})`).join(` || ',' || `);
    const { results: rows } = await d1.prepare(`select ${values} as row from "${name}"`).all<{ row: string }>();
    lines.push(...rows.map(({ row }) => `INSERT INTO "${name}" (${columns}) VALUES(${row});`));
  }
  return lines.join('\n');
}

describe('A database that is restored from an export of its data', () => {
  let before: Rows;
  let restored: D1Database;
  beforeAll(async () => {
    const original = openSqlite();
    await seed(original, Date.parse('2026-11-21T08:00:00Z'), customAlphabet(ID_ALPHABET));
    before = await rowsOf(original);
    restored = openSqlite();
    await restored.exec(`begin; ${restoration(await exported(original))} commit;`);
  });

  it('has every row as it was, what triggers count included, and the statistics of the migrations', async () => {
    expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(15);
    expect(await rowsOf(restored)).toEqual(before);
    expect((await restored.prepare('pragma foreign_key_check').all()).results).toEqual([]);
  });

  it('has every trigger again', async () => {
    const triggers = "select name, sql from sqlite_schema where type = 'trigger' order by name";
    expect((await restored.prepare(triggers).all()).results).toEqual((await openSqlite().prepare(triggers).all()).results);
    await expect(async () => restored.prepare('update audit_entries set actor = 1').run()).rejects.toThrow('LEDGER');
  });
});
