import type { CYCLE_INTERVALS, Cycle, PricingCycleConfig } from '../../domain/pricing-cycle.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';

export const PricingCycleInterval = builder.enumType('PricingCycleInterval', {
  description: 'Length of a pricing cycle.',
  values: describedEnum({
    WEEKLY: 'Seven days.',
    MONTHLY: 'A calendar month.',
    QUARTERLY: 'A quarter of the calendar year.',
    HALF_YEARLY: 'A half of the calendar year.',
    ANNUALLY: 'A calendar year.',
  } satisfies Record<(typeof CYCLE_INTERVALS)[number], string>),
});

const CONFIG = {
  interval: 'Length of a cycle.',
  gracePeriod: 'Days from the end of a cycle until its invoice is due, 0 to 365.',
  anniversaryCycle: 'Whether the offsets are derived from the first day of the association. If true, the offsets given here are ignored.',
} as const;

const OFFSET = {
  dayOffset: 'Day on which a cycle begins: `"1"` (Monday) to `"7"` for `WEEKLY`, `"1"` to `"31"` for other intervals, or `"LAST"`.',
  monthOffset:
    'Month of the interval in which a cycle begins: `"1"` to `"3"`, `"6"` or `"12"`, `"FIRST"` or `"LAST"`. `"NIL"` for `WEEKLY` and `MONTHLY`.',
} as const;

const StartOffset = builder.objectRef<PricingCycleConfig>('PricingCycleStartOffset').implement({
  description: 'Where in its interval a cycle begins. In a month that lacks the day, the cycle begins on the last day of the month.',
  fields: (t) => ({
    dayOffset: t.exposeString('dayOffset', { description: OFFSET.dayOffset }),
    monthOffset: t.exposeString('monthOffset', { description: OFFSET.monthOffset }),
  }),
});

export const PricingCycleConfigType = builder.objectRef<PricingCycleConfig>('PricingCycleConfig').implement({
  description: 'On which days pricing cycles begin, and when their invoices are due.',
  fields: (t) => ({
    interval: t.expose('interval', { type: PricingCycleInterval, description: CONFIG.interval }),
    startOffset: t.field({ type: StartOffset, description: 'Where in its interval a cycle begins.', resolve: (config) => config }),
    gracePeriod: t.exposeInt('gracePeriod', { description: CONFIG.gracePeriod }),
    anniversaryCycle: t.exposeBoolean('anniversaryCycle', { description: CONFIG.anniversaryCycle }),
  }),
});

export const CycleType = builder.objectRef<Cycle>('Cycle').implement({
  description: 'A pricing cycle of a schedule. The first cycle begins at the start of the schedule; the last is cut at its end.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'First day of the period.' }),
    end: t.expose('end', { type: 'Date', description: 'First day after the period.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      description: 'Day on which the invoice of the cycle is due: the end of the cycle plus the grace period.',
    }),
  }),
});

const StartOffsetInput = builder.inputType('PricingCycleStartOffsetInput', {
  description: 'Where in its interval a cycle begins.',
  fields: (t) => ({
    dayOffset: t.string({ required: true, description: OFFSET.dayOffset }),
    monthOffset: t.string({ description: `${OFFSET.monthOffset} May be omitted for those two only.` }),
  }),
});

export const PricingCycleConfigInput = builder.inputType('PricingCycleConfigInput', {
  description: 'On which days pricing cycles begin, and when their invoices are due.',
  fields: (t) => ({
    interval: t.field({ type: PricingCycleInterval, required: true, description: CONFIG.interval }),
    startOffset: t.field({
      type: StartOffsetInput,
      description: 'Where in its interval a cycle begins. Defaults to the first day of the interval.',
    }),
    gracePeriod: t.int({ required: true, description: CONFIG.gracePeriod }),
    anniversaryCycle: t.boolean({ description: `${CONFIG.anniversaryCycle} Defaults to false.` }),
  }),
});
