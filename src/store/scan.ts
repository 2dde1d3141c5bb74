import { type Column, relationsFilterToSQL, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { MOST_EXAMINED, MOST_SORTED, scanTooLong } from '../engine/d1/scan.ts';
import { limit } from './limit.ts';
import { firstMerged, type Merge } from './merge.ts';

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
  /** The columns of the index, after those that `seek` and `each` compare for equality. */
  readonly order: readonly Column[];
  readonly direction: 'asc' | 'desc';
  /** Conditions that the index seeks by. */
  readonly seek: readonly SQL[];
  /** The values of a column that the index has before its order, with the condition of one of them. There is one walk for each. */
  readonly each?: { readonly values: readonly (string | number)[]; readonly is: (value: SQL) => SQL };
  /** Lists of which the walk is made, where no index has their rows in one order. */
  readonly merge?: Merge | null;
  /** A condition that finds rows by another index. `MOST_SORTED` of them at most are the rows of the list, instead of a walk. */
  readonly few?: SQL | null;
  /** A query of further ids. */
  readonly also?: SQL | null;
  /** Conditions that each row of the walk must meet. `null`: each row meets them. */
  readonly filter: SQL | null;
  /** Most rows that a walk examines. Defaults to `MOST_EXAMINED`. */
  readonly most?: number;
  readonly place: Place;
}

/**
 * Returns a filter: the id is one of the first on a page. The subquery walks an index and stops when the page is full, so that it reads as
 * much in a large organization as in a small one if most rows of the walk match. It examines `most` rows at most, and then fails.
 */
export function firstOf({ table, id, each, few, also, ...scan }: Scan) {
  const [value, ...values] = each?.values ?? [];
  const isFew = few && sql`(select count(*) from (select 1 from ${table} where ${few} ${limit(MOST_SORTED + 1)})) <= ${MOST_SORTED}`;
  const walked = { ...scan, table, id, seek: isFew ? [...scan.seek, sql`not ${isFew}`] : scan.seek };
  const pages: SQL[] = [];
  if (each && value === undefined) pages.push(sql`select null where 0`);
  else if (each && values.length > 0) pages.push(pageOfEach({ ...walked, each }));
  else pages.push(each ? walk({ ...walked, seek: [...walked.seek, each.is(sql`${value}`)] }) : walk(walked));
  if (few) pages.push(sql`select ${id} from ${table} where ${few} and ${isFew}`);
  if (also) pages.push(also);
  const ids =
    pages.length === 1
      ? sql.join(pages)
      : sql.join(
          pages.map((page) => sql`select * from (${page})`),
          sql` union all `,
        );
  return { RAW: ({ id: listed }: { readonly id: Column }): SQL => sql`${listed} in (${ids})` };
}

type Walk = Omit<Scan, 'each' | 'few' | 'also'>;

/** Returns a query of the ids of a page of each value: their list is one text, because a query in a join cannot read the value beside it. */
function pageOfEach({ each, ...scan }: Walk & { readonly each: NonNullable<Scan['each']> }): SQL {
  const page = walk({ ...scan, seek: [...scan.seek, each.is(sql`each_value.value`)] });
  return sql`select each_page.value from json_each(${JSON.stringify(each.values)}) as each_value,
    json_each((select json_group_array(${sql.identifier(scan.id.name)}) from (${page}))) as each_page`;
}

/** Returns a query of the ids of a page. */
function walk({ table, columns, id, order, direction, seek, merge, filter, most = MOST_EXAMINED, place }: Walk): SQL {
  const [at = id] = order;
  const { size, isBackward } = place;
  const isAscending = (direction === 'asc') !== isBackward;
  const cursors = beyond(order, direction, place);
  if (merge) {
    const [near = [], far = []] = isAscending ? merge.limits : merge.limits.toReversed();
    const [first = [], last = []] = isBackward ? cursors.toReversed() : cursors;
    return firstMerged({
      ...merge,
      table,
      day: at,
      id,
      seek,
      begin: [...near, ...first],
      end: [...far, ...last],
      isAscending,
      filter,
      most,
      size,
    });
  }
  const word = sql.raw(isAscending ? 'asc' : 'desc');
  const where = sql.join([...seek, ...cursors.flat()], sql` and `);
  const by = sql.join(
    order.map((column) => sql`${column} ${word}`),
    sql`, `,
  );
  const rows = (selected: SQL, end: SQL) => sql`select ${selected} from ${table} where ${where} order by ${by} ${end}`;
  if (!filter) return rows(sql`${id}`, limit(size));
  const examined = rows(sql.join([...new Set([id, ...order, ...columns])], sql`, `), limit(most));
  const tooMany = rows(sql`${at} as place`, sql`limit 1 offset ${most}`);
  // The sign keeps SQLite from reading all of the subquery to index it by the conditions.
  return sql`select ${id} from (${examined}) as ${table} where +(${filter}) union all select ${scanTooLong(most, sql`place`)} from (${tooMany}) ${limit(size)}`;
}

/** The conditions of the two cursors. A comparison of rows seeks by all columns, so that ties of the first are not read again. */
function beyond(order: readonly Column[], direction: 'asc' | 'desc', { after, before }: Pick<Place, 'after' | 'before'>): SQL[][] {
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
  return [compared(after, isAscending ? '>' : '<'), compared(before, isAscending ? '<' : '>')];
}

/** Returns the filter of the cursors, by the names of the columns of an order. Empty for a page without cursors. */
export function beyondCursors(names: readonly string[], direction: 'asc' | 'desc', place: Place) {
  if (!place.after && !place.before) return {};
  return {
    RAW: (row: object): SQL => {
      const columns = names.map((name) => (row as Readonly<Record<string, Column>>)[name]).filter((column) => column !== undefined);
      return sql.join(beyond(columns, direction, place).flat(), sql` and `);
    },
  };
}

/** Returns SQL of a filter of relational queries, on the table under its own name. */
export const conditionOf = (table: SQLiteTable, filter: object): SQL | null => relationsFilterToSQL(table, filter) ?? null;
