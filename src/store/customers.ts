import { and, eq, type InferInsertModel, type InferSelectModel, ne, type SQL, sql } from 'drizzle-orm';
import { fold } from '../domain/fold.ts';
import { instantAfter } from '../domain/revision.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { foldedName } from './list.ts';
import { accounts, customers } from './tables/index.ts';

export type CustomerRow = InferSelectModel<typeof customers>;
export type NewCustomerRow = Omit<InferInsertModel<typeof customers>, 'orgId' | 'nameFolded' | 'customerIdFolded'>;

/** Maximum number of accounts that a refusal to archive a customer names. */
const ACCOUNTS_NAMED = 5;

/** Returns the customer with the caller's own id. */
export const customerById = ({ db }: Store, customerId: string) => db.query.customers.findFirst({ where: { customerId } });

/** Returns the customer with its first accounts that are not archived, at most `ACCOUNTS_NAMED`. */
export const customerWithLiveAccounts = ({ db }: Store, customerId: string) =>
  db.query.customers.findFirst({
    where: { customerId },
    with: {
      accounts: {
        columns: { accountId: true, status: true },
        where: { status: { ne: 'ARCHIVED' } },
        orderBy: { id: 'asc' },
        limit: ACCOUNTS_NAMED,
      },
    },
  });

export const insertCustomer = ({ orgId }: Store, row: NewCustomerRow) =>
  insertRows(customers, [{ ...row, nameFolded: fold(row.name), customerIdFolded: fold(row.customerId), orgId }]);

/** Writes changes of a customer. `updatedAt` always increases, because guards compare it to detect concurrent changes. */
export const updateCustomer = (
  { db, orgId }: Store,
  before: Pick<CustomerRow, 'id' | 'updatedAt'>,
  changes: Partial<Pick<CustomerRow, 'name' | 'primaryEmail' | 'address' | 'status'>>,
  now: number,
) =>
  db
    .update(customers)
    .set({ ...changes, ...foldedName(changes), updatedAt: instantAfter(before.updatedAt, now) })
    .where(and(eq(customers.orgId, orgId), eq(customers.id, before.id)));

/** Returns a condition: the customer has not changed since it was read. */
export const customerIsAt = ({ orgId }: Store, { id, updatedAt }: Pick<CustomerRow, 'id' | 'updatedAt'>): SQL =>
  sql`exists (select 1 from ${customers} where ${and(eq(customers.orgId, orgId), eq(customers.id, id), eq(customers.updatedAt, updatedAt))})`;

/** Returns a condition: the customer is not archived. It guards every write that depends on the customer. */
export const customerIsActive = ({ orgId }: Store, id: string): SQL =>
  sql`exists (select 1 from ${customers} where ${and(eq(customers.orgId, orgId), eq(customers.id, id), eq(customers.status, 'ACTIVE'))})`;

/** Returns a condition: all accounts of the customer are archived. It guards the archiving of the customer. */
export const hasOnlyArchivedAccounts = ({ orgId }: Store, id: string): SQL =>
  sql`not exists (select 1 from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.customerId, id), ne(accounts.status, 'ARCHIVED'))})`;
