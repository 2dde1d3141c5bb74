import type { RateCardFragment, RatePlanFragment, RateValueFragment } from '../documents.ts';
import { numberOf } from '../json.ts';
import { toOptionalTextMap } from '../text-map.ts';

/** What a rate card belongs to. */
export interface CardOwner {
  readonly referenceId: string;
  readonly referenceType: 'PRICE_PLAN' | 'SCHEDULE';
  readonly pricePlanId: string;
  readonly accountId?: string;
}

/** Returns a rate card as the mirror answers it. */
export const toRateCard = (card: RateCardFragment, owner: CardOwner) => ({
  // A minimum commitment prices no item, and the contract requires an id.
  billableId: card.billableId ?? '',
  type: card.family,
  displayName: card.displayName,
  invoiceTiming: card.invoiceTiming,
  rateCardDetails: toDetails(card),
  tag: card.tag,
  name: card.name,
  currencies: card.currencies,
  ...owner,
});

/** Returns the details of a rate card, under the name of its family. */
export function toDetails(card: RateCardFragment) {
  const { displayName, name, tag, invoiceTiming } = card;
  const id = card.billableId ?? '';
  const labels = { displayName, name, tag };
  switch (card.__typename) {
    case 'FixedFeeRateCard': {
      const { type, enableProration, recurrenceConfig } = card;
      return {
        fixedFeeRateCard: { id, ...labels, invoiceTiming, type, enableProration, recurrenceConfig, rateValues: toRates(card.rateValues) },
      };
    }
    case 'LicenseRateCard': {
      const { enableProration, usageCycle, config, proratedRefundMode } = card;
      return {
        licenseRateCard: { id, ...labels, invoiceTiming, enableProration, usageCycle, config, proratedRefundMode, ...toSlabPrices(card) },
      };
    }
    case 'UsageRateCard':
      return { usageRateCard: { usageMeterId: id, ...labels, ...toSlabPrices(card) } };
    case 'BillingEntitlementRateCard': {
      const featureConfigs = card.featureConfigs.map(({ featureCreditLimit, ...period }) => ({
        ...period,
        featureCreditLimit: numberOf(featureCreditLimit),
      }));
      const { recurrenceConfig } = card;
      return {
        billingEntitlementRateCard: { featureId: id, ...labels, invoiceTiming, featureConfigs, recurrenceConfig, ...toSlabPrices(card) },
      };
    }
    case 'EntitlementOverageRateCard': {
      const maxQuantity = card.maxQuantity === null ? null : numberOf(card.maxQuantity);
      return {
        entitlementOverageRateCard: { featureId: id, ...labels, maxQuantity, billingConfig: card.billingConfig, ...toSlabPrices(card) },
      };
    }
    case 'CreditGrantRateCard': {
      const { type, grantDetails, rateDetails, recurrenceConfig } = card;
      return {
        creditGrantRateCard: {
          id,
          ...labels,
          invoiceTiming,
          type,
          grantDetails,
          rateDetails: toCreditRates(rateDetails),
          recurrenceConfig,
        },
      };
    }
    case 'MinimumCommitmentRateCard':
      return { minimumCommitmentRateCard: { displayName, rateValues: toRates(card.rateValues) } };
    default:
      return card satisfies never;
  }
}

const toRates = (values: readonly { readonly currency: string; readonly rate: string }[]) =>
  values.map(({ currency, rate }) => ({ currency, rate: numberOf(rate) }));

interface SlabPriced {
  readonly ratePlan: RatePlanFragment;
  readonly rateValues: readonly RateValueFragment[];
}

const toSlabPrices = ({ ratePlan: { pricingModel, slabs }, rateValues }: SlabPriced) => ({
  ratePlan: {
    pricingModel,
    slabs: slabs.map(({ startAfter, slabConfig, ...slab }) => ({
      ...slab,
      startAfter: numberOf(startAfter),
      slabConfig: toOptionalTextMap(slabConfig),
    })),
  },
  rateValues: rateValues.map(({ currency, slabRates, rateConfig }) => ({
    currency,
    slabRates: slabRates.map(({ order, rate, slabRateConfig }) => ({
      order,
      rate: numberOf(rate),
      slabRateConfig: toOptionalTextMap(slabRateConfig),
    })),
    rateConfig: toOptionalTextMap(rateConfig),
  })),
});

type CreditRates = Extract<RateCardFragment, { __typename: 'CreditGrantRateCard' }>['rateDetails'];

const toCreditRates = ({ pricingModel, currencySlabRateDetails }: CreditRates) => ({
  pricingModel,
  currencySlabRateDetails: currencySlabRateDetails.map(({ currency, creditAmount, slabDetails, rateConfig }) => ({
    currency,
    creditAmount: numberOf(creditAmount),
    slabDetails: slabDetails.map(({ startAfter, priceType, slabConfig, rate, slabRateConfig }) => ({
      startAfter: numberOf(startAfter),
      priceType,
      slabConfig: toOptionalTextMap(slabConfig),
      rate: numberOf(rate),
      slabRateConfig: toOptionalTextMap(slabRateConfig),
    })),
    rateConfig: toOptionalTextMap(rateConfig),
  })),
});
