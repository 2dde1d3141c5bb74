import { readDuration } from '../pricing-rule/dates.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';

const SHAPE = /^P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?$/;

/** Parses an ISO 8601 duration of whole days or more: `P20D`, `P1M`, `P1Y6M`. Every period is in days, so `PT12H` is refused. */
export function parseDuration(text: string): Result<string> {
  if (SHAPE.test(text)) return ok(text);
  return refuse(invalid(`"${text.slice(0, 50)}" is not an ISO 8601 duration in days or more. Write it as "P20D" or "P1M".`));
}

/**
 * Whether a period between two durations is empty from any start day: `P1M` to `P20D` and `P1M` to `P1M` are, `P30D` to `P1M` is not always.
 * Months that both have cancel out: 1 month has 28 to 31 days, 1 year 365 or 366.
 */
export function isAlwaysEmpty(from: string | null, until: string): boolean {
  const [start, end] = [readDuration(from ?? 'P0D'), readDuration(until)];
  if (!start || !end) return false;
  const [months, days] = [end.months - start.months, end.days - start.days];
  return months < 0 ? daysIn(-months, 365, 28) >= days : daysIn(months, 366, 31) + days <= 0;
}

const daysIn = (months: number, ofYear: number, ofMonth: number): number => Math.floor(months / 12) * ofYear + (months % 12) * ofMonth;
