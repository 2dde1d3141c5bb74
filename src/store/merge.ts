import { type Column, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { scanTooLong } from '../engine/d1/scan.ts';
import { limit } from './limit.ts';

/** Lists of rows, each of which an index has in the order of a day and an id. */
export interface Merge {
  /** A query of the value of each list. */
  readonly lists: SQL;
  /** The condition of the rows of one list. */
  readonly is: (value: SQL) => SQL;
  /** Conditions that limit the order at its low and at its high end. */
  readonly limits: readonly [low: readonly SQL[], high: readonly SQL[]];
}

interface Merged extends Omit<Merge, 'limits'> {
  readonly table: SQLiteTable;
  readonly day: Column;
  readonly id: Column;
  /** Conditions of the rows of all lists. */
  readonly seek: readonly SQL[];
  readonly isAscending: boolean;
  /** Conditions that limit the walk where it begins and where it ends, cursors included: an index seeks by one of each. */
  readonly begin: readonly SQL[];
  readonly end: readonly SQL[];
}

interface Page extends Merged {
  /** A condition that each row must meet. `null`: each row meets it. */
  readonly filter: SQL | null;
  /** Most rows that are examined. */
  readonly most: number;
  /** Number of rows on the page. */
  readonly size: number;
}

/** Returns a query of the ids of the first rows of all lists together. With a filter, it fails after it has examined the most rows. */
export function firstMerged({ filter, most, size, ...merged }: Page): SQL {
  const { table, id, seek } = merged;
  if (!filter) return sql`select ${ID} from (${inOrder(merged, limit(size))})`;
  // Not a join, which SQLite could begin with the table.
  const matches = sql`(select ${filter} from ${table} where ${sql.join([...seek, sql`${id} = ${ID}`], sql` and `)})`;
  return sql`select ${ID} from (${inOrder(merged, limit(most))}) where ${matches}
    union all select ${scanTooLong(most, AT)} from (${inOrder(merged, sql`limit 1 offset ${most}`)}) ${limit(size)}`;
}

/**
 * Returns a query of the rows of all lists in their order, each as a text of its day and its id. It reads the first row of each list, and then,
 * for each row that it returns, the next one of the same list.
 */
function inOrder({ table, day, id, seek, lists, is, begin, end, isAscending }: Merged, rows: SQL): SQL {
  // What comes after the last row of a list: it comes after all others.
  const [word, beyond, last] = (isAscending ? ['asc', '>', `'~'`] : ['desc', '<', `''`]).map((text) => sql.raw(text));
  const first = (value: SQL, limits: readonly SQL[]) => sql`coalesce((select ${day} || ${id} from ${table}
    where ${sql.join([...seek, is(value), ...limits, ...end], sql` and `)} order by ${day} ${word}, ${id} ${word} limit 1), ${last})`;
  // Materialized, all that may be examined would be read before the page takes its first row.
  return sql`with recursive merged(list, ${AT}) as not materialized (
    select list.value, ${first(sql`list.value`, begin)} from (${lists}) as list
    union all select list, ${first(sql`merged.list`, [sql`(${day}, ${id}) ${beyond} (${DAY}, ${ID})`])} from merged where ${AT} <> ${last}
    order by 2 ${word} ${rows}) select ${AT} from merged where ${AT} <> ${last}`;
}

/** The text of a row, and the two parts of it. A day has ten characters. */
const [AT, DAY, ID] = [sql.raw('merged_at'), sql.raw('substr(merged_at, 1, 10)'), sql.raw('substr(merged_at, 11)')];
