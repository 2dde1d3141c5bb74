import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** Aliases of accounts, each for a span of time. A trigger refuses a value that would name two accounts at one instant. */
export const accountAliases = snakeCase.table(
  'account_aliases',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    value: text().notNull(),
    effectiveFrom: instant().notNull(),
    effectiveUntil: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Look-ups by alias, also in the overlap trigger.
    index('account_aliases_value').on(t.orgId, t.value, t.effectiveFrom),
    // Account.aliases, in order.
    index('account_aliases_timeline').on(t.orgId, t.accountId, t.effectiveFrom, t.id),
  ],
);
