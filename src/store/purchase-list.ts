import type { Store } from './client.ts';
import { among, createdWithin, during, type Filter, matching, type OneOf, type Span, type Where } from './list.ts';
import { isForAccounts } from './proposal-list.ts';

/** Conditions on purchases. An omitted condition matches every purchase. */
export interface PurchaseConditions {
  /** The caller's own id of the account. */
  readonly accountId?: OneOf<string> | null;
  readonly createdAt?: Span | null;
}

/** Returns the filter of a list of purchases that needed no proposal. */
export const purchasesWhere = (where: Where<PurchaseConditions> | null | undefined, { orgId }: Store): Filter<'purchases'> => ({
  isProposal: false,
  AND: [
    matching<'purchases', PurchaseConditions>(where, ({ accountId, createdAt }) => [
      ...among(accountId, (values) => isForAccounts(orgId, values)),
      ...during(createdAt, (span) => createdWithin('purchase', span)),
    ]),
  ],
});
