import type { CYCLE_INTERVALS, Cycle, PricingCycleConfig } from '../domain/pricing-cycle.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

export const PricingCycleInterval = builder.enumType('PricingCycleInterval', {
  description: 'How long a pricing cycle is.',
  values: describedEnum({
    WEEKLY: '7 days.',
    MONTHLY: 'A month.',
    QUARTERLY: 'A quarter of the calendar year.',
    HALF_YEARLY: 'A half of the calendar year.',
    ANNUALLY: 'A year.',
  } satisfies Record<(typeof CYCLE_INTERVALS)[number], string>),
});

const CONFIG = {
  interval: 'How long a cycle is.',
  gracePeriod: 'Days after the end of a cycle until its invoice falls due, 0 to 365.',
  anniversaryCycle: 'True: the offsets follow from the first day of the association, whatever they say here.',
} as const;

const OFFSET = {
  dayOffset: 'The day on which a cycle begins. `WEEKLY`: `"1"` (Monday) to `"7"`; otherwise `"1"` to `"31"`; or `"LAST"`.',
  monthOffset:
    'The month of the interval in which a cycle begins: `"1"` to `"3"`, `"6"` or `"12"`, `"FIRST"` or `"LAST"`. `"NIL"` for weeks and months.',
} as const;

const StartOffset = builder.objectRef<PricingCycleConfig>('PricingCycleStartOffset').implement({
  description: 'Where in its interval a cycle begins. A day that a month lacks is the last day of that month.',
  fields: (t) => ({
    dayOffset: t.exposeString('dayOffset', { description: OFFSET.dayOffset }),
    monthOffset: t.exposeString('monthOffset', { description: OFFSET.monthOffset }),
  }),
});

export const PricingCycleConfigType = builder.objectRef<PricingCycleConfig>('PricingCycleConfig').implement({
  description: 'On which days pricing cycles begin, and when their invoices fall due.',
  fields: (t) => ({
    interval: t.expose('interval', { type: PricingCycleInterval, description: CONFIG.interval }),
    startOffset: t.field({ type: StartOffset, description: 'Where in its interval a cycle begins.', resolve: (config) => config }),
    gracePeriod: t.exposeInt('gracePeriod', { description: CONFIG.gracePeriod }),
    anniversaryCycle: t.exposeBoolean('anniversaryCycle', { description: CONFIG.anniversaryCycle }),
  }),
});

export const CycleType = builder.objectRef<Cycle>('Cycle').implement({
  description: 'One pricing cycle of a schedule. The first runs from the start of the schedule, the last is cut at its end.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'The first day it covers.' }),
    end: t.expose('end', { type: 'Date', description: 'The first day it no longer covers.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'When its invoice falls due: the end, and the grace period after it.' }),
  }),
});

const StartOffsetInput = builder.inputType('PricingCycleStartOffsetInput', {
  description: 'Where in its interval a cycle begins.',
  fields: (t) => ({
    dayOffset: t.string({ required: true, description: OFFSET.dayOffset }),
    monthOffset: t.string({ description: `${OFFSET.monthOffset} May be left out there alone.` }),
  }),
});

export const PricingCycleConfigInput = builder.inputType('PricingCycleConfigInput', {
  description: 'On which days pricing cycles begin, and when their invoices fall due.',
  fields: (t) => ({
    interval: t.field({ type: PricingCycleInterval, required: true, description: CONFIG.interval }),
    startOffset: t.field({ type: StartOffsetInput, description: 'Absent: on the first day of the interval.' }),
    gracePeriod: t.int({ required: true, description: CONFIG.gracePeriod }),
    anniversaryCycle: t.boolean({ description: `${CONFIG.anniversaryCycle} Absent: false.` }),
  }),
});
