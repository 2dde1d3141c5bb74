import * as v from 'valibot';
import { answeredInteger } from '../answer-fields.ts';
import { decimal, integer } from '../fields.ts';
import { RateCard } from '../rate-card/answers.ts';

export const SlabRevenueMetadata = v.object({
  minimumRateApplied: v.optional(v.boolean()),
  maximumRateApplied: v.optional(v.boolean()),
  packageQuantity: v.optional(integer),
});

export const SlabRevenueSummary = v.object({
  order: answeredInteger,
  usage: decimal,
  revenue: decimal,
  metadata: v.optional(SlabRevenueMetadata),
});

const summary = { revenue: decimal };

export const FixedFeeRevenueSummary = v.object(summary);
export const BillingEntitlementRevenueSummary = v.object(summary);
export const CreditGrantRevenueSummary = v.object(summary);
export const EntitlementOverageRevenueSummary = v.object(summary);

export const RevenueInfoV2 = v.pipe(
  v.object({
    rateCard: RateCard,
    usages: v.record(v.string(), decimal),
    fixedFeeRevenueSummary: v.optional(FixedFeeRevenueSummary),
    licenseRevenueSummary: v.optional(v.array(SlabRevenueSummary)),
    billingEntitlementRevenueSummary: v.optional(BillingEntitlementRevenueSummary),
    creditGrantRevenueSummary: v.optional(CreditGrantRevenueSummary),
    entitlementOverageRevenueSummary: v.optional(EntitlementOverageRevenueSummary),
    slabRevenueSummaries: v.optional(v.array(SlabRevenueSummary)),
  }),
  v.description(
    'What a rate card costs. The `rateCardDetails` of the card are empty: read its terms by the `referenceId`, or take them from the request. A pricing rule may have changed what is priced.',
  ),
);

export const CalculateRevenueResponseV2 = v.object({ currency: v.string(), revenueInfo: v.array(RevenueInfoV2) });
