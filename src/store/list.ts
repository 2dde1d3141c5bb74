import { type Column, type SQL, sql } from 'drizzle-orm';
import { fold } from '../domain/fold.ts';
import { type IdKind, idAt } from '../domain/id.ts';
import { trimmed } from '../domain/text.ts';
import type { Database, TableName } from './client.ts';

/** A condition on a value. If both `eq` and `in` are given, both must match. */
export interface OneOf<T> {
  readonly eq?: T | null;
  readonly in?: readonly T[] | null;
}

/** Conditions of a list, with nested conditions that must all match (`and`), or of which one must match (`or`). */
export type Where<Conditions> = Conditions & {
  readonly and?: readonly Where<Conditions>[] | null;
  readonly or?: readonly Where<Conditions>[] | null;
};

/** A filter of relational queries for one table. */
export type Filter<Table extends TableName> = NonNullable<NonNullable<Parameters<Database['query'][Table]['findMany']>[0]>['where']>;

/**
 * A span of instants, in milliseconds since the epoch, or of days. `gte` is the first instant or day in it, and `lt` the first one after it.
 */
export interface Span<T = number> {
  readonly gte?: T | null | undefined;
  readonly lt?: T | null | undefined;
}

/** The orders of lists of named rows. Each has an index, on these columns. */
export const ORDERS = {
  CREATED_AT_ASC: { id: 'asc' },
  CREATED_AT_DESC: { id: 'desc' },
  NAME_ASC: { nameFolded: 'asc', id: 'asc' },
  NAME_DESC: { nameFolded: 'desc', id: 'desc' },
  UPDATED_AT_ASC: { updatedAt: 'asc', id: 'asc' },
  UPDATED_AT_DESC: { updatedAt: 'desc', id: 'desc' },
} as const;

export type Order = keyof typeof ORDERS;

/** The orders of lists of accounts. */
export const ACCOUNT_ORDERS = {
  ...ORDERS,
  TIMELINE_END_ASC: { timelineEnd: 'asc', id: 'asc' },
  TIMELINE_END_DESC: { timelineEnd: 'desc', id: 'desc' },
} as const;

export type AccountOrder = keyof typeof ACCOUNT_ORDERS;

/**
 * Returns the filter of a `where`: its own conditions, all of `and`, and one of `or`. An empty `and` and empty conditions match every row.
 * An empty `or` and an empty `in` match none.
 * @param filtersOf returns the filters of conditions; it must not return an empty filter, which Drizzle would omit from an `or`
 */
export function matching<Table extends TableName, Conditions extends object>(
  where: Where<Conditions> | null | undefined,
  filtersOf: (conditions: Conditions) => readonly Filter<Table>[],
): Filter<Table> {
  const filter = ({ and, or, ...conditions }: Where<Conditions>): object => {
    // TypeScript cannot infer that an intersection without `and` and `or` is the other part of it.
    const own = filtersOf(conditions as unknown as Conditions);
    return joined('AND', [...own, ...(and ?? []).map(filter), ...(or ? [joined('OR', or.map(filter))] : [])]);
  };
  return (where ? filter(where) : {}) as Filter<Table>;
}

/** Joins filters in a balanced tree. SQLite allows expressions of 100 levels, and a flat chain of `or` has one level for each filter. */
function joined(by: 'AND' | 'OR', filters: readonly object[]): object {
  const [only, ...more] = filters;
  if (!only) return by === 'AND' ? { RAW: () => sql`1` } : hasId([]);
  if (more.length === 0) return only;
  const half = Math.ceil(filters.length / 2);
  return { [by]: [joined(by, filters.slice(0, half)), joined(by, filters.slice(half))] };
}

/** Returns whether a condition names a value, at any level of `and` and `or`. */
export function asksFor<Name extends string, T>(
  where: Where<{ readonly [K in Name]?: OneOf<T> | null }> | null | undefined,
  name: Name,
  value: T,
): boolean {
  if (!where) return false;
  const condition: OneOf<T> | null | undefined = where[name];
  if (condition?.eq === value || condition?.in?.includes(value)) return true;
  return [...(where.and ?? []), ...(where.or ?? [])].some((each) => asksFor(each, name, value));
}

/** Returns the conditions that must all match, at any level of `and`, and whether there is an `or` among them. */
export function conjunctsOf<Conditions extends object>(
  where: Where<Conditions> | null | undefined,
): { readonly conditions: readonly Conditions[]; readonly hasOr: boolean } {
  if (!where) return { conditions: [], hasOr: false };
  const { and, or, ...conditions } = where;
  const nested = (and ?? []).map((each) => conjunctsOf<Conditions>(each));
  return {
    // TypeScript cannot infer that an intersection without `and` and `or` is the other part of it.
    conditions: [conditions as unknown as Conditions, ...nested.flatMap((each) => each.conditions)],
    hasOr: or != null || nested.some((each) => each.hasOr),
  };
}

