import type * as v from 'valibot';
import { cardInFamilies, type Families, toRateCardsOverride } from '../plan-details/inputs.ts';
import type { CreatePurchaseRequest } from './bodies.ts';

type Offer = v.InferOutput<typeof CreatePurchaseRequest>;

/** Returns what is bought as GraphQL takes it, for an account. */
export function toOffer(accountId: string, offer: Omit<Offer, 'type' | 'expiryDate'>) {
  const { rateCardQuantities, purchasePlanOverride: _cards, associationOverride, ...terms } = offer;
  const families = familiesOf(offer);
  return {
    ...terms,
    accountId,
    ...(rateCardQuantities && {
      rateCardQuantities: Object.entries(rateCardQuantities).map(([rateCardName, quantity]) => ({ rateCardName, quantity })),
    }),
    ...(Object.keys(families).length > 0 && { purchasePlanOverride: toRateCardsOverride(families) }),
    ...(associationOverride && {
      associationOverride: {
        pricingCycleConfig: associationOverride.pricingCycleConfig,
        supportedCurrencies: associationOverride.supportedCurrencies,
      },
    }),
  };
}

/** The rate cards that are overridden. A body may have them in both of its overrides: those of the plan take precedence. */
function familiesOf({ purchasePlanOverride, associationOverride = {} }: Pick<Offer, 'purchasePlanOverride' | 'associationOverride'>) {
  const { pricingCycleConfig: _cycle, supportedCurrencies: _currencies, ...families } = associationOverride;
  return { ...families, ...purchasePlanOverride } satisfies Families;
}

/** Returns where a field of an offer is in its body. */
export function offerInBody(
  place: string,
  offer: Pick<Offer, 'purchasePlanOverride' | 'associationOverride' | 'rateCardQuantities'>,
): string {
  const [, index] = /^rateCardQuantities\.(\d+)\b/.exec(place) ?? [];
  if (index !== undefined)
    return ['rateCardQuantities', Object.keys(offer.rateCardQuantities ?? {})[Number(index)]].filter(Boolean).join('.');
  const [, cards] = /^purchasePlanOverride\b\.?(.*)$/.exec(place) ?? [];
  if (cards === undefined) return place;
  const field = cardInFamilies(cards, familiesOf(offer));
  const owner = Object.hasOwn(offer.purchasePlanOverride ?? {}, field.split('.')[0] ?? '') ? 'purchasePlanOverride' : 'associationOverride';
  return field === '' ? (offer.purchasePlanOverride ? 'purchasePlanOverride' : 'associationOverride') : `${owner}.${field}`;
}
