import { type Day, maxDay, minDay } from '../day.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';

/** Days, half-open: `start` is the first day covered, `end` the first day not covered. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** The days from `effectiveFrom` until before `effectiveUntil`. Refuses a period without a day: EMPTY_PERIOD (README, "Time"). */
export function period(effectiveFrom: Day, effectiveUntil: Day): Result<Period> {
  if (effectiveFrom < effectiveUntil) return ok({ start: effectiveFrom, end: effectiveUntil });
  const message = `effectiveUntil is the first day not covered, so it must be after effectiveFrom ${effectiveFrom}; it is ${effectiveUntil}.`;
  return refuse(invalid(message, ['effectiveUntil'], 'EMPTY_PERIOD'));
}

export function contains(period: Period, day: Day): boolean {
  return period.start <= day && day < period.end;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The days that both cover, or undefined when there is none. */
export function intersect(a: Period, b: Period): Period | undefined {
  return overlaps(a, b) ? { start: maxDay(a.start, b.start), end: minDay(a.end, b.end) } : undefined;
}

/** The same days in as few periods as there can be, in order. */
export function union(periods: readonly Period[]): readonly Period[] {
  const joined: Period[] = [];
  for (const next of periods.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) joined[joined.length - 1] = { start: last.start, end: maxDay(last.end, next.end) };
    else joined.push(next);
  }
  return joined;
}
