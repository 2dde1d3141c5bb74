import type { SQLOutputValue } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LicenseUpdate, withHeld } from '../../src/domain/schedule/license-update.ts';
import { ROWS } from '../support/first-rows.ts';
import { decimal } from '../support/rate-cards.ts';
import { runs } from '../support/runs.ts';
import { migrations, openDatabase } from '../support/sqlite.ts';

/** How many migrations a database has to begin with: from the second on, which has the triggers of the first tables. */
const STARTS = migrations()
  .keys()
  .map((i) => i + 1)
  .drop(1)
  .toArray();

type Database = ReturnType<typeof openDatabase>;
type Row = Readonly<Record<string, SQLOutputValue>>;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

interface Reference {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

describe('An upgrade of a database with a row in each table', () => {
  test.each(STARTS)('keeps every value of every row from migration %i on, and every reference', (count) => {
    const database = openDatabase();
    for (const sql of migrations().slice(0, count)) database.exec(sql);
    for (const table of tablesOf(database)) if (rowsOf(database, table).length === 0) insert(database, table);
    const before = new Map(tablesOf(database).map((table) => [table, rowsOf(database, table)]));
    expect([...before].filter(([, rows]) => rows.length === 0)).toEqual([]);
    for (const sql of migrations().slice(count)) {
      database.exec(sql);
      expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    }
    for (const [table, rows] of before) {
      if (!COUNTED.has(table)) expect([table, rowsOf(database, table)]).toMatchObject([table, rows]);
    }
  });
});

describe('An upgrade of recorded license updates', () => {
  const at = migrations().findIndex((sql) => sql.includes('ALTER TABLE `license_updates` ADD `held`'));
  const database = openDatabase();
  for (const sql of migrations().slice(0, at)) database.exec(sql);
  insert(database, 'accounts');
  const update = fc.record({
    updateType: fc.constantFrom('RELATIVE', 'ABSOLUTE'),
    quantity: fc.constantFrom('1', '0.25', '-0.5', '-7.000000000001', '1000000000000', '999999999999.999999999999', '-1000000000000'),
    effectiveFrom: fc.integer({ min: 1, max: 3 }),
    licenseId: fc.constantFrom('seat', 'guest'),
  });

  test('works out what each of them left, as the domain does', () => {
    fc.assert(
      fc.property(fc.array(update, { minLength: 1, maxLength: 12 }), (drawn) => {
        const updates = drawn.map((each) => ({ ...each, quantity: decimal(each.quantity) }) as LicenseUpdate);
        database.exec('begin');
        const add = database.prepare("insert into license_updates values (?, 'org.1', 'acc.1', ?, ?, ?, ?, 1)");
        for (const [i, { licenseId, updateType, quantity, effectiveFrom }] of updates.entries()) {
          add.run(`lic.${String(i).padStart(3, '0')}`, licenseId, updateType, quantity, effectiveFrom);
        }
        database.exec(migrations()[at] ?? '');
        const held = database
          .prepare('select held from license_updates order by id')
          .all()
          .map((row) => row.held);
        database.exec('rollback');
        expect(held).toEqual(withHeld([], updates).map((each) => each.held));
      }),
      runs(100, { everyday: 20 }),
    );
  });
});

/** What triggers count of other rows, and a later migration counts anew. */
const COUNTED: ReadonlySet<string> = new Set(['storage_usage']);

function tablesOf(database: Database): string[] {
  const tables = database.prepare("select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' order by rowid").all();
  return tables.map(({ name }) => String(name));
}

const rowsOf = (database: Database, table: string): Row[] =>
  database
    .prepare(`select * from "${table}"`)
    .all()
    .map((row) => ({ ...row }));

/** Writes a row that has every column that must be given, as the table is now. What it refers to is the row of that table. */
function insert(database: Database, table: string): void {
  const references = referencesOf(database, table);
  const columns = (database.prepare(`pragma table_info("${table}")`).all() as unknown as Column[]).filter(
    ({ name, notnull, dflt_value, pk }) =>
      ROWS[table]?.[name] !== undefined || references.some(({ from }) => from === name) || (dflt_value === null && (notnull || pk)),
  );
  const parents = [...new Set(references.map((reference) => reference.table))].filter((parent) => parent !== table);
  for (const parent of parents) if (rowsOf(database, parent).length === 0) insert(database, parent);
  const values = columns.map((column) => {
    const reference = references.find(({ from }) => from === column.name);
    const parent = reference && rowsOf(database, reference.table)[0];
    return (reference && parent?.[reference.to]) ?? ROWS[table]?.[column.name] ?? anyValue(column);
  });
  const names = columns.map(({ name }) => `"${name}"`);
  database.prepare(`insert into "${table}" (${names}) values (${names.map(() => '?')})`).run(...values);
}

/** Which columns hold the id of another row: by a constraint, or by the triggers that count the uses of a rate-card set. */
function referencesOf(database: Database, table: string): Reference[] {
  const constraints = database.prepare(`pragma foreign_key_list("${table}")`).all() as unknown as Reference[];
  const hasSets = tablesOf(database).includes(SET_REFERENCE.table);
  return hasSets ? [...constraints, SET_REFERENCE].filter(({ from }) => hasColumn(database, table, from)) : constraints;
}

const SET_REFERENCE: Reference = { table: 'rate_card_sets', from: 'rate_card_set_id', to: 'id' };

const hasColumn = (database: Database, table: string, column: string): boolean =>
  database
    .prepare(`pragma table_info("${table}")`)
    .all()
    .some(({ name }) => name === column);

/** A value for a column of which nothing is known but its name and type. */
function anyValue({ name, type }: Column): string | number {
  if (type.toLowerCase() === 'integer') return 1;
  if (name === 'org_id') return 'org.1';
  return name === 'card' ? '{"displayName":"Fee","invoiceTiming":"IN_ADVANCE"}' : '{}';
}
