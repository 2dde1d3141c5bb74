import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { orgId } from './columns.ts';

/** The keys and values of `accounts.metadata`, one row for each. Triggers write them, so that lists of accounts can be filtered by them. */
export const accountMetadata = snakeCase.table(
  'account_metadata',
  {
    orgId: orgId(),
    key: text().notNull(),
    accountId: text().notNull(),
    /** The first 100 characters of the value. */
    value: text().notNull(),
  },
  (t) => [
    // The accounts that have a key, in the order of creation.
    primaryKey({ columns: [t.orgId, t.key, t.accountId] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // The accounts that have a value of a key, in the order of creation.
    index('account_metadata_value').on(t.orgId, t.key, t.value, t.accountId),
  ],
);
