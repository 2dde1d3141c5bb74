import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

declare const brand: unique symbol;

/** A UTC calendar date, `YYYY-MM-DD`, without a time. Days order as their texts do. */
export type Day = string & { readonly [brand]: 'Day' };

/** The first day of the calendar: a Monday, and the first of a January. */
export const FIRST_DAY = '0001-01-01' as Day;

/** The end of everything that has none. A real value, never null. */
export const FOREVER = '9999-01-01' as Day;

/**
 * The day that `text` writes, in the one form `YYYY-MM-DD` (README, "Time").
 * Refuses another form, a date that the calendar lacks, and a day outside FIRST_DAY..FOREVER.
 */
export function parseDay(text: string): Result<Day> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuse(invalid('A day is a date written YYYY-MM-DD, such as 2026-02-28.'));
  if (text < FIRST_DAY || text > FOREVER) {
    return refuse(invalid(`${text} is outside the calendar: days go from ${FIRST_DAY} to ${FOREVER}, which means forever.`));
  }
  if (isDate(text)) return ok(text as Day);
  return refuse(invalid(`${text} is not a date of the calendar: months are 01 to 12, days 01 to the month's last.`));
}

/** Whether a text of the form `YYYY-MM-DD` names a date that exists. */
export function isDate(text: string): boolean {
  const instant = Date.parse(text);
  // Some engines read 2026-02-30 as March 2nd: only a date that reads back as written is one.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(`${text}T`);
}

/** The UTC day on which an instant (milliseconds since 1970) falls; the calendar's first or last day for an instant beyond it. */
export function dayOf(instant: number): Day {
  const within = Math.min(Math.max(instant, startOfDay(FIRST_DAY)), startOfDay(FOREVER));
  return new Date(within).toISOString().slice(0, 10) as Day;
}

/** The instant (milliseconds since 1970) at which the day begins, T00:00:00Z. */
export function startOfDay(day: Day): number {
  return Date.parse(day);
}

/** `count` days later, or earlier when negative. The calendar's ends hold: FOREVER plus 5 is FOREVER. */
export function addDays(day: Day, count: number): Day {
  return dayOf(startOfDay(day) + count * DAY_LENGTH);
}

/** Days from `from` to `to`: 28 from February 1st to March 1st 2026, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (startOfDay(to) - startOfDay(from)) / DAY_LENGTH;
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The months from January of year 1, which is month 0, to the day's month: 24,300 for January 2026. */
export function monthOf(day: Day): number {
  return (Number(day.slice(0, 4)) - 1) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The `n`th day of a month counted as `monthOf` does, or its last day where it has fewer. */
export function dayInMonth(month: number, n: number): Day {
  return minDay(dateInMonth(month, n), dateInMonth(month + 1, 0));
}

/** The day's number in its month, 1 to 31. */
export function dayOfMonth(day: Day): number {
  return Number(day.slice(8));
}

export function isLastOfMonth(day: Day): boolean {
  return day === dayInMonth(monthOf(day), 31);
}

const DAY_LENGTH = 86_400_000;

/** Day 0 is the last of the month before. Unlike Date.UTC, this does not read year 26 as 1926. */
function dateInMonth(month: number, n: number): Day {
  return dayOf(new Date(0).setUTCFullYear(1, month, n));
}
