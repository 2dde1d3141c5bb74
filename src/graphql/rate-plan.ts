import type { CurrencyRate, PriceType, PricingModel, RatePlan, RateValue, Recurrence, Slab, SlabRate } from '../domain/rate-card.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

export const PricingModelEnum = builder.enumType('PricingModel', {
  description: 'How slabs price a quantity.',
  values: describedEnum({
    TIERED: 'Each part of the quantity at the price of the slab that it falls in.',
    VOLUME: 'All of the quantity at the price of the slab that its total falls in.',
  } satisfies Record<PricingModel, string>),
});

export const PriceTypeEnum = builder.enumType('PriceType', {
  description: 'What the rate of a slab is the price of.',
  values: describedEnum({
    FLAT: 'Of the slab as a whole, as soon as anything falls in it.',
    PER_UNIT: 'Of each unit.',
    PACKAGE: 'Of each package begun; `packageSize` says how many units one holds.',
  } satisfies Record<PriceType, string>),
});

/** The words of what is both read and written. */
export const RATES = {
  pricingModel: 'How the slabs price a quantity.',
  slabs: '1 to 100, in the order of their orders, from 1 on without a hole.',
  order: 'Its place among the slabs, from 1 on.',
  startAfter: 'It covers quantities above this, up to and including where the next slab starts. The first is 0, and they increase.',
  priceType: 'What its rate is the price of.',
  slabConfig: 'What the price type needs besides; null when nothing.',
  packageSize: 'Units in a package. Only with `PACKAGE`, and there always.',
  rate: 'The price, 0 or more.',
  slabRateConfig: 'Bounds of what the slab comes to; null when there are none.',
  minimum: 'What the slab comes to at least; null: no bound.',
  maximum: 'What the slab comes to at most; null: no bound.',
  currency: 'What the rates are in.',
  slabRates: 'One rate for each slab, by its order.',
  ratePlan: 'How a quantity is priced, currencies aside.',
  rateValues: 'The prices, one entry for each currency.',
  recurrenceConfig: 'In which pricing cycles it is charged.',
  interval: 'Charged every so many pricing cycles, 1 or more.',
  offset: 'How many pricing cycles are skipped before the first charge.',
} as const;

export const SlabConfig = builder.objectRef<{ readonly packageSize: Slab['packageSize'] }>('SlabConfig').implement({
  description: 'What the price type of a slab needs besides.',
  fields: (t) => ({
    packageSize: t.expose('packageSize', { type: 'Decimal', nullable: true, description: RATES.packageSize }),
  }),
});

const SlabType = builder.objectRef<Slab>('Slab').implement({
  description: 'A step of a price: the quantities it covers, and what its rate is the price of.',
  fields: (t) => ({
    order: t.exposeInt('order', { description: RATES.order }),
    startAfter: t.expose('startAfter', { type: 'Decimal', description: RATES.startAfter }),
    priceType: t.expose('priceType', { type: PriceTypeEnum, description: RATES.priceType }),
    slabConfig: t.field({ type: SlabConfig, nullable: true, description: RATES.slabConfig, resolve: packageOf }),
  }),
});

export const RatePlanType = builder.objectRef<RatePlan>('RatePlan').implement({
  description: 'How a quantity is priced, currencies aside.',
  fields: (t) => ({
    pricingModel: t.expose('pricingModel', { type: PricingModelEnum, description: RATES.pricingModel }),
    slabs: t.field({ type: [SlabType], description: RATES.slabs, resolve: (plan) => [...plan.slabs] }),
  }),
});

export const SlabRateConfig = builder.objectRef<Pick<SlabRate, 'minimum' | 'maximum'>>('SlabRateConfig').implement({
  description: 'Bounds of what a slab comes to.',
  fields: (t) => ({
    minimum: t.expose('minimum', { type: 'Decimal', nullable: true, description: RATES.minimum }),
    maximum: t.expose('maximum', { type: 'Decimal', nullable: true, description: RATES.maximum }),
  }),
});

const SlabRateType = builder.objectRef<SlabRate>('SlabRate').implement({
  description: 'The price of a slab in one currency.',
  fields: (t) => ({
    order: t.exposeInt('order', { description: 'The order of the slab.' }),
    rate: t.expose('rate', { type: 'Decimal', description: RATES.rate }),
    slabRateConfig: t.field({ type: SlabRateConfig, nullable: true, description: RATES.slabRateConfig, resolve: boundsOf }),
  }),
});

/** What a slab says of its packages, or null where it has none. */
export const packageOf = (slab: Pick<Slab, 'packageSize'>) => (slab.packageSize === null ? null : slab);

/** A slab's bounds, or null where it has none. */
export const boundsOf = (rate: Pick<SlabRate, 'minimum' | 'maximum'>) => (rate.minimum === null && rate.maximum === null ? null : rate);

export const RateValueType = builder.objectRef<RateValue>('RateValue').implement({
  description: 'The prices of all slabs in one currency.',
  fields: (t) => ({
    currency: t.expose('currency', { type: 'CurrencyCode', description: RATES.currency }),
    slabRates: t.field({ type: [SlabRateType], description: RATES.slabRates, resolve: (value) => [...value.slabRates] }),
  }),
});

export const CurrencyRateType = builder.objectRef<CurrencyRate>('CurrencyRate').implement({
  description: 'One price in one currency.',
  fields: (t) => ({
    currency: t.expose('currency', { type: 'CurrencyCode', description: 'What the rate is in.' }),
    rate: t.expose('rate', { type: 'Decimal', description: RATES.rate }),
  }),
});

export const RecurrenceType = builder.objectRef<Recurrence>('RecurrenceConfig').implement({
  description: 'In which pricing cycles something is charged.',
  fields: (t) => ({
    interval: t.exposeInt('interval', { description: RATES.interval }),
    offset: t.exposeInt('offset', { description: RATES.offset }),
  }),
});
