import { addDays, type Day, dayInMonth, dayOfMonth, daysBetween, FIRST_DAY, isLastOfMonth, maxDay, minDay, monthOf } from './day.ts';
import { invalid, type PathSegment, precondition, type RefusalOf } from './refusal.ts';
import { ok, okUnless, type Result, refuse } from './result.ts';
import { contains, type Period } from './timeline/period.ts';

export const CYCLE_INTERVALS = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'ANNUALLY'] as const;
export type CycleInterval = (typeof CYCLE_INTERVALS)[number];

/**
 * The configuration that determines when cycles begin (README, "Pricing cycles"). Offsets are texts: `"1"` to `"31"`, `LAST`, `FIRST`,
 * `NIL`.
 */
export interface PricingCycleConfig {
  readonly interval: CycleInterval;
  readonly dayOffset: string;
  readonly monthOffset: string;
  /** Days from the end of a cycle until its invoice is due. */
  readonly gracePeriod: number;
  /** Whether the day of the association determines the offsets. */
  readonly anniversaryCycle: boolean;
}

export type CycleOffsets = Pick<PricingCycleConfig, 'dayOffset' | 'monthOffset'>;

/** A configuration as callers write it. Without `startOffset`, cycles begin on the first day of the interval. */
export interface PricingCycleInput {
  readonly interval: string;
  readonly startOffset?: { readonly dayOffset: string; readonly monthOffset?: string | null } | null;
  readonly gracePeriod: number;
  readonly anniversaryCycle?: boolean | null;
}

/** One cycle of a schedule (half-open) and the day on which its invoice is due. */
export interface Cycle extends Period {
  readonly dueOn: Day;
}

/** Everything that determines the cycle of a new association. */
export interface CycleChoice {
  /** The caller's explicit override. `null` if there is none. */
  readonly override: PricingCycleConfig | null;
  readonly retainStartOffsets: boolean;
  /** The configuration in force on `day`. `null` if no schedule is in force. */
  readonly inForce: PricingCycleConfig | null;
  /** The configuration of the new plan version. */
  readonly plan: PricingCycleConfig | null;
  /** The first day of the association. */
  readonly day: Day;
}

/**
 * Parses a configuration and sets every field (README, "Pricing cycles"). Refuses each invalid field with PRICING_CYCLE_INVALID: an unknown
 * interval, an offset that the interval does not have, a grace period other than 0 to 365 whole days.
 */
export function parsePricingCycle(input: PricingCycleInput): Result<PricingCycleConfig> {
  const { gracePeriod } = input;
  const interval = CYCLE_INTERVALS.find((candidate) => candidate === input.interval);
  if (!interval) {
    const unknown = fault(`\`interval\` must be one of ${CYCLE_INTERVALS.join(', ')}, not "${input.interval}".`, ['interval']);
    return refuse(unknown, ...gracePeriodFaults(gracePeriod));
  }
  const offsets = offsetsOf(interval, input);
  const faults = [...offsetFaults(interval, offsets), ...gracePeriodFaults(gracePeriod)];
  const config = { interval, ...offsets, gracePeriod, anniversaryCycle: input.anniversaryCycle ?? false };
  return okUnless(faults, config);
}

/** Returns one refusal for each offset that its interval does not allow, with paths as in PricingCycleInput. Empty if both are valid. */
export function offsetFaults(interval: CycleInterval, { dayOffset, monthOffset }: CycleOffsets): readonly RefusalOf<'Validation'>[] {
  const { lastDay, months } = SHAPES[interval];
  const faults: RefusalOf<'Validation'>[] = [];
  if (dayOffset !== 'LAST' && !isNumberTo(lastDay, dayOffset)) {
    const message = `\`dayOffset\` of a ${interval} cycle must be "1" to "${lastDay}" or "LAST", not "${dayOffset}".`;
    faults.push(fault(message, ['startOffset', 'dayOffset']));
  }
  const isMonthOffset = months > 1 ? ['FIRST', 'LAST'].includes(monthOffset) || isNumberTo(months, monthOffset) : monthOffset === 'NIL';
  if (!isMonthOffset) {
    const allowed = months > 1 ? `"1" to "${months}", "FIRST" or "LAST"` : '"NIL" or omitted';
    faults.push(fault(`\`monthOffset\` of a ${interval} cycle must be ${allowed}, not "${monthOffset}".`, ['startOffset', 'monthOffset']));
  }
  return faults;
}

