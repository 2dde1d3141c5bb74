import { addDays, type Day, dayInMonth, dayOfMonth, daysBetween, FIRST_DAY, isLastOfMonth, maxDay, minDay, monthOf } from './day.ts';
import { invalid, type PathSegment, precondition, type RefusalOf } from './refusal.ts';
import { ok, okUnless, type Result, refuse } from './result.ts';
import { contains, type Period } from './timeline/period.ts';

export const CYCLE_INTERVALS = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'ANNUALLY'] as const;
export type CycleInterval = (typeof CYCLE_INTERVALS)[number];

/** When cycles begin (README, "Pricing cycles"). Offsets are texts: `"1"`..`"31"`, `LAST`, `FIRST`, `NIL`. */
export interface PricingCycleConfig {
  readonly interval: CycleInterval;
  readonly dayOffset: string;
  readonly monthOffset: string;
  /** Days after a cycle's end until its invoice falls due. */
  readonly gracePeriod: number;
  /** True: the offsets follow from the day of the association. */
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

/** One cycle of a schedule, half-open, and the day on which its invoice falls due. */
export interface Cycle extends Period {
  readonly dueOn: Day;
}

/** What an association says about its cycle, and what it meets. */
export interface CycleChoice {
  /** The caller's explicit override; null when there is none. */
  readonly override: PricingCycleConfig | null;
  readonly retainStartOffsets: boolean;
  /** The configuration in force on `day`; null when no schedule is. */
  readonly inForce: PricingCycleConfig | null;
  /** The new plan version's own. */
  readonly plan: PricingCycleConfig | null;
  /** The association's first day. */
  readonly day: Day;
}

/**
 * The configuration that `input` describes, every field stated (README, "Pricing cycles").
 * Refuses with PRICING_CYCLE_INVALID each field at fault: an unknown interval, an offset that the interval does not
 * have, a grace period other than 0 to 365 whole days.
 */
export function parsePricingCycle(input: PricingCycleInput): Result<PricingCycleConfig> {
  const { gracePeriod } = input;
  const interval = CYCLE_INTERVALS.find((candidate) => candidate === input.interval);
  if (!interval) {
    const unknown = fault(`interval is one of ${CYCLE_INTERVALS.join(', ')}, not "${input.interval}".`, ['interval']);
    return refuse(unknown, ...gracePeriodFaults(gracePeriod));
  }
  const offsets = offsetsOf(interval, input);
  const faults = [...offsetFaults(interval, offsets), ...gracePeriodFaults(gracePeriod)];
  const config = { interval, ...offsets, gracePeriod, anniversaryCycle: input.anniversaryCycle ?? false };
  return okUnless(faults, config);
}

/** What is wrong with offsets for their interval, one refusal for each, paths as in PricingCycleInput; empty when they are good. */
export function offsetFaults(interval: CycleInterval, { dayOffset, monthOffset }: CycleOffsets): readonly RefusalOf<'Validation'>[] {
  const { lastDay, months } = SHAPES[interval];
  const faults: RefusalOf<'Validation'>[] = [];
  if (dayOffset !== 'LAST' && !isNumberTo(lastDay, dayOffset)) {
    const message = `dayOffset of a ${interval} cycle is "1" to "${lastDay}" or "LAST", not "${dayOffset}".`;
    faults.push(fault(message, ['startOffset', 'dayOffset']));
  }
  const isMonthOffset = months > 1 ? ['FIRST', 'LAST'].includes(monthOffset) || isNumberTo(months, monthOffset) : monthOffset === 'NIL';
  if (!isMonthOffset) {
    const allowed = months > 1 ? `"1" to "${months}", "FIRST" or "LAST"` : '"NIL", or left out';
    faults.push(fault(`monthOffset of a ${interval} cycle is ${allowed}, not "${monthOffset}".`, ['startOffset', 'monthOffset']));
  }
  return faults;
}

/**
 * The override that an association stores, or null where the plan's own configuration stands (README, "Pricing cycles").
 * An explicit override wins over `retainStartOffsets`, and that over an anniversary cycle of the plan.
 * Refuses a retained cycle with NO_SCHEDULE_TO_RETAIN or INTERVAL_MISMATCH.
 */
export function resolveCycle({ override, retainStartOffsets, inForce, plan, day }: CycleChoice): Result<PricingCycleConfig | null> {
  if (override) return ok(anchorOffsets(override, day));
  if (retainStartOffsets) return retainCycle(inForce, plan, day);
  return ok(plan?.anniversaryCycle ? anchorOffsets(plan, day) : null);
}

/**
 * The offsets with which a cycle begins on `day`: for a quarter, January 31st gives LAST and 1, May 15th 15 and 2.
 * A month's last day stays the last day of every month.
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
 * The configuration with its offsets as the numbers that they stand for: two that begin the same cycles have equal numbers, however
 * written. `LAST` of a week is 7, `FIRST` is 1, and the 31st of each April is the 30th.
 */
export function cycleContent(config: PricingCycleConfig): object {
  const { months, lastDay } = SHAPES[config.interval];
  const monthOffset = position(config.monthOffset, months);
  const longest = months === 0 ? lastDay : Math.max(...LONGEST.filter((_days, month) => month % months === monthOffset - 1));
  return { ...config, dayOffset: Math.min(position(config.dayOffset, lastDay), longest), monthOffset };
}

/** The cycle that the day falls in, null for a day outside the schedule. Takes the same few steps for every day and schedule. */
export function cycleAt(config: PricingCycleConfig, schedule: Period, day: Day): Cycle | null {
  if (!contains(schedule, day)) return null;
  const start = maxDay(schedule.start, boundaryOnOrBefore(config, day));
  const end = minDay(schedule.end, boundaryAfter(config, day));
  return { start, end, dueOn: addDays(end, config.gracePeriod) };
}

/** The cycle after the one that the day falls in; null when that is the schedule's last, or the day is outside. */
export function nextCycle(config: PricingCycleConfig, schedule: Period, day: Day): Cycle | null {
  const current = cycleAt(config, schedule, day);
  return current && cycleAt(config, schedule, current.end);
}

/** The schedule's cycles from the one that `from` falls in, made as they are asked for: a schedule may last forever. */
export function* cycles(config: PricingCycleConfig, schedule: Period, from: Day = schedule.start): Generator<Cycle, void> {
  let cycle = cycleAt(config, schedule, maxDay(schedule.start, from));
  while (cycle) {
    yield cycle;
    cycle = cycleAt(config, schedule, cycle.end);
  }
}

/** The last day on or before `day` with which a cycle begins, whatever the schedule; FIRST_DAY where there is none. */
export function boundaryOnOrBefore(config: PricingCycleConfig, day: Day): Day {
  const index = intervalAt(config.interval, day);
  const here = boundary(config, index);
  return here <= day ? here : boundary(config, index - 1);
}

/** The first day after `day` with which a cycle begins, whatever the schedule; FOREVER where there is none. */
export function boundaryAfter(config: PricingCycleConfig, day: Day): Day {
  const index = intervalAt(config.interval, day);
  const here = boundary(config, index);
  return here > day ? here : boundary(config, index + 1);
}

const MAX_GRACE_PERIOD = 365;

/** An interval in calendar months, 0 for the week, and the last number that its days can have. */
const SHAPES = {
  WEEKLY: { months: 0, lastDay: 7 },
  MONTHLY: { months: 1, lastDay: 31 },
  QUARTERLY: { months: 3, lastDay: 31 },
  HALF_YEARLY: { months: 6, lastDay: 31 },
  ANNUALLY: { months: 12, lastDay: 31 },
} as const satisfies Record<CycleInterval, { months: number; lastDay: number }>;

/** The most days that each month of the year has. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Which calendar week, month, quarter, half or year holds the day, counted from the calendar's first. */
function intervalAt(interval: CycleInterval, day: Day): number {
  return Math.floor(interval === 'WEEKLY' ? daysBetween(FIRST_DAY, day) / 7 : monthOf(day) / SHAPES[interval].months);
}

/**
 * Where the cycle of the `index`th interval begins: from the configuration alone, never from the boundary before.
 * Day 31 is January 31st, February 28th and again March 31st, where adding months to February 28th gives March 28th.
 */
function boundary({ interval, dayOffset, monthOffset }: PricingCycleConfig, index: number): Day {
  const { months, lastDay } = SHAPES[interval];
  const day = position(dayOffset, lastDay);
  if (interval === 'WEEKLY') return addDays(FIRST_DAY, index * 7 + day - 1);
  return dayInMonth(index * months + position(monthOffset, months) - 1, day);
}

/** The number that an offset stands for among 1 to `last`. */
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
    const message = `No schedule is in force on ${day}, so there is no cycle to retain; begin on a day with one, or leave retainStartOffsets out.`;
    return refuse(precondition('NO_SCHEDULE_TO_RETAIN', message, path));
  }
  if (plan && plan.interval !== inForce.interval) {
    const message = `The cycle in force on ${day} is ${inForce.interval} and the new plan's is ${plan.interval}; only a plan of the same interval can retain it.`;
    return refuse(precondition('INTERVAL_MISMATCH', message, path));
  }
  return ok(inForce);
}

