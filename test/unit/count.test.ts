import { describe, expect, it } from 'vitest';
import { countText, grouped, MOST_COUNTED } from '../../src/domain/count.ts';

describe('a whole number for people', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [-1_234_567, '-1,234,567'],
    ['1000000000000', '1,000,000,000,000'],
  ])('has its digits in groups of three: %s', (count, text) => {
    expect(grouped(count)).toBe(text);
  });

  it('is not counted beyond its maximum', () => {
    expect([MOST_COUNTED, MOST_COUNTED + 1].map(countText)).toEqual(['1,000', 'more than 1,000']);
  });
});
