import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Decimal } from '../../domain/decimal.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** Changes of an account's number of licenses, recorded with the schedule change that grants them. */
export const licenseUpdates = snakeCase.table(
  'license_updates',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    licenseId: text().notNull(),
    updateType: text({ enum: ['RELATIVE', 'ABSOLUTE'] }).notNull(),
    quantity: text().$type<Decimal>().notNull(),
    effectiveFrom: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Account.licenseUpdates.
    index('license_updates_account').on(t.orgId, t.accountId, t.id),
  ],
);
