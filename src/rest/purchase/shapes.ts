import type { GetPurchaseQuery, OfferFragment, ProposalFragment, PurchaseFragment } from '../documents.ts';
import { numberOf } from '../json.ts';
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

/** Returns a proposal as the mirror answers it. */
export const toProposal = (proposal: ProposalFragment) => toOfferAnswer(proposal);

/** Returns a proposal of a list. */
export function toListedProposal(proposal: ProposalFragment) {
  const { id, pricePlanId, idempotencyKey, createdAt, updatedAt, expiryDate, paymentMode, type, ...answer } = toProposal(proposal);
  const { pricePlanVersion, status, walletTopupDetails } = answer;
  const own = { id, pricePlanId, idempotencyKey, createdAt, updatedAt, expiryDate, paymentMode, type };
  return { ...own, pricePlanName: proposal.pricePlan?.name ?? null, pricePlanVersion, status, walletTopupDetails };
}

/** Returns a purchase as the mirror answers it. */
export const toPurchase = (purchase: PurchaseFragment) => toOfferAnswer(purchase);

/** Returns a purchase of a list. */
export function toListedPurchase(purchase: PurchaseFragment) {
  const { accountId, associationOverride, effectiveFrom, effectiveUntil, ...listed } = toPurchase(purchase);
  return { ...listed, pricePlanName: purchase.pricePlan?.name ?? null };
}

type WholePurchase = NonNullable<GetPurchaseQuery['purchase']>;

/** Returns a purchase with the plan that was bought and what it granted. Nothing is metered here, so that all of it is available. */
export function toWholePurchase({ terms, rateCards, entitlements, ...purchase }: WholePurchase) {
  return {
    ...toPurchase(purchase),
    purchasePlan:
      terms && !rateCards.pageInfo.hasNextPage
        ? {
            type: terms.type,
            supportedCurrencies: terms.supportedCurrencies,
            activeCurrencies: terms.supportedCurrencies,
            pricingCycleConfig: terms.pricingCycleConfig,
            ...toFamilies(rateCards.nodes),
            deferredRevenue: terms.deferredRevenue,
            allow_ongoing_cycle_updates: terms.allowOngoingCycleUpdates,
          }
        : null,
    features: entitlements.nodes.map(({ feature, creditsGranted, createdAt, effectiveFrom, effectiveUntil }) => ({
      id: feature.featureId,
      name: feature.name,
      creditsGranted: numberOf(creditsGranted),
      creditsAvailable: numberOf(creditsGranted),
      updatedAt: createdAt,
      effectiveFrom: startOf(effectiveFrom),
      effectiveUntil: startOf(effectiveUntil),
    })),
  };
}
