import type { GetPurchaseQuery, OfferCardsFragment, OfferFragment, ProposalFragment, PurchaseFragment } from '../documents.ts';
import { Incomplete, numberOf, writeJson } from '../json.ts';
import { toFamilies } from '../plan-details/shapes.ts';
import { startOf } from '../schedule/shapes.ts';

/** Returns what is bought, with exact amounts. */
function toOfferAnswer<Offer extends OfferFragment>({ pricePlan, rateCardQuantities, walletTopupDetails, price, status, ...offer }: Offer) {
  return {
    ...offer,
    pricePlanVersion: pricePlan?.version ?? null,
    rateCardQuantities:
      rateCardQuantities.length === 0
        ? null
        : Object.fromEntries(rateCardQuantities.map(({ rateCardName, quantity }) => [rateCardName, numberOf(quantity)])),
    walletTopupDetails: walletTopupDetails && {
      topupAmount: numberOf(walletTopupDetails.topupAmount.amount),
      purchaseAmount: numberOf(walletTopupDetails.purchaseAmount.amount),
    },
    price: numberOf(price.amount),
    invoiceCurrency: price.currency,
    // The vendor knows no revisions: nobody can accept this offer any more.
    status: status === 'PROPOSAL_SUPERSEDED' ? ('PROPOSAL_DECLINED' as const) : status,
  };
}

/** Returns what is bought, with its override whole: the terms, and the families of rate cards. */
function toWholeOffer<Offer extends OfferFragment & OfferCardsFragment>({ rateCards, ...offer }: Offer) {
  const cards = overriddenCards({ rateCards, pricePlan: offer.pricePlan });
  const { associationOverride, ...answer } = toOfferAnswer(offer);
  if (cards instanceof Incomplete) return { ...answer, associationOverride: new Incomplete(associationOverride) };
  return { ...answer, associationOverride: associationOverride || cards ? { ...associationOverride, ...cards } : null };
}

/**
 * Returns the families of rate cards that an offer overrides. A family that was replaced by what the plan has is not among them. `null`:
 * none are overridden. Incomplete: there are more cards than a page has.
 */
function overriddenCards({ rateCards, pricePlan }: OfferCardsFragment) {
  if (!pricePlan) return null;
  if (rateCards.pageInfo.hasNextPage || pricePlan.rateCards.pageInfo.hasNextPage) return new Incomplete(null);
  const [bought, planned] = [toFamilies(rateCards.nodes), toFamilies(pricePlan.rateCards.nodes)];
  if (writeJson(bought) === writeJson(planned)) return null;
  const overridden = <Family extends keyof typeof bought>(family: Family) =>
    writeJson(bought[family]) === writeJson(planned[family]) ? null : bought[family];
  return {
    usageRateCards: overridden('usageRateCards'),
    billingEntitlementRateCards: overridden('billingEntitlementRateCards'),
    entitlementOverageRateCards: overridden('entitlementOverageRateCards'),
    fixedFeeRateCards: overridden('fixedFeeRateCards'),
    licenseRateCards: overridden('licenseRateCards'),
    creditGrantRateCards: overridden('creditGrantRateCards'),
    minimumCommitment: overridden('minimumCommitment'),
  };
}

/** Returns a proposal as the mirror answers it. */
export const toProposal = (proposal: ProposalFragment & OfferCardsFragment) => toWholeOffer(proposal);

/** Returns a proposal of a list. */
export function toListedProposal(proposal: ProposalFragment) {
  const { id, pricePlanId, idempotencyKey, createdAt, updatedAt, expiryDate, paymentMode, type, ...answer } = toOfferAnswer(proposal);
  const { pricePlanVersion, status, walletTopupDetails } = answer;
  const own = { id, pricePlanId, idempotencyKey, createdAt, updatedAt, expiryDate, paymentMode, type };
  return { ...own, pricePlanName: proposal.pricePlan?.name ?? null, pricePlanVersion, status, walletTopupDetails };
}

/** Returns a purchase as the mirror answers it. */
export const toPurchase = (purchase: PurchaseFragment & OfferCardsFragment) => toWholeOffer(purchase);

/** Returns a purchase of a list. */
export function toListedPurchase(purchase: PurchaseFragment) {
  const { accountId, associationOverride, effectiveFrom, effectiveUntil, ...listed } = toOfferAnswer(purchase);
  return { ...listed, pricePlanName: purchase.pricePlan?.name ?? null };
}

type WholePurchase = NonNullable<GetPurchaseQuery['purchase']>;

/** Returns a purchase with the plan that was bought and what it granted. Nothing is metered here, so that all of it is available. */
export function toWholePurchase({ terms, entitlements, ...purchase }: WholePurchase) {
  const { rateCards } = purchase;
  const features = entitlements.nodes.map(({ feature, creditsGranted, createdAt, effectiveFrom, effectiveUntil }) => ({
    id: feature.featureId,
    name: feature.name,
    creditsGranted: numberOf(creditsGranted),
    creditsAvailable: numberOf(creditsGranted),
    updatedAt: createdAt,
    effectiveFrom: startOf(effectiveFrom),
    effectiveUntil: startOf(effectiveUntil),
  }));
  return {
    ...toPurchase(purchase),
    purchasePlan: terms && (rateCards.pageInfo.hasNextPage ? new Incomplete(null) : toPurchasePlan(terms, rateCards.nodes)),
    features: entitlements.pageInfo.hasNextPage ? new Incomplete(features) : features,
  };
}

type Terms = NonNullable<WholePurchase['terms']>;

const toPurchasePlan = (terms: Terms, rateCards: WholePurchase['rateCards']['nodes']) => ({
  type: terms.type,
  supportedCurrencies: terms.supportedCurrencies,
  activeCurrencies: terms.supportedCurrencies,
  pricingCycleConfig: terms.pricingCycleConfig,
  ...toFamilies(rateCards),
  deferredRevenue: terms.deferredRevenue,
  allow_ongoing_cycle_updates: terms.allowOngoingCycleUpdates,
});
