import type { RATE_CARD_ACTIONS } from '../../domain/rate-card/operations.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { PricingCycleInterval } from '../price-plan/pricing-cycle.ts';
import { CARD, ChargeTypeEnum, ExpiryType, MaxQuantityBreachAction, ProratedRefundMode } from './details.ts';
import { FAMILIES } from './families.ts';
import { PricingModelEnum, RATES } from './rate-plan.ts';
import {
  AS_FINE,
  CurrencyRateInput,
  RATE_CONFIG,
  RateConfigInput,
  RatePlanInput,
  RateValueInput,
  RecurrenceConfigInput,
  slabFields,
  slabRateFields,
} from './rate-plan-inputs.ts';
import { InvoiceTimingEnum, RATE_CARD, RateCardTypeEnum } from './type.ts';

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

const labelFields = (t: Fields) => ({
  displayName: t.string({ description: `${RATE_CARD.displayName} Maximum 255 characters. Defaults to the name of the rate card.` }),
  tag: t.string({ description: "Label for the caller's own use. Maximum 50 characters. Omit for none." }),
  invoiceTiming: t.field({
    type: InvoiceTimingEnum,
    description: `${RATE_CARD.invoiceTiming} Defaults to the usual timing of the family.`,
  }),
});

const commonFields = (t: Fields) => ({
  billableId: t.string({
    description: 'Id of the billable item that the card prices. May be omitted in a draft; a card without it cannot be finalized.',
  }),
  ...labelFields(t),
});

const slabPricedFields = (t: Fields) => ({
  ratePlan: t.field({ type: RatePlanInput, required: true, description: RATES.ratePlan }),
  rateValues: t.field({ type: [RateValueInput], required: true, description: RATES.rateValues }),
});

const currencyRates = (t: Fields) => t.field({ type: [CurrencyRateInput], required: true, description: RATES.rateValues });
const recurrence = (t: Fields) =>
  t.field({ type: RecurrenceConfigInput, description: `${RATES.recurrenceConfig} Defaults to every cycle.` });
const proration = (t: Fields) => t.boolean({ description: `${CARD.enableProration} Defaults to false.` });

const FixedFeeRateCardInput = builder.inputType('FixedFeeRateCardInput', {
  description: FAMILIES.FIXED_FEE,
  fields: (t) => ({
    ...commonFields(t),
    type: t.field({ type: ChargeTypeEnum, description: `${CARD.chargeType} Defaults to RECURRING.` }),
    rateValues: currencyRates(t),
    enableProration: proration(t),
    recurrenceConfig: recurrence(t),
  }),
});

const LicenseConfigInput = builder.inputType('LicenseConfigInput', {
  description: 'A limit on the number of licenses.',
  fields: (t) => ({
    maxQuantity: t.int({ description: `${CARD.licenseMaxQuantity} 0 or more. Omit for no limit.` }),
    maxQuantityBreachAction: t.field({ type: MaxQuantityBreachAction, description: `${CARD.maxQuantityBreachAction} Omit to do nothing.` }),
  }),
});

const LicenseRateCardInput = builder.inputType('LicenseRateCardInput', {
  description: FAMILIES.LICENSE,
  fields: (t) => ({
    ...commonFields(t),
    ...slabPricedFields(t),
    enableProration: proration(t),
    usageCycle: t.field({
      type: PricingCycleInterval,
      description: 'How often the number of licenses is counted. Defaults to once for each pricing cycle.',
    }),
    config: t.field({ type: LicenseConfigInput, description: 'Limit on the number of licenses. Omit for no limit.' }),
    proratedRefundMode: t.field({
      type: ProratedRefundMode,
      description: `${CARD.proratedRefundMode} Defaults to the organization's default.`,
    }),
  }),
});

const UsageRateCardInput = builder.inputType('UsageRateCardInput', {
  description: FAMILIES.USAGE,
  fields: (t) => ({ ...commonFields(t), ...slabPricedFields(t) }),
});

