import { index, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { Address, Setting } from '../../domain/customer.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Companies. `customerId` is the caller's own id, `id` ours (`togaiCustomerId` on the wire). */
export const customers = snakeCase.table(
  'customers',
  {
    id: generatedId(),
    orgId: orgId(),
    customerId: text().notNull(),
    /** `customerId` as lists are searched by it (`domain/fold.ts`): every write of the one writes the other. */
    customerIdFolded: text().notNull().default(''),
    name: text().notNull(),
    /** `name` as lists are ordered and searched by it (`domain/fold.ts`): every write of the one writes the other. */
    nameFolded: text().notNull().default(''),
    primaryEmail: text().notNull(),
    address: json<Address>().notNull(),
    settings: json<readonly Setting[]>().notNull(),
    status: text({ enum: ['ACTIVE', 'ARCHIVED'] }).notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // The caller's id is unique in the organization, and what look-ups use.
    unique('customers_customer_id').on(t.orgId, t.customerId),
    // Lists by name; the id ends the order where names are equal.
    index('customers_list_name').on(t.orgId, t.nameFolded, t.id),
  ],
);
