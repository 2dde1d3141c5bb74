import { index, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { Address, Setting } from '../../domain/customer.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Companies. `customerId` is the caller's own id, `id` ours (`togaiCustomerId` on the wire). */
export const customers = snakeCase.table(
  'customers',
  {
    id: generatedId(),
    orgId: orgId(),
    customerId: text().notNull(),
    name: text().notNull(),
    primaryEmail: text().notNull(),
    address: json<Address>().notNull(),
    settings: json<readonly Setting[]>().notNull(),
    status: text({ enum: ['ACTIVE', 'ARCHIVED'] }).notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // The caller's id is unique in the organization, and what look-ups use.
    unique('customers_customer_id').on(t.orgId, t.customerId),
    // Lists page through an organization in the order of creation.
    index('customers_org').on(t.orgId, t.id),
  ],
);