function offsetsOf(interval: CycleInterval, { startOffset }: PricingCycleInput): CycleOffsets {
  const spansMonths = SHAPES[interval].months > 1;
  if (!startOffset) return { dayOffset: '1', monthOffset: spansMonths ? 'FIRST' : 'NIL' };
  // Left out, a month offset means NIL: right for a week or month, and refused where a month must be chosen.
  return { dayOffset: startOffset.dayOffset, monthOffset: startOffset.monthOffset ?? 'NIL' };
}

function gracePeriodFaults(gracePeriod: number): readonly RefusalOf<'Validation'>[] {
  if (Number.isInteger(gracePeriod) && gracePeriod >= 0 && gracePeriod <= MAX_GRACE_PERIOD) return [];
  return [fault(`gracePeriod is a whole number of days from 0 to ${MAX_GRACE_PERIOD}, not ${gracePeriod}.`, ['gracePeriod'])];
}

/** Whether the text writes one of 1 to `last`, as `7` and not `07`. */
function isNumberTo(last: number, text: string): boolean {
  return /^[1-9]\d?$/.test(text) && Number(text) <= last;
}

function fault(message: string, path: readonly PathSegment[]): RefusalOf<'Validation'> {
  return invalid(message, path, 'PRICING_CYCLE_INVALID');
}
