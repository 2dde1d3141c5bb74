import type { ChargeType, CreditGrantRateCard, CreditRate, FeatureConfig, LicenseRateCard, Recurrence } from '../domain/rate-card.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { boundsOf, PriceTypeEnum, PricingModelEnum, packageOf, RATES, SlabConfig, SlabRateConfig } from './rate-plan.ts';

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

export const FeatureConfigType = builder.objectRef<FeatureConfig>('FeatureConfig').implement({
  description: 'How much of a feature may be used, and for how long.',
  fields: (t) => ({
    effectiveFrom: t.exposeString('effectiveFrom', { nullable: true, description: CARD.effectiveFrom }),
    effectiveUntil: t.exposeString('effectiveUntil', { description: CARD.effectiveUntil }),
    featureCreditLimit: t.expose('featureCreditLimit', { type: 'Decimal', description: CARD.featureCreditLimit }),
  }),
});

export const LicenseConfig = builder
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

export const BillingConfig = builder.objectRef<Recurrence>('BillingConfig').implement({
  description: 'In which pricing cycles an overage is charged.',
  fields: (t) => ({
    interval: t.exposeInt('interval', { description: RATES.interval }),
    startOffset: t.exposeInt('offset', { description: RATES.offset }),
  }),
});

export const GrantDetails = builder.objectRef<CreditGrantRateCard>('GrantDetails').implement({
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

export const CreditRateDetails = builder.objectRef<CreditGrantRateCard>('CreditRateDetails').implement({
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
