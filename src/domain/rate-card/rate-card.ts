import type { Decimal } from '../decimal.ts';

export const RATE_CARD_TYPES = [
  'FIXED_FEE',
  'LICENSE',
  'CREDIT_GRANT',
  'USAGE',
  'BILLING_ENTITLEMENT',
  'ENTITLEMENT_OVERAGE',
  'MINIMUM_COMMITMENT',
] as const;
export type RateCardType = (typeof RATE_CARD_TYPES)[number];
export type InvoiceTiming = 'IN_ADVANCE' | 'IN_ARREARS' | 'PREPAID';
export type ChargeType = 'ONE_TIME' | 'RECURRING';
export type PricingModel = 'TIERED' | 'VOLUME';
export type PriceType = 'FLAT' | 'PER_UNIT' | 'PACKAGE';

/** A price step that covers quantities q with `startAfter < q <= next startAfter`. */
export interface Slab {
  readonly order: number;
  readonly startAfter: Decimal;
  readonly priceType: PriceType;
  /** Units in a package. `null` for other price types than PACKAGE. */
  readonly packageSize: Decimal | null;
}
export interface RatePlan {
  readonly pricingModel: PricingModel;
  readonly slabs: readonly Slab[];
}
export interface SlabRate {
  readonly order: number;
  readonly rate: Decimal;
  /** The minimum and maximum amount of the slab. */
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
}
/** A floor and a ceiling of what a whole card costs in a currency, besides those of its slabs. */
export interface RateConfig {
  readonly minimumRate: Decimal | null;
  readonly maximumRate: Decimal | null;
}
export interface RateValue {
  readonly currency: string;
  readonly slabRates: readonly SlabRate[];
  /** Absent: the card has no limits of its own. */
  readonly rateConfig?: RateConfig;
}
export interface CurrencyRate {
  readonly currency: string;
  readonly rate: Decimal;
}
/** Charged every `interval` pricing cycles, after skipping `offset` cycles. */
export interface Recurrence {
  readonly interval: number;
  readonly offset: number;
}
/** Durations are ISO 8601 (`P20D`), counted from the day of the grant. */
export interface FeatureConfig {
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string;
  readonly featureCreditLimit: Decimal;
}

interface Card<T extends RateCardType> {
  readonly type: T;
  /** Unique within the owner. */
  readonly name: string;
  readonly displayName: string;
  readonly tag: string | null;
  readonly invoiceTiming: InvoiceTiming;
  /** The billable item that the card prices. `null` only for a minimum commitment and for an incomplete card. */
  readonly billableId: string | null;
}
export interface FixedFeeRateCard extends Card<'FIXED_FEE'> {
  readonly feeType: ChargeType;
  readonly rateValues: readonly CurrencyRate[];
  readonly enableProration: boolean;
  readonly recurrence: Recurrence;
}
export interface LicenseRateCard extends Card<'LICENSE'> {
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly RateValue[];
  readonly enableProration: boolean;
  readonly usageCycle: 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'HALF_YEARLY' | 'ANNUALLY' | null;
  readonly maxQuantity: number | null;
  readonly maxQuantityBreachAction: 'DO_NOTHING' | null;
  readonly proratedRefundMode: 'NONE' | 'CREDITS' | 'PAYMENT' | 'WALLET' | null;
}
export interface UsageRateCard extends Card<'USAGE'> {
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly RateValue[];
}
export interface BillingEntitlementRateCard extends Card<'BILLING_ENTITLEMENT'> {
  readonly featureConfigs: readonly FeatureConfig[];
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly RateValue[];
  readonly recurrence: Recurrence;
}
export interface EntitlementOverageRateCard extends Card<'ENTITLEMENT_OVERAGE'> {
  readonly ratePlan: RatePlan;
  readonly rateValues: readonly RateValue[];
  readonly maxQuantity: Decimal | null;
  readonly recurrence: Recurrence;
}
/** The credits and slabs of one currency. A credit grant prices each currency separately. */
export interface CreditRate {
  readonly currency: string;
  readonly creditAmount: Decimal;
  readonly slabs: readonly (Slab & SlabRate)[];
  /** Absent: the card has no limits of its own. */
  readonly rateConfig?: RateConfig;
}
export interface CreditGrantRateCard extends Card<'CREDIT_GRANT'> {
  readonly grantType: ChargeType;
  readonly priority: number;
  readonly expiryType: 'PRICING_CYCLE' | 'NO_EXPIRY' | 'CUSTOM';
  /** An ISO 8601 duration. `null` unless the expiry type is CUSTOM. */
  readonly expiryDuration: string | null;
  readonly applicableEntityIds: readonly string[];
  readonly pricingModel: PricingModel;
  readonly creditRates: readonly CreditRate[];
  readonly recurrence: Recurrence;
}
export interface MinimumCommitmentRateCard extends Card<'MINIMUM_COMMITMENT'> {
  readonly rateValues: readonly CurrencyRate[];
}

/** Returns the ids of the billable items that the cards price. */
export const itemsOf = (cards: readonly RateCard[]): string[] => cards.flatMap(({ billableId }) => billableId ?? []);

export type RateCard =
  | FixedFeeRateCard
  | LicenseRateCard
  | UsageRateCard
  | BillingEntitlementRateCard
  | EntitlementOverageRateCard
  | CreditGrantRateCard
  | MinimumCommitmentRateCard;
