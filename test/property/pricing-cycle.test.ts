import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, FIRST_DAY, FOREVER } from '../../src/domain/day.ts';
import {
  anniversaryOffsets,
  boundaryAfter,
  boundaryOnOrBefore,
  CYCLE_INTERVALS,
  cycleAt,
  cycles,
  nextCycle,
  type PricingCycleConfig,
  parsePricingCycle,
} from '../../src/domain/pricing-cycle.ts';
import type { Period } from '../../src/domain/timeline/period.ts';
import { runs } from '../support/runs.ts';

const MONTHS = { WEEKLY: 0, MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, ANNUALLY: 12 } as const;
const upTo = (last: number) => fc.oneof(fc.integer({ min: 1, max: last }).map(String), fc.constant('LAST'));

const configs: fc.Arbitrary<PricingCycleConfig> = fc.constantFrom(...CYCLE_INTERVALS).chain((interval) =>
  fc.record({
    interval: fc.constant(interval),
    dayOffset: upTo(interval === 'WEEKLY' ? 7 : 31),
    monthOffset: MONTHS[interval] > 1 ? fc.oneof(upTo(MONTHS[interval]), fc.constant('FIRST')) : fc.constant('NIL'),
    gracePeriod: fc.nat(365),
    anniversaryCycle: fc.boolean(),
  }),
);
/** Any day of the calendar, those near its ends and those of our time more often. */
const days = fc
  .oneof(fc.nat(3_651_000), fc.integer({ min: 735_000, max: 745_000 }), fc.nat(800), fc.integer({ min: 3_650_500, max: 3_651_000 }))
  .map((count) => addDays(FIRST_DAY, count))
  .filter((day) => day < FOREVER);
const schedules = fc
  .tuple(days, fc.oneof(fc.integer({ min: 1, max: 1_200 }), fc.constant(4_000_000)))
  .map(([start, length]): Period => ({ start, end: addDays(start, length) }));

/** A day is a boundary when its own calendar fields say so: no arithmetic from any other boundary. */
const isBoundary = ({ interval, dayOffset, monthOffset }: PricingCycleConfig, day: Day): boolean => {
  const date = Temporal.PlainDate.from(day);
  if (interval === 'WEEKLY') return date.dayOfWeek === (dayOffset === 'LAST' ? 7 : Number(dayOffset));
  const dayOfMonth = dayOffset === 'LAST' ? 31 : Number(dayOffset);
  const months = MONTHS[interval];
  const month = monthOffset === 'LAST' ? months : monthOffset === 'FIRST' || monthOffset === 'NIL' ? 1 : Number(monthOffset);
  return date.day === Math.min(dayOfMonth, date.daysInMonth) && (date.month - month) % months === 0;
};

describe('Boundaries', () => {
  test('lie on both sides of every day, and are the days whose own date says so', () => {
    fc.assert(
      fc.property(configs, days, (config, day) => {
        const [before, after] = [boundaryOnOrBefore(config, day), boundaryAfter(config, day)];
        expect(before <= day && day < after).toBe(true);
        expect(before === FIRST_DAY || isBoundary(config, before)).toBe(true);
        expect(after === FOREVER || isBoundary(config, after)).toBe(true);
      }),
    );
  });

  test('have no other boundary between them', () => {
    fc.assert(
      fc.property(configs, days, (config, day) => {
        const after = boundaryAfter(config, day);
        for (let between = addDays(boundaryOnOrBefore(config, day), 1); between < after; between = addDays(between, 1)) {
          expect(isBoundary(config, between)).toBe(false);
        }
      }),
      runs(50),
    );
  });

  test('are the same from whichever day one looks', () => {
    fc.assert(
      fc.property(configs, days, fc.nat(400), (config, day, count) => {
        const next = boundaryAfter(config, day);
        const later = addDays(day, count);
        expect(later < next ? boundaryAfter(config, later) : boundaryOnOrBefore(config, next)).toBe(next);
      }),
    );
  });
});

describe('Cycles', () => {
  test('contain the day they are asked for, and stay inside the schedule', () => {
    fc.assert(
      fc.property(configs, schedules, days, (config, schedule, day) => {
        const cycle = cycleAt(config, schedule, day);
        expect(cycle !== null).toBe(schedule.start <= day && day < schedule.end);
        if (!cycle) return;
        expect(cycle.start <= day && day < cycle.end).toBe(true);
        expect(cycle.start >= schedule.start && cycle.end <= schedule.end).toBe(true);
        expect(cycle.dueOn).toBe(addDays(cycle.end, config.gracePeriod));
      }),
    );
  });

  test('tile the schedule: each begins where the one before ends, the first with it and the last to its end', () => {
    fc.assert(
      fc.property(configs, days, fc.integer({ min: 1, max: 1_200 }), (config, start, length) => {
        const schedule = { start, end: addDays(start, length) };
        const tiles = [...cycles(config, schedule)];
        expect(tiles.map((cycle) => cycle.start)).toEqual([schedule.start, ...tiles.slice(0, -1).map((cycle) => cycle.end)]);
        expect(tiles.at(-1)?.end).toBe(schedule.end);
        expect(tiles.slice(1).every((cycle) => isBoundary(config, cycle.start))).toBe(true);
      }),
      runs(50),
    );
  });

  test('are the same asked for one by one, by a day inside, or in a row', () => {
    fc.assert(
      fc.property(configs, schedules, fc.nat(500), (config, schedule, count) => {
        const day = addDays(schedule.start, count);
        const [first, second] = cycles(config, schedule, day);
        expect(first ?? null).toEqual(cycleAt(config, schedule, day));
        expect(second ?? null).toEqual(nextCycle(config, schedule, day));
      }),
      runs(20),
    );
  });
});

describe('Configurations', () => {
  test('are read back as they are', () => {
    fc.assert(
      fc.property(configs, (config) => {
        const { dayOffset, monthOffset, ...rest } = config;
        expect(parsePricingCycle({ ...rest, startOffset: { dayOffset, monthOffset } })).toEqual({ ok: true, value: config });
      }),
    );
  });

  test('of an anniversary have a boundary on the day, and are valid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CYCLE_INTERVALS), days, (interval, day) => {
        const offsets = anniversaryOffsets(interval, day);
        const parsed = parsePricingCycle({ interval, startOffset: offsets, gracePeriod: 0 });
        expect(parsed.ok && boundaryOnOrBefore(parsed.value, day)).toBe(day);
      }),
    );
  });
});
