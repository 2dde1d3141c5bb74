import { eq, sql } from 'drizzle-orm';
import { idAt } from '../domain/id.ts';
import type { PurchaseStatus, PurchaseType } from '../domain/purchase/purchase.ts';
import type { Store } from './client.ts';
import { among, createdWithin, during, type Filter, matching, type OneOf, type Span, type Where } from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import { idsOfAccounts, isForAccounts } from './proposal-list.ts';
import type { Place } from './scan.ts';
import { purchases } from './tables/index.ts';

/** Conditions on purchases. An omitted condition matches every purchase. */
export interface PurchaseConditions {
  /** The caller's own id of the account. */
  readonly accountId?: OneOf<string> | null;
  readonly status?: OneOf<PurchaseStatus> | null;
  readonly type?: OneOf<PurchaseType> | null;
  readonly pricePlanId?: OneOf<string> | null;
  readonly createdAt?: Span | null;
}

/** Returns the filter of a list of purchases that needed no proposal. */
export const purchasesWhere = (where: Where<PurchaseConditions> | null | undefined, { orgId }: Store): Filter<'purchases'> => ({
  isProposal: false,
  AND: [
    matching<'purchases', PurchaseConditions>(where, ({ accountId, status, type, pricePlanId, createdAt }) => [
      ...among(accountId, (values) => isForAccounts(orgId, values)),
      ...among(status, (values) => ({ status: { in: [...values] } })),
      ...among(type, (values) => ({ type: { in: [...values] } })),
      ...among(pricePlanId, (values) => ({ pricePlanId: { in: [...values] } })),
      ...during(createdAt, (span) => createdWithin('purchase', span)),
    ]),
  ],
});

const listing = (orgId: string): Listing<keyof PurchaseConditions> => ({
  table: purchases,
  base: [eq(purchases.isProposal, false)],
  named: new Set(),
  equal: {
    accountId: (accountId) => sql`${purchases.accountId} = (${idsOfAccounts(orgId, sql`= ${accountId}`)})`,
    pricePlanId: (pricePlanId) => sql`${purchases.pricePlanId} = ${pricePlanId}`,
    status: (status) => sql`${purchases.status} = ${status}`,
    type: (type) => sql`${purchases.type} = ${type}`,
  },
  spans: { createdAt: { column: purchases.id, at: (instant) => idAt('purchase', instant) } },
});

type PurchasesWhere = Where<PurchaseConditions> | null | undefined;

const asked = (where: PurchasesWhere): Asked<keyof PurchaseConditions> => ({ where, names: ['id'], direction: 'desc' });

/** Returns the filter of one page of the organization's purchases that needed no proposal. */
export const purchasesOnPage = (where: PurchasesWhere, store: Store, place: Place): Filter<'purchases'> => {
  const { orgId } = store;
  const filter = purchasesWhere(where, store);
  return { AND: [filter, onPage(listing(orgId), asked(where), { orgId, filter, place })] };
};

/** Returns whether a page of the organization's purchases may examine purchases that do not match. */
export const examinesPurchases = (where: PurchasesWhere): boolean => mayExamine(listing(''), asked(where));
