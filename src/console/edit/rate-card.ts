import type { RateCardInput, SchedulePricesQuery } from 'billing-catalogue/documents';
import { numberText } from '../format.ts';

type Schedule = NonNullable<SchedulePricesQuery['schedule']>;
export type Card = Schedule['rateCards']['nodes'][number];
type FixedFee = Extract<Card, { readonly __typename: 'FixedFeeRateCard' }>;
type Slabbed = Extract<Card, { readonly __typename: 'UsageRateCard' | 'LicenseRateCard' }>;
/** A card whose prices can be overridden here. Other kinds have no single price to change. */
export type PricedCard = FixedFee | Slabbed;

/** A price of a card: what it is, and its rate as text. */
export interface Price {
  readonly key: string;
  readonly label: string;
  readonly rate: string;
}

export const isPriced = (card: Card): card is PricedCard =>
  card.__typename === 'FixedFeeRateCard' || card.__typename === 'UsageRateCard' || card.__typename === 'LicenseRateCard';

/** Returns the prices of a card in each currency, and of each slab. */
export function pricesOf(card: PricedCard): readonly Price[] {
  if (card.__typename === 'FixedFeeRateCard') {
    return card.rateValues.map(({ currency, rate }) => ({ key: currency, label: `Price in ${currency}`, rate }));
  }
  const slabs = card.ratePlan.slabs;
  return card.slabPrices.flatMap(({ currency, slabRates }) =>
    slabRates.map(({ order, rate }) => {
      const after = slabs.find((slab) => slab.order === order)?.startAfter ?? '0';
      const label = slabs.length > 1 ? `Price in ${currency} after ${numberText(after)} units` : `Price in ${currency}`;
      return { key: keyOf(currency, order), label, rate };
    }),
  );
}

/** Returns the key of the price that a part of an update is about. `null`: it is about the whole card. */
export function priceAt(card: PricedCard, path: readonly string[]): string | null {
  const [value, list, slab] = path.slice(path.lastIndexOf('rateValues') + 1);
  if (!path.includes('rateValues')) return null;
  if (card.__typename === 'FixedFeeRateCard') return card.rateValues[Number(value)]?.currency ?? null;
  const price = card.slabPrices[Number(value)];
  const rate = list === 'slabRates' ? price?.slabRates[Number(slab)] : undefined;
  return price && rate ? keyOf(price.currency, rate.order) : null;
}

/**
 * Returns the whole card with other prices: an update replaces it.
 * @param rates the new rate of a price by its key. Others stay.
 */
export function withRates(card: PricedCard, rates: Readonly<Record<string, string>>): RateCardInput {
  const { displayName, billableId, invoiceTiming, tag } = card;
  const common = { displayName, billableId, invoiceTiming, tag };
  if (card.__typename === 'FixedFeeRateCard') {
    const { enableProration, feeType, recurrenceConfig, rateValues } = card;
    const { interval, offset } = recurrenceConfig;
    return {
      fixedFee: {
        ...common,
        enableProration,
        type: feeType,
        recurrenceConfig: { interval, offset },
        rateValues: rateValues.map(({ currency, rate }) => ({ currency, rate: rates[currency] ?? rate })),
      },
    };
  }
  const ratePlan = {
    pricingModel: card.ratePlan.pricingModel,
    slabs: card.ratePlan.slabs.map(({ order, startAfter, priceType, slabConfig }) => ({
      order,
      startAfter,
      priceType,
      slabConfig: slabConfig && { packageSize: slabConfig.packageSize },
    })),
  };
  const rateValues = card.slabPrices.map(({ currency, rateConfig, slabRates }) => ({
    currency,
    rateConfig: rateConfig && { minimumRate: rateConfig.minimumRate, maximumRate: rateConfig.maximumRate },
    slabRates: slabRates.map(({ order, rate, slabRateConfig }) => ({
      order,
      rate: rates[keyOf(currency, order)] ?? rate,
      slabRateConfig: slabRateConfig && { minimum: slabRateConfig.minimum, maximum: slabRateConfig.maximum },
    })),
  }));
  if (card.__typename === 'UsageRateCard') return { usage: { ...common, ratePlan, rateValues } };
  const { enableProration, proratedRefundMode, usageCycle, config } = card;
  return {
    license: {
      ...common,
      enableProration,
      proratedRefundMode,
      usageCycle,
      config: config && { maxQuantity: config.maxQuantity, maxQuantityBreachAction: config.maxQuantityBreachAction },
      ratePlan,
      rateValues,
    },
  };
}

const keyOf = (currency: string, order: number): string => `${currency} ${order}`;
