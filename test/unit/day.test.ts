import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type Day,
  dayInMonth,
  dayOf,
  dayOfMonth,
  daysBetween,
  FIRST_DAY,
  FOREVER,
  isLastOfMonth,
  maxDay,
  minDay,
  monthOf,
  parseDay,
  startOfDay,
} from '../../src/domain/day.ts';

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(parsed.refusals[0].message);
  return parsed.value;
};

describe('A day is a date written YYYY-MM-DD', () => {
  test.each(['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '0099-12-31', '9998-12-31', '9999-01-01'])('%s is one', (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: text });
  });

  test.each([
    '',
    'today',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '20260101',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00:00Z',
    '+002026-01-01',
    '-001-01-01',
    '２０２６-01-01',
  ])('%j is refused, with the form that would be right', (text) => {
    expect(parseDay(text)).toMatchObject({
      ok: false,
      refusals: [{ kind: 'Validation', code: 'INVALID_VALUE', path: [], message: expect.stringContaining('YYYY-MM-DD') }],
    });
  });

  test.each(['2026-02-29', '1900-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32'])(
    '%s is refused: the calendar has no such date',
    (text) => {
      expect(parseDay(text)).toMatchObject({ ok: false, refusals: [{ message: expect.stringContaining('not a date of the calendar') }] });
    },
  );

  test.each(['0000-12-31', '9999-01-02', '9999-12-31'])('%s is refused: it is outside the calendar', (text) => {
    expect(parseDay(text)).toMatchObject({ ok: false, refusals: [{ message: expect.stringContaining('0001-01-01 to 9999-01-01') }] });
  });
});

describe('A day is UTC', () => {
  test('it begins at midnight UTC and holds every instant until the next', () => {
    expect(startOfDay(day('2026-11-21'))).toBe(Date.UTC(2026, 10, 21));
    expect(dayOf(Date.UTC(2026, 10, 21))).toBe('2026-11-21');
    expect(dayOf(Date.UTC(2026, 10, 22) - 1)).toBe('2026-11-21');
  });

  test('an instant before 1970 falls on its own day, not on the next', () => {
    expect(dayOf(-1)).toBe('1969-12-31');
  });

  test('an instant beyond the calendar falls on its first or last day', () => {
    expect(dayOf(Date.UTC(12_000, 0))).toBe(FOREVER);
    expect(dayOf(Date.UTC(-5, 0))).toBe(FIRST_DAY);
  });

  test('an instant that is no number is a bug, and throws', () => {
    expect(() => dayOf(Number.NaN)).toThrow();
  });
});

describe('Days are counted over months and leap years', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  test('forever and a day is forever', () => {
    expect(addDays(FOREVER, 1)).toBe(FOREVER);
    expect(addDays(day('9998-12-31'), 30)).toBe(FOREVER);
    expect(addDays(FIRST_DAY, -1)).toBe(FIRST_DAY);
  });

  test('the earlier and the later of two', () => {
    expect(minDay(day('2026-01-02'), day('2026-01-10'))).toBe('2026-01-02');
    expect(maxDay(day('2026-01-02'), day('2026-01-10'))).toBe('2026-01-10');
  });
});

describe('A month is counted from January of year 1', () => {
  test('a day knows its month and its number in it', () => {
    expect(monthOf(FIRST_DAY)).toBe(0);
    expect(monthOf(day('2026-01-15'))).toBe(2025 * 12);
    expect(dayOfMonth(day('2026-01-15'))).toBe(15);
  });

  test('a day that the month lacks is its last', () => {
    const february = monthOf(day('2026-02-01'));
    expect(dayInMonth(february, 28)).toBe('2026-02-28');
    expect(dayInMonth(february, 31)).toBe('2026-02-28');
    expect(dayInMonth(february - 24, 31)).toBe('2024-02-29');
    expect(dayInMonth(february + 1, 31)).toBe('2026-03-31');
  });

  test('a year below 100 is that year, not one of the twentieth century', () => {
    expect(dayInMonth(monthOf(day('0026-02-01')), 31)).toBe('0026-02-28');
  });

  test.each([
    ['2026-02-28', true],
    ['2024-02-28', false],
    ['2026-04-30', true],
    ['2026-01-30', false],
  ])('%s is the last of its month: %s', (text, last) => {
    expect(isLastOfMonth(day(text))).toBe(last);
  });
});

test('Every day of the four centuries after which the calendar repeats is the one that Temporal names', () => {
  let date = Temporal.PlainDate.from('1800-01-01');
  for (let count = 0; count < 146_097; count += 97) {
    const text = date.toString();
    const own = addDays(day('1800-01-01'), count);
    expect([own, dayOfMonth(own), isLastOfMonth(own)]).toEqual([text, date.day, date.day === date.daysInMonth]);
    date = date.add({ days: 97 });
  }
});
