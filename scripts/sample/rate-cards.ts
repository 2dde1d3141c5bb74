import type {
  CurrencyRateInput,
  FixedFeeInput,
  LicenseInput,
  RateCardInput,
  RatePlanInput,
  RateValueInput,
  SlabInput,
} from '../../src/domain/rate-card/input.ts';
import type { PricingModel } from '../../src/domain/rate-card/rate-card.ts';

/** A price in each currency: `{ USD: '49', EUR: '45' }`. */
export type Prices = Readonly<Record<string, string>>;

/** A step of a price list: the quantity above which it applies, how units are counted, and the price. */
export interface StepEntry {
  readonly above: number;
  readonly each?: 'FLAT' | { readonly packageOf: string };
  readonly price: Prices;
}

interface Slabbed {
  readonly ratePlan: RatePlanInput;
  readonly rateValues: readonly RateValueInput[];
}

export const tiered = (...steps: readonly StepEntry[]): Slabbed => slabbed('TIERED', steps);
export const volume = (...steps: readonly StepEntry[]): Slabbed => slabbed('VOLUME', steps);

export const fixedFee = (billableId: string, price: Prices, other: Partial<FixedFeeInput> = {}): RateCardInput => ({
  fixedFee: { billableId, rateValues: currencyRates(price), ...other },
});

export const license = (billableId: string, prices: Slabbed, other: Partial<LicenseInput> = {}): RateCardInput => ({
  license: { billableId, ...prices, usageCycle: 'MONTHLY', enableProration: true, ...other },
});

export const usage = (billableId: string, prices: Slabbed, displayName?: string): RateCardInput => ({
  usage: { billableId, ...prices, displayName },
});

/** Credits of a feature for a duration from the grant on. */
export const entitlement = (billableId: string, credits: string, lasting: string, price: Prices, displayName?: string): RateCardInput => ({
  billingEntitlement: {
    billableId,
    displayName,
    invoiceTiming: 'PREPAID',
    featureConfigs: [{ effectiveUntil: lasting, featureCreditLimit: credits }],
    ...tiered({ above: 0, price }),
  },
});

export const overage = (billableId: string, prices: Slabbed, displayName?: string): RateCardInput => ({
  entitlementOverage: { billableId, ...prices, displayName },
});

export const commitment = (price: Prices): RateCardInput => ({
  minimumCommitment: { displayName: 'Committed spend', rateValues: currencyRates(price) },
});

export const creditGrant = (billableId: string, amount: Prices, price: Prices, displayName?: string): RateCardInput => ({
  creditGrant: {
    billableId,
    displayName,
    grantDetails: { priority: 1, expiryType: 'CUSTOM', expiryDuration: 'P1Y' },
    rateDetails: {
      pricingModel: 'TIERED',
      currencySlabRateDetails: Object.entries(amount).map(([currency, creditAmount]) => ({
        currency,
        creditAmount,
        slabDetails: [{ startAfter: '0', priceType: 'FLAT', rate: price[currency] ?? '0' }],
      })),
    },
  },
});

function slabbed(pricingModel: PricingModel, steps: readonly StepEntry[]): Slabbed {
  const slabs = steps.map(
    ({ above, each }, i): SlabInput => ({
      order: i + 1,
      startAfter: String(above),
      priceType: each === undefined ? 'PER_UNIT' : each === 'FLAT' ? 'FLAT' : 'PACKAGE',
      slabConfig: typeof each === 'object' ? { packageSize: each.packageOf } : undefined,
    }),
  );
  const currencies = Object.keys(steps[0]?.price ?? {});
  const rateValues = currencies.map((currency) => ({
    currency,
    slabRates: steps.map(({ price }, i) => ({ order: i + 1, rate: price[currency] ?? '0' })),
  }));
  return { ratePlan: { pricingModel, slabs }, rateValues };
}

const currencyRates = (price: Prices): CurrencyRateInput[] => Object.entries(price).map(([currency, rate]) => ({ currency, rate }));
