import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { AccountStatus } from '../domain/account/account.ts';
import type { Store } from './client.ts';
import {
  among,
  asksFor,
  containsText,
  createdWithinBy,
  during,
  type Filter,
  listed,
  matching,
  type OneOf,
  type Order,
  type Span,
  type Where,
} from './list.ts';
import { accounts, customers } from './tables/index.ts';

/** Conditions on accounts; one left out holds for all. */
export interface AccountConditions {
  readonly status?: OneOf<AccountStatus> | null;
  /** By the caller's own id. */
  readonly accountId?: OneOf<string> | null;
  /** By the caller's own id. */
  readonly customerId?: OneOf<string> | null;
  readonly tags?: { readonly has?: string | null } | null;
  readonly createdAt?: Span | null;
}

interface AccountList {
  readonly where?: Where<AccountConditions> | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** A filter: archived accounts are left out unless they are asked for: by `includeArchived`, or by a condition that names their status. */
export function accountsWhere({ orgId }: Store, { where, search, orderBy, includeArchived }: AccountList): Filter<'accounts'> {
  return {
    AND: [
      matching<'accounts', AccountConditions>(where, ({ status, accountId, customerId, tags, createdAt }) => [
        ...among(status, (values) => ({ status: { in: [...values] } })),
        ...among(accountId, (values) => isCalled(orgId, values)),
        ...among(customerId, (values) => ofCustomers(orgId, values)),
        ...(tags?.has == null ? [] : [hasTag(tags.has)]),
        ...during(createdAt, (span) => createdWithinBy(orderBy, 'acc', span)),
      ]),
      ...(includeArchived || asksFor(where, 'status', 'ARCHIVED') ? [] : [{ status: { ne: 'ARCHIVED' as const } }]),
      ...(search == null ? [] : [isNamed(search)]),
    ],
  };
}

const isCalled = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id }: typeof accounts): SQL =>
    sql`${id} in (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.accountId} in ${listed(values)}`)})`,
});

/**
 * Those of one customer come in the order of an index. Those of several are found by their ids: in the order of creation SQLite seeks them,
 * where an index of customers would leave them to be sorted.
 */
const ofCustomers = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id, customerId }: typeof accounts): SQL => {
    const theirs = sql`select ${customers.id} from ${customers} where ${and(eq(customers.orgId, orgId), sql`${customers.customerId} in ${listed(values)}`)}`;
    if (values.length === 1) return sql`${customerId} = (${theirs})`;
    return sql`${id} in (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.customerId} in (${theirs})`)})`;
  },
});

/** Tags are kept in lower case. */
const hasTag = (tag: string) => ({
  RAW: (account: typeof accounts): SQL => sql`exists (select 1 from json_each(${account.tags}) where value = ${tag.toLowerCase()})`,
});

/** The name or the caller's id contains a text. */
const isNamed = (text: string) => ({
  RAW: ({ nameFolded, accountIdFolded }: typeof accounts): SQL => containsText(text, nameFolded, accountIdFolded),
});
