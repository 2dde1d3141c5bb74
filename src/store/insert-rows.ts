import { getColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
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
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const values = sql.join(
    columns.map((_, i) => sql.raw(`json_extract(value, '$[${i}]')`)),
    sql`, `,
  );
  // `where true` keeps SQLite from reading the conflict clause as a join constraint.
  const conflict = orIgnore ? sql` where true on conflict do nothing` : sql``;
  return sql`insert into ${table} (${names}) select ${values} from json_each(${JSON.stringify(json)})${conflict}`;
}
