import { integer, snakeCase } from 'drizzle-orm/sqlite-core';
import { orgId } from './columns.ts';

/**
 * The size of each organization's data: 500 bytes for each row, 40 more for each card of a set, and the bytes of the JSON columns. Triggers
 * of every table update it, so that it is exact for every kind of write.
 */
export const storageUsage = snakeCase.table('storage_usage', {
  orgId: orgId().primaryKey(),
  bytes: integer().notNull(),
  /** The bytes after the last accepted change. Above the quota, only a change that does not exceed them is accepted. */
  settledBytes: integer().notNull(),
  /** Maximum bytes. Defaults to a tenth of a D1 database, which holds 10 GB. An operator can change it. */
  quotaBytes: integer().notNull().default(1_000_000_000),
});
