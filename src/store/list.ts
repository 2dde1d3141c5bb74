import { type Column, type SQL, sql } from 'drizzle-orm';
import { type IdKind, idAt } from '../domain/id.ts';

/** A condition on a value; both given, both must hold. */
export interface OneOf<T> {
  readonly eq?: T | null;
  readonly in?: readonly T[] | null;
}

/** A span of instants, in milliseconds since the epoch: `gte` is its first, `lt` the first after it. */
export interface CreatedWithin {
  readonly gte?: number | null | undefined;
  readonly lt?: number | null | undefined;
}

/** The orders that an index serves, wherever rows have a name. */
export const ORDERS = {
  CREATED_AT_ASC: { id: 'asc' },
  CREATED_AT_DESC: { id: 'desc' },
  NAME_ASC: { name: 'asc', id: 'asc' },
  NAME_DESC: { name: 'desc', id: 'desc' },
} as const;

export type Order = keyof typeof ORDERS;

export const oneOf = <T>({ eq, in: among }: OneOf<T>) => ({ ...(eq == null ? {} : { eq }), ...(among == null ? {} : { in: [...among] }) });

/** A filter on when rows were created. Their ids begin with that instant, and the primary key with their ids. */
export const createdWithin = (kind: IdKind, { gte, lt }: CreatedWithin) => ({
  id: { ...(gte == null ? {} : { gte: idAt(kind, gte) }), ...(lt == null ? {} : { lt: idAt(kind, lt) }) },
});

/** The same for a list in some order. By name, rows are looked at in their order: SQLite would seek by the id, and then sort. */
export function createdWithinBy(order: Order, kind: IdKind, { gte, lt }: CreatedWithin) {
  if (!byName(order)) return createdWithin(kind, { gte, lt });
  return { createdAt: { ...(gte == null ? {} : { gte }), ...(lt == null ? {} : { lt }) } };
}

/**
 * A filter beside a cursor's own `(name, id) > (?, ?)`, which it follows from: SQLite can seek by this one, and would otherwise read a
 * deep page from the front.
 */
export function namedWithin(order: Order, { after, before }: { readonly after: string | null; readonly before: string | null }) {
  if (!byName(order)) return {};
  const [gte, lte] = order === 'NAME_ASC' ? [after, before] : [before, after];
  return { name: { ...(gte === null ? {} : { gte }), ...(lte === null ? {} : { lte }) } };
}

const byName = (order: Order): boolean => order === 'NAME_ASC' || order === 'NAME_DESC';

/**
 * A condition: one of the columns contains a text, whatever the case. LIKE would take the caller's wildcards, and at most 50 bytes;
 * a column that is null contains nothing.
 */
export function containsText(text: string, ...columns: readonly Column[]): SQL {
  const conditions = columns.map((column) => sql`instr(lower(coalesce(${column}, '')), lower(${text}))`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}
