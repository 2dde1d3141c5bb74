import type { Day } from '../../domain/day.ts';
import type { Decimal } from '../../domain/decimal.ts';
import type { PricingCycleInput } from '../../domain/pricing-cycle.ts';
import type { PricingRuleInput } from '../../domain/pricing-rule/pricing-rule.ts';
import type { RateCardInput } from '../../domain/rate-card/input.ts';
import type { GivenQuantity } from '../../domain/rating/calculator.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';

/** One of several modes. `null` and an omitted mode mean the same. */
type Mode<Modes> = { readonly [K in keyof Modes]?: Modes[K] | null | undefined };

type Loose<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

/** A cycle of an account. */
export interface LookupCycle extends Loose<{ readonly cycleEffectiveOn: Day }> {
  readonly accountId: string;
}

/** Days of an account. */
export interface LookupRange {
  readonly accountId: string;
  readonly start: Day;
  readonly end: Day;
}

export interface CustomPlanInput extends Loose<{ effectiveOn: Day; pricingCycleOrdinal: number }> {
  /** Omitted: the plan is paid once. */
  readonly pricingCycleConfig?: PricingCycleInput | null | undefined;
  readonly supportedCurrencies: readonly string[];
  readonly rateCards: readonly { readonly rateCardName?: string | null | undefined; readonly rateCard: RateCardInput }[];
  readonly pricingRules?: readonly PricingRuleInput[] | null | undefined;
}

export interface PlanVersionInput extends Loose<{ version: number; effectiveOn: Day; pricingCycleOrdinal: number }> {
  readonly pricePlanId: string;
}

export interface LicenseEntry extends Loose<{ updateType: LicenseUpdate['updateType']; effectiveFrom: number }> {
  readonly licenseId: string;
  readonly quantity: Decimal;
}

export interface NamedLicenseEntry extends Loose<{ effectiveFrom: number; effectiveUntil: number }> {
  readonly licenseId: string;
  readonly name: string;
}

/** What `calculateRevenue` prices, as callers give it: for each part, one of its modes. */
export interface CalculateRevenueInput {
  readonly currencyConfig: Mode<{ custom: string; accountInvoice: { readonly accountId: string } }>;
  readonly pricePlanDetailsConfig: Mode<{
    custom: CustomPlanInput;
    pricePlan: PlanVersionInput;
    account: Loose<{ effectiveOn: Day }> & { readonly accountId: string };
  }>;
  readonly usageConfig?: Mode<{ custom: readonly GivenQuantity[]; lookupRange: LookupRange; lookupCycle: LookupCycle }> | null | undefined;
  readonly entitlementOverageConfig?:
    | Mode<{
        custom: readonly { readonly featureId: string; readonly quantity: Decimal }[];
        lookupCycle: { readonly accountId: string; readonly billingCycleEndDate: Day };
      }>
    | null
    | undefined;
  readonly licenseEntriesConfig?:
    | Mode<{ custom: readonly LicenseEntry[]; lookupRange: LookupRange; lookupCycle: LookupCycle }>
    | null
    | undefined;
  readonly namedLicenseEntriesConfig?:
    | Mode<{ custom: readonly NamedLicenseEntry[]; lookupRange: LookupRange; lookupCycle: LookupCycle }>
    | null
    | undefined;
  readonly prorationConfig?:
    | Mode<{
        custom: { readonly cycleStartDate: Day; readonly cycleEndDate: Day; readonly currentDate: Day };
        lookupCycle: LookupCycle & Loose<{ currentDate: Day }>;
      }>
    | null
    | undefined;
}
