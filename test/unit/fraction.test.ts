import { describe, expect, test } from 'vitest';
import {
  add,
  ceiling,
  divide,
  floor,
  fraction,
  fromDecimal,
  multiply,
  pointed,
  roundHalfEven,
  subtract,
  textOf,
  toDecimal,
} from '../../src/domain/rating/fraction.ts';
import { decimal } from '../support/rate-cards.ts';

describe('A fraction', () => {
  test('is in lowest terms, its denominator above 0', () => {
    expect([fraction(6n, -4n), fraction(0n, 7n)].map(textOf)).toEqual(['-1.5', '0']);
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  test('adds, subtracts, multiplies and divides exactly', () => {
    const [third, tenth] = [fraction(1n, 3n), fromDecimal(decimal('0.1'))];
    expect([add(third, tenth), subtract(tenth, third), multiply(third, tenth), divide(third, tenth)].map(textOf)).toEqual([
      '13/30',
      '-7/30',
      '1/30',
      '10/3',
    ]);
  });

  test('is a decimal just where one of finite length is equal to it', () => {
    expect([fraction(1n, 3n), fraction(1n, 4n), fraction(-1n, 40n), fraction(7n)].map(toDecimal)).toEqual([null, '0.25', '-0.025', '7']);
    expect([pointed(1250n, 2), pointed(-5n, 3), pointed(0n, 2), pointed(40n, 0)]).toEqual(['12.5', '-0.005', '0', '40']);
  });

  test('is floored toward negative infinity, and rounded to the nearest, of two the even one', () => {
    const halves = [-5n, -3n, -1n, 1n, 3n, 5n].map((numerator) => fraction(numerator, 2n));
    expect(halves.map(floor)).toEqual([-3n, -2n, -1n, 0n, 1n, 2n]);
    expect(halves.map(ceiling)).toEqual([-2n, -1n, 0n, 1n, 2n, 3n]);
    expect(halves.map(roundHalfEven)).toEqual([-2n, -2n, 0n, 0n, 2n, 2n]);
    expect(roundHalfEven(fraction(-2n, 3n))).toBe(-1n);
  });
});

test('Packages begun count whole: 1000 of 1000 is one, 1000.000000000001 two', () => {
  const packages = (quantity: string, size: string) => ceiling(divide(fromDecimal(decimal(quantity)), fromDecimal(decimal(size))));
  expect(['0', '1', '1000', '1000.000000000001', '1001'].map((quantity) => packages(quantity, '1000'))).toEqual([0n, 1n, 1n, 2n, 2n]);
  expect(packages('0.3', '0.1')).toBe(3n);
});
