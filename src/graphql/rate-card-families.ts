import type {
  RateCard as Card,
  ChargeType,
  CreditGrantRateCard,
  CreditRate,
  FeatureConfig,
  LicenseRateCard,
  RateCardType,
  Recurrence,
} from '../domain/rate-card.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { PricingCycleInterval } from './pricing-cycle.ts';
import { RateCard } from './rate-card.ts';
import {
  boundsOf,
  CurrencyRateType,
  PriceTypeEnum,
  PricingModelEnum,
  packageOf,
  RATES,
  RatePlanType,
  RateValueType,
  RecurrenceType,
  SlabConfig,
  SlabRateConfig,
} from './rate-plan.ts';
import { requires } from './scopes.ts';

export const ChargeTypeEnum = builder.enumType('ChargeType', {
  description: 'How often something is charged.',
  values: describedEnum({ ONE_TIME: 'Once.', RECURRING: 'Again and again, as its recurrence says.' } satisfies Record<ChargeType, string>),
});

export const ProratedRefundMode = builder.enumType('ProratedRefundMode', {
  description: 'What becomes of the price of licenses that are given back within a cycle.',
  values: describedEnum({
    NONE: 'It is kept.',
    CREDITS: 'It is given as credits.',
    PAYMENT: 'It is paid back.',
    WALLET: 'It is put into the wallet.',
  } satisfies Record<NonNullable<LicenseRateCard['proratedRefundMode']>, string>),
});

export const MaxQuantityBreachAction = builder.enumType('MaxQuantityBreachAction', {
  description: 'What happens when more licenses are held than the most.',
  values: describedEnum({ DO_NOTHING: 'Nothing.' }),
});

export const ExpiryType = builder.enumType('ExpiryType', {
  description: 'When granted credits expire.',
  values: describedEnum({
    PRICING_CYCLE: 'With the pricing cycle in which they were granted.',
    NO_EXPIRY: 'Never.',
    CUSTOM: 'After a duration.',
  } satisfies Record<CreditGrantRateCard['expiryType'], string>),
});

/** The words of what is both read and written. */
export const FAMILIES = {
  FIXED_FEE: 'A fee that is the same whatever is used.',
  LICENSE: 'Licenses, priced by how many are held.',
  CREDIT_GRANT: 'Credits to spend, at a price for each currency.',
  USAGE: 'What a usage meter counts, priced by how much it is.',
  BILLING_ENTITLEMENT: 'How much of a feature an account may use, and at what price.',
  ENTITLEMENT_OVERAGE: 'The price of what is used of a feature beyond its entitlements.',
  MINIMUM_COMMITMENT: 'What a cycle comes to at least, whatever else is charged.',
} as const satisfies Record<RateCardType, string>;

export const CARD = {
  chargeType: 'How often it is charged.',
  enableProration: 'Whether a part of a cycle costs that part of the price.',
  usageCycle: 'How often the licenses held are counted anew; null: with each pricing cycle.',
  config: 'How many may be held; null: any number.',
  licenseMaxQuantity: 'The most that may be held.',
  maxQuantityBreachAction: 'What happens when more are held.',
  proratedRefundMode: "What becomes of the price of licenses given back within a cycle; null: the organization's way.",
  featureConfigs: 'What is granted, and for how long.',
  effectiveFrom: 'From when on, as an ISO 8601 duration after the grant, such as `P5D`; null: at once.',
  effectiveUntil: 'Until when, as an ISO 8601 duration after the grant, such as `P20D`.',
  featureCreditLimit: 'How much of the feature may be used.',
  overageMaxQuantity: 'The most that may be used beyond the entitlements; null: no limit.',
  billingConfig: 'In which pricing cycles it is charged.',
  grantDetails: 'What the credits are for, and until when.',
  priority: 'Credits of a lower number are spent first; 0 or more.',
  expiryType: 'When they expire.',
  expiryDuration: 'An ISO 8601 duration after the grant, such as `P30D`. Only with `CUSTOM`, and there always.',
  applicableEntityIds: 'The billable items that they can pay for; empty: all.',
  rateDetails: 'How many credits are granted, and at what price.',
  currencySlabRateDetails: 'The credits and the prices, one entry for each currency.',
  creditAmount: 'How many credits are granted.',
  slabDetails: 'The slabs with their rates, in their order.',
} as const;

const FeatureConfigType = builder.objectRef<FeatureConfig>('FeatureConfig').implement({
  description: 'How much of a feature may be used, and for how long.',
  fields: (t) => ({
    effectiveFrom: t.exposeString('effectiveFrom', { nullable: true, description: CARD.effectiveFrom }),
    effectiveUntil: t.exposeString('effectiveUntil', { description: CARD.effectiveUntil }),
    featureCreditLimit: t.expose('featureCreditLimit', { type: 'Decimal', description: CARD.featureCreditLimit }),
  }),
});

