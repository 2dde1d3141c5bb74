import { builder } from '../builder.ts';
import { PriceTypeEnum, PricingModelEnum, RATES } from './rate-plan.ts';

/** What every amount of money in a rate card says. Rates are multiplied, and may be finer. */
export const AS_FINE = '0 or more, with no more decimal places than the currency has.';

/** Description of the limits of a whole card in input types. */
export const RATE_CONFIG = 'Minimum and maximum amount of the whole rate card in this currency. Omit for none.';

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

const SlabConfigInput = builder.inputType('SlabConfigInput', {
  description: 'Further settings of the price type of a slab.',
  fields: (t) => ({
    packageSize: t.field({
      type: 'Decimal',
      description: `${RATES.packageSize} Above 0. Required with \`PACKAGE\`, not allowed otherwise.`,
    }),
  }),
});

/** Returns the input fields of a slab without its order. */
export const slabFields = (t: Fields) => ({
  startAfter: t.field({ type: 'Decimal', required: true, description: RATES.startAfter }),
  priceType: t.field({ type: PriceTypeEnum, required: true, description: RATES.priceType }),
  slabConfig: t.field({ type: SlabConfigInput, description: 'Further settings of the price type. Omit when it needs none.' }),
});

const SlabInput = builder.inputType('SlabInput', {
  description: 'A step of a price: the quantities that it covers, and what its rate applies to.',
  fields: (t) => ({ order: t.int({ required: true, description: RATES.order }), ...slabFields(t) }),
});

export const RatePlanInput = builder.inputType('RatePlanInput', {
  description: 'How a quantity is priced, apart from currencies.',
  fields: (t) => ({
    pricingModel: t.field({ type: PricingModelEnum, required: true, description: RATES.pricingModel }),
    slabs: t.field({ type: [SlabInput], required: true, description: RATES.slabs }),
  }),
});

const SlabRateConfigInput = builder.inputType('SlabRateConfigInput', {
  description: 'Minimum and maximum amount of a slab.',
  fields: (t) => ({
    minimum: t.field({ type: 'Decimal', description: `${RATES.minimum} ${AS_FINE} Omit for no minimum.` }),
    maximum: t.field({ type: 'Decimal', description: `${RATES.maximum} ${AS_FINE} Omit for no maximum.` }),
  }),
});

/** Returns the input fields of a slab's rate without its order. */
export const slabRateFields = (t: Fields) => ({
  rate: t.field({ type: 'Decimal', required: true, description: RATES.rate }),
  slabRateConfig: t.field({ type: SlabRateConfigInput, description: 'Minimum and maximum amount of the slab. Omit for none.' }),
});

const SlabRateInput = builder.inputType('SlabRateInput', {
  description: 'The price of a slab in one currency.',
  fields: (t) => ({ order: t.int({ required: true, description: 'The `order` of the slab.' }), ...slabRateFields(t) }),
});

export const RateConfigInput = builder.inputType('RateConfigInput', {
  description: 'Minimum and maximum amount of a rate card, in addition to those of its slabs.',
  fields: (t) => ({
    minimumRate: t.field({ type: 'Decimal', description: `${RATES.minimumRate} ${AS_FINE} Omit for no minimum.` }),
    maximumRate: t.field({ type: 'Decimal', description: `${RATES.maximumRate} ${AS_FINE} Omit for no maximum.` }),
  }),
});

export const RateValueInput = builder.inputType('RateValueInput', {
  description: 'The prices of all slabs in one currency.',
  fields: (t) => ({
    currency: t.field({ type: 'CurrencyCode', required: true, description: RATES.currency }),
    slabRates: t.field({ type: [SlabRateInput], required: true, description: RATES.slabRates }),
    rateConfig: t.field({ type: RateConfigInput, description: RATE_CONFIG }),
  }),
});

export const CurrencyRateInput = builder.inputType('CurrencyRateInput', {
  description: 'One price in one currency.',
  fields: (t) => ({
    currency: t.field({ type: 'CurrencyCode', required: true, description: 'Currency of the rate.' }),
    rate: t.field({ type: 'Decimal', required: true, description: RATES.rate }),
  }),
});

export const RecurrenceConfigInput = builder.inputType('RecurrenceConfigInput', {
  description: 'Pricing cycles in which a charge is made.',
  fields: (t) => ({
    interval: t.int({ description: `${RATES.interval} Defaults to 1.` }),
    offset: t.int({ description: `${RATES.offset} Defaults to 0.` }),
  }),
});
