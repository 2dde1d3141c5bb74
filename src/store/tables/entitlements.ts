import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../domain/day.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** Feature credits granted by a purchase, each grant for its own period. */
export const entitlements = snakeCase.table(
  'entitlements',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    purchaseId: text().notNull(),
    featureId: text().notNull(),
    credits: text().$type<Decimal>().notNull(),
    effectiveFrom: text().$type<Day>().notNull(),
    effectiveUntil: text().$type<Day>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Account.entitlements.
    index('entitlements_account').on(t.orgId, t.accountId, t.id),
    // Purchase.entitlements.
    index('entitlements_purchase').on(t.orgId, t.purchaseId, t.id),
  ],
);