const FeatureConfigInput = builder.inputType('FeatureConfigInput', {
  description: 'An allowance of a feature for a period.',
  fields: (t) => ({
    effectiveFrom: t.string({ description: `${CARD.effectiveFrom} Omit for an allowance that starts immediately.` }),
    effectiveUntil: t.string({ required: true, description: CARD.effectiveUntil }),
    featureCreditLimit: t.field({ type: 'Decimal', required: true, description: CARD.featureCreditLimit }),
  }),
});

const BillingEntitlementRateCardInput = builder.inputType('BillingEntitlementRateCardInput', {
  description: FAMILIES.BILLING_ENTITLEMENT,
  fields: (t) => ({
    ...commonFields(t),
    featureConfigs: t.field({ type: [FeatureConfigInput], required: true, description: `${CARD.featureConfigs} 1 to 100.` }),
    ...slabPricedFields(t),
    recurrenceConfig: recurrence(t),
  }),
});

const BillingConfigInput = builder.inputType('BillingConfigInput', {
  description: 'Pricing cycles in which an overage is charged.',
  fields: (t) => ({
    interval: t.int({ description: `${RATES.interval} Defaults to 1.` }),
    startOffset: t.int({ description: `${RATES.offset} Defaults to 0.` }),
  }),
});

const EntitlementOverageRateCardInput = builder.inputType('EntitlementOverageRateCardInput', {
  description: FAMILIES.ENTITLEMENT_OVERAGE,
  fields: (t) => ({
    ...commonFields(t),
    ...slabPricedFields(t),
    maxQuantity: t.field({ type: 'Decimal', description: `${CARD.overageMaxQuantity} 0 or more. Omit for no limit.` }),
    billingConfig: t.field({ type: BillingConfigInput, description: `${CARD.billingConfig} Defaults to every cycle.` }),
  }),
});

const GrantDetailsInput = builder.inputType('GrantDetailsInput', {
  description: 'What granted credits can pay for, and when they expire.',
  fields: (t) => ({
    priority: t.int({ required: true, description: CARD.priority }),
    expiryType: t.field({ type: ExpiryType, required: true, description: CARD.expiryType }),
    expiryDuration: t.string({ description: `${CARD.expiryDuration} Required with \`CUSTOM\`, not allowed otherwise.` }),
    applicableEntityIds: t.stringList({
      description: `Ids of the billable items that the credits can pay for. Maximum 100. Omit or send an empty list for all items.`,
    }),
  }),
});

const SlabDetailInput = builder.inputType('SlabDetailInput', {
  description: 'A slab with its rate.',
  fields: (t) => ({ ...slabFields(t), ...slabRateFields(t) }),
});

const CurrencySlabRateDetailInput = builder.inputType('CurrencySlabRateDetailInput', {
  description: 'Credits that are granted, and their price in one currency.',
  fields: (t) => ({
    currency: t.field({ type: 'CurrencyCode', required: true, description: RATES.currency }),
    creditAmount: t.field({ type: 'Decimal', required: true, description: `${CARD.creditAmount} ${AS_FINE}` }),
    slabDetails: t.field({ type: [SlabDetailInput], required: true, description: `${CARD.slabDetails} 1 to 100.` }),
    rateConfig: t.field({ type: RateConfigInput, description: RATE_CONFIG }),
  }),
});

const CreditRateDetailsInput = builder.inputType('CreditRateDetailsInput', {
  description: 'Credits that are granted, and their price.',
  fields: (t) => ({
    pricingModel: t.field({ type: PricingModelEnum, required: true, description: RATES.pricingModel }),
    currencySlabRateDetails: t.field({ type: [CurrencySlabRateDetailInput], required: true, description: CARD.currencySlabRateDetails }),
  }),
});

