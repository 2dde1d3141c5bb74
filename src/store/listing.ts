import { type Column, eq, getColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { MOST_SEARCHED } from '../engine/d1/scan.ts';
import { among, conjunctsOf, type OneOf, type Span, type Where } from './list.ts';
import { beyondCursors, conditionOf, firstOf, type Place } from './scan.ts';

type Values = OneOf<string | number>;

/** A span of a column that an index has in order: of instants, or of ids, which begin with an instant. */
interface Spanned {
  readonly column: Column;
  /** Returns the first value of the column at an instant. A day is the value itself. */
  readonly at?: (instant: number) => string | number;
  /** A value of the column that is in no span, and below all that are. */
  readonly none?: string;
}

type ListTable = SQLiteTable & { readonly orgId: Column; readonly id: Column };

/** What the indexes of a list have, by the names of its conditions. What is named nowhere here is examined. */
export interface Listing<Name extends string> {
  readonly table: ListTable;
  /** Conditions of all rows of the list. */
  readonly base: readonly SQL[];
  /** Conditions that name their rows, so that they are few however many rows there are. */
  readonly named: ReadonlySet<Name>;
  /** Conditions on one value of a column, which an index has before each order of the list. The first of these that the list has is used. */
  readonly equal: { readonly [N in Name]?: (value: SQL) => SQL };
  readonly spans: { readonly [N in Name]?: Spanned };
  /** Returns ids of rows that meet a condition though the index has them under another value. They must be few. */
  readonly also?: (name: string, values: readonly unknown[]) => SQL | null;
}

/** Rows of another table that name rows of the list, each at most once, in the order of an index: that of creation. */
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

/** A list as a caller asks for it. */
export interface Asked<Name extends string> {
  readonly where: Where<{ readonly [N in Name]?: unknown }> | null | undefined;
  /** Values of a condition that the list has where `where` has none. */
  readonly otherwise?: { readonly [N in Name]?: readonly (string | number)[] };
  /** Whether rows of another table name, in the order of creation, exactly the rows that meet a condition. */
  readonly isReferred?: boolean;
  readonly isSearched?: boolean;
  /** The names of the columns of the order, and its direction. */
  readonly names: readonly string[];
  readonly direction: 'asc' | 'desc';
}

/** Returns whether a page may examine rows that do not match, because no index has all conditions and the order. */
export const mayExamine = <Name extends string>(listing: Listing<Name>, asked: Asked<Name>): boolean =>
  !isNamed(listing, asked.where) && !accessOf(listing, asked).isExact;

interface Page {
  readonly orgId: string;
  /** The filter of the list. */
  readonly filter: object;
  /** Rows of another table that name all rows that meet a condition. They are walked instead in the order of creation. */
  readonly referrers?: Referrers | undefined;
  readonly place: Place;
}

/**
 * Returns the filter of one page of a list, in addition to the filter of the list.
 * - Rows that the conditions name are few: SQLite finds them by their ids, and sorts them.
 * - Where an index has one value of a condition and the order, SQLite seeks it. Several values are a page of each.
 * - Rows of another table that name those of the list are walked in the order of creation.
 * - Otherwise the list is walked in its order until the page is full (`firstOf`).
 */
export function onPage<Name extends string>(listing: Listing<Name>, asked: Asked<Name>, { orgId, filter, referrers, place }: Page): object {
  const { table, base, also } = listing;
  const { names, direction } = asked;
  // The cursor of a list in the order of ids is a seek already.
  const beyond = names.length === 1 ? {} : beyondCursors(names, direction, place);
  if (isNamed(listing, asked.where)) return beyond;
  if (referrers && names.length === 1) return firstReferred(referrers, table, { direction, orgId, filter, place });
  const { index, seeks, few, isExact } = accessOf(listing, asked);
  const others = index && (also?.(index.name, index.values) ?? null);
  if (isExact && !others && (!index || index.values.length === 1)) return beyond;
  const tenant = [eq(table.orgId, orgId), ...base];
  const isWhole = isExact && Object.keys(asked.otherwise ?? {}).every((name) => name === index?.name);
  return firstOf({
    table,
    columns: Object.values(getColumns(table)),
    id: table.id,
    order: columnsOf(table, names),
    direction,
    seek: [...tenant, ...seeks],
    ...(index && { each: { values: index.values, is: index.is } }),
    few: few && sql.join([...tenant, ...few], sql` and `),
    also: others,
    filter: isWhole ? null : conditionOf(table, filter),
    most: MOST_SEARCHED,
    place,
  });
}

/** Returns the filter of the first rows on a page that other rows name. */
function firstReferred(
  { table, id, seek, filter: own, columns = [] }: Referrers,
  list: ListTable,
  { direction, orgId, filter, place }: Page & Pick<Asked<string>, 'direction'>,
) {
  const isInList = sql`exists (select 1 from ${list} where ${eq(list.orgId, orgId)} and ${list.id} = ${id} and ${conditionOf(list, filter) ?? sql`1`})`;
  const matches = own ? sql`${own} and ${isInList}` : isInList;
  return firstOf({ table, columns, id, order: [id], direction, seek, filter: matches, most: MOST_SEARCHED, place });
}

/** The index that a list is read by. */
interface Access {
  /** The condition that the index has first, with its values. `null`: the index has the order alone. */
  readonly index: { readonly name: string; readonly values: readonly (string | number)[]; readonly is: (value: SQL) => SQL } | null;
  /** The spans that limit the order. */
  readonly seeks: readonly SQL[];
  /** A span of another column, whose rows are found and sorted if they are few. */
  readonly few: readonly SQL[] | null;
  /** Whether every row that is read matches. */
  readonly isExact: boolean;
}

function accessOf<Name extends string>(
  listing: Listing<Name>,
  { where, otherwise = {}, isReferred, isSearched, names }: Asked<Name>,
): Access {
  const { conditions, hasOr } = conjunctsOf<{ readonly [N in Name]?: unknown }>(where);
  const given = conditions.flatMap((each) =>
    Object.entries(each).flatMap(([name, value]) => (value == null ? [] : [{ name: name as Name, value }])),
  );
  const index = indexOf(listing, given, otherwise);
  const [first] = columnsOf(listing.table, names);
  const spans = given.flatMap(({ name, value }) => {
    const spanned = listing.spans[name];
    return spanned ? [{ spanned, value }] : [];
  });
  const seeking = spans.filter(({ spanned }) => spanned.column === first);
  const other = spans.find(({ spanned }) => spanned.column !== first);
  // The ids that other rows name are in the order of creation.
  const met = isReferred && names.length === 1 ? 1 : seeking.length + (index && given.some(({ value }) => value === index.value) ? 1 : 0);
  return {
    index: index && { name: index.name, values: index.values, is: index.is },
    seeks: seeking.flatMap(({ spanned, value }) => within(spanned, value as Span)),
    few: other ? within(other.spanned, other.value as Span) : null,
    isExact: !hasOr && !isSearched && met === given.length,
  };
}

interface Given<Name> {
  readonly name: Name;
  readonly value: unknown;
}

/** Returns the first condition of a list that an index has. */
function indexOf<Name extends string>(
  listing: Listing<Name>,
  given: readonly Given<Name>[],
  otherwise: NonNullable<Asked<Name>['otherwise']>,
) {
  for (const [key, is] of Object.entries<((value: SQL) => SQL) | undefined>(listing.equal)) {
    const name = key as Name;
    const condition = given.find((each) => each.name === name);
    const [values] = condition ? among(condition.value as Values, (some) => some) : [otherwise[name]];
    if (is && values) return { name, values, is, value: condition?.value ?? null };
  }
  return null;
}

const columnsOf = (table: SQLiteTable, names: readonly string[]): readonly Column[] => {
  const columns: Readonly<Record<string, Column>> = getColumns(table);
  return names.flatMap((name) => columns[name] ?? []);
};

function within({ column, at, none }: Spanned, { gte, lt }: Span<number | string>): SQL[] {
  const valueAt = (place: number | string) => (typeof place === 'number' ? (at?.(place) ?? place) : place);
  // SQLite seeks by one lower limit.
  const isNone = none !== undefined && (gte == null || gte <= none);
  const low = isNone ? [sql`${column} > ${none}`] : gte == null ? [] : [sql`${column} >= ${valueAt(gte)}`];
  return [...low, ...(lt == null ? [] : [sql`${column} < ${valueAt(lt)}`])];
}

/** Returns whether the rows that match are among those that the conditions name. */
function isNamed<Name extends string>({ named }: Pick<Listing<Name>, 'named'>, where: Asked<Name>['where']): boolean {
  const isIn = (each: NonNullable<Asked<Name>['where']>): boolean => {
    const { and, or, ...conditions } = each;
    const own = Object.entries(conditions).some(([name, value]) => named.has(name as Name) && value != null);
    return own || (and ?? []).some(isIn) || (or?.every(isIn) ?? false);
  };
  return where ? isIn(where) : false;
}
