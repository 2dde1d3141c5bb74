import Big from 'big.js';
import type { CalculateRevenueV2Query, ExactFragment, SlabFragment } from '../documents.ts';
import { numberOf } from '../json.ts';
import type { CardOwner } from '../rate-card/shapes.ts';

type Calculated = CalculateRevenueV2Query['calculateRevenue'];

/** Returns what the priced rate cards belong to. The contract requires ids also of a plan that the body writes out: they are empty. */
export function ownerOf(source: Calculated['source'], { accountId }: { readonly accountId?: string | undefined }): CardOwner {
  const { pricePlanId, referenceId, scheduleId } = source ?? { pricePlanId: '', referenceId: '', scheduleId: null };
  if (scheduleId === null) return { referenceId, referenceType: 'PRICE_PLAN', pricePlanId };
  return { referenceId: scheduleId, referenceType: 'SCHEDULE', pricePlanId, ...(accountId !== undefined && { accountId }) };
}

/** Returns what a rate card costs. */
export function toRevenueInfo(info: Calculated['revenueInfo'][number], owner: CardOwner) {
  const { rateCard, usages, licenseRevenueSummary, slabRevenueSummaries } = info;
  const { type, displayName, tag, invoiceTiming, name, billableId } = rateCard;
  return {
    rateCard: {
      billableId: billableId ?? '',
      type,
      displayName,
      invoiceTiming,
      // A calculation answers amounts: the terms of the card are those of the reference, or of the request itself.
      rateCardDetails: {},
      tag,
      name,
      ...owner,
    },
    usages: Object.fromEntries(usages.map(({ billableId: id, quantity }) => [id, exactOf(quantity)])),
    fixedFeeRevenueSummary: toSummary(info.fixedFeeRevenueSummary),
    licenseRevenueSummary: licenseRevenueSummary?.map(toSlab) ?? null,
    billingEntitlementRevenueSummary: toSummary(info.billingEntitlementRevenueSummary),
    creditGrantRevenueSummary: toSummary(info.creditGrantRevenueSummary),
    entitlementOverageRevenueSummary: toSummary(info.entitlementOverageRevenueSummary),
    slabRevenueSummaries: slabRevenueSummaries?.map(toSlab) ?? null,
  };
}

const toSummary = (summary: Calculated['revenueInfo'][number]['fixedFeeRevenueSummary']) =>
  summary && { revenue: numberOf(summary.revenue.amount) };

const toSlab = ({ order, usage, revenue, metadata: { packageQuantity, ...metadata } }: SlabFragment) => ({
  order,
  usage: usage ? exactOf(usage) : numberOf('0'),
  revenue: numberOf(revenue.amount),
  metadata: { ...metadata, packageQuantity: packageQuantity === null ? null : numberOf(packageQuantity) },
});

/** A quotient that never ends is rounded to the places of a decimal: JSON has no fractions. */
const exactOf = ({ decimal, numerator, denominator }: ExactFragment) =>
  numberOf(decimal ?? new Big(numerator).div(denominator).round(12).toFixed());
