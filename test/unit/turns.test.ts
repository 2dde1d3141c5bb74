import { describe, expect, it } from 'vitest';
import { inTurn } from '../../src/operations/turns.ts';

const MINUTE = 60_000;
const ORGANIZATIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

describe('Organizations that take turns', () => {
  it('are all there in each run, in the same ring', () => {
    for (let minute = 0; minute < 10; minute++) {
      const turns = inTurn(ORGANIZATIONS, 3, minute * MINUTE);
      expect(turns.toSorted()).toEqual(ORGANIZATIONS);
      const ring = [...ORGANIZATIONS, ...ORGANIZATIONS];
      const first = ring.indexOf(turns[0] ?? '');
      expect(turns).toEqual(ring.slice(first, first + ORGANIZATIONS.length));
    }
  });

  it('have all had one after as many runs as it takes, where each run comes to a few of them', () => {
    for (const start of [0, 12_345, 29_407_803]) {
      const served = [0, 1, 2].flatMap((run) => inTurn(ORGANIZATIONS, 3, (start + run) * MINUTE).slice(0, 3));
      expect([...new Set(served)].toSorted()).toEqual(ORGANIZATIONS);
    }
  });

  it('are none where none has work', () => {
    expect(inTurn([], 3, MINUTE)).toEqual([]);
  });
});
