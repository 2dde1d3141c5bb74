import { type Column, eq, getColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnsOf, conjunctsOf, isByCreation, type Order, type Where } from './list.ts';
import { beyondCursors, conditionOf, firstOf, type Place } from './scan.ts';

/** The table of a list whose ids are in the order of creation. */
type ListTable = SQLiteTable & { readonly orgId: Column; readonly id: Column };

/** Rows of another table that name rows of a list, each at most once, in the order of an index: that of creation. */
export interface Referrers {
  readonly table: SQLiteTable;
  /** The column with the id of the list's row. */
  readonly id: Column;
  /** Conditions that the index seeks by. */
  readonly seek: readonly SQL[];
  /** A condition that each row must meet besides, and the columns that it names. */
  readonly filter?: SQL;
  readonly columns?: readonly Column[];
}

interface ListPage {
  readonly list: ListTable;
  /** The columns of the list that `where` names. */
  readonly columns: readonly Column[];
  readonly orgId: string;
  /** The filter of the whole list. */
  readonly where: object;
  readonly orderBy: Order;
  readonly place: Place;
}

/** Returns the filter of a page whose conditions are of the list's own rows. By creation, the cursor's own id is a seek. */
export function plainPage<F extends object>({ where, orderBy, place }: { readonly where: F } & Pick<ListPage, 'orderBy' | 'place'>) {
  const { names, direction } = columnsOf(orderBy);
  return { AND: [where, isByCreation(orderBy) ? {} : beyondCursors(names, direction, place)] };
}

/**
 * Returns the filter of a page whose conditions no index of the list has. In the order of creation it walks the referrers, and so reads as
 * much in a large organization as in a small one if most of them match. Otherwise it walks the list.
 */
export function examinedPage({ list, columns, orgId, where, orderBy, place }: ListPage, referrers: Referrers | null) {
  const { names, direction } = columnsOf(orderBy);
  const matches = conditionOf(list, where);
  if (!referrers || !isByCreation(orderBy)) {
    const order = names.map((name) => getColumns(list)[name]).filter((column) => column !== undefined);
    return firstOf({ table: list, columns, id: list.id, order, direction, seek: [eq(list.orgId, orgId)], filter: matches, place });
  }
  const { table, id, seek, filter, columns: named = [] } = referrers;
  const isInList = sql`exists (select 1 from ${list} where ${eq(list.orgId, orgId)} and ${list.id} = ${id} and ${matches ?? sql`1`})`;
  return firstOf({
    table,
    columns: named,
    id,
    order: [id],
    direction,
    seek,
    filter: filter ? sql`${filter} and ${isInList}` : isInList,
    place,
  });
}

/** Returns whether a list has one condition and nothing else that filters it. */
export function isAlone({
  where,
  search,
}: {
  readonly where?: Where<object> | null | undefined;
  readonly search?: string | null | undefined;
}): boolean {
  const { conditions, hasOr } = conjunctsOf<object>(where);
  const given = conditions.flatMap((each) => Object.values(each).filter((value) => value != null));
  return given.length === 1 && !hasOr && search == null;
}
