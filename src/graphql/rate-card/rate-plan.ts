import type {
  CurrencyRate,
  PriceType,
  PricingModel,
  RateConfig,
  RatePlan,
  RateValue,
  Recurrence,
  Slab,
  SlabRate,
} from '../../domain/rate-card/rate-card.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';

export const PricingModelEnum = builder.enumType('PricingModel', {
  description: 'How slabs price a quantity.',
  values: describedEnum({
    TIERED: 'Each part of the quantity is priced by the slab that it falls in.',
    VOLUME: 'The whole quantity is priced by the slab that the total falls in.',
  } satisfies Record<PricingModel, string>),
});

export const PriceTypeEnum = builder.enumType('PriceType', {
  description: 'What the rate of a slab applies to.',
  values: describedEnum({
    FLAT: 'The rate is the price of the whole slab, charged when any quantity falls in it.',
    PER_UNIT: 'The rate is the price of one unit.',
    PACKAGE: 'The rate is the price of one package of `packageSize` units. A started package counts as a whole one.',
  } satisfies Record<PriceType, string>),
});

/** Descriptions of fields that are in both the output and the input types. */
export const RATES = {
  pricingModel: 'How the slabs price a quantity.',
  slabs: 'The slabs, 1 to 100, ordered by `order` from 1 without gaps.',
  order: 'Position of the slab, from 1.',
  startAfter:
    'Lower bound of the slab. The slab covers quantities above it, up to and including the `startAfter` of the next slab. 0 for the first slab; strictly increasing.',
  priceType: 'What the rate applies to.',
  slabConfig: 'Further settings of the price type. `null` when it needs none.',
  packageSize: 'Number of units in a package.',
  rate: 'The price, 0 or more.',
  slabRateConfig: 'Minimum and maximum amount of the slab. `null` when there are none.',
  minimum: 'Minimum amount of the slab.',
  maximum: 'Maximum amount of the slab.',
  currency: 'Currency of the rates.',
  rateConfig: 'Minimum and maximum amount of the whole rate card in this currency. `null` when there are none.',
  minimumRate: 'Minimum amount of the rate card.',
  maximumRate: 'Maximum amount of the rate card.',
  slabRates: 'One rate for each slab, by `order`.',
  ratePlan: 'How a quantity is priced, apart from currencies.',
  rateValues: 'Prices, one entry for each currency.',
  recurrenceConfig: 'Pricing cycles in which the charge is made.',
  interval: 'Number of pricing cycles from one charge to the next, 1 to 1,000.',
  offset: 'Number of pricing cycles that are skipped before the first charge, 0 to 1,000.',
} as const;

export const SlabConfig = builder.objectRef<{ readonly packageSize: Slab['packageSize'] }>('SlabConfig').implement({
  description: 'Further settings of the price type of a slab.',
  fields: (t) => ({
    packageSize: t.expose('packageSize', {
      type: 'Decimal',
      nullable: true,
      description: `${RATES.packageSize} \`null\`: the slab is not priced by packages.`,
    }),
  }),
});

const SlabType = builder.objectRef<Slab>('Slab').implement({
  description: 'A step of a price: the quantities that it covers, and what its rate applies to.',
  fields: (t) => ({
    order: t.exposeInt('order', { description: RATES.order }),
    startAfter: t.expose('startAfter', { type: 'Decimal', description: RATES.startAfter }),
    priceType: t.expose('priceType', { type: PriceTypeEnum, description: RATES.priceType }),
    slabConfig: t.field({ type: SlabConfig, nullable: true, description: RATES.slabConfig, resolve: packageOf }),
  }),
});

export const RatePlanType = builder.objectRef<RatePlan>('RatePlan').implement({
  description: 'How a quantity is priced, apart from currencies.',
  fields: (t) => ({
    pricingModel: t.expose('pricingModel', { type: PricingModelEnum, description: RATES.pricingModel }),
    slabs: t.field({ type: [SlabType], description: RATES.slabs, resolve: (plan) => [...plan.slabs] }),
  }),
});

export const SlabRateConfig = builder.objectRef<Pick<SlabRate, 'minimum' | 'maximum'>>('SlabRateConfig').implement({
  description: 'Minimum and maximum amount of a slab.',
  fields: (t) => ({
    minimum: t.expose('minimum', { type: 'Decimal', nullable: true, description: `${RATES.minimum} \`null\`: no minimum.` }),
    maximum: t.expose('maximum', { type: 'Decimal', nullable: true, description: `${RATES.maximum} \`null\`: no maximum.` }),
  }),
});

const SlabRateType = builder.objectRef<SlabRate>('SlabRate').implement({
  description: 'The price of a slab in one currency.',
  fields: (t) => ({
    order: t.exposeInt('order', { description: 'The `order` of the slab.' }),
    rate: t.expose('rate', { type: 'Decimal', description: RATES.rate }),
    slabRateConfig: t.field({ type: SlabRateConfig, nullable: true, description: RATES.slabRateConfig, resolve: boundsOf }),
  }),
});

/** Returns the slab for its package settings, or `null` if it has none. */
export const packageOf = (slab: Pick<Slab, 'packageSize'>) => (slab.packageSize === null ? null : slab);

/** Returns the slab's rate for its minimum and maximum, or `null` if it has neither. */
export const boundsOf = (rate: Pick<SlabRate, 'minimum' | 'maximum'>) => (rate.minimum === null && rate.maximum === null ? null : rate);

export const RateConfigType = builder.objectRef<RateConfig>('RateConfig').implement({
  description: 'Minimum and maximum amount of a rate card, in addition to those of its slabs.',
  fields: (t) => ({
    minimumRate: t.expose('minimumRate', { type: 'Decimal', nullable: true, description: `${RATES.minimumRate} \`null\`: no minimum.` }),
    maximumRate: t.expose('maximumRate', { type: 'Decimal', nullable: true, description: `${RATES.maximumRate} \`null\`: no maximum.` }),
  }),
});

export const RateValueType = builder.objectRef<RateValue>('RateValue').implement({
  description: 'The prices of all slabs in one currency.',
  fields: (t) => ({
    currency: t.expose('currency', { type: 'CurrencyCode', description: RATES.currency }),
    slabRates: t.field({ type: [SlabRateType], description: RATES.slabRates, resolve: (value) => [...value.slabRates] }),
    rateConfig: t.field({
      type: RateConfigType,
      nullable: true,
      description: RATES.rateConfig,
      resolve: (value) => value.rateConfig ?? null,
    }),
  }),
});

export const CurrencyRateType = builder.objectRef<CurrencyRate>('CurrencyRate').implement({
  description: 'One price in one currency.',
  fields: (t) => ({
    currency: t.expose('currency', { type: 'CurrencyCode', description: 'Currency of the rate.' }),
    rate: t.expose('rate', { type: 'Decimal', description: RATES.rate }),
  }),
});

export const RecurrenceType = builder.objectRef<Recurrence>('RecurrenceConfig').implement({
  description: 'Pricing cycles in which a charge is made.',
  fields: (t) => ({
    interval: t.exposeInt('interval', { description: RATES.interval }),
    offset: t.exposeInt('offset', { description: RATES.offset }),
  }),
});
