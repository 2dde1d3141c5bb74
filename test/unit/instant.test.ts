import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../src/domain/instant.ts';
import { runs } from '../support/runs.ts';

const at = (text: string) => ({ ok: true, value: Date.parse(text) });
const refusal = (message: string) => ({ ok: false, refusals: [{ code: 'INVALID_VALUE', message: expect.stringContaining(message) }] });

describe('An instant', () => {
  test.each([
    ['2026-11-21T08:30:00Z', '2026-11-21T08:30:00.000Z'],
    ['2026-11-21t08:30:00z', '2026-11-21T08:30:00.000Z'],
    ['2026-11-21T08:30:00.5Z', '2026-11-21T08:30:00.500Z'],
    ['2026-11-21T08:30:00.123000000Z', '2026-11-21T08:30:00.123Z'],
    ['2026-11-21T08:30:00+05:30', '2026-11-21T03:00:00.000Z'],
    ['2026-11-21T20:30:00-23:59', '2026-11-22T20:29:00.000Z'],
    ['2026-11-21T08:30:00-00:00', '2026-11-21T08:30:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('is written by RFC 3339, with a time zone: %s', (text, utc) => {
    expect(parseInstant(text)).toEqual(at(utc));
  });

  test.each([
    '',
    '2026-11-21',
    '2026-11-21T08:30:00',
    '2026-11-21 08:30:00Z',
    '2026-11-21T08:30Z',
    '2026-11-21T08:30:00+0530',
    '2026-11-21T08:30:00+05',
    '2026-11-21T08:30:00.Z',
    '+002026-11-21T08:30:00Z',
    '20261121T083000Z',
    ' 2026-11-21T08:30:00Z',
    '2026-11-21T08:30:00Z\n',
  ])('is written in no other form: "%s"', (text) => {
    expect(parseInstant(text)).toEqual(expect.objectContaining({ ok: false }));
  });

  test.each(['2026-11-21T08:30:00.1234Z', '2026-11-21T08:30:00.000000001Z', '2026-11-21T08:30:00.9999+05:30'])(
    'is not between two milliseconds: %s',
    (text) => {
      expect(parseInstant(text)).toMatchObject(refusal(`${text} has a part of a millisecond.`));
    },
  );

  test.each(['2026-02-29', '2026-02-30', '2026-04-31', '2100-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32', '0000-13-01'])(
    'is on a date that exists, and never moved to another: %s',
    (date) => {
      for (const time of ['00:00:00Z', '12:00:00+14:00', '23:59:59.999-12:00']) {
        expect(parseInstant(`${date}T${time}`)).toMatchObject(refusal(`${date} does not exist`));
      }
    },
  );

  test.each([
    '24:00:00Z',
    '24:00:01Z',
    '25:00:00Z',
    '08:60:00Z',
    '08:30:60Z',
    '23:59:60Z',
    '08:30:61Z',
    '08:30:00+24:00',
    '08:30:00-05:60',
  ])('is at a time that a day has: %s', (time) => {
    expect(parseInstant(`2026-06-30T${time}`)).toMatchObject(refusal('hours must be 00 to 23'));
  });

  test.each(['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+00:01', '9999-12-31T23:59:59-00:01'])('can be written in UTC: %s', (text) => {
    expect(parseInstant(text)).toMatchObject(refusal('outside the calendar'));
  });

  test('is what another calendar makes of the same text, whatever its digits', () => {
    const digits = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
    const offset = fc.oneof(
      fc.constant('Z'),
      fc.tuple(fc.constantFrom('+', '-'), digits(25), digits(61)).map(([sign, h, m]) => `${sign}${h}:${m}`),
    );
    const year = fc.integer({ min: 1, max: 9998 }).map((n) => String(n).padStart(4, '0'));
    const texts = fc
      .tuple(year, digits(13), digits(32), digits(25), digits(61), digits(61), offset)
      .map(([y, mo, d, h, mi, s, zone]) => `${y}-${mo}-${d}T${h}:${mi}:${s}${zone}`);
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseInstant(text);
        expect(parsed.ok ? parsed.value : null).toBe(oracle(text));
      }),
      { ...runs(1_000), examples: [['2016-12-31T23:59:60Z']] },
    );
  });
});

/** Temporal moves a leap second to the second before it. */
function oracle(text: string): number | null {
  if (/:6\d[Z+-]/.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}
