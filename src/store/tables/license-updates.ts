import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { type Decimal, ZERO } from '../../domain/decimal.ts';
import type { Metadata } from '../../domain/text.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Changes of an account's number of licenses, recorded alone or with the schedule change that grants them. */
export const licenseUpdates = snakeCase.table(
  'license_updates',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    licenseId: text().notNull(),
    updateType: text({ enum: ['RELATIVE', 'ABSOLUTE'] }).notNull(),
    quantity: text().$type<Decimal>().notNull(),
    /** What the account holds from `effective_from` on, by the updates that were recorded until this one. */
    held: text().$type<Decimal>().notNull().default(ZERO),
    metadata: json<Metadata>(),
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
