import { type Column, getColumns, type InferInsertModel, isSQLWrapper, type Name, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { jsonBytes } from '../domain/json-limits.ts';

/** Maximum bytes of the rows of one statement, below D1's limit of 2 MB for a parameter. */
const MAX_PARAMETER_BYTES = 500_000;

/** Returns statements that insert any number of rows. Each row must fit into one parameter of 2 MB. */
export function insertLargeRows<T extends SQLiteTable>(table: T, rows: readonly InferInsertModel<T>[], options = {}): SQL[] {
  return portions(rows).map((portion) => insertRows(table, portion, options));
}

/** Splits rows into runs whose JSON stays within the limit. A larger row gets a run of its own. */
function portions<Row>(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    // A JSON column is a string inside the parameter's JSON, so its quotes are escaped and take more bytes.
    const size = jsonBytes(JSON.stringify(row));
    const run = runs.at(-1);
    if (run && size <= room) {
      run.push(row);
      room -= size;
    } else {
      runs.push([row]);
      room = MAX_PARAMETER_BYTES - size;
    }
  }
  return runs;
}

/**
 * Returns one statement that inserts any number of rows. The rows are one JSON parameter because D1 binds at most 100 parameters.
 * @param orIgnore keeps a row that exists already instead of failing
 */
export function insertRows<T extends SQLiteTable>(table: T, rows: readonly InferInsertModel<T>[], { orIgnore = false } = {}): SQL {
  const columns = Object.entries(getColumns(table)).filter(([, { generated }]) => generated === undefined);
  const json = rows.map((row) => {
    const values: Readonly<Record<string, unknown>> = row;
    return columns.map(([key, column]) => {
      const value = values[key];
      return value === undefined || value === null ? null : column.mapToDriverValue(value);
    });
  });
  const values = listOf(columns.map((_, i) => sql.raw(`json_extract(value, '$[${i}]')`)));
  // `where true` keeps SQLite from reading the conflict clause as a join constraint.
  const conflict = orIgnore ? sql` where true on conflict do nothing` : sql``;
  return sql`insert into ${table} (${namesOf(columns.map(([, column]) => column))}) select ${values} from json_each(${JSON.stringify(json)})${conflict}`;
}

/** The value of each column of a new row: a column of the row that is read, an expression, or a constant. */
type Selected<T extends SQLiteTable> = {
  readonly [K in keyof InferInsertModel<T>]: InferInsertModel<T>[K] | SQL | Column;
};

/**
 * Returns one statement that inserts a row for each row of a query, however many there are.
 * @param from the query from its `from` clause on
 */
export function insertSelect<T extends SQLiteTable>(table: T, row: Selected<T>, from: SQL): SQL {
  const values: Readonly<Record<string, unknown>> = row;
  const columns = Object.entries(getColumns(table)).filter(([key]) => values[key] !== undefined);
  const selected = columns.map(([key, column]) =>
    isSQLWrapper(values[key]) ? sql`${values[key]}` : sql`${sql.param(values[key], column)}`,
  );
  return sql`insert into ${table} (${namesOf(columns.map(([, column]) => column))}) select ${listOf(selected)} ${from}`;
}

/** The names of columns without their table, as `insert` and `set` need them. */
const namesOf = (columns: readonly Column[]): SQL => listOf(columns.map(({ name }) => sql.identifier(name)));

const listOf = (parts: readonly (SQL | Name)[]): SQL => sql.join([...parts], sql`, `);
