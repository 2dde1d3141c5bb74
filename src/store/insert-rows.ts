import { getColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { jsonBytes } from '../domain/json-limits.ts';

/** Bytes of the rows of one statement: a parameter holds at most 2 MB. */
const MAX_PARAMETER_BYTES = 500_000;

/** Several statements that insert any number of rows of any size, as long as each row fits into a parameter. */
export function insertLargeRows<T extends SQLiteTable>(table: T, rows: readonly InferInsertModel<T>[], options = {}): SQL[] {
  return portions(rows).map((portion) => insertRows(table, portion, options));
}

/** The rows in runs whose JSON stays within the limit; a larger row is a run of its own. */
function portions<Row>(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    // JSON within a row is a text of the parameter: its quotes are escaped there.
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
 * One statement that inserts any number of rows: they travel as one JSON parameter, since D1 binds at most 100.
 * With `orIgnore`, a row that is there already stays as it is.
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
