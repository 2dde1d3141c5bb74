import type * as v from 'valibot';
import type { RateCardInput, RateCardOperationInput } from '../documents.ts';
import type {
  BillingEntitlementRateCard,
  CreditGrantRateCard,
  EntitlementOverageRateCard,
  FixedFeeRateCard,
  LicenseRateCard,
  MinimumCommitment,
  RateCardData,
  RateCardOperation,
  UsageRateCard,
} from './bodies.ts';

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

function toRateCardInput({ rateCardDetails, displayName, tag, invoiceTiming }: Card): RateCardInput {
  const own = { invoiceTiming, ...(displayName !== undefined && { displayName }), ...(tag !== undefined && { tag }) };
  const {
    fixedFeeRateCard: fee,
    licenseRateCard: license,
    creditGrantRateCard: grant,
    usageRateCard: usage,
    billingEntitlementRateCard: entitlement,
    entitlementOverageRateCard: overage,
    minimumCommitmentRateCard: commitment,
  } = rateCardDetails;
  if (fee) return toFixedFeeInput({ ...fee, ...own });
  if (license) return toLicenseInput({ ...license, ...own });
  if (grant) return toCreditGrantInput({ ...grant, ...own });
  if (usage) return toUsageInput({ ...usage, ...own });
  if (entitlement) return toEntitlementInput({ ...entitlement, ...own });
  if (overage) return toOverageInput({ ...overage, ...own });
  return toCommitmentInput({ displayName: '', rateValues: [], ...commitment, ...own });
}

// The card of each family as GraphQL takes it. What a body says of a card is named alike there, but for its item and its name.

type Details<Schema extends v.GenericSchema> = v.InferOutput<Schema> & { readonly invoiceTiming?: Card['invoiceTiming'] | undefined };

export const toFixedFeeInput = ({ id, name: _name, ...card }: Details<typeof FixedFeeRateCard>): RateCardInput => ({
  fixedFee: { billableId: id, ...card },
});

export const toLicenseInput = ({ id, name: _name, type: _type, ...card }: Details<typeof LicenseRateCard>): RateCardInput => ({
  license: { billableId: id, ...card },
});

export const toCreditGrantInput = ({ id, name: _name, ...card }: Details<typeof CreditGrantRateCard>): RateCardInput => ({
  creditGrant: { billableId: id, ...card },
});

export const toUsageInput = ({ usageMeterId, name: _name, ...card }: Details<typeof UsageRateCard>): RateCardInput => ({
  usage: { billableId: usageMeterId, ...card },
});

export const toEntitlementInput = ({ featureId, name: _name, ...card }: Details<typeof BillingEntitlementRateCard>): RateCardInput => ({
  billingEntitlement: { billableId: featureId, ...card },
});

export const toOverageInput = ({ featureId, name: _name, ...card }: Details<typeof EntitlementOverageRateCard>): RateCardInput => ({
  entitlementOverage: { billableId: featureId, ...card },
});

export const toCommitmentInput = (card: Details<typeof MinimumCommitment> & { readonly tag?: string }): RateCardInput => ({
  minimumCommitment: card,
});

/** Returns where a field of an operation on rate cards is in the body: `…rateCard.fixedFee.rateValues` is in the details of the card. */
export function operationInBody(place: string): string {
  const [, card = '', family = '', rest = ''] = /^(operations\.\d+\.rateCard)\.(\w+)(.*)$/.exec(place) ?? [];
  if (!FAMILIES.has(family)) return place;
  return OF_CARD.test(rest) ? `${card}${rest}` : `${card}.rateCardDetails.${family}RateCard${rest}`;
}

/** What the card itself says, beside its details. */
const OF_CARD = /^\.(billableId|displayName|tag|invoiceTiming)$/;
