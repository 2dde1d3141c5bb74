import * as Duration from 'temporal-polyfill/fns/Duration';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { type Day, daysBetween, FIRST_DAY, FOREVER } from '../day.ts';

/** The units of a duration in pricing rules. */
export const DURATION_UNITS = ['days', 'weeks', 'months', 'years'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export const isDurationUnit = (value: unknown): value is DurationUnit => DURATION_UNITS.some((unit) => unit === value);

/** The parts of a duration that do not convert into each other: a month has no fixed number of days. */
export interface CalendarDuration {
  readonly months: number;
  readonly days: number;
}

/** In months or in days: 2 weeks are 14 days. */
const LENGTHS: Readonly<Record<DurationUnit, CalendarDuration>> = {
  days: { months: 0, days: 1 },
  weeks: { months: 0, days: 7 },
  months: { months: 1, days: 0 },
  years: { months: 12, days: 0 },
};

/** The part of a duration that a unit counts, and how many of that part make one: `weeks` are 7 days each. */
export function partOf(unit: DurationUnit): {
  readonly part: keyof CalendarDuration;
  readonly other: keyof CalendarDuration;
  readonly length: number;
} {
  const { months, days } = LENGTHS[unit];
  return months > 0 ? { part: 'months', other: 'days', length: months } : { part: 'days', other: 'months', length: days };
}

const SHAPE = /^-?P(?=\d)(?:\d{1,5}Y)?(?:\d{1,5}M)?(?:\d{1,5}W)?(?:\d{1,7}D)?$/;

/** Parses an ISO 8601 duration of whole days or more, possibly negative: `P1M`, `-P3D`. `null` if it is none. */
export function readDuration(text: string): CalendarDuration | null {
  if (!SHAPE.test(text)) return null;
  const { years, months, weeks, days } = Duration.fromString(text);
  return { months: years * 12 + months, days: weeks * 7 + days };
}

/** A duration as ISO 8601: `P14D` for 2 weeks, `P24M` for 2 years. */
export function durationText({ months, days }: CalendarDuration): string {
  // Temporal writes an empty duration in seconds.
  if (months === 0 && days === 0) return 'P0D';
  return Duration.toString(Duration.create(0, months, 0, days));
}

/** The duration of a number of units. */
export function durationOf(count: number, unit: DurationUnit): string {
  const { months, days } = LENGTHS[unit];
  return durationText({ months: count * months, days: count * days });
}

/** The days from one day to another: `P28D` from February 1st to March 1st 2026, negative if the second is earlier. */
export const durationBetween = (from: Day, to: Day): string => durationText({ months: 0, days: daysBetween(from, to) });

/**
 * The day after a duration: January 31st and `P1M` give the last day of February. `null` if it is outside the calendar.
 * @param sign -1 subtracts the duration
 */
export function shiftDay(day: Day, { months, days }: CalendarDuration, sign: 1 | -1 = 1): Day | null {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  try {
    const shifted = PlainDate.toString(
      PlainDate.add(PlainDate.create(year, month, date), Duration.create(0, sign * months, 0, sign * days)),
    );
    return shifted >= FIRST_DAY && shifted <= FOREVER && shifted.length === FOREVER.length ? (shifted as Day) : null;
  } catch (fault) {
    // Temporal throws beyond its own calendar, which is larger than ours.
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}