/**
 * Returns the override that an association stores, or `null` if the plan's own configuration applies (README, "Pricing cycles"). An
 * explicit override takes precedence over `retainStartOffsets`, which takes precedence over an anniversary cycle of the plan. Refuses a
 * retained cycle with NO_SCHEDULE_TO_RETAIN or INTERVAL_MISMATCH.
 */
export function resolveCycle({ override, retainStartOffsets, inForce, plan, day }: CycleChoice): Result<PricingCycleConfig | null> {
  if (override) return ok(anchorOffsets(override, day));
  if (retainStartOffsets) return retainCycle(inForce, plan, day);
  return ok(plan?.anniversaryCycle ? anchorOffsets(plan, day) : null);
}

/**
 * Returns the offsets with which a cycle begins on `day`: for a quarter, January 31st gives LAST and 1, and May 15th gives 15 and 2. The
 * last day of a month stays the last day of every month.
 */
export function anniversaryOffsets(interval: CycleInterval, day: Day): CycleOffsets {
  if (interval === 'WEEKLY') return { dayOffset: String(isoWeekday(day)), monthOffset: 'NIL' };
  const { months } = SHAPES[interval];
  return {
    dayOffset: isLastOfMonth(day) ? 'LAST' : String(dayOfMonth(day)),
    monthOffset: months > 1 ? String((monthOf(day) % months) + 1) : 'NIL',
  };
}

/**
 * Returns the configuration with its offsets as numbers, so that configurations that begin the same cycles are equal. `LAST` of a week is
 * 7, `FIRST` is 1, and day 31 of each April is 30.
 */
export function cycleContent(config: PricingCycleConfig): object {
  const { months, lastDay } = SHAPES[config.interval];
  const monthOffset = position(config.monthOffset, months);
  const longest = months === 0 ? lastDay : Math.max(...LONGEST.filter((_days, month) => month % months === monthOffset - 1));
  return { ...config, dayOffset: Math.min(position(config.dayOffset, lastDay), longest), monthOffset };
}

/** Returns the cycle that contains the day, or `null` if the day is outside the schedule. Constant time for every day and schedule. */
export function cycleAt(config: PricingCycleConfig, schedule: Period, day: Day): Cycle | null {
  if (!contains(schedule, day)) return null;
  const start = maxDay(schedule.start, boundaryOnOrBefore(config, day));
  const end = minDay(schedule.end, boundaryAfter(config, day));
  return { start, end, dueOn: addDays(end, config.gracePeriod) };
}

/** Returns the cycle after the one that contains the day. `null` if that is the schedule's last cycle, or the day is outside. */
export function nextCycle(config: PricingCycleConfig, schedule: Period, day: Day): Cycle | null {
  const current = cycleAt(config, schedule, day);
  return current && cycleAt(config, schedule, current.end);
}

/** Yields the schedule's cycles, starting with the one that contains `from`. Lazy, because a schedule may last forever. */
export function* cycles(config: PricingCycleConfig, schedule: Period, from: Day = schedule.start): Generator<Cycle, void> {
  let cycle = cycleAt(config, schedule, maxDay(schedule.start, from));
  while (cycle) {
    yield cycle;
    cycle = cycleAt(config, schedule, cycle.end);
  }
}

/** Returns the last day on or before `day` on which a cycle begins, regardless of the schedule. FIRST_DAY if there is none. */
export function boundaryOnOrBefore(config: PricingCycleConfig, day: Day): Day {
  const index = intervalAt(config.interval, day);
  const here = boundary(config, index);
  return here <= day ? here : boundary(config, index - 1);
}

/** Returns the first day after `day` on which a cycle begins, regardless of the schedule. FOREVER if there is none. */
export function boundaryAfter(config: PricingCycleConfig, day: Day): Day {
  const index = intervalAt(config.interval, day);
  const here = boundary(config, index);
  return here > day ? here : boundary(config, index + 1);
}

/**
 * The number of the uncut cycle that the day falls in, counted from the calendar's first: one more for each boundary. The numbers of two
 * days differ by the boundaries between them.
 */
export function cycleNumber(config: PricingCycleConfig, day: Day): number {
  const index = intervalAt(config.interval, day);
  return boundary(config, index) <= day ? index : index - 1;
}

