import type * as v from 'valibot';
import type { RateCardInput, RateCardOperationInput, RateCardType } from '../documents.ts';
import {
  toCommitmentInput,
  toCreditGrantInput,
  toEntitlementInput,
  toFixedFeeInput,
  toLicenseInput,
  toOverageInput,
  toUsageInput,
} from '../rate-card/inputs.ts';
import type { CreatePricePlanDetailsOverride } from './bodies.ts';

/** Rate cards by family, as a body has them. */
export type Families = Omit<v.InferOutput<typeof CreatePricePlanDetailsOverride>, 'pricingCycleConfig' | 'supportedCurrencies'>;

/** A rate card of a body, and where it is there. */
interface PlacedCard {
  /** `usageRateCards.0` */
  readonly place: string;
  /** The field with the id of the item that it prices. */
  readonly item: string;
  readonly name: string | undefined;
  readonly rateCard: RateCardInput;
}

const TYPE_BY_FIELD = {
  usageRateCards: 'USAGE',
  billingEntitlementRateCards: 'BILLING_ENTITLEMENT',
  entitlementOverageRateCards: 'ENTITLEMENT_OVERAGE',
  fixedFeeRateCards: 'FIXED_FEE',
  licenseRateCards: 'LICENSE',
  minimumCommitment: 'MINIMUM_COMMITMENT',
  creditGrantRateCards: 'CREDIT_GRANT',
} as const satisfies Record<keyof Families, RateCardType>;

/** Returns the families that a body replaces: those that it lists, if only as none. */
export const replacedFamilies = (families: Families): readonly RateCardType[] =>
  Object.entries(TYPE_BY_FIELD).flatMap(([field, type]) => (Object.hasOwn(families, field) ? [type] : []));

/** Returns the rate cards of a body in one list. */
export function cardsIn(families: Families): readonly PlacedCard[] {
  const placed = <Card extends { readonly name?: string | undefined }>(
    field: keyof Families,
    item: string,
    cards: readonly Card[] | undefined,
    toInput: (card: Card) => RateCardInput,
  ): readonly PlacedCard[] => (cards ?? []).map((card, i) => ({ place: `${field}.${i}`, item, name: card.name, rateCard: toInput(card) }));
  const { minimumCommitment } = families;
  return [
    ...placed('usageRateCards', 'usageMeterId', families.usageRateCards, toUsageInput),
    ...placed('billingEntitlementRateCards', 'featureId', families.billingEntitlementRateCards, toEntitlementInput),
    ...placed('entitlementOverageRateCards', 'featureId', families.entitlementOverageRateCards, toOverageInput),
    ...placed('fixedFeeRateCards', 'id', families.fixedFeeRateCards, toFixedFeeInput),
    ...placed('licenseRateCards', 'id', families.licenseRateCards, toLicenseInput),
    ...placed('creditGrantRateCards', 'id', families.creditGrantRateCards, toCreditGrantInput),
    ...(minimumCommitment
      ? [{ place: 'minimumCommitment', item: 'id', name: undefined, rateCard: toCommitmentInput(minimumCommitment) }]
      : []),
  ];
}

/** Returns the override of a plan's rate cards: the listed families are replaced. */
export function toRateCardsOverride(families: Families) {
  const operations = cardsIn(families).map(
    ({ name, rateCard }): RateCardOperationInput => ({ actionType: 'CREATE', rateCardName: name, rateCard }),
  );
  return { replacedFamilies: [...replacedFamilies(families)], ...(operations.length > 0 && { rateCards: operations }) };
}

/**
 * Returns where a field of the list `rateCards` is in a body of families: `rateCards.0.rateCard.usage.ratePlan` is
 * `usageRateCards.0.ratePlan`. The empty text: the families as a whole.
 */
export function cardInFamilies(place: string, families: Families): string {
  const [, index, name = '', rest = ''] = /^rateCards\.(\d+)(?:\.(rateCardName)|\.rateCard\.\w+(.*)|.*)$/.exec(place) ?? [];
  const card = index === undefined ? undefined : cardsIn(families)[Number(index)];
  if (!card) return '';
  if (name !== '') return `${card.place}.name`;
  return card.place + rest.replace(/^\.billableId$/, `.${card.item}`);
}