const LicenseConfig = builder
  .objectRef<{
    readonly maxQuantity: number;
    readonly maxQuantityBreachAction: LicenseRateCard['maxQuantityBreachAction'];
  }>('LicenseConfig')
  .implement({
    description: 'How many licenses may be held.',
    fields: (t) => ({
      maxQuantity: t.exposeInt('maxQuantity', { description: CARD.licenseMaxQuantity }),
      maxQuantityBreachAction: t.expose('maxQuantityBreachAction', {
        type: MaxQuantityBreachAction,
        nullable: true,
        description: CARD.maxQuantityBreachAction,
      }),
    }),
  });

const BillingConfig = builder.objectRef<Recurrence>('BillingConfig').implement({
  description: 'In which pricing cycles an overage is charged.',
  fields: (t) => ({
    interval: t.exposeInt('interval', { description: RATES.interval }),
    startOffset: t.exposeInt('offset', { description: RATES.offset }),
  }),
});

const GrantDetails = builder.objectRef<CreditGrantRateCard>('GrantDetails').implement({
  description: 'What granted credits are for, and until when.',
  fields: (t) => ({
    priority: t.exposeInt('priority', { description: CARD.priority }),
    expiryType: t.expose('expiryType', { type: ExpiryType, description: CARD.expiryType }),
    expiryDuration: t.exposeString('expiryDuration', { nullable: true, description: CARD.expiryDuration }),
    applicableEntityIds: t.stringList({ description: CARD.applicableEntityIds, resolve: (card) => [...card.applicableEntityIds] }),
  }),
});

const SlabDetail = builder.objectRef<CreditRate['slabs'][number]>('SlabDetail').implement({
  description: 'A slab with its rate.',
  fields: (t) => ({
    startAfter: t.expose('startAfter', { type: 'Decimal', description: RATES.startAfter }),
    priceType: t.expose('priceType', { type: PriceTypeEnum, description: RATES.priceType }),
    slabConfig: t.field({ type: SlabConfig, nullable: true, description: RATES.slabConfig, resolve: packageOf }),
    rate: t.expose('rate', { type: 'Decimal', description: RATES.rate }),
    slabRateConfig: t.field({ type: SlabRateConfig, nullable: true, description: RATES.slabRateConfig, resolve: boundsOf }),
  }),
});

const CurrencySlabRateDetail = builder.objectRef<CreditRate>('CurrencySlabRateDetail').implement({
  description: 'How many credits are granted for a price in one currency.',
  fields: (t) => ({
    currency: t.expose('currency', { type: 'CurrencyCode', description: RATES.currency }),
    creditAmount: t.expose('creditAmount', { type: 'Decimal', description: CARD.creditAmount }),
    slabDetails: t.field({ type: [SlabDetail], description: CARD.slabDetails, resolve: (rate) => [...rate.slabs] }),
  }),
});

const CreditRateDetails = builder.objectRef<CreditGrantRateCard>('CreditRateDetails').implement({
  description: 'How many credits are granted, and at what price.',
  fields: (t) => ({
    pricingModel: t.expose('pricingModel', { type: PricingModelEnum, description: RATES.pricingModel }),
    currencySlabRateDetails: t.field({
      type: [CurrencySlabRateDetail],
      description: CARD.currencySlabRateDetails,
      resolve: (card) => [...card.creditRates],
    }),
  }),
});

/** What the object type of every family says in the same way. */
const { extensions } = requires('plans:read');
const select = { columns: { id: true, type: true } } as const;
const idDescription = 'Opaque global id.';

/** Everything that a family says for itself is in its card. */
const ofCard = { select: { columns: { card: true } } } as const;

