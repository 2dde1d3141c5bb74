import { addDays, addMonths, daysBetween, startOfMonth } from '../day.ts';

/** The days that a timeline shows: from the first one to before the last one. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** How many months a timeline can show at once. */
export const ZOOMS = [1, 3, 6, 12, 36, 72] as const;
export type Zoom = (typeof ZOOMS)[number];

/** Returns the span of a zoom around a day: a quarter of it is past. */
export function spanAround(day: string, zoom: Zoom): Span {
  const from = addMonths(startOfMonth(day), -Math.floor(zoom / 4));
  return { from, until: addMonths(from, zoom) };
}

/** Returns the span before or after, by half of its months and at least one. */
export function shiftedSpan({ from, until }: Span, zoom: Zoom, direction: -1 | 1): Span {
  const months = direction * Math.max(1, Math.floor(zoom / 2));
  return { from: addMonths(from, months), until: addMonths(until, months) };
}

/** Returns a function from days to places between 0 and `width`. A day outside of the span is at its nearest end. */
export function scaleOf({ from, until }: Span, width: number): (day: string) => number {
  const days = daysBetween(from, until);
  return (day) => (Math.min(Math.max(daysBetween(from, day), 0), days) / days) * width;
}

/** Returns the day at a place between 0 and `width`. */
export function dayAt({ from, until }: Span, width: number, place: number): string {
  const days = daysBetween(from, until);
  return addDays(from, Math.round((Math.min(Math.max(place, 0), width) / width) * days));
}

/** Whether a period has a day within the span. */
export const isWithin = (
  { from, until }: Span,
  { startDate, endDate }: { readonly startDate: string; readonly endDate: string },
): boolean => startDate < until && endDate > from;

/** Returns the days that a timeline marks: the first of each month, or of every third or twelfth, so that at most `most` fit. */
export function ticksOf({ from, until }: Span, most: number): readonly string[] {
  const months: string[] = [];
  for (let day = startOfMonth(from); day < until; day = addMonths(day, 1)) if (day >= from) months.push(day);
  const step = [1, 3, 6, 12, 24].find((each) => months.length / each <= most) ?? 48;
  return months.filter((day) => (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) % step === 0);
}
