import { grouped } from '../count.ts';
import { type Day, parseDay } from '../day.ts';
import {
  type CalendarDuration,
  DURATION_UNITS,
  type DurationUnit,
  durationBetween,
  durationOf,
  isDurationUnit,
  partOf,
  readDuration,
  shiftDay,
} from '../pricing-rule/dates.ts';
import { fraction, whole } from './fraction.ts';
import { describe, isNumber, LogicFault, type LogicValue } from './logic-value.ts';

/** Maximum units of `duration.of`: more than the calendar has days would be longer than all of it. */
const MOST_UNITS = 4_000_000n;

/**
 * The operators of dates and durations (README, "Pricing rules"), which are texts. `{"date.add": [{"var": "invoice.start_date"}, "P1M"]}` of
 * January 31st is the last day of February. Each throws a LogicFault where there is no value.
 */
export const DATE_OPERATORS = {
  date: ([value = null]: Values) => day(value),
  'date.add': ([from = null, by = null]: Values) => shifted(day(from), duration(by), 1),
  'date.sub': ([from = null, by = null]: Values) => shifted(day(from), duration(by), -1),
  'duration.of': ([count = null, of = null]: Values) => durationOf(units(count), unit(of)),
  'duration.as': ([value = null, as = null]: Values) => counted(duration(value), unit(as)),
  'duration.between': ([from = null, until = null]: Values) => durationBetween(day(from), day(until)),
};

type Values = readonly LogicValue[];

function day(value: LogicValue): Day {
  const parsed = typeof value === 'string' ? parseDay(value) : null;
  if (parsed?.ok) return parsed.value;
  throw new LogicFault(`It uses ${describe(value)} as a date, which is written as "2026-02-28".`);
}

function duration(value: LogicValue): CalendarDuration {
  const read = typeof value === 'string' ? readDuration(value) : null;
  if (read) return read;
  throw new LogicFault(`It uses ${describe(value)} as a duration, which is written as "P1M" or "P14D".`);
}

function unit(value: LogicValue): DurationUnit {
  if (isDurationUnit(value)) return value;
  throw new LogicFault(`It uses ${describe(value)} as a unit of durations; use ${DURATION_UNITS.join(', ')}.`);
}

function units(value: LogicValue): number {
  if (isNumber(value) && value.denominator === 1n && value.numerator <= MOST_UNITS && value.numerator >= -MOST_UNITS) {
    return Number(value.numerator);
  }
  throw new LogicFault(
    `It makes a duration of ${describe(value)} units, which must be a whole number of at most ${grouped(`${MOST_UNITS}`)}.`,
  );
}

function shifted(from: Day, by: CalendarDuration, sign: 1 | -1): Day {
  const result = shiftDay(from, by, sign);
  if (result) return result;
  throw new LogicFault(`It computes a date outside of the calendar, from ${from}.`);
}

/** `P14D` is 2 weeks, `P18M` is 3/2 years. Months are no number of days. */
function counted(value: CalendarDuration, as: DurationUnit) {
  const { part, other, length } = partOf(as);
  if (value[other] === 0) return fraction(whole(value[part]).numerator, BigInt(length));
  throw new LogicFault(
    `It counts a duration of ${value.months} months and ${value.days} days in ${as}; months have no fixed number of days.`,
  );
}
