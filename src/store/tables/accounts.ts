import { foreignKey, index, integer, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { BillingInformation } from '../../domain/account/account.ts';
import type { Address, Setting } from '../../domain/customer.ts';
import { generatedId, instant, json, orgId } from './columns.ts';
import { customers } from './customers.ts';

/** What plans are attached to. `accountId` is the caller's own id, `id` ours (`togaiAccountId` on the wire). */
export const accounts = snakeCase.table(
  'accounts',
  {
    id: generatedId(),
    orgId: orgId(),
    customerId: text().notNull(),
    accountId: text().notNull(),
    /** `accountId` as lists are searched by it (`domain/fold.ts`): every write of the one writes the other. */
    accountIdFolded: text().notNull().default(''),
    name: text().notNull(),
    /** `name` as lists are ordered and searched by it (`domain/fold.ts`): every write of the one writes the other. */
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
    /** Grows with every accepted change: what writers are checked against. */
    revision: integer().notNull(),
    /** Grows when the active timeline changes: what a draft is based on. */
    timelineRevision: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.customerId], foreignColumns: [customers.orgId, customers.id] }),
    // The caller's id is unique in the organization, and what look-ups use.
    unique('accounts_account_id').on(t.orgId, t.accountId),
    // Customer.accounts, in the same order.
    index('accounts_customer').on(t.orgId, t.customerId, t.id),
    // Both lists by name; the id ends the order where names are equal.
    index('accounts_list_name').on(t.orgId, t.nameFolded, t.id),
    index('accounts_customer_list_name').on(t.orgId, t.customerId, t.nameFolded, t.id),
  ],
);
