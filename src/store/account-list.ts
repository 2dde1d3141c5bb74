import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { AccountStatus } from '../domain/account/account.ts';
import { isExact, RELATED, type Reading, type RelatedConditions, referrersOf, relatedWhere } from './account-related.ts';
import {
  among,
  asksFor,
  conjunctsOf,
  containsText,
  createdWithinBy,
  during,
  type Filter,
  isByCreation,
  listed,
  matching,
  namesAny,
  type OneOf,
  type Order,
  type Span,
  type Where,
  within,
} from './list.ts';
import { examinedPage, isAlone, plainPage } from './list-page.ts';
import type { Place } from './scan.ts';
import { accounts, customers } from './tables/index.ts';

/** Conditions on accounts. An omitted condition matches every account. */
export interface AccountConditions extends RelatedConditions {
  readonly status?: OneOf<AccountStatus> | null;
  /** The caller's own id of the account. */
  readonly accountId?: OneOf<string> | null;
  /** The caller's own id of the customer. */
  readonly customerId?: OneOf<string> | null;
  readonly tags?: { readonly has?: string | null } | null;
  readonly createdAt?: Span | null;
  readonly updatedAt?: Span | null;
}

export interface AccountList {
  readonly where?: Where<AccountConditions> | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** Returns the filter of a list of accounts. Omits archived ones unless `includeArchived` is true or a condition names their status. */
export function accountsWhere(reading: Reading, { where, search, orderBy, includeArchived }: AccountList): Filter<'accounts'> {
  const { orgId } = reading.store;
  return {
    AND: [
      matching<'accounts', AccountConditions>(where, ({ status, accountId, customerId, tags, createdAt, updatedAt, ...related }) => [
        ...among(status, (values) => ({ status: { in: [...values] } })),
        ...among(accountId, (values) => isCalled(orgId, values)),
        ...among(customerId, (values) => ofCustomers(orgId, values)),
        ...(tags?.has == null ? [] : [hasTag(tags.has)]),
        ...relatedWhere(reading, related),
        ...during(createdAt, (span) => createdWithinBy(orderBy, 'acc', span)),
        ...during(updatedAt, (span) => ({ updatedAt: within(span) })),
      ]),
      ...(includeArchived || asksFor(where, 'status', 'ARCHIVED') ? [] : [{ status: { ne: 'ARCHIVED' as const } }]),
      ...(search == null ? [] : [isNamed(search)]),
    ],
  };
}

/** Returns the filter of one page of a list of accounts. */
export function accountsOnPage(reading: Reading, list: AccountList, place: Place): Filter<'accounts'> {
  const where = accountsWhere(reading, list);
  if (namesAny(list.where, RELATED)) {
    const page = { list: accounts, columns: EXAMINED, orgId: reading.store.orgId, where, orderBy: list.orderBy, place };
    const { conditions } = conjunctsOf<AccountConditions>(list.where);
    return examinedPage(page, conditions.map((each) => referrersOf(reading, each)).find((referrers) => referrers !== null) ?? null);
  }
  return plainPage({ where, orderBy: list.orderBy, place });
}

/** The columns that the filter names. */
const EXAMINED = [
  accounts.orgId,
  accounts.id,
  accounts.customerId,
  accounts.accountId,
  accounts.accountIdFolded,
  accounts.nameFolded,
  accounts.status,
  accounts.tags,
  accounts.createdAt,
  accounts.updatedAt,
];

/** Returns whether a page may examine accounts that do not match, because no index has all conditions and the order. */
export function examinesAccounts(list: AccountList): boolean {
  if (!namesAny(list.where, RELATED)) return false;
  const { conditions } = conjunctsOf<AccountConditions>(list.where);
  return !isAlone(list) || !isByCreation(list.orderBy) || !conditions.some(isExact);
}

/** Returns whether a page of one customer's accounts examines accounts that do not match: those of the customer. */
export const examinesCustomersAccounts = ({ where }: AccountList): boolean => namesAny(where, RELATED);

const isCalled = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id }: typeof accounts): SQL =>
    sql`${id} in (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.accountId} in ${listed(values)}`)})`,
});

/**
 * Filters by customers. For one customer, an index has the order of the list. For several, accounts are found by their ids, which SQLite
 * seeks in the order of creation; an index by customer would need a sort.
 */
const ofCustomers = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id, customerId }: typeof accounts): SQL => {
    const theirs = sql`select ${customers.id} from ${customers} where ${and(eq(customers.orgId, orgId), sql`${customers.customerId} in ${listed(values)}`)}`;
    if (values.length === 1) return sql`${customerId} = (${theirs})`;
    return sql`${id} in (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.customerId} in (${theirs})`)})`;
  },
});

/** The tag is lowercased because tags are stored in lower case. */
const hasTag = (tag: string) => ({
  RAW: (account: typeof accounts): SQL => sql`exists (select 1 from json_each(${account.tags}) where value = ${tag.toLowerCase()})`,
});

/** Returns a filter: the name or the caller's own id contains a text. */
const isNamed = (text: string) => ({
  RAW: ({ nameFolded, accountIdFolded }: typeof accounts): SQL => containsText(text, nameFolded, accountIdFolded),
});
