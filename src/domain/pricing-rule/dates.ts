import { type Day, dayOf, dayOfMonth, daysBetween, FIRST_DAY, FOREVER, instantInMonth, monthOf, startOfDay } from '../day.ts';

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

const SHAPE = /^(-?)P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,7})D)?$/;

/** Parses an ISO 8601 duration of whole days or more, possibly negative: `P1M`, `-P3D`. `null` if it is none. */
export function readDuration(text: string): CalendarDuration | null {
  const [match, sign, ...counts] = SHAPE.exec(text) ?? [];
  if (match === undefined) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = counts.map((count) => Number(count ?? 0));
  const length = { months: years * 12 + months, days: weeks * 7 + days };
  return sign ? { months: 0 - length.months, days: 0 - length.days } : length;
}

/** A duration as ISO 8601: `P14D` for 2 weeks, `P24M` for 2 years. Its parts have one sign. */
export function durationText({ months, days }: CalendarDuration): string {
  if (months === 0 && days === 0) return 'P0D';
  const part = (count: number, unit: string) => (count === 0 ? '' : `${Math.abs(count)}${unit}`);
  return `${months + days < 0 ? '-' : ''}P${part(months, 'M')}${part(days, 'D')}`;
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
  const month = monthOf(day) + sign * months;
  const lastOfMonth = new Date(instantInMonth(month + 1, 0)).getUTCDate();
  const instant = instantInMonth(month, Math.min(dayOfMonth(day), lastOfMonth) + sign * days);
  return instant >= startOfDay(FIRST_DAY) && instant <= startOfDay(FOREVER) ? dayOf(instant) : null;
}
