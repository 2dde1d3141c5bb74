import { isDate } from './day.ts';
import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

const SHAPE = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,3}(\d{0,6}))?(?:Z|[+-](\d\d):(\d\d))$/;

/**
 * Parses an RFC 3339 instant such as `2026-11-21T08:30:00Z` to milliseconds since 1970. Refuses a part of a millisecond, a
 * date that does not exist, hours above 23, minutes and seconds above 59 (leap seconds included, because no count of milliseconds has
 * them), and instants outside the years 1 to 9999 in UTC.
 */
export function parseInstant(text: string): Result<number> {
  const normalized = text.toUpperCase();
  const [, date, hour = '', minute = '', second = '', beyond = '', offsetHour = '00', offsetMinute = '00'] = SHAPE.exec(normalized) ?? [];
  if (date === undefined) return refuse(invalid(`"${text}" is not an instant. Write it as "2026-11-21T08:30:00Z".`));
  if (!isDate(date)) {
    return refuse(
      invalid(`${text} is not an instant: ${date} does not exist. Months are 01 to 12, days are 01 to the last day of the month.`),
    );
  }
  if ([hour, offsetHour].some((hours) => hours > '23') || [minute, second, offsetMinute].some((sixtieths) => sixtieths > '59')) {
    return refuse(
      invalid(`${text} is not an instant: hours must be 00 to 23 and minutes and seconds 00 to 59, in the time and in its offset.`),
    );
  }
  if (/[1-9]/.test(beyond)) {
    return refuse(invalid(`${text} has a part of a millisecond. Write a second with at most 3 decimal places, as "08:30:00.123".`));
  }
  const instant = Date.parse(normalized);
  if (instant >= FIRST && instant <= LAST) return ok(instant);
  return refuse(invalid(`${text} is outside the calendar. Instants are in the years 0001 to 9999 in UTC.`));
}

const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
