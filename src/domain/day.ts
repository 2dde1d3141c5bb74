import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

declare const brand: unique symbol;

/** A UTC calendar date, `YYYY-MM-DD`, without a time. Days compare as texts. */
export type Day = string & { readonly [brand]: 'Day' };

/** The first day of the calendar. It is a Monday and the first day of a January. */
export const FIRST_DAY = '0001-01-01' as Day;

/** The end of everything that has no end. A real value, never `null`. */
export const FOREVER = '9999-01-01' as Day;

/**
 * Parses a day written as `YYYY-MM-DD` (README, "Time"). Refuses any other format, a date that does not exist, and a day outside FIRST_DAY
 * to FOREVER.
 */
export function parseDay(text: string): Result<Day> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuse(invalid('Write a day as YYYY-MM-DD, such as 2026-02-28.'));
  if (text < FIRST_DAY || text > FOREVER) {
    return refuse(invalid(`${text} is outside the calendar. Days are ${FIRST_DAY} to ${FOREVER}, which means forever.`));
  }
  if (isDate(text)) return ok(text as Day);
  return refuse(invalid(`${text} is not a date of the calendar. Months are 01 to 12, days are 01 to the last day of the month.`));
}

/** Whether a text in the format `YYYY-MM-DD` is a date that exists. */
export function isDate(text: string): boolean {
  const instant = Date.parse(text);
  // Some engines parse 2026-02-30 as March 2nd, so the parsed date must print as it was written.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(`${text}T`);
}

/** The UTC day of an instant (milliseconds since 1970). An instant outside the calendar gives its first or last day. */
export function dayOf(instant: number): Day {
  const within = Math.min(Math.max(instant, FIRST_INSTANT), LAST_INSTANT);
  return new Date(within).toISOString().slice(0, 10) as Day;
}

const [FIRST_INSTANT, LAST_INSTANT] = [Date.parse(FIRST_DAY), Date.parse(FOREVER)];

/** The first instant of the day, T00:00:00Z, in milliseconds since 1970. */
export function startOfDay(day: Day): number {
  return Date.parse(day);
}

/** The day `count` days later, or earlier if `count` is negative. The result stays inside the calendar: FOREVER plus 5 is FOREVER. */
export function addDays(day: Day, count: number): Day {
  return dayOf(startOfDay(day) + count * DAY_LENGTH);
}

/** The number of days from `from` to `to`: 28 from February 1st to March 1st 2026. Negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (startOfDay(to) - startOfDay(from)) / DAY_LENGTH;
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The number of months since January of year 1, which is month 0: 24,300 for January 2026. */
export function monthOf(day: Day): number {
  return (Number(day.slice(0, 4)) - 1) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The `n`th day of a month numbered as in `monthOf`, or the month's last day if it has fewer days. */
export function dayInMonth(month: number, n: number): Day {
  return dayOf(Math.min(instantInMonth(month, n), instantInMonth(month + 1, 0)));
}

/** The number of the day in its month, 1 to 31. */
export function dayOfMonth(day: Day): number {
  return Number(day.slice(8));
}

export function isLastOfMonth(day: Day): boolean {
  return day === dayInMonth(monthOf(day), 31);
}

const DAY_LENGTH = 86_400_000;

/** The first instant of a day numbered as in `dayInMonth`, also of one outside the calendar. Day 0 is the last day of the month before. */
export function instantInMonth(month: number, n: number): number {
  // `Date.UTC` cannot be used: it reads year 26 as 1926.
  return new Date(0).setUTCFullYear(1, month, n);
}
