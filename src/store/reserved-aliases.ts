import { and, eq, gt, type InferInsertModel, inArray, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { listed } from './list.ts';
import { accountAliases, reservedAliases } from './tables/index.ts';

export type NewReservedAliasRow = Omit<InferInsertModel<typeof reservedAliases>, 'orgId'>;

/** Returns the reserved aliases among the values. */
export const reservedByValue = ({ db, orgId }: Store, values: readonly string[]) =>
  db.select().from(reservedAliases).where(withValue(orgId, values));

export const insertReserved = ({ orgId }: Store, rows: readonly NewReservedAliasRow[]) =>
  insertRows(
    reservedAliases,
    rows.map((row) => ({ ...row, orgId })),
  );

/** Deletes the reserved aliases among the values. */
export const deleteReserved = ({ db, orgId }: Store, values: readonly string[]) =>
  db.delete(reservedAliases).where(withValue(orgId, values));

/** Returns a condition: the values name no account now or later. */
export const nameNoAccount = ({ orgId }: Store, values: readonly string[], now: number): SQL =>
  sql`not exists (select 1 from ${accountAliases} where ${and(
    eq(accountAliases.orgId, orgId),
    inArray(accountAliases.value, listed(values)),
    gt(accountAliases.effectiveUntil, now),
  )})`;

/** Returns a condition: the alias is still reserved. */
export const isReserved = ({ orgId }: Store, id: string): SQL =>
  sql`exists (select 1 from ${reservedAliases} where ${and(eq(reservedAliases.orgId, orgId), eq(reservedAliases.id, id))})`;

const withValue = (orgId: string, values: readonly string[]) =>
  and(eq(reservedAliases.orgId, orgId), inArray(reservedAliases.value, listed(values)));
