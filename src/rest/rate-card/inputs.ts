import type * as v from 'valibot';
import type { RateCardInput, RateCardOperationInput } from '../documents.ts';
import type { RateCardData, RateCardOperation } from './bodies.ts';

/** The families of cards in GraphQL, by which their details have names here: `fixedFee` is `fixedFeeRateCard`. */
const FAMILIES: ReadonlySet<string> = new Set([
  'fixedFee',
  'license',
  'creditGrant',
  'usage',
  'billingEntitlement',
  'entitlementOverage',
  'minimumCommitment',
]);

type Card = v.InferOutput<typeof RateCardData>;

/** Returns the operations on rate cards of a body as GraphQL takes them. */
export const toOperations = (operations: readonly v.InferOutput<typeof RateCardOperation>[]): RateCardOperationInput[] =>
  operations.map(({ actionType, rateCardName, rateCard }) => ({
    actionType,
    rateCardName,
    ...(rateCard && { rateCard: toRateCardInput(rateCard) }),
  }));

function toRateCardInput({ rateCardDetails, billableId, displayName, invoiceTiming, tag }: Card): RateCardInput {
  const own = { billableId, invoiceTiming };
  const labels = (card: { readonly displayName?: string | undefined; readonly tag?: string | undefined }) => ({
    displayName: displayName ?? card.displayName,
    tag: tag ?? card.tag,
  });
  const {
    fixedFeeRateCard: fee,
    licenseRateCard: license,
    creditGrantRateCard: grant,
    usageRateCard: usage,
    billingEntitlementRateCard: entitlement,
    entitlementOverageRateCard: overage,
    minimumCommitmentRateCard: commitment,
  } = rateCardDetails;
  if (fee) {
    const { type, rateValues, enableProration, recurrenceConfig } = fee;
    return { fixedFee: { ...own, ...labels(fee), type, rateValues, enableProration, recurrenceConfig } };
  }
  if (license) {
    const { ratePlan, rateValues, enableProration, usageCycle, config, proratedRefundMode } = license;
    return { license: { ...own, ...labels(license), ratePlan, rateValues, enableProration, usageCycle, config, proratedRefundMode } };
  }
  if (grant) {
    const { type, grantDetails, rateDetails, recurrenceConfig } = grant;
    return { creditGrant: { ...own, ...labels(grant), type, grantDetails, rateDetails, recurrenceConfig } };
  }
  if (usage) {
    const { ratePlan, rateValues } = usage;
    return { usage: { ...own, ...labels(usage), ratePlan, rateValues } };
  }
  if (entitlement) {
    const { featureConfigs, ratePlan, rateValues, recurrenceConfig } = entitlement;
    return { billingEntitlement: { ...own, ...labels(entitlement), featureConfigs, ratePlan, rateValues, recurrenceConfig } };
  }
  if (overage) {
    const { ratePlan, rateValues, maxQuantity, billingConfig } = overage;
    return { entitlementOverage: { ...own, ...labels(overage), ratePlan, rateValues, maxQuantity, billingConfig } };
  }
  return { minimumCommitment: { ...labels(commitment ?? {}), invoiceTiming, rateValues: commitment?.rateValues ?? [] } };
}

/** Returns where a field of an operation on rate cards is in the body: `…rateCard.fixedFee.rateValues` is in the details of the card. */
export function operationInBody(place: string): string {
  const [, card = '', family = '', rest = ''] = /^(operations\.\d+\.rateCard)\.(\w+)(.*)$/.exec(place) ?? [];
  if (!FAMILIES.has(family)) return place;
  return OF_CARD.test(rest) ? `${card}${rest}` : `${card}.rateCardDetails.${family}RateCard${rest}`;
}

/** What the card itself says, beside its details. */
const OF_CARD = /^\.(billableId|displayName|tag|invoiceTiming)$/;
