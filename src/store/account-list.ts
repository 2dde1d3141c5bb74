import { and, eq, type SQL, sql } from 'drizzle-orm';
import { ACCOUNT_STATUSES, type AccountStatus } from '../domain/account/account.ts';
import { type Day, FIRST_DAY } from '../domain/day.ts';
import { isExact, type Reading, type RelatedConditions, referrersOf, relatedWhere } from './account-related.ts';
import {
  type AccountOrder,
  among,
  asksFor,
  columnsOf,
  conjunctsOf,
  containsText,
  createdWithinBy,
  during,
  type Filter,
  listed,
  matching,
  type OneOf,
  type Span,
  spansOf,
  type Where,
  within,
} from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
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
  /** Of the first day after the last schedule. */
  readonly timelineEndDate?: Span<Day> | null;
  readonly createdAt?: Span | null;
  readonly updatedAt?: Span | null;
}

export interface AccountList {
  readonly where?: Where<AccountConditions> | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: AccountOrder;
  readonly includeArchived?: boolean | null | undefined;
}

/** Returns the filter of a list of accounts. Omits archived ones unless `includeArchived` is true or a condition names their status. */
export function accountsWhere(reading: Reading, { where, search, orderBy, includeArchived }: AccountList): Filter<'accounts'> {
  const { orgId } = reading.store;
  return {
    AND: [
      matching<'accounts', AccountConditions>(
        where,
        ({ status, accountId, customerId, tags, timelineEndDate, createdAt, updatedAt, ...related }) => [
          ...among(status, (values) => ({ status: { in: [...values] } })),
          ...among(accountId, (values) => isCalled(orgId, values)),
          ...among(customerId, (values) => ofCustomers(orgId, values)),
          ...(tags?.has == null ? [] : [hasTag(tags.has)]),
          ...relatedWhere(reading, related),
          ...during(timelineEndDate, (span) => ({ timelineEnd: { ...within(span), gt: FIRST_DAY } })),
          ...during(createdAt, (span) => createdWithinBy(orderBy, 'acc', span)),
          ...during(updatedAt, (span) => ({ updatedAt: within(span) })),
        ],
      ),
      ...(includeArchived || asksFor(where, 'status', 'ARCHIVED') ? [] : [{ status: { ne: 'ARCHIVED' as const } }]),
      ...(search == null ? [] : [isNamed(search)]),
    ],
  };
}

const listing = (orgId: string): Listing<keyof AccountConditions> => ({
  table: accounts,
  base: [],
  named: new Set(['accountId']),
  equal: {
    customerId: (customerId) => sql`${accounts.customerId} = (${idsOfCustomers(orgId, sql`= ${customerId}`)})`,
    status: (status) => sql`${accounts.status} = ${status}`,
  },
  spans: { ...spansOf('acc', accounts), timelineEndDate: { column: accounts.timelineEnd, none: FIRST_DAY } },
});

const asked = ({ where, search, orderBy, includeArchived }: AccountList): Asked<keyof AccountConditions> => ({
  where,
  otherwise: { status: ACCOUNT_STATUSES.filter((status) => status !== 'ARCHIVED' || includeArchived || asksFor(where, 'status', status)) },
  isReferred: conjunctsOf<AccountConditions>(where).conditions.some(isExact),
  isSearched: search != null,
  ...columnsOf(orderBy),
});

/** Returns the filter of one page of the organization's accounts. */
export function accountsOnPage(reading: Reading, list: AccountList, place: Place): Filter<'accounts'> {
  const { orgId } = reading.store;
  const filter = accountsWhere(reading, list);
  const { conditions } = conjunctsOf<AccountConditions>(list.where);
  const referrers = conditions.map((each) => referrersOf(reading, each)).find((each) => each !== null);
  return { AND: [filter, onPage(listing(orgId), asked(list), { orgId, filter, referrers, place })] };
}

/** Returns whether a page of the organization's accounts may examine accounts that do not match. */
export const examinesAccounts = (list: AccountList): boolean => mayExamine(listing(''), asked(list));

/** Returns whether a page of one customer's accounts may examine all of them. */
export const examinesCustomersAccounts = (list: AccountList): boolean =>
  mayExamine({ ...listing(''), equal: {} }, { ...asked(list), isReferred: false });

const isCalled = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id }: typeof accounts): SQL =>
    sql`${id} in (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.accountId} in ${listed(values)}`)})`,
});

/** Filters by customers. Of several, `onPage` reads a page of each. */
const ofCustomers = (orgId: string, values: readonly string[]) => ({
  RAW: ({ customerId }: typeof accounts): SQL =>
    values.length === 1
      ? sql`${customerId} = (${idsOfCustomers(orgId, sql`= ${values[0]}`)})`
      : sql`${customerId} in (${idsOfCustomers(orgId, sql`in ${listed(values)}`)})`,
});

const idsOfCustomers = (orgId: string, compared: SQL): SQL =>
  sql`select ${customers.id} from ${customers} where ${and(eq(customers.orgId, orgId), sql`${customers.customerId} ${compared}`)}`;

/** The tag is lowercased because tags are stored in lower case. */
const hasTag = (tag: string) => ({
  RAW: (account: typeof accounts): SQL => sql`exists (select 1 from json_each(${account.tags}) where value = ${tag.toLowerCase()})`,
});

/** Returns a filter: the name or the caller's own id contains a text. */
const isNamed = (text: string) => ({
  RAW: ({ nameFolded, accountIdFolded }: typeof accounts): SQL => containsText(text, nameFolded, accountIdFolded),
});
