import { type SQL, sql } from 'drizzle-orm';
import type { StorageUse } from '../domain/storage.ts';
import { storageUsage } from './tables/index.ts';

const CODE = 'STORAGE_QUOTA_EXCEEDED';

/** Fails the batch if the writes before it exceed the organization's quota. Above the quota, a change must not add to what is stored. */
export const assertWithinQuota = (orgId: string): SQL =>
  sql`insert into _assert (ok, code)
    select bytes <= max(quota_bytes, settled_bytes), ${`${CODE} `} || settled_bytes || '/' || quota_bytes
    from ${storageUsage} where org_id = ${orgId}`;

/** Records the current size, which the next change is compared with. */
export const settleStorage = (orgId: string): SQL => sql`update ${storageUsage} set settled_bytes = bytes where org_id = ${orgId}`;

/** Returns the bytes in the message of a batch that `assertWithinQuota` failed. `null` for any other failure. */
export function quotaFailure(message: string): StorageUse | null {
  const [, used, quota] = /STORAGE_QUOTA_EXCEEDED (\d+)\/(\d+)/.exec(message) ?? [];
  return used === undefined || quota === undefined ? null : { used: Number(used), quota: Number(quota) };
}
