import { type Column, relationsFilterToSQL, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { MOST_EXAMINED, scanTooLong } from '../engine/d1/scan.ts';

/** A page of a list: the positions of its cursors, and how many rows it needs from which end. */
export interface Place {
  /** The values of the order's columns at the cursors. Rows come after the one and before the other. */
  readonly after: readonly unknown[] | null;
  readonly before: readonly unknown[] | null;
  /** Number of rows, with the one that tells whether there are more. */
  readonly size: number;
  /** Whether the page is at the end of the list. */
  readonly isBackward: boolean;
}

/** How the rows of a page are found: by walking rows of a table in the order of an index. */
interface Scan {
  readonly table: SQLiteTable;
  /** The columns that identify a row of the list, that order the walk, and that `filter` names. */
  readonly columns: readonly Column[];
  /** The id of the list's row. */
  readonly id: Column;
  /** The columns of the index, after those that `seek` compares for equality. */
  readonly order: readonly Column[];
  readonly direction: 'asc' | 'desc';
  /** Conditions that the index seeks by. */
  readonly seek: readonly SQL[];
  /** Conditions that each row of the walk must meet. `null`: each row meets them. */
  readonly filter: SQL | null;
  readonly place: Place;
}

/**
 * Returns a filter: the id is one of the first on a page. The subquery walks an index and stops when the page is full, so that it reads as
 * much in a large organization as in a small one if most rows of the walk match. It examines `MOST_EXAMINED` rows at most, and then fails.
 */
export function firstOf({ table, columns, id, order, direction, seek, filter, place }: Scan) {
  const [at] = order;
  const { size, isBackward } = place;
  const word = (direction === 'asc') !== isBackward ? sql.raw('asc') : sql.raw('desc');
  const where = sql.join([...seek, ...beyond(order, direction, place)], sql` and `);
  const by = sql.join(
    order.map((column) => sql`${column} ${word}`),
    sql`, `,
  );
  const walk = (selected: SQL, end: SQL) => sql`select ${selected} from ${table} where ${where} order by ${by} ${end}`;
  if (!filter) return oneOf(walk(sql`${id}`, sql`limit ${size}`));
  const examined = walk(
    sql.join(
      [...new Set([id, ...order, ...columns])].map((column) => sql`${column}`),
      sql`, `,
    ),
    sql`limit ${MOST_EXAMINED}`,
  );
  const tooMany = walk(sql`${at ?? id} as place`, sql`limit 1 offset ${MOST_EXAMINED}`);
  return oneOf(
    sql`select ${id} from (${examined}) as ${table} where ${filter} union all select ${scanTooLong(sql`place`)} from (${tooMany}) limit ${size}`,
  );
}

const oneOf = (ids: SQL) => ({ RAW: ({ id }: { readonly id: Column }): SQL => sql`${id} in (${ids})` });

/** The conditions of the cursors. A comparison of rows seeks by all columns, so that ties of the first are not read again. */
function beyond(order: readonly Column[], direction: 'asc' | 'desc', { after, before }: Pick<Place, 'after' | 'before'>): SQL[] {
  const compared = (position: readonly unknown[] | null, operator: '>' | '<') => {
    if (!position) return [];
    const columns = order.slice(0, position.length);
    const row = (values: readonly unknown[]) =>
      sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      );
    return [sql`(${row(columns)}) ${sql.raw(operator)} (${row(position.slice(0, columns.length))})`];
  };
  const isAscending = direction === 'asc';
  return [...compared(after, isAscending ? '>' : '<'), ...compared(before, isAscending ? '<' : '>')];
}

/** Returns the filter of the cursors, by the names of the columns of an order. Empty for a page without cursors. */
export function beyondCursors(names: readonly string[], direction: 'asc' | 'desc', place: Place) {
  if (!place.after && !place.before) return {};
  return {
    RAW: (row: object): SQL => {
      const columns = names.map((name) => (row as Readonly<Record<string, Column>>)[name]).filter((column) => column !== undefined);
      return sql.join(beyond(columns, direction, place), sql` and `);
    },
  };
}

/** Returns SQL of a filter of relational queries, on the table under its own name. */
export const conditionOf = (table: SQLiteTable, filter: object): SQL | null => relationsFilterToSQL(table, filter) ?? null;
