import * as v from 'valibot';
import { list, object } from '../fields.ts';
import { PricingCycleConfig } from '../price-plan/bodies.ts';
import {
  BillingEntitlementRateCard,
  CreditGrantRateCard,
  EntitlementOverageRateCard,
  FixedFeeRateCard,
  LicenseRateCard,
  MinimumCommitment,
  UsageRateCard,
} from '../rate-card/bodies.ts';

/** The rate cards of a plan, by family. In an override, a list replaces the plan's cards of its family. */
export const families = {
  usageRateCards: v.optional(list(UsageRateCard)),
  billingEntitlementRateCards: v.optional(list(BillingEntitlementRateCard)),
  entitlementOverageRateCards: v.optional(list(EntitlementOverageRateCard)),
  fixedFeeRateCards: v.optional(list(FixedFeeRateCard)),
  licenseRateCards: v.optional(list(LicenseRateCard)),
  minimumCommitment: v.optional(MinimumCommitment),
  creditGrantRateCards: v.optional(list(CreditGrantRateCard)),
};

export const CreatePricePlanDetailsOverride = object({
  pricingCycleConfig: v.optional(PricingCycleConfig),
  supportedCurrencies: v.optional(list(v.string(), { min: 1 })),
  ...families,
});
