import { type Day, maxDay, minDay } from '../day.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';

/** A half-open period of days: `start` is the first day covered, `end` the first day not covered. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** Returns the period from `effectiveFrom` until before `effectiveUntil`. Refuses an empty period with EMPTY_PERIOD (README, "Time"). */
export function period(effectiveFrom: Day, effectiveUntil: Day): Result<Period> {
  if (effectiveFrom < effectiveUntil) return ok({ start: effectiveFrom, end: effectiveUntil });
  const message = `\`effectiveUntil\` is the first day that is not covered. It must be after \`effectiveFrom\`, ${effectiveFrom}, but is ${effectiveUntil}.`;
  return refuse(invalid(message, ['effectiveUntil'], 'EMPTY_PERIOD'));
}

export function contains(period: Period, day: Day): boolean {
  return period.start <= day && day < period.end;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Returns the days that both periods cover. `undefined` if there are none. */
export function intersect(a: Period, b: Period): Period | undefined {
  return overlaps(a, b) ? { start: maxDay(a.start, b.start), end: minDay(a.end, b.end) } : undefined;
}

/** Returns the same days in the smallest number of periods, in order. */
export function union(periods: readonly Period[]): readonly Period[] {
  const joined: Period[] = [];
  for (const next of periods.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && next.start <= last.end) joined[joined.length - 1] = { start: last.start, end: maxDay(last.end, next.end) };
    else joined.push(next);
  }
  return joined;
}
