import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ID_ALPHABET, idFactory, idTime, makeId } from '../../src/domain/id.ts';

const nanos = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const digits = fc.string({ unit: fc.constantFrom(...ID_ALPHABET), minLength: 5, maxLength: 5 });

describe('Laws of ids', () => {
  test('an id gives back its time', () => {
    fc.assert(fc.property(nanos, digits, (time, random) => idTime(makeId('pp', time, random)) === time));
  });

  test('ids sort as their times do, whatever their random digits', () => {
    fc.assert(
      fc.property(nanos, nanos, digits, digits, (a, b, randomA, randomB) => {
        fc.pre(a !== b);
        expect(makeId('pp', a, randomA) < makeId('pp', b, randomB)).toBe(a < b);
      }),
    );
  });

  test('one factory never goes back, even if its randomness does', () => {
    const now = fc.integer({ min: 0, max: Date.UTC(2500, 0) });
    fc.assert(
      fc.property(now, fc.array(digits, { minLength: 2, maxLength: 40 }), (time, randoms) => {
        const remaining = [...randoms];
        const next = idFactory(time, () => remaining.pop() ?? '00000');
        const ids = randoms.map(() => next('aud'));
        expect(ids).toEqual([...new Set(ids)].toSorted());
      }),
    );
  });
});
