import { describe, expect, it } from 'vitest';
import { pauseBefore } from '../../src/engine/d1/pause.ts';

const PAUSES = { first: 20, longest: 500 };
const ATTEMPTS = [2, 3, 4, 5, 6, 7, 8, 9, 10];

describe('The pause before an attempt', () => {
  it('doubles from one to the next, up to the longest', () => {
    expect(ATTEMPTS.map((attempt) => pauseBefore(attempt, PAUSES, () => 0.5))).toEqual([20, 40, 80, 160, 320, 500, 500, 500, 500]);
  });

  it('is half as long by chance, or half as long again, and never above the longest', () => {
    for (const attempt of ATTEMPTS) {
      const [least, middle, most] = [0, 0.5, 1].map((chance) => pauseBefore(attempt, { ...PAUSES, longest: 1e6 }, () => chance));
      expect([least, most]).toEqual([(middle ?? 0) * 0.5, (middle ?? 0) * 1.5]);
      expect(pauseBefore(attempt, PAUSES, () => 1)).toBeLessThanOrEqual(PAUSES.longest);
    }
  });
});
