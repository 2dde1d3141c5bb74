import * as v from 'valibot';
import { AddOnType } from '../billable-item/bodies.ts';
import { decimal, integer, integerBetween, list, nonNegative, object, text, textMap } from '../fields.ts';

// Rate cards have the same shape in requests and in answers.

export const PricingModel = v.picklist(['TIERED', 'VOLUME']);
export const PriceType = v.picklist(['FLAT', 'PER_UNIT', 'PACKAGE']);
export const InvoiceTiming = v.picklist(['IN_ADVANCE', 'IN_ARREARS', 'PREPAID']);
export const FixedFeeType = v.picklist(['ONE_TIME', 'RECURRING']);
export const CreditGrantType = v.picklist(['ONE_TIME', 'RECURRING']);
export const ExpiryType = v.picklist(['PRICING_CYCLE', 'NO_EXPIRY', 'CUSTOM']);
export const UsageCycleInterval = v.picklist(['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'ANNUALLY']);
export const ProratedRefundMode = v.picklist(['NONE', 'CREDITS', 'PAYMENT', 'WALLET']);
export const MaxQuantityBreachAction = v.picklist(['DO_NOTHING']);
export const RateCardType = v.picklist([
  'MINIMUM_COMMITMENT',
  'BILLING_ENTITLEMENT',
  'CREDIT_GRANT',
  'ENTITLEMENT_OVERAGE',
  'FIXED_FEE',
  'LICENSE',
  'USAGE',
]);

/** What the card says of itself a second time. What `RateCardData` says takes precedence. */
const labels = { displayName: v.optional(v.string()), name: v.optional(v.string()), tag: v.optional(v.string()) };

export const Slab = object({
  order: integerBetween(1, 10),
  startAfter: decimal,
  priceType: PriceType,
  slabConfig: v.optional(textMap),
});

export const RatePlan = object({ pricingModel: PricingModel, slabs: list(Slab, { min: 1 }) });

export const SlabRate = object({ order: integer, rate: decimal, slabRateConfig: v.optional(textMap) });

export const RateValue = object({
  currency: v.string(),
  slabRates: list(SlabRate, { min: 1 }),
  rateConfig: v.optional(textMap),
});

export const CurrencyRateValue = object({ currency: v.string(), rate: decimal });

export const RecurrenceConfig = object({ interval: v.optional(integer), offset: v.optional(integer) });

export const BillingConfig = object({ interval: v.optional(integer), startOffset: v.optional(integer) });

export const FixedFeeRateCard = object({
  id: text({ max: 50 }),
  ...labels,
  invoiceTiming: v.optional(InvoiceTiming),
  type: v.optional(FixedFeeType),
  rateValues: list(CurrencyRateValue),
  enableProration: v.boolean(),
  recurrenceConfig: v.optional(RecurrenceConfig),
});

export const LicenseRateCardConfig = object({
  maxQuantity: v.optional(integer),
  maxQuantityBreachAction: v.optional(MaxQuantityBreachAction),
});

export const LicenseRateCard = object({
  id: text({ max: 50 }),
  type: v.optional(AddOnType),
  ...labels,
  invoiceTiming: v.optional(InvoiceTiming),
  usageCycle: v.optional(UsageCycleInterval),
  enableProration: v.boolean(),
  config: v.optional(LicenseRateCardConfig),
  ratePlan: RatePlan,
  rateValues: list(RateValue),
  proratedRefundMode: v.optional(ProratedRefundMode),
});

export const UsageRateCard = object({ ...labels, usageMeterId: v.string(), ratePlan: RatePlan, rateValues: list(RateValue) });

export const FeatureConfig = object({
  effectiveFrom: v.optional(v.string()),
  effectiveUntil: v.string(),
  featureCreditLimit: nonNegative,
});

export const BillingEntitlementRateCard = object({
  featureId: v.string(),
  featureConfigs: list(FeatureConfig, { min: 1 }),
  ...labels,
  invoiceTiming: InvoiceTiming,
  ratePlan: RatePlan,
  rateValues: list(RateValue),
  recurrenceConfig: v.optional(RecurrenceConfig),
});

export const EntitlementOverageRateCard = object({
  featureId: text({ max: 50 }),
  ...labels,
  maxQuantity: v.optional(decimal),
  ratePlan: RatePlan,
  rateValues: list(RateValue),
  billingConfig: v.optional(BillingConfig),
});

export const GrantDetails = object({
  priority: integerBetween(0),
  expiryType: ExpiryType,
  expiryDuration: v.optional(v.string()),
  applicableEntityIds: v.optional(list(v.string())),
});

export const SlabDetail = object({
  startAfter: decimal,
  priceType: PriceType,
  slabConfig: v.optional(textMap),
  rate: decimal,
  slabRateConfig: v.optional(textMap),
});

export const CurrencySlabRateDetail = object({
  currency: v.string(),
  creditAmount: nonNegative,
  slabDetails: list(SlabDetail),
  rateConfig: v.optional(textMap),
});

export const CreditRateDetails = object({ pricingModel: PricingModel, currencySlabRateDetails: list(CurrencySlabRateDetail) });

export const CreditGrantRateCard = object({
  id: v.string(),
  ...labels,
  grantDetails: GrantDetails,
  rateDetails: CreditRateDetails,
  invoiceTiming: v.optional(InvoiceTiming),
  type: v.optional(CreditGrantType),
  recurrenceConfig: v.optional(RecurrenceConfig),
});

export const MinimumCommitment = object({ displayName: v.string(), rateValues: list(CurrencyRateValue, { min: 1 }) });

export const RateCardDetails = object({
  fixedFeeRateCard: v.optional(FixedFeeRateCard),
  billingEntitlementRateCard: v.optional(BillingEntitlementRateCard),
  creditGrantRateCard: v.optional(CreditGrantRateCard),
  usageRateCard: v.optional(UsageRateCard),
  licenseRateCard: v.optional(LicenseRateCard),
  entitlementOverageRateCard: v.optional(EntitlementOverageRateCard),
  minimumCommitmentRateCard: v.optional(MinimumCommitment),
});

const FAMILY_OF = {
  FIXED_FEE: 'fixedFeeRateCard',
  LICENSE: 'licenseRateCard',
  CREDIT_GRANT: 'creditGrantRateCard',
  USAGE: 'usageRateCard',
  BILLING_ENTITLEMENT: 'billingEntitlementRateCard',
  ENTITLEMENT_OVERAGE: 'entitlementOverageRateCard',
  MINIMUM_COMMITMENT: 'minimumCommitmentRateCard',
} as const;

/** A card has the details of its own family alone, and they are about its own item. */
export const RateCardData = v.pipe(
  object({
    billableId: text({ max: 50 }),
    type: RateCardType,
    displayName: v.optional(text({ max: 255 })),
    invoiceTiming: InvoiceTiming,
    rateCardDetails: RateCardDetails,
    tag: v.optional(text({ max: 50 })),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { type, billableId, rateCardDetails } = dataset.value;
    const own = FAMILY_OF[type];
    const refuse = (message: string, ...places: string[]) => {
      const [first = '', ...rest] = ['rateCardDetails', ...places];
      addIssue({ message, path: [stepTo(first), ...rest.map(stepTo)] });
    };
    const other = Object.keys(rateCardDetails).find((name) => name !== own);
    if (other !== undefined) return refuse(`A card of type ${type} has \`${own}\` alone.`, other);
    const details = rateCardDetails[own];
    if (!details) return refuse(`Must be given: the type of the card is ${type}.`, own);
    const [name, id] = Object.entries(details).find(([key]) => ID_FIELDS.has(key)) ?? [];
    if (name !== undefined && id !== billableId) refuse(`Must be the \`billableId\` of the card, "${billableId}".`, own, name);
  }),
);

const ID_FIELDS: ReadonlySet<string> = new Set(['id', 'usageMeterId', 'featureId']);

const stepTo = (key: string): v.IssuePathItem => ({ type: 'unknown', origin: 'value', input: null, key, value: null });

export const RateCardOperation = object({
  actionType: v.picklist(['CREATE', 'UPDATE', 'DELETE', 'UPSERT']),
  rateCardName: text({ max: 50 }),
  rateCard: v.optional(RateCardData),
});

export const BulkRateCardOperationsRequest = object({ operations: list(RateCardOperation) });
