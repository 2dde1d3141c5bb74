import { index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { instant, json, orgId } from './columns.ts';

/** What a request that named an idempotency key has changed: written in its own batch, and answered again when the key comes again. */
export const idempotencyRecords = snakeCase.table(
  'idempotency_records',
  {
    orgId: orgId(),
    key: text().notNull(),
    /** Of the operation and its whole input: the same key with another is refused. */
    inputHash: text().notNull(),
    /** The row ids that the operation answered. */
    changed: json<unknown>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // The look-up, and what lets one of two requests with one key win.
    primaryKey({ columns: [t.orgId, t.key] }),
    // The sweep deletes what is older than a key lives.
    index('idempotency_records_age').on(t.createdAt),
  ],
);
