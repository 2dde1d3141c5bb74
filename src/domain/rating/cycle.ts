import { addDays, type Day, daysBetween } from '../day.ts';
import { cycleNumber, type PricingCycleConfig, uncutCycle } from '../pricing-cycle.ts';
import type { RateCard, Recurrence } from '../rate-card/rate-card.ts';
import { precondition } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { intersect, type Period } from '../timeline/period.ts';
import { type Fraction, fraction } from './fraction.ts';

/** A schedule as cycles see it. */
export interface Served {
  /** `null`: the plan is paid once, and its one cycle is `period`. */
  readonly config: PricingCycleConfig | null;
  /** The days on which the schedule is in force. */
  readonly period: Period;
  /** The day from which cycles are counted: the schedule's first day, unless it goes on for an earlier one. */
  readonly countsFrom: Day;
  /** The other schedules of the timeline that count from the same day. Omit where they are not known. */
  readonly siblings?: readonly Sibling[];
}

/** A schedule that was cut or migrated from the same association. */
export interface Sibling {
  readonly period: Period;
  readonly cards: readonly RateCard[];
}

/** One cycle of a schedule, with its place among the others. */
export interface RatedCycle {
  readonly schedule: Served;
  /** Counted from 1; the cut first cycle is number 1. */
  readonly ordinal: number;
  /** The days of the cycle on which the schedule is in force. */
  readonly served: Period;
  /** The same boundaries without the schedule's cut. */
  readonly nominal: Period;
  readonly dueOn: Day;
}

/** Days served, of the days that a whole price covers. */
export interface Share {
  readonly served: Period;
  readonly nominal: Period;
}

/**
 * The cycle of that ordinal (README, "Rating"). A schedule from October 11th with a monthly cycle from the 1st: cycle 1 serves
 * October 11th to 31st of the nominal October, cycle 2 is November. Refuses NOT_FOUND where the schedule serves no such cycle.
 */
export function cycleOf(schedule: Served, ordinal: number): Result<RatedCycle> {
  const { config, period, countsFrom } = schedule;
  if (!config) {
    if (ordinal !== 1) return refuse(precondition('NOT_FOUND', `A plan that is paid once has cycle 1 alone, not ${ordinal}.`));
    return ok({ schedule, ordinal, served: period, nominal: period, dueOn: period.end });
  }
  const nominal = uncutCycle(config, cycleNumber(config, countsFrom) + ordinal - 1);
  const served = intersect(nominal, period);
  if (!served)
    return refuse(
      precondition('NOT_FOUND', `The schedule has no cycle ${ordinal}: it is in force from ${period.start} until ${period.end}.`),
    );
  return ok({ schedule, ordinal, served, nominal, dueOn: addDays(served.end, config.gracePeriod) });
}

/** The ordinal of the cycle that the day falls in. */
export function ordinalOf({ config, countsFrom }: Served, day: Day): number {
  return config ? cycleNumber(config, day) - cycleNumber(config, countsFrom) + 1 : 1;
}

/** The cycles that a charge of this recurrence covers: `interval` cycles after each other, past the offset. `null`: the cycle is skipped. */
export interface Group extends Share {
  readonly first: number;
  readonly last: number;
}

export function groupOf({ schedule, ordinal, served, nominal }: RatedCycle, { interval, offset }: Recurrence): Group | null {
  if (ordinal <= offset) return null;
  const first = ordinal - ((ordinal - offset - 1) % interval);
  const last = first + interval - 1;
  if (interval === 1 || !schedule.config) return { first, last, served, nominal };
  const origin = cycleNumber(schedule.config, schedule.countsFrom) - 1;
  const days = { start: uncutCycle(schedule.config, origin + first).start, end: uncutCycle(schedule.config, origin + last).end };
  return { first, last, nominal: days, served: intersect(days, schedule.period) ?? served };
}

/** The day on which the cycle of an ordinal begins, uncut. */
export function startOf({ schedule, nominal }: RatedCycle, ordinal: number): Day {
  const { config, countsFrom } = schedule;
  return config ? uncutCycle(config, cycleNumber(config, countsFrom) + ordinal - 1).start : nominal.start;
}

/** 21 days served of 31: 21/31. */
export function shareOf({ served, nominal }: Share): Fraction {
  return fraction(BigInt(daysIn(served)), BigInt(daysIn(nominal)));
}

export const daysIn = ({ start, end }: Period): number => daysBetween(start, end);

export const isWhole = ({ served, nominal }: Share): boolean => served.start === nominal.start && served.end === nominal.end;
