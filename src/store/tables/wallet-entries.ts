import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Decimal } from '../../domain/decimal.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** The ledger of wallets. Rows are only added, and a balance is their sum. */
export const walletEntries = snakeCase.table(
  'wallet_entries',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    purchaseId: text().notNull(),
    amount: text().$type<Decimal>().notNull(),
    currency: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Account.wallet.
    index('wallet_entries_account').on(t.orgId, t.accountId, t.id),
  ],
);
