import { and, eq, type InferInsertModel, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { EntitlementGrant } from '../domain/purchase/effect.ts';
import type { Purchase, PurchasedPlan, PurchaseState, PurchaseStatus } from '../domain/purchase/purchase.ts';
import { purchaseState } from '../domain/purchase/transitions.ts';
import type { PricedCards } from '../domain/schedule/issues.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { listed } from './list.ts';
import { toPlanVersion } from './plan-versions.ts';
import { billablesOf, inOrder, toCards } from './rate-cards.ts';
import { ACCOUNT_IN_QUESTION, ACTIVE_TIMELINE, endsAfter } from './schedules.ts';
import { entitlements, purchases, walletEntries } from './tables/index.ts';

export type NewPurchaseRow = Omit<InferInsertModel<typeof purchases>, 'orgId'>;

/** A selection of a purchase with everything that computes its effect: the account's active timeline and the plan version bought. */
export const WITH_EFFECT = {
  columns: {
    id: true,
    accountId: true,
    isProposal: true,
    number: true,
    revision: true,
    type: true,
    paymentMode: true,
    status: true,
    comment: true,
    respondedAt: true,
    supersededById: true,
    expiresAt: true,
    pricePlanId: true,
    planVersionId: true,
    rateCardSetId: true,
    quantity: true,
    rateCardQuantities: true,
    override: true,
    purchaseAmount: true,
    topupAmount: true,
    effectiveFrom: true,
    effectiveUntil: true,
  },
  with: {
    account: { columns: ACCOUNT_IN_QUESTION, with: { schedules: ACTIVE_TIMELINE } },
    planVersion: { with: { plan: true } },
    rateCards: { ...inOrder, with: { billable: true } },
  },
} as const;

/**
 * Returns `WITH_EFFECT` without ended schedules, to compute the effect of an action today. No change that is allowed today affects an ended
 * schedule, so a list of purchases need not read its accounts' past.
 */
export const withEffectOn = (today: Day) => {
  const schedules = { ...ACTIVE_TIMELINE, where: { ...ACTIVE_TIMELINE.where, ...endsAfter(today) } };
  return { ...WITH_EFFECT, with: { ...WITH_EFFECT.with, account: { ...WITH_EFFECT.with.account, with: { schedules } } } };
};

export const purchaseById = ({ db }: Store, id: string) => db.query.purchases.findFirst({ ...WITH_EFFECT, where: { id } });

export type LoadedPurchase = NonNullable<Awaited<ReturnType<typeof purchaseById>>>;

/** Returns the rate cards of a purchase with their items, and the rate cards of the plan version that was bought. */
export const cardsOfPurchase = ({ db }: Store, id: string) =>
  db.query.purchases.findFirst({
    columns: { id: true },
    where: { id },
    with: {
      rateCards: { ...inOrder, with: { billable: true } },
      planVersion: { columns: { rateCardSetId: true }, with: { rateCards: inOrder } },
    },
  });

export type CardsOfPurchase = NonNullable<Awaited<ReturnType<typeof cardsOfPurchase>>>;

/** The columns that decide the status of a purchase. */
type StateColumns = Parameters<typeof purchaseState>[0] & Pick<Purchase, 'paymentMode' | 'expiresAt'>;

export function toPurchase(row: StateColumns): Purchase {
  return { ...purchaseState(row), paymentMode: row.paymentMode, expiresAt: row.expiresAt };
}

/** Returns the plan version that was bought, with the purchase's own rate cards. `null` for a wallet top-up. */
export function toPurchasedPlan({
  planVersion,
  rateCardSetId,
  rateCards,
}: LoadedPurchase): (PurchasedPlan & Pick<PricedCards, 'billables'>) | null {
  if (!planVersion || rateCardSetId === null) return null;
  return { version: toPlanVersion(planVersion), rateCardSetId, cards: toCards(rateCards), billables: billablesOf(rateCards) };
}

/** Returns a filter by status at `now`, in milliseconds since the epoch. Like `statusAt`, it treats an overdue open proposal as expired. */
export const hasStatusAt = (statuses: readonly PurchaseStatus[], now: number) => ({
  RAW: ({ status, expiresAt }: Pick<typeof purchases, 'status' | 'expiresAt'>): SQL =>
    sql`case when ${status} = 'PROPOSAL_ACTIVE' and ${expiresAt} <= ${now} then 'PROPOSAL_EXPIRED' else ${status} end
      in ${listed(statuses)}`,
});

/** Returns a condition: the proposal is open at `now`. The status is part of the text, because an index has the open proposals alone. */
export const isOpenAt = (now: number): SQL => sql`${purchases.status} = 'PROPOSAL_ACTIVE' and coalesce(${purchases.expiresAt} > ${now}, 1)`;

/** Returns a condition: the purchase still has this status. The account's revision does not guard it: the expiry sweep changes it alone. */
export const purchaseIs = ({ orgId }: Store, { id, status }: { readonly id: string; readonly status: PurchaseStatus }): SQL =>
  sql`exists (select 1 from ${purchases} where ${and(eq(purchases.orgId, orgId), eq(purchases.id, id), eq(purchases.status, status))})`;

export const insertPurchase = ({ orgId }: Store, row: NewPurchaseRow) => insertRows(purchases, [{ ...row, orgId }]);

export const recordPurchaseState = (
  { db, orgId }: Store,
  id: string,
  { updatedAt, ...state }: PurchaseState & { readonly updatedAt: number },
) =>
  db
    .update(purchases)
    .set({ ...columnsOf(state), updatedAt })
    .where(and(eq(purchases.orgId, orgId), eq(purchases.id, id)));

function columnsOf(state: PurchaseState) {
  const { status, comment, respondedAt } = state;
  return { status, comment, respondedAt, supersededById: status === 'PROPOSAL_SUPERSEDED' ? state.supersededById : null };
}

/** Gives a new proposal the organization's next number. The write itself reads the last number, so no other proposal gets the same one. */
export const numberProposal = ({ db, orgId }: Store, id: string) => {
  const isNumbered = and(eq(purchases.orgId, orgId), isNotNull(purchases.number));
  return db
    .update(purchases)
    .set({ revision: 1, number: sql`1 + coalesce((select max(${purchases.number}) from ${purchases} where ${isNumbered}), 0)` })
    .where(and(eq(purchases.orgId, orgId), eq(purchases.id, id)));
};

/** The account, the purchase and the instant that a grant is recorded with. */
interface GrantOwner {
  readonly accountId: string;
  readonly purchaseId: string;
  readonly createdAt: number;
}

export const insertEntitlements = ({ orgId }: Store, grants: readonly (EntitlementGrant & { readonly id: string })[], owner: GrantOwner) =>
  insertRows(
    entitlements,
    grants.map(({ period, ...grant }) => ({ ...grant, ...owner, orgId, effectiveFrom: period.start, effectiveUntil: period.end })),
  );

export const insertWalletEntry = (
  { orgId }: Store,
  entry: GrantOwner & Pick<InferInsertModel<typeof walletEntries>, 'id' | 'amount' | 'currency'>,
) => insertRows(walletEntries, [{ ...entry, orgId }]);
