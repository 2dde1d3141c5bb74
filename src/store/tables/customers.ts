import { isNotNull } from 'drizzle-orm';
import { index, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { Address, Setting } from '../../domain/customer.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Customers. `customerId` is the caller's own id; `id` is generated (`togaiCustomerId` in the API). */
export const customers = snakeCase.table(
  'customers',
  {
    id: generatedId(),
    orgId: orgId(),
    customerId: text().notNull(),
    /** The folded `customerId` (`domain/fold.ts`), which searches compare. Every write of `customerId` must write it too. */
    customerIdFolded: text().notNull().default(''),
    name: text().notNull(),
    /** The folded `name` (`domain/fold.ts`), which lists are ordered and searched by. Every write of `name` must write it too. */
    nameFolded: text().notNull().default(''),
    primaryEmail: text().notNull(),
    address: json<Address>().notNull(),
    settings: json<readonly Setting[]>().notNull(),
    status: text({ enum: ['ACTIVE', 'ARCHIVED'] }).notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    erasureRequestedAt: instant(),
    /** When the last personal text was erased. `null`: not yet, or not requested. */
    erasedAt: instant(),
    /** What the erasure has reached: the customer or account whose audit entries it reads, and the last of them. `null`: it does not run. */
    erasureSubjectId: text(),
    erasureEntryId: text(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // The caller's own id is unique in the organization. Look-ups use it.
    unique('customers_customer_id').on(t.orgId, t.customerId),
    // The list in each of its orders. The id orders equal names. It omits archived customers, however many there are.
    index('customers_status').on(t.orgId, t.status, t.id),
    index('customers_status_name').on(t.orgId, t.status, t.nameFolded, t.id),
    index('customers_status_updated').on(t.orgId, t.status, t.updatedAt, t.id),
    // The erasures that run. Triggers let only these alter the audit log.
    index('customers_erasing').on(t.orgId, t.id).where(isNotNull(t.erasureSubjectId)),
  ],
);
