import { index, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Decimal } from '../../domain/decimal.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** Changes to how many licenses an account holds, recorded with the schedule change that granted them. */
export const licenseUpdates = snakeCase.table(
  'license_updates',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    licenseId: text().notNull(),
    updateType: text({ enum: ['RELATIVE', 'ABSOLUTE'] }).notNull(),
    quantity: text().$type<Decimal>().notNull(),
    effectiveFrom: instant().notNull(),
    createdAt: instant().notNull(),
  },
  // Account.licenseUpdates.
  (t) => [index('license_updates_account').on(t.accountId, t.id)],
);
