import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOver } from '../../src/domain/purchase/revision.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { fee } from '../support/rate-cards.ts';

/** Up to six cards with names of few letters, so that sets have some in common. */
const cardSets = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: 0, max: 3 })), { selector: ([name]) => name })
  .map((all): RateCard[] => all.map(([name, rate]) => fee(name, `${rate}`)));

const inOrder = (cards: readonly RateCard[]) => cards.toSorted((a, b) => (a.name < b.name ? -1 : 1));

test('On the very version they were made from, own cards are what they were', () => {
  fc.assert(
    fc.property(cardSets, cardSets, (own, from) => {
      expect(inOrder(carryOver(own, from, from))).toEqual(inOrder(own));
    }),
  );
});

test('Cards that say nothing otherwise are those of the newer version', () => {
  fc.assert(
    fc.property(cardSets, cardSets, (from, to) => {
      expect(carryOver(from, from, to)).toEqual(to);
    }),
  );
});

test('No name is there twice, and every card is an own one or one of the newer version', () => {
  fc.assert(
    fc.property(cardSets, cardSets, cardSets, (own, from, to) => {
      const cards = carryOver(own, from, to);
      expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length);
      for (const card of cards) expect([...own, ...to]).toContain(card);
    }),
  );
});
