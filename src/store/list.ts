import { type Column, type SQL, sql } from 'drizzle-orm';
import { fold } from '../domain/fold.ts';
import { type IdKind, idAt } from '../domain/id.ts';
import { trimmed } from '../domain/text.ts';
import type { Database, TableName } from './client.ts';

/** A condition on a value; both given, both must hold. */
export interface OneOf<T> {
  readonly eq?: T | null;
  readonly in?: readonly T[] | null;
}

/** Conditions of a list, with further ones that must all hold (`and`), or of which one must (`or`). */
export type Where<Conditions> = Conditions & {
  readonly and?: readonly Where<Conditions>[] | null;
  readonly or?: readonly Where<Conditions>[] | null;
};

/** A filter of relational queries on a table. */
export type Filter<Table extends TableName> = NonNullable<NonNullable<Parameters<Database['query'][Table]['findMany']>[0]>['where']>;

/** A span of instants, in milliseconds since the epoch: `gte` is its first, `lt` the first after it. */
export interface Span {
  readonly gte?: number | null | undefined;
  readonly lt?: number | null | undefined;
}

/** The orders that an index serves, wherever rows have a name. */
export const ORDERS = {
  CREATED_AT_ASC: { id: 'asc' },
  CREATED_AT_DESC: { id: 'desc' },
  NAME_ASC: { nameFolded: 'asc', id: 'asc' },
  NAME_DESC: { nameFolded: 'desc', id: 'desc' },
} as const;

export type Order = keyof typeof ORDERS;

/**
 * The filter that a `where` comes to: its own conditions, each of `and`, and one of `or`. An empty `and` holds for all, an empty `or` for none,
 * as `in` of nothing does; conditions that say nothing hold for all.
 * @param filtersOf no filter is one that says nothing: Drizzle would leave it out of an `or`
 */
export function matching<Table extends TableName, Conditions extends object>(
  where: Where<Conditions> | null | undefined,
  filtersOf: (conditions: Conditions) => readonly Filter<Table>[],
): Filter<Table> {
  const filter = ({ and, or, ...conditions }: Where<Conditions>): object => {
    // The rest of an intersection is not known to be the other part of it.
    const own = filtersOf(conditions as unknown as Conditions);
    return joined('AND', [...own, ...(and ?? []).map(filter), ...(or ? [joined('OR', or.map(filter))] : [])]);
  };
  return (where ? filter(where) : {}) as Filter<Table>;
}

/** Filters as a tree that is as low as can be: SQLite reads an expression only 100 levels deep, and a row of `or` is as deep as it is long. */
function joined(by: 'AND' | 'OR', filters: readonly object[]): object {
  const [only, ...more] = filters;
  if (!only) return by === 'AND' ? { RAW: () => sql`1` } : hasId([]);
  if (more.length === 0) return only;
  const half = Math.ceil(filters.length / 2);
  return { [by]: [joined(by, filters.slice(0, half)), joined(by, filters.slice(half))] };
}

/** Whether a condition asks for a value, at whatever level. */
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

/** The filter of a condition, by the values that it leaves; none where there is no condition. */
export function among<T, F>(condition: OneOf<T> | null | undefined, filterOf: (values: readonly T[]) => F): F[] {
  const { eq, in: several } = condition ?? {};
  if (eq == null) return several == null ? [] : [filterOf(several)];
  return [filterOf(several == null || several.includes(eq) ? [eq] : [])];
}

/** The same of a span of instants. */
export const during = <F>(span: Span | null | undefined, filterOf: (span: Span) => F): F[] =>
  span?.gte == null && span?.lt == null ? [] : [filterOf(span)];

/** Values of a caller as one parameter: `column in ${listed(values)}`. */
export const listed = (values: readonly (string | number)[]): SQL => sql`(select value from json_each(${JSON.stringify(values)}))`;

/** A filter on when rows were created. Their ids begin with that instant, and the primary key with their ids. */
export const createdWithin = (kind: IdKind, { gte, lt }: Span) => ({
  id: { ...(gte == null ? {} : { gte: idAt(kind, gte) }), ...(lt == null ? {} : { lt: idAt(kind, lt) }) },
});

/** The same for a list in some order. By name, rows are looked at in their order: SQLite would seek by the id, and then sort. */
export function createdWithinBy(order: Order, kind: IdKind, { gte, lt }: Span) {
  if (!byName(order)) return createdWithin(kind, { gte, lt });
  return { createdAt: within({ gte, lt }) };
}

/** The filter of a column of instants. */
export const within = ({ gte, lt }: Span) => ({ ...(gte == null ? {} : { gte }), ...(lt == null ? {} : { lt }) });

/** A filter: the id is one of these. Said in this way, SQLite does not sort by it what is listed by name. */
export const hasId = (values: readonly string[]) => ({
  RAW: ({ id }: { readonly id: Column }): SQL => sql`${id} in ${listed(values)}`,
});

/** Between two positions in the order of a column: what comes after the one, and before the other. */
interface Between {
  readonly after: unknown;
  readonly before: unknown;
}

/**
 * A filter beside a cursor's own `(column, id) > (?, ?)`, which it follows from: SQLite can seek by this one, and would otherwise read a
 * deep page from the front.
 */
export function between<C extends string>(column: C, direction: 'asc' | 'desc', { after, before }: Between) {
  const [gte, lte] = direction === 'asc' ? [after, before] : [before, after];
  return { [column]: { ...(gte === null ? {} : { gte }), ...(lte === null ? {} : { lte }) } } as { readonly [K in C]: object };
}

export const byName = (order: Order): boolean => order === 'NAME_ASC' || order === 'NAME_DESC';

/** The folded form of a name that a row is given; none where it is given none. */
export const foldedName = ({ name }: { readonly name?: string | undefined }) => (name === undefined ? {} : { nameFolded: fold(name) });

/**
 * A condition: one of the columns, which are folded, contains a text, whatever its case and accents. The text is trimmed as names are, so
 * that a blank one is in every name. LIKE would take the caller's wildcards, and
 * at most 50 bytes; a column that is null contains nothing.
 */
export function containsText(text: string, ...columns: readonly Column[]): SQL {
  const folded = fold(trimmed(text));
  const conditions = columns.map((column) => sql`instr(coalesce(${column}, ''), ${folded})`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}