builder.drizzleNode('rateCards', {
  variant: 'FixedFeeRateCard',
  description: FAMILIES.FIXED_FEE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    feeType: t.field({ ...ofCard, type: ChargeTypeEnum, description: CARD.chargeType, resolve: (row) => cardOf('FIXED_FEE', row).feeType }),
    rateValues: t.field({
      ...ofCard,
      type: [CurrencyRateType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('FIXED_FEE', row).rateValues],
    }),
    enableProration: t.boolean({
      ...ofCard,
      description: CARD.enableProration,
      resolve: (row) => cardOf('FIXED_FEE', row).enableProration,
    }),
    recurrenceConfig: t.field({
      ...ofCard,
      type: RecurrenceType,
      description: RATES.recurrenceConfig,
      resolve: (row) => cardOf('FIXED_FEE', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'LicenseRateCard',
  description: FAMILIES.LICENSE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    ratePlan: t.field({ ...ofCard, type: RatePlanType, description: RATES.ratePlan, resolve: (row) => cardOf('LICENSE', row).ratePlan }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('LICENSE', row).rateValues],
    }),
    enableProration: t.boolean({ ...ofCard, description: CARD.enableProration, resolve: (row) => cardOf('LICENSE', row).enableProration }),
    usageCycle: t.field({
      ...ofCard,
      type: PricingCycleInterval,
      nullable: true,
      description: CARD.usageCycle,
      resolve: (row) => cardOf('LICENSE', row).usageCycle,
    }),
    config: t.field({
      ...ofCard,
      type: LicenseConfig,
      nullable: true,
      description: CARD.config,
      resolve: (row) => {
        const { maxQuantity, maxQuantityBreachAction } = cardOf('LICENSE', row);
        return maxQuantity === null ? null : { maxQuantity, maxQuantityBreachAction };
      },
    }),
    proratedRefundMode: t.field({
      ...ofCard,
      type: ProratedRefundMode,
      nullable: true,
      description: CARD.proratedRefundMode,
      resolve: (row) => cardOf('LICENSE', row).proratedRefundMode,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'UsageRateCard',
  description: FAMILIES.USAGE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    ratePlan: t.field({ ...ofCard, type: RatePlanType, description: RATES.ratePlan, resolve: (row) => cardOf('USAGE', row).ratePlan }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('USAGE', row).rateValues],
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'BillingEntitlementRateCard',
  description: FAMILIES.BILLING_ENTITLEMENT,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    featureConfigs: t.field({
      ...ofCard,
      type: [FeatureConfigType],
      description: CARD.featureConfigs,
      resolve: (row) => [...cardOf('BILLING_ENTITLEMENT', row).featureConfigs],
    }),
    ratePlan: t.field({
      ...ofCard,
      type: RatePlanType,
      description: RATES.ratePlan,
      resolve: (row) => cardOf('BILLING_ENTITLEMENT', row).ratePlan,
    }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('BILLING_ENTITLEMENT', row).rateValues],
    }),
    recurrenceConfig: t.field({
      ...ofCard,
      type: RecurrenceType,
      description: RATES.recurrenceConfig,
      resolve: (row) => cardOf('BILLING_ENTITLEMENT', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'EntitlementOverageRateCard',
  description: FAMILIES.ENTITLEMENT_OVERAGE,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    maxQuantity: t.field({
      ...ofCard,
      type: 'Decimal',
      nullable: true,
      description: CARD.overageMaxQuantity,
      resolve: (row) => cardOf('ENTITLEMENT_OVERAGE', row).maxQuantity,
    }),
    ratePlan: t.field({
      ...ofCard,
      type: RatePlanType,
      description: RATES.ratePlan,
      resolve: (row) => cardOf('ENTITLEMENT_OVERAGE', row).ratePlan,
    }),
    rateValues: t.field({
      ...ofCard,
      type: [RateValueType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('ENTITLEMENT_OVERAGE', row).rateValues],
    }),
    billingConfig: t.field({
      ...ofCard,
      type: BillingConfig,
      description: CARD.billingConfig,
      resolve: (row) => cardOf('ENTITLEMENT_OVERAGE', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'CreditGrantRateCard',
  description: FAMILIES.CREDIT_GRANT,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    grantType: t.field({
      ...ofCard,
      type: ChargeTypeEnum,
      description: CARD.chargeType,
      resolve: (row) => cardOf('CREDIT_GRANT', row).grantType,
    }),
    grantDetails: t.field({
      ...ofCard,
      type: GrantDetails,
      description: CARD.grantDetails,
      resolve: (row) => cardOf('CREDIT_GRANT', row),
    }),
    rateDetails: t.field({
      ...ofCard,
      type: CreditRateDetails,
      description: CARD.rateDetails,
      resolve: (row) => cardOf('CREDIT_GRANT', row),
    }),
    recurrenceConfig: t.field({
      ...ofCard,
      type: RecurrenceType,
      description: RATES.recurrenceConfig,
      resolve: (row) => cardOf('CREDIT_GRANT', row).recurrence,
    }),
  }),
});

builder.drizzleNode('rateCards', {
  variant: 'MinimumCommitmentRateCard',
  description: FAMILIES.MINIMUM_COMMITMENT,
  extensions,
  interfaces: [RateCard],
  id: { column: (table) => table.id, description: idDescription },
  select,
  fields: (t) => ({
    rateValues: t.field({
      ...ofCard,
      type: [CurrencyRateType],
      description: RATES.rateValues,
      resolve: (row) => [...cardOf('MINIMUM_COMMITMENT', row).rateValues],
    }),
  }),
});

/** The card of a row that is of the family. */
function cardOf<T extends RateCardType>(type: T, { card }: { readonly card: Card }): Extract<Card, { type: T }> {
  if (isOfType(type, card)) return card;
  throw new Error(`a ${card.type} rate card answered as ${type}`);
}

const isOfType = <T extends RateCardType>(type: T, card: Card): card is Extract<Card, { type: T }> => card.type === type;
