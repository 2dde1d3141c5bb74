import { and, eq, type InferInsertModel, type InferSelectModel, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { customers } from './tables/index.ts';

export type CustomerRow = InferSelectModel<typeof customers>;
export type NewCustomerRow = Omit<InferInsertModel<typeof customers>, 'orgId'>;

/** By the caller's own id. */
export const customerById = ({ db }: Store, customerId: string) => db.query.customers.findFirst({ where: { customerId } });

export const insertCustomer = ({ orgId }: Store, row: NewCustomerRow) => insertRows(customers, [{ ...row, orgId }]);

/** True while the customer is not archived: the guard of everything that hangs on it. */
export const customerIsActive = ({ orgId }: Store, id: string) =>
  sql`exists (select 1 from ${customers} where ${and(eq(customers.orgId, orgId), eq(customers.id, id), eq(customers.status, 'ACTIVE'))})`;
