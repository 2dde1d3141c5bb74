import { describe, expect, test } from 'vitest';
import { addDays, type Day, FIRST_DAY, FOREVER } from '../../src/domain/day.ts';
import {
  anniversaryOffsets,
  boundaryAfter,
  boundaryOnOrBefore,
  type CycleChoice,
  type CycleInterval,
  cycleAt,
  cycles,
  nextCycle,
  type PricingCycleConfig,
  type PricingCycleInput,
  parsePricingCycle,
  resolveCycle,
} from '../../src/domain/pricing-cycle.ts';
import { withPath } from '../../src/domain/result.ts';
import type { Period } from '../../src/domain/timeline/period.ts';

const config = (interval: CycleInterval, dayOffset: string, monthOffset = 'NIL', gracePeriod = 0): PricingCycleConfig => ({
  interval,
  dayOffset,
  monthOffset,
  gracePeriod,
  anniversaryCycle: false,
});
const period = (start: string, end: string): Period => ({ start: start as Day, end: end as Day });

/** The first `count` days after `day` on which a cycle begins. */
const boundaries = (cycle: PricingCycleConfig, day: string, count: number): Day[] => {
  const found: Day[] = [];
  for (let next = boundaryAfter(cycle, day as Day); found.length < count; next = boundaryAfter(cycle, next)) found.push(next);
  return found;
};