/** The cycle of that number, uncut by any schedule. */
export function uncutCycle(config: PricingCycleConfig, number: number): Period {
  return { start: boundary(config, number), end: boundary(config, number + 1) };
}

const MAX_GRACE_PERIOD = 365;

/** The length of each interval in calendar months (0 for the week) and the highest number of a day in it. */
const SHAPES = {
  WEEKLY: { months: 0, lastDay: 7 },
  MONTHLY: { months: 1, lastDay: 31 },
  QUARTERLY: { months: 3, lastDay: 31 },
  HALF_YEARLY: { months: 6, lastDay: 31 },
  ANNUALLY: { months: 12, lastDay: 31 },
} as const satisfies Record<CycleInterval, { months: number; lastDay: number }>;

/** The maximum number of days in each month of the year. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The index of the calendar week, month, quarter, half or year that contains the day, counted from the start of the calendar. */
function intervalAt(interval: CycleInterval, day: Day): number {
  return Math.floor(interval === 'WEEKLY' ? daysBetween(FIRST_DAY, day) / 7 : monthOf(day) / SHAPES[interval].months);
}

/**
 * Returns the day on which the cycle of the `index`th interval begins, computed from the configuration alone. Computing it from the
 * previous boundary would be wrong: day 31 is January 31st, February 28th and again March 31st, but one month after February 28th is March
 * 28th.
 */
function boundary({ interval, dayOffset, monthOffset }: PricingCycleConfig, index: number): Day {
  const { months, lastDay } = SHAPES[interval];
  const day = position(dayOffset, lastDay);
  if (interval === 'WEEKLY') return addDays(FIRST_DAY, index * 7 + day - 1);
  return dayInMonth(index * months + position(monthOffset, months) - 1, day);
}

/** The number that an offset means among 1 to `last`. */
function position(offset: string, last: number): number {
  if (offset === 'LAST') return last;
  return offset === 'FIRST' || offset === 'NIL' ? 1 : Number(offset);
}

/** Monday is 1, Sunday 7. */
function isoWeekday(day: Day): number {
  return (daysBetween(FIRST_DAY, day) % 7) + 1;
}

function anchorOffsets(config: PricingCycleConfig, day: Day): PricingCycleConfig {
  return config.anniversaryCycle ? { ...config, ...anniversaryOffsets(config.interval, day) } : config;
}

function retainCycle(inForce: PricingCycleConfig | null, plan: PricingCycleConfig | null, day: Day): Result<PricingCycleConfig> {
  const path = ['retainStartOffsets'];
  if (!inForce) {
    const message = `No schedule is in force on ${day}, so there is no cycle to retain. Begin on a day with a schedule, or omit \`retainStartOffsets\`.`;
    return refuse(precondition('NO_SCHEDULE_TO_RETAIN', message, path));
  }
  if (plan && plan.interval !== inForce.interval) {
    const message = `The cycle in force on ${day} is ${inForce.interval} and the new plan's is ${plan.interval}. Only a plan with the same interval can retain it.`;
    return refuse(precondition('INTERVAL_MISMATCH', message, path));
  }
  return ok(inForce);
}

function offsetsOf(interval: CycleInterval, { startOffset }: PricingCycleInput): CycleOffsets {
  const spansMonths = SHAPES[interval].months > 1;
  if (!startOffset) return { dayOffset: '1', monthOffset: spansMonths ? 'FIRST' : 'NIL' };
  // An omitted month offset means NIL. That is valid for a week or month, and refused where a month must be chosen.
  return { dayOffset: startOffset.dayOffset, monthOffset: startOffset.monthOffset ?? 'NIL' };
}

function gracePeriodFaults(gracePeriod: number): readonly RefusalOf<'Validation'>[] {
  if (Number.isInteger(gracePeriod) && gracePeriod >= 0 && gracePeriod <= MAX_GRACE_PERIOD) return [];
  return [fault(`\`gracePeriod\` must be a whole number of days from 0 to ${MAX_GRACE_PERIOD}, not ${gracePeriod}.`, ['gracePeriod'])];
}

/** Whether the text is one of the numbers 1 to `last`, written as `7` and not `07`. */
function isNumberTo(last: number, text: string): boolean {
  return /^[1-9]\d?$/.test(text) && Number(text) <= last;
}

function fault(message: string, path: readonly PathSegment[]): RefusalOf<'Validation'> {
  return invalid(message, path, 'PRICING_CYCLE_INVALID');
}
