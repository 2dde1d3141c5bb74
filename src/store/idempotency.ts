import { and, eq, lte, sql } from 'drizzle-orm';
import { openTables, type Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { limit } from './limit.ts';
import { idempotencyRecords } from './tables/index.ts';

/** A request with an idempotency key, and what it changed. */
export interface IdempotencyRecord {
  readonly key: string;
  readonly inputHash: string;
  readonly changed: unknown;
}

/** Returns the record of a key if it was made after `since`, in milliseconds since the epoch. */
export const recordOfKey = (store: Store, key: string, since: number) =>
  store.db.query.idempotencyRecords.findFirst({ where: { key: ownKey(store, key), createdAt: { gt: since } } });

/**
 * Returns the stored form of a caller's key. Delegates of the same accounts share their keys with each other and with nobody else. A
 * caller's key cannot contain a line break, so the one in a delegate's key keeps it apart from a token's.
 */
export const ownKey = ({ reach }: Pick<Store, 'reach'>, key: string): string =>
  reach ? `\n${JSON.stringify([reach.accountIds, key])}` : key;

/** Writes the record of a key, and deletes one from `since` or earlier. A later record of the same key fails the whole batch. */
export const insertRecord = (store: Store, record: IdempotencyRecord, { now, since }: { readonly now: number; readonly since: number }) => {
  const { db, orgId } = store;
  const key = ownKey(store, record.key);
  return [
    db
      .delete(idempotencyRecords)
      .where(and(eq(idempotencyRecords.orgId, orgId), eq(idempotencyRecords.key, key), lte(idempotencyRecords.createdAt, since))),
    insertRows(idempotencyRecords, [{ ...record, key, orgId, createdAt: now }]),
  ];
};

/** Most records that one run deletes. What remains, the next run does. */
const MOST_DELETED = 10_000;

/** Deletes records of all organizations that were made at `until` or earlier: of many, the oldest. */
export async function deleteRecords(d1: D1Database, until: number): Promise<void> {
  const { orgId, key, createdAt } = idempotencyRecords;
  const old = sql`(select ${orgId}, ${key} from ${idempotencyRecords} where ${createdAt} <= ${until} order by ${createdAt} ${limit(MOST_DELETED)})`;
  await openTables(d1).delete(idempotencyRecords).where(sql`(${orgId}, ${key}) in ${old}`);
}
