import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { orgId } from './columns.ts';

/**
 * The plan versions in the active timeline of each account, one row for each, however many schedules have it. Triggers write them, so that
 * lists of accounts can be filtered by them. They are not counted as storage: there are no more of them than schedules, which are.
 */
export const accountPlans = snakeCase.table(
  'account_plans',
  {
    orgId: orgId(),
    planVersionId: text().notNull(),
    accountId: text().notNull(),
    pricePlanId: text().notNull(),
  },
  (t) => [
    // The accounts that have a version, in the order of creation.
    primaryKey({ columns: [t.orgId, t.planVersionId, t.accountId] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // The accounts that have a plan, in the order of creation.
    index('account_plans_plan').on(t.orgId, t.pricePlanId, t.accountId),
  ],
);
