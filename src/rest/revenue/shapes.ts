import Big from 'big.js';
import type { CalculateRevenueV2Query, ExactFragment, SlabFragment } from '../documents.ts';
import { numberOf } from '../json.ts';

type Info = CalculateRevenueV2Query['calculateRevenue']['revenueInfo'][number];

/** What was priced: the plan, where the body names one. */
export interface Priced {
  readonly mode: 'CUSTOM' | 'PRICE_PLAN' | 'ACCOUNT';
  readonly pricePlanId?: string | undefined;
}

/** Returns what a rate card costs. What the contract requires of the card and nothing says is empty. */
export function toRevenueInfo(info: Info, { mode, pricePlanId = '' }: Priced) {
  const { rateCard, usages, licenseRevenueSummary, slabRevenueSummaries } = info;
  const { type, displayName, tag, invoiceTiming, name, billableId } = rateCard;
  return {
    rateCard: {
      billableId: billableId ?? '',
      type,
      displayName,
      invoiceTiming,
      // A calculation answers amounts: the terms of the card are those of the plan, or of the request itself.
      rateCardDetails: {},
      tag,
      name,
      referenceId: '',
      referenceType: mode === 'ACCOUNT' ? 'SCHEDULE' : 'PRICE_PLAN',
      pricePlanId: mode === 'PRICE_PLAN' ? pricePlanId : '',
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

const toSummary = (summary: Info['fixedFeeRevenueSummary']) => summary && { revenue: numberOf(summary.revenue.amount) };

const toSlab = ({ order, usage, revenue, metadata: { packageQuantity, ...metadata } }: SlabFragment) => ({
  order,
  usage: usage ? exactOf(usage) : numberOf('0'),
  revenue: numberOf(revenue.amount),
  metadata: { ...metadata, packageQuantity: packageQuantity === null ? null : numberOf(packageQuantity) },
});

/** A quotient that never ends is rounded to the places of a decimal: JSON has no fractions. */
const exactOf = ({ decimal, numerator, denominator }: ExactFragment) =>
  numberOf(decimal ?? new Big(numerator).div(denominator).round(12).toFixed());
