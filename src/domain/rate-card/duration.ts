import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';

const SHAPE = /^P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?$/;

/** The minimum and maximum number of days in a year, a month, a week and a day. */
const DAYS = { least: [365, 28, 7, 1], most: [366, 31, 7, 1] } as const;

/** Parses an ISO 8601 duration of whole days or more: `P20D`, `P1M`, `P1Y6M`. Every period is in days, so `PT12H` is refused. */
export function parseDuration(text: string): Result<string> {
  if (SHAPE.test(text)) return ok(text);
  return refuse(invalid(`"${text.slice(0, 50)}" is not an ISO 8601 duration in days or more. Write it as "P20D" or "P1M".`));
}

/** Whether a period between two durations is empty from any start day: `P1M` to `P20D` is, `P30D` to `P1M` is not always. */
export function isAlwaysEmpty(from: string | null, until: string): boolean {
  return days(from ?? 'P0D', 'least') >= days(until, 'most');
}

function days(duration: string, bound: keyof typeof DAYS): number {
  const [, ...counts] = SHAPE.exec(duration) ?? [];
  return DAYS[bound].reduce((sum, length, i) => sum + length * Number(counts[i] ?? 0), 0);
}
