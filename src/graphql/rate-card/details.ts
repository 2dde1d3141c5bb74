import type {
  ChargeType,
  CreditGrantRateCard,
  CreditRate,
  FeatureConfig,
  LicenseRateCard,
  Recurrence,
} from '../../domain/rate-card/rate-card.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { boundsOf, PriceTypeEnum, PricingModelEnum, packageOf, RATES, RateConfigType, SlabConfig, SlabRateConfig } from './rate-plan.ts';

export const ChargeTypeEnum = builder.enumType('ChargeType', {
  description: 'How often a charge is made.',
  values: describedEnum({
    ONE_TIME: 'Charged once.',
    RECURRING: 'Charged repeatedly, as the recurrence configuration says.',
  } satisfies Record<ChargeType, string>),
});

export const ProratedRefundMode = builder.enumType('ProratedRefundMode', {
  description: 'What happens to the price of licenses that are returned during a cycle.',
  values: describedEnum({
    NONE: 'No refund.',
    CREDITS: 'Refunded as credits.',
    PAYMENT: 'Refunded as a payment.',
    WALLET: 'Refunded to the wallet.',
  } satisfies Record<NonNullable<LicenseRateCard['proratedRefundMode']>, string>),
});

export const MaxQuantityBreachAction = builder.enumType('MaxQuantityBreachAction', {
  description: 'What happens when more licenses are held than the maximum.',
  values: describedEnum({ DO_NOTHING: 'The excess is accepted.' }),
});

export const ExpiryType = builder.enumType('ExpiryType', {
  description: 'When granted credits expire.',
  values: describedEnum({
    PRICING_CYCLE: 'At the end of the pricing cycle in which they were granted.',
    NO_EXPIRY: 'Credits never expire.',
    CUSTOM: 'After `expiryDuration`.',
  } satisfies Record<CreditGrantRateCard['expiryType'], string>),
});

/** Descriptions of fields that are in both the output and the input types. */
export const CARD = {
  chargeType: 'How often the charge is made.',
  enableProration: 'Whether a partial cycle is charged in proportion to its days.',
  usageCycle: 'How often the number of licenses is counted. `null`: once for each pricing cycle.',
  config: 'Limit on the number of licenses. `null`: no limit.',
  licenseMaxQuantity: 'Maximum number of licenses.',
  maxQuantityBreachAction: 'What happens when more licenses are held than `maxQuantity`.',
  proratedRefundMode: 'What happens to the price of licenses that are returned during a cycle.',
  featureConfigs: 'Allowances that are granted, each for its own period.',
  effectiveFrom: 'Start of the allowance, as an ISO 8601 duration after the grant, such as `P5D`.',
  effectiveUntil: 'End of the allowance, as an ISO 8601 duration after the grant, such as `P20D`.',
  featureCreditLimit: 'Quantity of the feature that may be used, 0 or more.',
  overageMaxQuantity: 'Maximum quantity that may be used beyond the allowance.',
  billingConfig: 'Pricing cycles in which the charge is made.',
  grantDetails: 'What the credits can pay for, and when they expire.',
  priority: 'Priority of the credits, 0 or more. Credits with a lower number are spent first.',
  expiryType: 'When the credits expire.',
  expiryDuration: 'Lifetime of the credits, as an ISO 8601 duration after the grant, such as `P30D`.',
  applicableEntityIds: 'Ids of the billable items that the credits can pay for. Empty: all items.',
  rateDetails: 'Credits that are granted, and their price.',
  currencySlabRateDetails: 'Credits and prices, one entry for each currency.',
  creditAmount: 'Amount of credits that are granted, in the currency.',
  slabDetails: 'The slabs with their rates, in order.',
} as const;

export const FeatureConfigType = builder.objectRef<FeatureConfig>('FeatureConfig').implement({
  description: 'An allowance of a feature for a period.',
  fields: (t) => ({
    effectiveFrom: t.exposeString('effectiveFrom', { nullable: true, description: `${CARD.effectiveFrom} \`null\`: immediately.` }),
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
    description: 'A limit on the number of licenses.',
    fields: (t) => ({
      maxQuantity: t.exposeInt('maxQuantity', { description: CARD.licenseMaxQuantity }),
      maxQuantityBreachAction: t.expose('maxQuantityBreachAction', {
        type: MaxQuantityBreachAction,
        nullable: true,
        description: `${CARD.maxQuantityBreachAction} \`null\`: nothing.`,
      }),
    }),
  });

export const BillingConfig = builder.objectRef<Recurrence>('BillingConfig').implement({
  description: 'Pricing cycles in which an overage is charged.',
  fields: (t) => ({
    interval: t.exposeInt('interval', { description: RATES.interval }),
    startOffset: t.exposeInt('offset', { description: RATES.offset }),
  }),
});

export const GrantDetails = builder.objectRef<CreditGrantRateCard>('GrantDetails').implement({
  description: 'What granted credits can pay for, and when they expire.',
  fields: (t) => ({
    priority: t.exposeInt('priority', { description: CARD.priority }),
    expiryType: t.expose('expiryType', { type: ExpiryType, description: CARD.expiryType }),
    expiryDuration: t.exposeString('expiryDuration', {
      nullable: true,
      description: `${CARD.expiryDuration} \`null\`: the type of expiry needs none.`,
    }),
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
  description: 'Credits that are granted, and their price in one currency.',
  fields: (t) => ({
    currency: t.expose('currency', { type: 'CurrencyCode', description: RATES.currency }),
    creditAmount: t.expose('creditAmount', { type: 'Decimal', description: CARD.creditAmount }),
    slabDetails: t.field({ type: [SlabDetail], description: CARD.slabDetails, resolve: (rate) => [...rate.slabs] }),
    rateConfig: t.field({
      type: RateConfigType,
      nullable: true,
      description: RATES.rateConfig,
      resolve: (rate) => rate.rateConfig ?? null,
    }),
  }),
});

export const CreditRateDetails = builder.objectRef<CreditGrantRateCard>('CreditRateDetails').implement({
  description: 'Credits that are granted, and their price.',
  fields: (t) => ({
    pricingModel: t.expose('pricingModel', { type: PricingModelEnum, description: RATES.pricingModel }),
    currencySlabRateDetails: t.field({
      type: [CurrencySlabRateDetail],
      description: CARD.currencySlabRateDetails,
      resolve: (card) => [...card.creditRates],
    }),
  }),
});
