import { eq, type SQL, sql } from 'drizzle-orm';
import type { StorageUse } from '../domain/storage.ts';
import { assertion } from './assertion.ts';
import type { Database } from './client.ts';
import { storageUsage } from './tables/index.ts';

const CODE = 'STORAGE_QUOTA_EXCEEDED';

/** Fails the batch if the writes before it exceed the organization's quota. Above the quota, a change must not add to what is stored. */
export const assertWithinQuota = (orgId: string): SQL =>
  assertion(
    sql`${storageUsage.bytes} <= max(${storageUsage.quotaBytes}, ${storageUsage.settledBytes})`,
    sql`${`${CODE} `} || ${storageUsage.settledBytes} || '/' || ${storageUsage.quotaBytes}`,
    sql`from ${storageUsage} where ${eq(storageUsage.orgId, orgId)}`,
  );

/** Records the current size, which the next change is compared with. */
export const settleStorage = (db: Database, orgId: string) =>
  db.update(storageUsage).set({ settledBytes: storageUsage.bytes }).where(eq(storageUsage.orgId, orgId));

/** Returns the bytes in the message of a batch that `assertWithinQuota` failed. `null` for any other failure. */
export function quotaFailure(message: string): StorageUse | null {
  const [, used, quota] = /STORAGE_QUOTA_EXCEEDED (\d+)\/(\d+)/.exec(message) ?? [];
  return used === undefined || quota === undefined ? null : { used: Number(used), quota: Number(quota) };
}
