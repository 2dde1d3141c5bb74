import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { AccountStatus } from '../domain/account.ts';
import type { Store } from './client.ts';
import { type CreatedWithin, containsText, createdWithinBy, type OneOf, type Order, oneOf } from './list.ts';
import { type accounts, customers } from './tables/index.ts';

/** Which accounts a list is of; a condition left out holds for all. */
export interface AccountFilter {
  readonly status?: OneOf<AccountStatus> | null;
  /** By the caller's own id. */
  readonly customerId?: { readonly eq?: string | null } | null;
  readonly tags?: { readonly has?: string | null } | null;
  readonly createdAt?: CreatedWithin | null;
}

interface AccountList {
  readonly where?: AccountFilter | null | undefined;
  readonly search?: string | null | undefined;
  readonly orderBy: Order;
  readonly includeArchived?: boolean | null | undefined;
}

/** A filter: archived accounts are left out unless they are asked for, by `includeArchived` or by their status. */
export function accountsWhere({ orgId }: Store, { where, search, orderBy, includeArchived }: AccountList) {
  const { status, customerId, tags, createdAt } = where ?? {};
  return {
    AND: [
      ...(status ? [{ status: oneOf(status) }] : includeArchived ? [] : [{ status: { ne: 'ARCHIVED' as const } }]),
      ...(customerId?.eq == null ? [] : [ofCustomer(orgId, customerId.eq)]),
      ...(tags?.has == null ? [] : [hasTag(tags.has)]),
      ...(createdAt ? [createdWithinBy(orderBy, 'acc', createdAt)] : []),
      ...(search == null ? [] : [isNamed(search)]),
    ],
  };
}

const ofCustomer = (orgId: string, customerId: string) => ({
  RAW: (account: typeof accounts): SQL =>
    sql`${account.customerId} = (select ${customers.id} from ${customers} where ${and(eq(customers.orgId, orgId), eq(customers.customerId, customerId))})`,
});

/** Tags are kept in lower case. */
const hasTag = (tag: string) => ({
  RAW: (account: typeof accounts): SQL => sql`exists (select 1 from json_each(${account.tags}) where value = ${tag.toLowerCase()})`,
});

/** The name or the caller's id contains a text. */
const isNamed = (text: string) => ({
  RAW: ({ name, accountId }: typeof accounts): SQL => containsText(text, name, accountId),
});
