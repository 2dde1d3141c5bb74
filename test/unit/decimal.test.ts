import { describe, expect, test } from 'vitest';
import { compare, fixed, minus, parseDecimal, parseNonNegative, plus, roundTo, sum, times } from '../../src/domain/decimal.ts';
import { withPath } from '../../src/domain/result.ts';
import { decimal } from '../support/rate-cards.ts';

describe('A decimal', () => {
  test.each([
    ['12.50', '12.5'],
    ['012', '12'],
    ['0.000000000001', '0.000000000001'],
    ['-0', '0'],
    ['-3.10', '-3.1'],
    ['999999999999999999999999.123456789012', '999999999999999999999999.123456789012'],
  ])('%s is kept as the text %s', (text, canonical) => {
    expect(parseDecimal(text)).toEqual({ ok: true, value: canonical });
  });

  test.each(['', ' 1', '1 ', '1e3', '1E3', 'NaN', 'Infinity', '+1', '.5', '5.', '1,5', '0x10', '--1', '1.2.3', '\u0661'])(
    '"%s" is none',
    (text) => {
      expect(withPath(parseDecimal(text), 'rate')).toMatchObject({ refusals: [{ code: 'INVALID_VALUE', path: ['rate'] }] });
    },
  );

  test('has at most 12 places and 24 digits before the point', () => {
    expect(parseDecimal('0.1234567890123')).toMatchObject({ refusals: [{ message: expect.stringContaining('At most 12') }] });
    expect(parseDecimal('1'.repeat(25))).toMatchObject({ refusals: [{ message: expect.stringContaining('24 digits') }] });
  });

  test('of a price or quantity is never negative', () => {
    expect(parseNonNegative('0').ok).toBe(true);
    expect(withPath(parseNonNegative('-0.01'), 'rate')).toMatchObject({
      refusals: [{ path: ['rate'], message: expect.stringContaining('0 or more') }],
    });
  });
});

describe('Sums', () => {
  test('are exact where binary floats are not', () => {
    expect(plus(decimal('0.1'), decimal('0.2'))).toBe('0.3');
    expect(minus(decimal('1'), decimal('0.9'))).toBe('0.1');
    expect(sum(Array.from({ length: 10 }, () => decimal('0.000000000001')))).toBe('0.00000000001');
  });

  test('of large numbers lose no digit', () => {
    expect(plus(decimal('9007199254740993'), decimal('0.000000000001'))).toBe('9007199254740993.000000000001');
    expect(times(decimal('0.000000000001'), decimal('0.000000000001'))).toBe('0.000000000000000000000001');
  });

  test('of nothing are 0', () => {
    expect(sum([])).toBe('0');
  });
});

test('Decimals compare as numbers, not as texts', () => {
  expect(compare(decimal('10'), decimal('9'))).toBeGreaterThan(0);
  expect(compare(decimal('1.0'), decimal('1'))).toBe(0);
});

test('Rounding takes a half to the even neighbour', () => {
  expect(['0.125', '0.135', '-0.125', '0.1250000001'].map((value) => roundTo(decimal(value), 2))).toEqual([
    '0.12',
    '0.14',
    '-0.12',
    '0.13',
  ]);
  expect(fixed(decimal('12.5'), 2)).toBe('12.50');
});
