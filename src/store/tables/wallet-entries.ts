import { index, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Decimal } from '../../domain/decimal.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** The wallet's ledger: rows are only ever added, and a balance is their sum. */
export const walletEntries = snakeCase.table(
  'wallet_entries',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    purchaseId: text().notNull(),
    amount: text().$type<Decimal>().notNull(),
    currency: text().notNull(),
    createdAt: instant().notNull(),
  },
  // Account.wallet.
  (t) => [index('wallet_entries_account').on(t.accountId, t.id)],
);
