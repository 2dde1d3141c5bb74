import type { RateCardFragment } from '../documents.ts';
import { toDetails } from '../rate-card/shapes.ts';

/** Returns the rate cards by family. */
export function toFamilies(cards: readonly RateCardFragment[]) {
  const details = cards.map(toDetails);
  return {
    usageRateCards: details.flatMap(({ usageRateCard }) => usageRateCard ?? []),
    billingEntitlementRateCards: details.flatMap(({ billingEntitlementRateCard }) => billingEntitlementRateCard ?? []),
    entitlementOverageRateCards: details.flatMap(({ entitlementOverageRateCard }) => entitlementOverageRateCard ?? []),
    fixedFeeRateCards: details.flatMap(({ fixedFeeRateCard }) => fixedFeeRateCard ?? []),
    licenseRateCards: details.flatMap(({ licenseRateCard }) => licenseRateCard ?? []),
    creditGrantRateCards: details.flatMap(({ creditGrantRateCard }) => creditGrantRateCard ?? []),
    minimumCommitment: details.find(({ minimumCommitmentRateCard }) => minimumCommitmentRateCard)?.minimumCommitmentRateCard ?? null,
  };
}
