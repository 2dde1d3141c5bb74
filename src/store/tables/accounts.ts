import { foreignKey, index, integer, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { BillingInformation } from '../../domain/account/account.ts';
import type { Address, Setting } from '../../domain/customer.ts';
import { type Day, FIRST_DAY } from '../../domain/day.ts';
import { generatedId, instant, json, orgId } from './columns.ts';
import { customers } from './customers.ts';

/** Accounts, which plans are attached to. `accountId` is the caller's own id; `id` is generated (`togaiAccountId` in the API). */
export const accounts = snakeCase.table(
  'accounts',
  {
    id: generatedId(),
    orgId: orgId(),
    customerId: text().notNull(),
    accountId: text().notNull(),
    /** The folded `accountId` (`domain/fold.ts`), which searches compare. Every write of `accountId` must write it too. */
    accountIdFolded: text().notNull().default(''),
    name: text().notNull(),
    /** The folded `name` (`domain/fold.ts`), which lists are ordered and searched by. Every write of `name` must write it too. */
    nameFolded: text().notNull().default(''),
    invoiceCurrency: text().notNull(),
    status: text({ enum: ['ACTIVE', 'DRAFT', 'ARCHIVED'] }).notNull(),
    primaryEmail: text(),
    address: json<Address>(),
    billingInformation: json<BillingInformation>(),
    settings: json<readonly Setting[]>().notNull(),
    netTermDays: integer(),
    metadata: json<Readonly<Record<string, string>>>().notNull(),
    tags: json<readonly string[]>().notNull(),
    /** Grows with every accepted change. Guards compare it to detect concurrent changes. */
    revision: integer().notNull(),
    /** Grows with every change of the active timeline. A draft stores the one that it is based on. */
    timelineRevision: integer().notNull(),
    /** The first day after the last schedule of the active timeline. `FIRST_DAY`: the account has no schedule. Every write gives it. */
    timelineEnd: text().$type<Day>().notNull().default(FIRST_DAY),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.customerId], foreignColumns: [customers.orgId, customers.id] }),
    // The caller's own id is unique in the organization. Look-ups use it.
    unique('accounts_account_id').on(t.orgId, t.accountId),
    // Customer.accounts, in the order of creation.
    index('accounts_customer').on(t.orgId, t.customerId, t.id),
    // The same by name and by the last change. The id orders equal names.
    index('accounts_customer_list_name').on(t.orgId, t.customerId, t.nameFolded, t.id),
    index('accounts_customer_list_updated').on(t.orgId, t.customerId, t.updatedAt, t.id),
    // The organization's list in each of its orders. It omits archived accounts, however many there are.
    index('accounts_status').on(t.orgId, t.status, t.id),
    index('accounts_status_name').on(t.orgId, t.status, t.nameFolded, t.id),
    index('accounts_status_updated').on(t.orgId, t.status, t.updatedAt, t.id),
    // Both lists by the end of the timeline.
    index('accounts_status_timeline_end').on(t.orgId, t.status, t.timelineEnd, t.id),
    index('accounts_customer_timeline_end').on(t.orgId, t.customerId, t.timelineEnd, t.id),
  ],
);