/** Returns whether a `where` has no condition at any level. */
export function isEmpty(where: Where<object>): boolean {
  const { conditions, hasOr } = conjunctsOf<object>(where);
  return !hasOr && conditions.every((each) => Object.values(each).every((value) => value == null));
}

/** Returns the one value that a condition allows. `null`: there is no condition, or it allows none or several. */
export function onlyValue<T>(condition: OneOf<T> | null | undefined): T | null {
  const values = condition?.eq == null ? condition?.in : [condition.eq].filter((value) => condition.in?.includes(value) ?? true);
  const [only, ...more] = values ?? [];
  return more.length === 0 ? (only ?? null) : null;
}

/** Returns the filter of a condition as a list of one, by the values that satisfy the condition. Empty if there is no condition. */
export function among<T, F>(condition: OneOf<T> | null | undefined, filterOf: (values: readonly T[]) => F): F[] {
  const { eq, in: several } = condition ?? {};
  if (eq == null) return several == null ? [] : [filterOf(several)];
  return [filterOf(several == null || several.includes(eq) ? [eq] : [])];
}

/** Returns the filter of a span as a list of one. Empty if the span has neither end. */
export const during = <F, T = number>(span: Span<T> | null | undefined, filterOf: (span: Span<T>) => F): F[] =>
  span?.gte == null && span?.lt == null ? [] : [filterOf(span)];

/** Returns a subquery that binds any number of values as one parameter: `column in ${listed(values)}`. */
export const listed = (values: readonly (string | number)[]): SQL => sql`(select value from json_each(${JSON.stringify(values)}))`;

/** Returns a filter by time of creation. It is a range of ids, because ids begin with that instant and an index has them in order. */
export const createdWithin = (kind: IdKind, { gte, lt }: Span) => ({
  id: { ...(gte == null ? {} : { gte: idAt(kind, gte) }), ...(lt == null ? {} : { lt: idAt(kind, lt) }) },
});

/** Returns the same filter as `createdWithin`. In other orders it uses `createdAt`: by id, SQLite would seek rows by id and sort them. */
export function createdWithinBy(order: AccountOrder, kind: IdKind, { gte, lt }: Span) {
  if (isByCreation(order)) return createdWithin(kind, { gte, lt });
  return { createdAt: within({ gte, lt }) };
}

/** Returns the filter of a column of instants or days. */
export const within = <T>({ gte, lt }: Span<T>) => ({ ...(gte == null ? {} : { gte }), ...(lt == null ? {} : { lt }) });

/** Returns a filter by ids. With this form of it, SQLite does not sort a list by name. */
export const hasId = (values: readonly string[]) => ({
  RAW: ({ id }: { readonly id: Column }): SQL => sql`${id} in ${listed(values)}`,
});

/** The values of a column at two cursors: rows come after the one and before the other. */
interface Between {
  readonly after: unknown;
  readonly before: unknown;
}

/**
 * Returns the seek filter of a page. The cursor's own condition `(column, id) > (?, ?)` implies it, but SQLite can seek only by this one
 * and would otherwise read a deep page from the start of the list.
 */
export function between<C extends string>(column: C, direction: 'asc' | 'desc', { after, before }: Between) {
  const [gte, lte] = direction === 'asc' ? [after, before] : [before, after];
  return { [column]: { ...(gte === null ? {} : { gte }), ...(lte === null ? {} : { lte }) } } as { readonly [K in C]: object };
}

export const isByCreation = (order: AccountOrder): boolean => order === 'CREATED_AT_ASC' || order === 'CREATED_AT_DESC';

/** Returns where a list of named rows has each of its spans. */
export const spansOf = (kind: IdKind, { id, updatedAt }: { readonly id: Column; readonly updatedAt: Column }) => ({
  createdAt: { column: id, at: (instant: number) => idAt(kind, instant) },
  updatedAt: { column: updatedAt, at: (instant: number) => instant },
});

/** Returns the columns of an order, and its direction. */
export const columnsOf = (order: AccountOrder) => ({
  names: Object.keys(ACCOUNT_ORDERS[order]),
  direction: order.endsWith('_ASC') ? ('asc' as const) : ('desc' as const),
});

/** Returns the folded column that a write of the name must set too. Empty if the write omits the name. */
export const foldedName = ({ name }: { readonly name?: string | undefined }) => (name === undefined ? {} : { nameFolded: fold(name) });

/**
 * Returns a condition: one of the folded columns contains a text, ignoring case and accents. The text is trimmed like names, so a blank one
 * is in every name. A `null` column contains no text. `LIKE` would read wildcards in the text, and accepts only 50 bytes.
 */
export function containsText(text: string, ...columns: readonly Column[]): SQL {
  const folded = fold(trimmed(text));
  const conditions = columns.map((column) => sql`instr(coalesce(${column}, ''), ${folded})`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}
