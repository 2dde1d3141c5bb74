import { integer, snakeCase } from 'drizzle-orm/sqlite-core';
import { orgId } from './columns.ts';

/**
 * What an organization stores: 500 bytes a row, 40 more a card of a set, and the bytes of the JSON in it. Triggers of every table keep it,
 * so that it is exact whatever writes.
 */
export const storageUsage = snakeCase.table('storage_usage', {
  orgId: orgId().primaryKey(),
  bytes: integer().notNull(),
  /** The bytes when the last change was accepted: above the quota a change is accepted that makes them fewer. */
  settledBytes: integer().notNull(),
  /** Bytes that it may store unless an operator says otherwise: a database of D1 holds 10 GB. */
  quotaBytes: integer().notNull().default(1_000_000_000),
});
