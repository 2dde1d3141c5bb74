import { and, eq, lte } from 'drizzle-orm';
import { openTables, type Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { idempotencyRecords } from './tables/index.ts';

/** A request that named a key, and what it changed. */
export interface IdempotencyRecord {
  readonly key: string;
  readonly inputHash: string;
  readonly changed: unknown;
}

/** What the key has changed after `since`. */
export const recordOfKey = (store: Store, key: string, since: number) =>
  store.db.query.idempotencyRecords.findFirst({ where: { key: ownKey(store, key), createdAt: { gt: since } } });

/**
 * The key as it is stored: delegates of the same accounts share theirs, and nobody else's. The line break, which no key of a caller holds,
 * tells a delegate's from a token's.
 */
export const ownKey = ({ reach }: Pick<Store, 'reach'>, key: string): string =>
  reach ? `\n${JSON.stringify([reach.accountIds, key])}` : key;

/** Records what a key has changed, in the place of a record that is too old. One that is not fails the whole batch. */
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

/** Forgets the keys of all organizations that are too old to be answered again. */
export async function deleteRecords(d1: D1Database, until: number): Promise<void> {
  await openTables(d1).delete(idempotencyRecords).where(lte(idempotencyRecords.createdAt, until));
}
