import { and, eq, type SQL, sql } from 'drizzle-orm';
import { PURCHASE_STATUSES, type PurchaseStatus, type PurchaseType } from '../domain/purchase/purchase.ts';
import type { Store } from './client.ts';
import { among, createdWithin, during, type Filter, listed, matching, type OneOf, type Span, type Where, within } from './list.ts';
import { hasStatusAt } from './purchases.ts';
import { accounts, purchases } from './tables/index.ts';

/** Conditions on proposals. An omitted condition matches every proposal. */
export interface ProposalConditions {
  readonly status?: OneOf<PurchaseStatus> | null;
  readonly type?: OneOf<PurchaseType> | null;
  readonly number?: OneOf<number> | null;
  /** The caller's own id of the account. */
  readonly accountId?: OneOf<string> | null;
  readonly expiryDate?: Span | null;
  readonly createdAt?: Span | null;
}

/** Returns the filter of a list of proposals, with their statuses at `now`, in milliseconds since the epoch. */
export const proposalsWhere = (
  where: Where<ProposalConditions> | null | undefined,
  { store: { orgId }, now }: { readonly store: Store; readonly now: number },
): Filter<'purchases'> =>
  matching<'purchases', ProposalConditions>(where, ({ status, type, number, accountId, expiryDate, createdAt }) => [
    ...among(status, (values) =>
      hasStatusAt(
        PURCHASE_STATUSES.filter((each) => values.includes(each)),
        now,
      ),
    ),
    ...among(type, (values) => ({ type: { in: [...values] } })),
    ...among(number, (values) => isNumbered(orgId, values)),
    ...among(accountId, (values) => isForAccounts(orgId, values)),
    ...during(expiryDate, (span) => ({ expiresAt: within(span) })),
    ...during(createdAt, (span) => createdWithin('purchase', span)),
  ]);

const isNumbered = (orgId: string, values: readonly number[]) => ({
  RAW: ({ id }: typeof purchases): SQL =>
    sql`${id} in (select ${purchases.id} from ${purchases} where ${and(eq(purchases.orgId, orgId), sql`${purchases.number} in ${listed(values)}`)})`,
});

/** Filters by accounts. For one account, an index has the order of the list. For several, proposals are found by id to avoid a sort. */
export const isForAccounts = (orgId: string, values: readonly string[]) => ({
  RAW: ({ id, accountId }: typeof purchases): SQL => {
    const theirs = sql`select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), sql`${accounts.accountId} in ${listed(values)}`)}`;
    if (values.length === 1) return sql`${accountId} = (${theirs})`;
    return sql`${id} in (select ${purchases.id} from ${purchases} where ${and(eq(purchases.orgId, orgId), sql`${purchases.accountId} in (${theirs})`)})`;
  },
});
