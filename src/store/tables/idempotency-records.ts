import { index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { instant, json, orgId } from './columns.ts';

/** What requests with an idempotency key have changed. Written in the request's own batch, and returned when the key is sent again. */
export const idempotencyRecords = snakeCase.table(
  'idempotency_records',
  {
    orgId: orgId(),
    key: text().notNull(),
    /** The hash of the operation and its whole input. The same key with another hash is refused. */
    inputHash: text().notNull(),
    /** The row ids in the operation's result. */
    changed: json<unknown>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // The look-up by key. Unique, so that only one of two concurrent requests with one key succeeds.
    primaryKey({ columns: [t.orgId, t.key] }),
    // The sweep of expired keys.
    index('idempotency_records_age').on(t.createdAt),
  ],
);
