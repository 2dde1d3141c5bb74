import type {
  ChargeType,
  CreditGrantRateCard,
  InvoiceTiming,
  LicenseRateCard,
  PriceType,
  PricingModel,
  RateCardType,
} from './rate-card.ts';

/** Optional fields. `null` and an omitted field mean the same. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** A card as callers write it, with exactly one family. Amounts and quantities are decimals as text; durations are ISO 8601 (`P20D`). */
export type RateCardInput = Loose<FamilyInputs>;

export interface FamilyInputs {
  readonly fixedFee: FixedFeeInput;
  readonly license: LicenseInput;
  readonly usage: UsageInput;
  readonly billingEntitlement: BillingEntitlementInput;
  readonly entitlementOverage: EntitlementOverageInput;
  readonly creditGrant: CreditGrantInput;
  readonly minimumCommitment: MinimumCommitmentInput;
}
export type RateCardFamily = keyof FamilyInputs;

/** The type of the cards of each family. */
export const TYPE_BY_FAMILY = {
  fixedFee: 'FIXED_FEE',
  license: 'LICENSE',
  usage: 'USAGE',
  billingEntitlement: 'BILLING_ENTITLEMENT',
  entitlementOverage: 'ENTITLEMENT_OVERAGE',
  creditGrant: 'CREDIT_GRANT',
  minimumCommitment: 'MINIMUM_COMMITMENT',
} as const satisfies Record<RateCardFamily, RateCardType>;

/** The fields of every family. Without a display name, the card's name is shown. */
export type CommonInput = Loose<{
  readonly billableId: string;
  readonly displayName: string;
  readonly tag: string;
  readonly invoiceTiming: InvoiceTiming;
}>;

export interface SlabInput {
  readonly order: number;
  readonly startAfter: string;
  readonly priceType: PriceType;
  readonly slabConfig?: Loose<{ readonly packageSize: string }> | null | undefined;
}
export interface RatePlanInput {
  readonly pricingModel: PricingModel;
  readonly slabs: readonly SlabInput[];
}
export interface SlabRateInput {
  readonly order: number;
  readonly rate: string;
  readonly slabRateConfig?: Loose<{ readonly minimum: string; readonly maximum: string }> | null | undefined;
}
export type RateConfigInput = Loose<{ readonly minimumRate: string; readonly maximumRate: string }>;
export interface RateValueInput {
  readonly currency: string;
  readonly rateConfig?: RateConfigInput | null | undefined;
  readonly slabRates: readonly SlabRateInput[];
}
export interface CurrencyRateInput {
  readonly currency: string;
  readonly rate: string;
}
export type RecurrenceInput = Loose<{ readonly interval: number; readonly offset: number }>;

export type FixedFeeInput = CommonInput & {
  readonly rateValues: readonly CurrencyRateInput[];
} & Loose<{ readonly type: ChargeType; readonly enableProration: boolean; readonly recurrenceConfig: RecurrenceInput }>;

interface SlabPricedInput {
  readonly ratePlan: RatePlanInput;
  readonly rateValues: readonly RateValueInput[];
}
export type UsageInput = CommonInput & SlabPricedInput;

export type LicenseInput = CommonInput &
  SlabPricedInput &
  Loose<{
    readonly enableProration: boolean;
    readonly usageCycle: LicenseRateCard['usageCycle'];
    readonly config: Loose<Pick<LicenseRateCard, 'maxQuantity' | 'maxQuantityBreachAction'>>;
    readonly proratedRefundMode: LicenseRateCard['proratedRefundMode'];
  }>;

export interface FeatureConfigInput {
  readonly effectiveFrom?: string | null | undefined;
  readonly effectiveUntil: string;
  readonly featureCreditLimit: string;
}
export type BillingEntitlementInput = CommonInput &
  SlabPricedInput & { readonly featureConfigs: readonly FeatureConfigInput[] } & Loose<{ readonly recurrenceConfig: RecurrenceInput }>;

export type EntitlementOverageInput = CommonInput &
  SlabPricedInput &
  Loose<{
    readonly maxQuantity: string;
    readonly billingConfig: Loose<{ readonly interval: number; readonly startOffset: number }>;
  }>;

/** A slab with its rate. Its order is its position in the list. */
export type SlabDetailInput = Omit<SlabInput, 'order'> & Omit<SlabRateInput, 'order'>;
export interface CreditRateInput {
  readonly currency: string;
  readonly rateConfig?: RateConfigInput | null | undefined;
  readonly creditAmount: string;
  readonly slabDetails: readonly SlabDetailInput[];
}
export interface GrantDetailsInput {
  readonly priority: number;
  readonly expiryType: CreditGrantRateCard['expiryType'];
  readonly expiryDuration?: string | null | undefined;
  readonly applicableEntityIds?: readonly string[] | null | undefined;
}
export type CreditGrantInput = CommonInput & {
  readonly grantDetails: GrantDetailsInput;
  readonly rateDetails: { readonly pricingModel: PricingModel; readonly currencySlabRateDetails: readonly CreditRateInput[] };
} & Loose<{ readonly type: ChargeType; readonly recurrenceConfig: RecurrenceInput }>;

export type MinimumCommitmentInput = Omit<CommonInput, 'billableId'> & { readonly rateValues: readonly CurrencyRateInput[] };