describe('A cycle begins with the days that its offsets name', () => {
  test.each<[CycleInterval, string, string, string, string[]]>([
    // Weeks, Monday first. October 23rd 2023 is a Monday.
    ['WEEKLY', '1', 'NIL', '2023-10-22', ['2023-10-23', '2023-10-30', '2023-11-06']],
    ['WEEKLY', '3', 'NIL', '2023-10-22', ['2023-10-25', '2023-11-01']],
    ['WEEKLY', '7', 'NIL', '2023-10-22', ['2023-10-29', '2023-11-05']],
    ['WEEKLY', 'LAST', 'NIL', '2023-10-22', ['2023-10-29', '2023-11-05']],
    // Over the end of a year, and over February 29th, a week stays seven days.
    ['WEEKLY', '1', 'NIL', '2026-12-20', ['2026-12-21', '2026-12-28', '2027-01-04']],
    ['WEEKLY', '5', 'NIL', '2024-02-20', ['2024-02-23', '2024-03-01', '2024-03-08']],

    ['MONTHLY', '1', 'NIL', '2025-12-31', ['2026-01-01', '2026-02-01', '2026-03-01']],
    ['MONTHLY', '12', 'NIL', '2025-12-31', ['2026-01-12', '2026-02-12', '2026-03-12']],
    ['MONTHLY', '28', 'NIL', '2025-12-31', ['2026-01-28', '2026-02-28', '2026-03-28']],
    ['MONTHLY', '29', 'NIL', '2023-12-31', ['2024-01-29', '2024-02-29', '2024-03-29']],
    // January has a 30th: only February falls back.
    ['MONTHLY', '30', 'NIL', '2025-12-31', ['2026-01-30', '2026-02-28', '2026-03-30', '2026-04-30']],
    ['MONTHLY', '31', 'NIL', '2025-12-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['MONTHLY', '31', 'NIL', '2023-12-31', ['2024-01-31', '2024-02-29', '2024-03-31']],
    ['MONTHLY', 'LAST', 'NIL', '2025-12-31', ['2026-01-31', '2026-02-28', '2026-03-31']],

    ['QUARTERLY', '15', 'FIRST', '2025-12-31', ['2026-01-15', '2026-04-15', '2026-07-15', '2026-10-15', '2027-01-15']],
    ['QUARTERLY', '15', '1', '2025-12-31', ['2026-01-15', '2026-04-15']],
    ['QUARTERLY', '15', '2', '2025-12-31', ['2026-02-15', '2026-05-15', '2026-08-15', '2026-11-15']],
    ['QUARTERLY', '15', 'LAST', '2025-12-31', ['2026-03-15', '2026-06-15', '2026-09-15', '2026-12-15']],
    // July ends on the 31st.
    ['QUARTERLY', 'LAST', 'FIRST', '2025-12-31', ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']],
    ['QUARTERLY', '31', '2', '2023-12-31', ['2024-02-29', '2024-05-31', '2024-08-31', '2024-11-30', '2025-02-28']],

    ['HALF_YEARLY', '15', 'FIRST', '2025-12-31', ['2026-01-15', '2026-07-15', '2027-01-15']],
    ['HALF_YEARLY', '15', '4', '2025-12-31', ['2026-04-15', '2026-10-15']],
    ['HALF_YEARLY', '15', 'LAST', '2025-12-31', ['2026-06-15', '2026-12-15']],

    ['ANNUALLY', '15', 'FIRST', '2025-12-31', ['2026-01-15', '2027-01-15']],
    ['ANNUALLY', '15', '1', '2025-12-31', ['2026-01-15', '2027-01-15']],
    ['ANNUALLY', 'LAST', '2', '2022-12-31', ['2023-02-28', '2024-02-29', '2025-02-28']],
    ['ANNUALLY', '29', '2', '2022-12-31', ['2023-02-28', '2024-02-29', '2025-02-28']],
    ['ANNUALLY', '15', '8', '2025-12-31', ['2026-08-15', '2027-08-15']],
    ['ANNUALLY', '15', 'LAST', '2025-12-31', ['2026-12-15', '2027-12-15']],
  ])('%s, day %s, month %s', (interval, dayOffset, monthOffset, after, days) => {
    expect(boundaries(config(interval, dayOffset, monthOffset), after, days.length)).toEqual(days);
  });

  test('on such a day, the boundary on or before is that day, and the one after is the next', () => {
    const monthly = config('MONTHLY', '31');
    expect(boundaryOnOrBefore(monthly, '2026-02-28' as Day)).toBe('2026-02-28');
    expect(boundaryAfter(monthly, '2026-02-28' as Day)).toBe('2026-03-31');
    expect(boundaryOnOrBefore(monthly, '2026-02-27' as Day)).toBe('2026-01-31');
  });

  test("the calendar's ends stand in for the boundaries beyond them", () => {
    const yearly = config('ANNUALLY', '15', '6');
    expect(boundaryOnOrBefore(yearly, FIRST_DAY)).toBe(FIRST_DAY);
    expect(boundaryAfter(yearly, '9998-12-31' as Day)).toBe(FOREVER);
  });
});

describe('Cycles tile a schedule', () => {
  const tiles = (cycle: PricingCycleConfig, schedule: Period, from?: string) =>
    [...cycles(cycle, schedule, from as Day | undefined)].map(({ start, end, dueOn }) => `${start} ${end} ${dueOn}`);

  test('the first runs from the start to the next boundary, the last is cut at the end, each is due after its grace period', () => {
    expect(tiles(config('MONTHLY', '31', 'NIL', 5), period('2026-01-10', '2026-04-10'))).toEqual([
      '2026-01-10 2026-01-31 2026-02-05',
      '2026-01-31 2026-02-28 2026-03-05',
      '2026-02-28 2026-03-31 2026-04-05',
      '2026-03-31 2026-04-10 2026-04-15',
    ]);
  });

  test('every whole quarter lasts three months', () => {
    expect(tiles(config('QUARTERLY', '15', '2'), period('2026-02-15', '2026-11-15'))).toEqual([
      '2026-02-15 2026-05-15 2026-05-15',
      '2026-05-15 2026-08-15 2026-08-15',
      '2026-08-15 2026-11-15 2026-11-15',
    ]);
  });

  test('a schedule inside one cycle has that one', () => {
    expect(tiles(config('ANNUALLY', '1', 'FIRST', 1), period('2026-03-01', '2026-03-02'))).toEqual(['2026-03-01 2026-03-02 2026-03-03']);
  });

  test('from a day, they begin with the cycle that holds it; a day before the schedule means its start, one after it means none', () => {
    const schedule = period('2026-01-10', '2026-03-10');
    const monthly = config('MONTHLY', '1');
    expect(tiles(monthly, schedule, '2026-02-20')).toEqual(['2026-02-01 2026-03-01 2026-03-01', '2026-03-01 2026-03-10 2026-03-10']);
    expect(tiles(monthly, schedule, '2020-01-01')).toEqual(tiles(monthly, schedule));
    expect(tiles(monthly, schedule, '2026-03-10')).toEqual([]);
  });

  test('on a day outside the schedule there is no cycle', () => {
    const schedule = period('2026-01-10', '2026-03-10');
    expect(cycleAt(config('MONTHLY', '1'), schedule, '2026-01-09' as Day)).toBeNull();
    expect(cycleAt(config('MONTHLY', '1'), schedule, '2026-03-10' as Day)).toBeNull();
  });

  test('the next cycle follows the current one, unless that is the last', () => {
    const schedule = period('2026-01-10', '2026-03-10');
    expect(nextCycle(config('MONTHLY', '1'), schedule, '2026-01-20' as Day)).toMatchObject({ start: '2026-02-01', end: '2026-03-01' });
    expect(nextCycle(config('MONTHLY', '1'), schedule, '2026-03-05' as Day)).toBeNull();
    expect(nextCycle(config('MONTHLY', '1'), schedule, '2026-01-09' as Day)).toBeNull();
  });
});

describe('A schedule may last forever', () => {
  const forever = period('2026-01-10', FOREVER);

  test('its cycles are made as they are asked for', () => {
    const { value } = cycles(config('MONTHLY', '1'), forever).next();
    expect(value).toMatchObject({ start: '2026-01-10', end: '2026-02-01' });
  });

  test('a cycle that ends with it falls due with it, whatever the grace period', () => {
    const last = cycleAt(config('ANNUALLY', '15', '6', 365), forever, '9998-12-31' as Day);
    expect(last).toEqual({ start: '9998-06-15', end: FOREVER, dueOn: FOREVER });
  });

  test('a cycle eight thousand years on costs what the first one costs', () => {
    const weekly = config('WEEKLY', '1');
    expect(cycleAt(weekly, forever, '9998-12-30' as Day)).toMatchObject({ start: '9998-12-28', end: FOREVER });
    expect(cycleAt(weekly, forever, '9000-07-01' as Day)?.start).toBe('9000-06-30');
  });
});

describe('A configuration is read with every field stated', () => {
  test.each<[string, PricingCycleInput, PricingCycleConfig]>([
    [
      'all given',
      { interval: 'QUARTERLY', startOffset: { dayOffset: '15', monthOffset: '2' }, gracePeriod: 5, anniversaryCycle: true },
      { ...config('QUARTERLY', '15', '2', 5), anniversaryCycle: true },
    ],
    [
      'a month takes no month offset',
      { interval: 'MONTHLY', startOffset: { dayOffset: 'LAST' }, gracePeriod: 0 },
      config('MONTHLY', 'LAST'),
    ],
    ['nor does a week', { interval: 'WEEKLY', startOffset: { dayOffset: '7', monthOffset: null }, gracePeriod: 0 }, config('WEEKLY', '7')],
    [
      'NIL says the same',
      { interval: 'WEEKLY', startOffset: { dayOffset: '7', monthOffset: 'NIL' }, gracePeriod: 0 },
      config('WEEKLY', '7'),
    ],
    ['without an offset, a month begins on its first day', { interval: 'MONTHLY', gracePeriod: 365 }, config('MONTHLY', '1', 'NIL', 365)],
    [
      'and so does a year',
      { interval: 'ANNUALLY', startOffset: null, gracePeriod: 0, anniversaryCycle: null },
      config('ANNUALLY', '1', 'FIRST'),
    ],
  ])('%s', (_, input, value) => {
    expect(parsePricingCycle(input)).toEqual({ ok: true, value });
  });

  const days = (last: number) => [...Array.from({ length: last }, (_, i) => String(i + 1)), 'LAST'];
  test.each<[CycleInterval, string[], string[]]>([
    ['WEEKLY', days(7), ['NIL']],
    ['MONTHLY', days(31), ['NIL']],
    ['QUARTERLY', days(31), [...days(3), 'FIRST']],
    ['HALF_YEARLY', days(31), [...days(6), 'FIRST']],
    ['ANNUALLY', days(31), [...days(12), 'FIRST']],
  ])('%s takes exactly the offsets of the table', (interval, dayOffsets, monthOffsets) => {
    const words = ['', '0', '-1', '1.5', '01', ' 1', 'last', 'First', ...days(40), 'FIRST', 'NIL'];
    for (const dayOffset of words) {
      for (const monthOffset of words) {
        const { ok } = parsePricingCycle({ interval, startOffset: { dayOffset, monthOffset }, gracePeriod: 0 });
        expect([dayOffset, monthOffset, ok]).toEqual([
          dayOffset,
          monthOffset,
          dayOffsets.includes(dayOffset) && monthOffsets.includes(monthOffset),
        ]);
      }
    }
  });

  test.each<[string, PricingCycleInput, (string | number)[], string]>([
    [
      'an interval that is none',
      { interval: 'DAILY', gracePeriod: 0 },
      ['interval'],
      '`interval` must be one of WEEKLY, MONTHLY, QUARTERLY, HALF_YEARLY, ANNUALLY, not "DAILY".',
    ],
    [
      'a week of eight days',
      { interval: 'WEEKLY', startOffset: { dayOffset: '8' }, gracePeriod: 0 },
      ['startOffset', 'dayOffset'],
      '`dayOffset` of a WEEKLY cycle must be "1" to "7" or "LAST", not "8".',
    ],
    [
      'day 32',
      { interval: 'MONTHLY', startOffset: { dayOffset: '32' }, gracePeriod: 0 },
      ['startOffset', 'dayOffset'],
      '`dayOffset` of a MONTHLY cycle must be "1" to "31" or "LAST", not "32".',
    ],
    [
      'a month offset within a month',
      { interval: 'MONTHLY', startOffset: { dayOffset: '1', monthOffset: 'FIRST' }, gracePeriod: 0 },
      ['startOffset', 'monthOffset'],
      '`monthOffset` of a MONTHLY cycle must be "NIL" or omitted, not "FIRST".',
    ],
    [
      'a fourth month of a quarter',
      { interval: 'QUARTERLY', startOffset: { dayOffset: '1', monthOffset: '4' }, gracePeriod: 0 },
      ['startOffset', 'monthOffset'],
      '`monthOffset` of a QUARTERLY cycle must be "1" to "3", "FIRST" or "LAST", not "4".',
    ],
    [
      'a half year without its month',
      { interval: 'HALF_YEARLY', startOffset: { dayOffset: '1' }, gracePeriod: 0 },
      ['startOffset', 'monthOffset'],
      '`monthOffset` of a HALF_YEARLY cycle must be "1" to "6", "FIRST" or "LAST", not "NIL".',
    ],
    [
      'a negative grace period',
      { interval: 'MONTHLY', gracePeriod: -1 },
      ['gracePeriod'],
      '`gracePeriod` must be a whole number of days from 0 to 365, not -1.',
    ],
    [
      'half a day of grace',
      { interval: 'MONTHLY', gracePeriod: 0.5 },
      ['gracePeriod'],
      '`gracePeriod` must be a whole number of days from 0 to 365, not 0.5.',
    ],
    [
      'more than a year of grace',
      { interval: 'MONTHLY', gracePeriod: 366 },
      ['gracePeriod'],
      '`gracePeriod` must be a whole number of days from 0 to 365, not 366.',
    ],
  ])('%s is refused, saying what would be right', (_, input, path, message) => {
    expect(parsePricingCycle(input)).toEqual({
      ok: false,
      refusals: [{ kind: 'Validation', code: 'PRICING_CYCLE_INVALID', path, message }],
    });
  });

  test("a refusal's path begins where the caller read the configuration", () => {
    const result = withPath(
      parsePricingCycle({ interval: 'WEEKLY', startOffset: { dayOffset: '8' }, gracePeriod: 0 }),
      'pricingCycleConfig',
    );
    expect(result).toMatchObject({ refusals: [{ path: ['pricingCycleConfig', 'startOffset', 'dayOffset'] }] });
  });

  test('everything that is wrong is said at once', () => {
    const result = parsePricingCycle({
      interval: 'QUARTERLY',
      startOffset: { dayOffset: '0', monthOffset: 'NIL' },
      gracePeriod: Number.NaN,
    });
    expect(result.ok || result.refusals.map(({ path }) => path.at(-1))).toEqual(['dayOffset', 'monthOffset', 'gracePeriod']);
  });
});

describe('An anniversary cycle begins with the day of the association', () => {
  test.each<[CycleInterval, string, string, string]>([
    ['WEEKLY', '2023-10-23', '1', 'NIL'],
    ['WEEKLY', '2023-10-25', '3', 'NIL'],
    ['WEEKLY', '2023-10-29', '7', 'NIL'],
    ['MONTHLY', '2023-10-01', '1', 'NIL'],
    ['MONTHLY', '2023-10-12', '12', 'NIL'],
    ['MONTHLY', '2023-10-28', '28', 'NIL'],
    ['MONTHLY', '2023-10-30', '30', 'NIL'],
    ['MONTHLY', '2023-10-31', 'LAST', 'NIL'],
    ['MONTHLY', '2023-04-30', 'LAST', 'NIL'],
    ['MONTHLY', '2024-02-28', '28', 'NIL'],
    ['QUARTERLY', '2026-01-15', '15', '1'],
    ['QUARTERLY', '2026-04-15', '15', '1'],
    ['QUARTERLY', '2026-07-15', '15', '1'],
    ['QUARTERLY', '2026-10-15', '15', '1'],
    ['QUARTERLY', '2026-02-15', '15', '2'],
    ['QUARTERLY', '2026-05-15', '15', '2'],
    ['QUARTERLY', '2026-08-15', '15', '2'],
    ['QUARTERLY', '2026-11-15', '15', '2'],
    ['QUARTERLY', '2026-03-15', '15', '3'],
    ['QUARTERLY', '2026-06-15', '15', '3'],
    ['QUARTERLY', '2026-09-15', '15', '3'],
    ['QUARTERLY', '2026-12-15', '15', '3'],
    ['HALF_YEARLY', '2026-01-15', '15', '1'],
    ['HALF_YEARLY', '2026-07-15', '15', '1'],
    ['HALF_YEARLY', '2026-04-15', '15', '4'],
    ['HALF_YEARLY', '2026-10-15', '15', '4'],
    ['HALF_YEARLY', '2026-06-15', '15', '6'],
    ['HALF_YEARLY', '2026-12-15', '15', '6'],
    ['ANNUALLY', '2026-01-15', '15', '1'],
    ['ANNUALLY', '2024-02-29', 'LAST', '2'],
    ['ANNUALLY', '2023-02-28', 'LAST', '2'],
    ['ANNUALLY', '2024-02-28', '28', '2'],
    ['ANNUALLY', '2026-08-15', '15', '8'],
    ['ANNUALLY', '2026-12-15', '15', '12'],
  ])('%s from %s: day %s, month %s', (interval, day, dayOffset, monthOffset) => {
    expect(anniversaryOffsets(interval, day as Day)).toEqual({ dayOffset, monthOffset });
    expect(boundaryOnOrBefore(config(interval, dayOffset, monthOffset), day as Day)).toBe(day);
  });
});

describe("An association's cycle", () => {
  const plan = config('MONTHLY', '1');
  const anniversaryPlan = { ...plan, anniversaryCycle: true };
  const inForce = config('MONTHLY', '10', 'NIL', 7);
  const choiceBase: CycleChoice = { override: null, retainStartOffsets: false, inForce, plan, day: '2026-10-15' as Day };

  test.each<[string, Partial<CycleChoice>, PricingCycleConfig | null]>([
    ["is the plan's own", {}, null],
    ['is the override', { override: config('WEEKLY', '5') }, config('WEEKLY', '5')],
    ['is the one in force, its grace period included, where that is retained', { retainStartOffsets: true }, inForce],
    ["follows from the day, where the plan's is an anniversary cycle", { plan: anniversaryPlan }, { ...anniversaryPlan, dayOffset: '15' }],
    [
      "follows from the day, where the override's is an anniversary cycle",
      { override: { ...config('QUARTERLY', '1', 'FIRST'), anniversaryCycle: true } },
      { ...config('QUARTERLY', '15', '1'), anniversaryCycle: true },
    ],
    [
      'is the override rather than the one in force',
      { override: config('MONTHLY', '5'), retainStartOffsets: true },
      config('MONTHLY', '5'),
    ],
    ['is the override even where there is nothing to retain', { override: plan, retainStartOffsets: true, inForce: null }, plan],
    ['is the one in force rather than an anniversary cycle', { plan: anniversaryPlan, retainStartOffsets: true }, inForce],
    ['is the override rather than an anniversary cycle of the plan', { plan: anniversaryPlan, override: inForce }, inForce],
    ['is none for a plan without one', { plan: null }, null],
  ])('%s', (_, choice, value) => {
    expect(resolveCycle({ ...choiceBase, ...choice })).toEqual({ ok: true, value });
  });

  test('cannot be retained on a day on which nothing is in force', () => {
    expect(resolveCycle({ ...choiceBase, retainStartOffsets: true, inForce: null })).toMatchObject({
      ok: false,
      refusals: [
        {
          kind: 'Precondition',
          code: 'NO_SCHEDULE_TO_RETAIN',
          path: ['retainStartOffsets'],
          message: expect.stringContaining('2026-10-15'),
        },
      ],
    });
  });

  test('cannot be retained under a plan of another interval', () => {
    expect(resolveCycle({ ...choiceBase, retainStartOffsets: true, plan: config('WEEKLY', '1') })).toMatchObject({
      ok: false,
      refusals: [
        {
          kind: 'Precondition',
          code: 'INTERVAL_MISMATCH',
          path: ['retainStartOffsets'],
          message: expect.stringContaining('is MONTHLY and the new plan'),
        },
      ],
    });
  });

  test('retained, goes on without a break: the 31st stays the 31st', () => {
    const retained = resolveCycle({ ...choiceBase, retainStartOffsets: true, inForce: config('MONTHLY', '31'), day: '2026-02-28' as Day });
    const cycle = retained.ok && retained.value && cycleAt(retained.value, period('2026-02-28', FOREVER), addDays('2026-02-28' as Day, 10));
    expect(cycle).toMatchObject({ start: '2026-02-28', end: '2026-03-31' });
  });
});
