import type { PaymentMode } from '../../domain/purchase/purchase.ts';
import { initialState } from '../../domain/purchase/transitions.ts';
import { itemsOf } from '../../domain/rate-card/rate-card.ts';
import { ok, type Result } from '../../domain/result.ts';
import { accountIsAt, advanceAccount } from '../../store/accounts.ts';
import { billableItemsById, noneIsArchived } from '../../store/billable-items.ts';
import { plansWithCards } from '../../store/plan-versions.ts';
import { plansAreLive } from '../../store/price-plans.ts';
import { insertPurchase, type NewPurchaseRow, numberProposal } from '../../store/purchases.ts';
import { insertRateCardSet } from '../../store/rate-cards.ts';
import { accountWithActiveTimeline } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import type { Work } from '../operation.ts';
import { billableIdsIn } from '../schedule/association.ts';
import { type Offer, type OfferContext, type OfferInput, offer, parseOfferTerms, withInputPaths } from './offer.ts';

type Maybe<T> = T | null | undefined;

/** The offer of a new purchase or proposal, and its account. */
export interface NewPurchaseInput extends Omit<OfferInput, 'paymentMode' | 'expiryDate'> {
  readonly accountId: string;
  readonly expectedRevision?: Maybe<number>;
}

/** The terms that only a proposal has. */
interface ProposalTerms {
  readonly isProposal: boolean;
  readonly paymentMode?: PaymentMode;
  /** Milliseconds since 1970. */
  readonly expiryDate?: Maybe<number>;
}

/** Creates a purchase or proposal. Its price and its plan version, the newest active one, are fixed. */
export async function makePurchase(
  work: Work,
  input: NewPurchaseInput,
  { isProposal, ...proposal }: ProposalTerms,
): Promise<Result<{ purchase: string; account: string }>> {
  const { store, unit } = work;
  const { pricePlanId, purchasePlanOverride } = input;
  const [accountRow, plans, items] = await store.db.batch([
    accountWithActiveTimeline(store, input.accountId),
    plansWithCards(store, pricePlanId == null ? [] : [pricePlanId]),
    billableItemsById(store, billableIdsIn(purchasePlanOverride?.rateCards)),
  ]);
  const account = requireAccount(accountRow, input);
  if (!account.ok) return account;
  const terms = parseOfferTerms({ ...input, ...proposal });
  if (!terms.ok) return terms;
  const cards = purchasePlanOverride && (() => purchasePlanOverride);
  const request = { terms: terms.value, pricePlanId, cards: cards ?? undefined };
  const offered = withInputPaths(offer(work, request, { isProposal, account: account.value, plans, items }), input);
  if (!offered.ok) return offered;

  const row = writeOffer(work, offered.value, account.value);
  if (isProposal) unit.write(numberProposal(store, row.id));
  work.audit({ subjectId: account.value.id, entities: [account.value.id, row.id], before: null, after: row });
  return ok({ purchase: row.id, account: account.value.id });
}

/** Writes an offer as a new purchase or proposal of an account. Returns the row. Guards and advances the account. */
export function writeOffer(
  { store, unit, now, newId, idempotencyKey }: Work,
  { terms, plan, price, lines }: Offer,
  account: OfferContext['account'],
  other: Partial<NewPurchaseRow> = {},
): NewPurchaseRow {
  const row = {
    ...terms,
    ...initialState(terms.isProposal),
    id: newId('purchase'),
    accountId: account.id,
    priceAmount: price.amount,
    priceCurrency: price.currency,
    priceLines: lines,
    idempotencyKey,
    createdAt: now,
    updatedAt: now,
    ...other,
  };
  unit.guard(accountIsAt(store, account), account.revision);
  if (plan) unit.guard(plansAreLive(store, [plan.version.pricePlanId]));
  if (plan) unit.guard(noneIsArchived(store, itemsOf(plan.cards)));
  if (plan && plan.rateCardSetId !== plan.version.rateCardSetId) unit.provide(...insertRateCardSet(store, plan.cards));
  unit.write(insertPurchase(store, row));
  unit.record(advanceAccount(store, account, { now, timeline: false }));
  return row;
}