const CreditGrantRateCardInput = builder.inputType('CreditGrantRateCardInput', {
  description: FAMILIES.CREDIT_GRANT,
  fields: (t) => ({
    ...commonFields(t),
    type: t.field({ type: ChargeTypeEnum, description: `${CARD.chargeType} Defaults to RECURRING.` }),
    grantDetails: t.field({ type: GrantDetailsInput, required: true, description: CARD.grantDetails }),
    rateDetails: t.field({ type: CreditRateDetailsInput, required: true, description: CARD.rateDetails }),
    recurrenceConfig: recurrence(t),
  }),
});

const CommittedAmountInput = builder.inputType('CommittedAmountInput', {
  description: 'The amount of a minimum commitment in one currency.',
  fields: (t) => ({
    currency: t.field({ type: 'CurrencyCode', required: true, description: RATES.currency }),
    rate: t.field({ type: 'Decimal', required: true, description: `Amount of a cycle. ${AS_FINE}` }),
  }),
});

const MinimumCommitmentRateCardInput = builder.inputType('MinimumCommitmentRateCardInput', {
  description: FAMILIES.MINIMUM_COMMITMENT,
  fields: (t) => ({
    ...labelFields(t),
    rateValues: t.field({ type: [CommittedAmountInput], required: true, description: 'The amounts, one entry for each currency.' }),
  }),
});

export const RateCardInput = builder.inputType('RateCardInput', {
  isOneOf: true,
  description: 'A rate card. Give exactly one family.',
  fields: (t) => ({
    fixedFee: t.field({ type: FixedFeeRateCardInput, description: FAMILIES.FIXED_FEE }),
    license: t.field({ type: LicenseRateCardInput, description: FAMILIES.LICENSE }),
    creditGrant: t.field({ type: CreditGrantRateCardInput, description: FAMILIES.CREDIT_GRANT }),
    usage: t.field({ type: UsageRateCardInput, description: FAMILIES.USAGE }),
    billingEntitlement: t.field({ type: BillingEntitlementRateCardInput, description: FAMILIES.BILLING_ENTITLEMENT }),
    entitlementOverage: t.field({ type: EntitlementOverageRateCardInput, description: FAMILIES.ENTITLEMENT_OVERAGE }),
    minimumCommitment: t.field({ type: MinimumCommitmentRateCardInput, description: FAMILIES.MINIMUM_COMMITMENT }),
  }),
});

const RateCardActionType = builder.enumType('RateCardActionType', {
  description: 'What an operation does to the rate cards of a plan version or schedule.',
  values: describedEnum({
    CREATE: 'Adds a card. Fails if the name is taken.',
    UPDATE: 'Replaces the card of this name, which keeps its position.',
    DELETE: 'Removes the card of this name.',
    UPSERT: 'Replaces the card of this name, or adds it if there is none.',
  } satisfies Record<(typeof RATE_CARD_ACTIONS)[number], string>),
});

export const RateCardOperationInput = builder.inputType('RateCardOperationInput', {
  description: 'One change to the rate cards of a plan version or schedule.',
  fields: (t) => ({
    actionType: t.field({ type: RateCardActionType, required: true, description: 'What the operation does.' }),
    rateCardName: t.string({
      description: 'Name of the card to change, or of the new card. Maximum 50 characters. `CREATE` may omit it: a name is generated.',
    }),
    rateCard: t.field({
      type: RateCardInput,
      description: 'The complete card after the operation. Omit with `DELETE`; required otherwise.',
    }),
  }),
});

/** Returns the input fields of an override of a plan's rate cards. */
export const rateCardsOverrideFields = (t: Fields) => ({
  replacedFamilies: t.field({
    type: [RateCardTypeEnum],
    description:
      "Families whose rate cards are removed from the plan's before `rateCards` is applied. A `CREATE` without a name keeps the name of the removed card for the same item. Omit for none.",
  }),
  rateCards: t.field({
    type: [RateCardOperationInput],
    description: "Changes to the plan's rate cards, applied in order. 1 to 100. Omit for none.",
  }),
});
