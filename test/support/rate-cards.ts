import { type Decimal, parseDecimal } from '../../src/domain/decimal.ts';
import type {
  BillingEntitlementRateCard,
  CreditGrantRateCard,
  FixedFeeRateCard,
  LicenseRateCard,
  SlabRate,
  UsageRateCard,
} from '../../src/domain/rate-card/rate-card.ts';
import { unwrap } from './schedules.ts';

export const decimal = (text: string): Decimal => unwrap(parseDecimal(text));

const EVERY_CYCLE = { interval: 1, offset: 0 };
const common = (name: string) =>
  ({ name, displayName: name, tag: null, invoiceTiming: 'IN_ADVANCE', billableId: `item-of-${name}` }) as const;

/** One price a unit from 0 on, or more slabs as `[startAfter, rate]`. */
export function slabs(...steps: readonly (readonly [string, string])[]) {
  return steps.map(
    ([startAfter], i) => ({ order: i + 1, startAfter: decimal(startAfter), priceType: 'PER_UNIT', packageSize: null }) as const,
  );
}

function slabRates(...steps: readonly (readonly [string, string])[]): SlabRate[] {
  return steps.map(([, rate], i) => ({ order: i + 1, rate: decimal(rate), minimum: null, maximum: null }));
}

export function fee(name: string, rate: string, other: Partial<FixedFeeRateCard> = {}): FixedFeeRateCard {
  const rateValues = [{ currency: 'USD', rate: decimal(rate) }];
  return { ...common(name), type: 'FIXED_FEE', feeType: 'ONE_TIME', rateValues, enableProration: false, recurrence: EVERY_CYCLE, ...other };
}

export function license(
  name: string,
  steps: readonly (readonly [string, string])[],
  other: Partial<LicenseRateCard> = {},
): LicenseRateCard {
  return {
    ...common(name),
    type: 'LICENSE',
    ratePlan: { pricingModel: 'TIERED', slabs: slabs(...steps) },
    rateValues: [{ currency: 'USD', slabRates: slabRates(...steps) }],
    enableProration: false,
    usageCycle: null,
    maxQuantity: null,
    maxQuantityBreachAction: null,
    proratedRefundMode: null,
    ...other,
  };
}

/** 100 credits for 20 days at one rate a unit, unless said otherwise. */
export function entitlement(name: string, rate: string, other: Partial<BillingEntitlementRateCard> = {}): BillingEntitlementRateCard {
  return {
    ...common(name),
    type: 'BILLING_ENTITLEMENT',
    featureConfigs: [{ effectiveFrom: null, effectiveUntil: 'P20D', featureCreditLimit: decimal('100') }],
    ratePlan: { pricingModel: 'TIERED', slabs: slabs(['0', rate]) },
    rateValues: [{ currency: 'USD', slabRates: slabRates(['0', rate]) }],
    recurrence: EVERY_CYCLE,
    ...other,
  };
}

export function credits(name: string, rate: string): CreditGrantRateCard {
  const step = {
    order: 1,
    startAfter: decimal('0'),
    priceType: 'PER_UNIT',
    packageSize: null,
    rate: decimal(rate),
    minimum: null,
    maximum: null,
  } as const;
  return {
    ...common(name),
    type: 'CREDIT_GRANT',
    grantType: 'ONE_TIME',
    priority: 1,
    expiryType: 'NO_EXPIRY',
    expiryDuration: null,
    applicableEntityIds: [],
    pricingModel: 'TIERED',
    creditRates: [{ currency: 'USD', creditAmount: decimal('50'), slabs: [step] }],
    recurrence: EVERY_CYCLE,
  };
}

export function usage(name: string, rate: string): UsageRateCard {
  const { ratePlan, rateValues } = license(name, [['0', rate]]);
  return { ...common(name), type: 'USAGE', invoiceTiming: 'IN_ARREARS', ratePlan, rateValues };
}
