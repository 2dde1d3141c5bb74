import { type SQL, sql } from 'drizzle-orm';
import type { StorageUse } from '../domain/storage.ts';
import { storageUsage } from './tables/index.ts';

const CODE = 'STORAGE_QUOTA_EXCEEDED';

/** Fails a batch whose writes, all of which stand before, make an organization store more than it may, unless it stored more before. */
export const assertWithinQuota = (orgId: string): SQL =>
  sql`insert into _assert (ok, code)
    select bytes <= max(quota_bytes, settled_bytes), ${`${CODE} `} || settled_bytes || '/' || quota_bytes
    from ${storageUsage} where org_id = ${orgId}`;

/** Takes what is stored by now as the measure of the next change. */
export const settleStorage = (orgId: string): SQL => sql`update ${storageUsage} set settled_bytes = bytes where org_id = ${orgId}`;

/** What a batch said that `assertWithinQuota` failed; null for any other failure. */
export function quotaFailure(message: string): StorageUse | null {
  const [, used, quota] = /STORAGE_QUOTA_EXCEEDED (\d+)\/(\d+)/.exec(message) ?? [];
  return used === undefined || quota === undefined ? null : { used: Number(used), quota: Number(quota) };
}
