import { and, eq, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { EntitlementGrant } from '../domain/purchase/effect.ts';
import type { Purchase, PurchasedPlan, PurchaseState, PurchaseStatus } from '../domain/purchase/purchase.ts';
import { purchaseState } from '../domain/purchase/transitions.ts';
import type { PricedCards } from '../domain/schedule/issues.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { toPlanVersion } from './plan-versions.ts';
import { billablesOf, inOrder, toCards } from './rate-cards.ts';
import { ACCOUNT_IN_QUESTION, ACTIVE_TIMELINE } from './schedules.ts';
import { entitlements, purchases, walletEntries } from './tables/index.ts';

export type NewPurchaseRow = Omit<InferInsertModel<typeof purchases>, 'orgId'>;

/** A selection: a purchase with all that its effect needs, the account's active timeline and the plan it was made against. */
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
 * `WITH_EFFECT` for a reader who asks what an action would do today. No change that is allowed today reaches a schedule that has ended, so a
 * list of purchases does not read the past of its accounts.
 */
export const withEffectOn = (today: Day) => {
  const schedules = { ...ACTIVE_TIMELINE, where: { ...ACTIVE_TIMELINE.where, endDate: { gt: today } } };
  return { ...WITH_EFFECT, with: { ...WITH_EFFECT.with, account: { ...WITH_EFFECT.with.account, with: { schedules } } } };
};

export const purchaseById = ({ db }: Store, id: string) => db.query.purchases.findFirst({ ...WITH_EFFECT, where: { id } });

export type LoadedPurchase = NonNullable<Awaited<ReturnType<typeof purchaseById>>>;

/** The rate cards of a purchase, with what they price, and those of the plan version that it was made against. */
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

/** The columns that tell where a purchase stands. */
type StateColumns = Parameters<typeof purchaseState>[0] & Pick<Purchase, 'paymentMode' | 'expiresAt'>;

export function toPurchase(row: StateColumns): Purchase {
  return { ...purchaseState(row), paymentMode: row.paymentMode, expiresAt: row.expiresAt };
}

/** The plan that a purchase was made against, its own rate cards in the version's place; null for a wallet top-up. */
export function toPurchasedPlan({
  planVersion,
  rateCardSetId,
  rateCards,
}: LoadedPurchase): (PurchasedPlan & Pick<PricedCards, 'billables'>) | null {
  if (!planVersion || rateCardSetId === null) return null;
  return { version: toPlanVersion(planVersion), rateCardSetId, cards: toCards(rateCards), billables: billablesOf(rateCards) };
}

/** A filter: purchases whose status at `now` is one of these. As `statusAt` has it, an open proposal past its expiry is expired. */
export const hasStatusAt = (statuses: readonly PurchaseStatus[], now: number) => ({
  RAW: ({ status, expiresAt }: Pick<typeof purchases, 'status' | 'expiresAt'>): SQL =>
    sql`case when ${status} = 'PROPOSAL_ACTIVE' and ${expiresAt} <= ${now} then 'PROPOSAL_EXPIRED' else ${status} end
      in (select value from json_each(${JSON.stringify(statuses)}))`,
});

/** True while the purchase has the status that a decision was made on: the sweep writes it without the account. */
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

/** Gives a new proposal the next number of the organization: one that is read here, in the write itself, is taken by nobody else. */
export const numberProposal = ({ orgId }: Store, id: string): SQL =>
  sql`update ${purchases} set revision = 1,
      number = 1 + coalesce((select max(number) from ${purchases} where org_id = ${orgId} and number is not null), 0)
    where ${and(eq(purchases.orgId, orgId), eq(purchases.id, id))}`;

/** What a purchase gives an account, and when. */
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
