import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import type { CustomerRow } from './customers.ts';
import {
  among,
  asksFor,
  columnsOf,
  containsText,
  createdWithinBy,
  during,
  type Filter,
  listed,
  matching,
  type OneOf,
  type Order,
  type Span,
  spansOf,
  type Where,
  within,
} from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import type { Place } from './scan.ts';
import { accounts, customers } from './tables/index.ts';

/** Conditions on customers. An omitted condition matches every customer. */
export interface CustomerConditions {
  readonly status?: OneOf<CustomerRow['status']> | null;
  /** The caller's own id of the customer. */
  readonly customerId?: OneOf<string> | null;
  /** Whether the customer has an account that is not archived. */
  readonly hasAccounts?: boolean | null;
  readonly createdAt?: Span | null;
  readonly updatedAt?: Span | null;
}

interface CustomerList {
  readonly where?: Where<CustomerConditions> | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** Returns the filter of a list of customers. Omits archived ones unless `includeArchived` is true or a condition names their status. */
export function customersWhere({ orgId }: Store, { where, search, orderBy, includeArchived }: CustomerList): Filter<'customers'> {
  return {
    AND: [
      matching<'customers', CustomerConditions>(where, ({ status, customerId, hasAccounts, createdAt, updatedAt }) => [
        ...among(status, (values) => ({ status: { in: [...values] } })),
        ...among(customerId, (values) => isCalled(orgId, values)),
        ...(hasAccounts == null ? [] : [isHolder(orgId, hasAccounts)]),
        ...during(createdAt, (span) => createdWithinBy(orderBy, 'cus', span)),
        ...during(updatedAt, (span) => ({ updatedAt: within(span) })),
      ]),
      ...(includeArchived || asksFor(where, 'status', 'ARCHIVED') ? [] : [{ status: 'ACTIVE' as const }]),
      ...(search == null ? [] : [isNamed(search)]),
    ],
  };
}

const LISTING: Listing<keyof CustomerConditions> = {
  table: customers,
  base: [],
  named: new Set(['customerId']),
  equal: { status: (status) => sql`${customers.status} = ${status}` },
  spans: spansOf('cus', customers),
};

const asked = ({ where, search, orderBy, includeArchived }: CustomerList): Asked<keyof CustomerConditions> => ({
  where,
  otherwise: { status: includeArchived || asksFor(where, 'status', 'ARCHIVED') ? ['ACTIVE', 'ARCHIVED'] : ['ACTIVE'] },
  isSearched: search != null,
  ...columnsOf(orderBy),
});

/** Returns the filter of one page of the organization's customers. */
export const customersOnPage = (store: Store, list: CustomerList, place: Place): Filter<'customers'> => {
  const filter = customersWhere(store, list);
  return { AND: [filter, onPage(LISTING, asked(list), { orgId: store.orgId, filter, place })] };
};

/** Returns whether a page of the organization's customers may examine customers that do not match. */
export const examinesCustomers = (list: CustomerList): boolean => mayExamine(LISTING, asked(list));

const isCalled = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id }: typeof customers): SQL =>
    sql`${id} in (select ${customers.id} from ${customers} where ${and(eq(customers.orgId, orgId), sql`${customers.customerId} in ${listed(values)}`)})`,
});

const isHolder = (orgId: string, hasAccounts: boolean) => ({
  RAW: ({ id }: typeof customers): SQL =>
    sql`${sql.raw(hasAccounts ? '' : 'not ')}exists (select 1 from ${accounts} where ${and(
      eq(accounts.orgId, orgId),
      sql`${accounts.customerId} = ${id}`,
      ne(accounts.status, 'ARCHIVED'),
    )})`,
});

/** Returns a filter: the name or the caller's own id contains a text. */
const isNamed = (text: string) => ({
  RAW: ({ nameFolded, customerIdFolded }: typeof customers): SQL => containsText(text, nameFolded, customerIdFolded),
});
