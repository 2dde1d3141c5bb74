import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RateCardInput } from '../../src/domain/rate-card/input.ts';
import { applyRateCardOperations, RATE_CARD_ACTIONS, type RateCardOperation } from '../../src/domain/rate-card/operations.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { rateCardSetId } from '../../src/domain/rate-card/set.ts';
import type { Result } from '../../src/domain/result.ts';

/** Few names and few items, so that operations meet. */
const names = fc.constantFrom('a', 'b', 'c', 'd');
const inputs: fc.Arbitrary<RateCardInput> = fc.oneof(
  fc.record({ item: fc.constantFrom('i1', 'i2', 'i3', 'i4', null), rate: fc.constantFrom('0', '1.5', '2') }).map(({ item, rate }) => ({
    fixedFee: { billableId: item, rateValues: [{ currency: 'USD', rate }] },
  })),
  fc.constant({ minimumCommitment: { rateValues: [] } }),
  fc.constant({ fixedFee: { rateValues: [{ currency: 'USD', rate: '-1' }] } }),
);
const operations: fc.Arbitrary<RateCardOperation> = fc
  .record({ actionType: fc.constantFrom(...RATE_CARD_ACTIONS), rateCardName: fc.option(names, { freq: 9 }), rateCard: inputs })
  .map(({ rateCard, ...operation }) => (operation.actionType === 'DELETE' ? operation : { ...operation, rateCard }));
const bulks = fc.array(operations, { minLength: 1, maxLength: 12 });

/** The cards after each operation that is accepted; those refused change nothing. */
function accepted(bulk: readonly RateCardOperation[]): readonly RateCard[] {
  return bulk.reduce<readonly RateCard[]>((cards, operation) => {
    const next = applyRateCardOperations(cards, [operation]);
    return next.ok ? next.value : cards;
  }, []);
}

function oneByOne(cards: readonly RateCard[], bulk: readonly RateCardOperation[]): Result<readonly RateCard[]> {
  let current = cards;
  for (const [i, operation] of bulk.entries()) {
    const next = applyRateCardOperations(current, [operation]);
    if (!next.ok) return moved(next, i);
    current = next.value;
  }
  return { ok: true, value: current };
}

/** A refusal of the only operation, told as that of the operation at `index`. */
function moved<T>(result: Result<T>, index: number): Result<T> {
  if (result.ok) return result;
  const [first, ...more] = result.refusals.map((refusal) => ({ ...refusal, path: [index, ...refusal.path.slice(1)] }));
  return first ? { ok: false, refusals: [first, ...more] } : result;
}

describe('Laws of rate-card operations', () => {
  test('a bulk is its operations one by one: the same cards, or the same refusal at its index', () => {
    fc.assert(
      fc.property(bulks, bulks, (before, bulk) => {
        const cards = accepted(before);
        expect(applyRateCardOperations(cards, bulk)).toEqual(oneByOne(cards, bulk));
      }),
    );
  });

  test('names and items stay unique, and at most one card is a minimum commitment', () => {
    fc.assert(
      fc.property(bulks, (bulk) => {
        const cards = accepted(bulk);
        const items = cards.flatMap(({ billableId }) => (billableId === null ? [] : [billableId]));
        expect(new Set(cards.map(({ name }) => name)).size).toBe(cards.length);
        expect(new Set(items).size).toBe(items.length);
        expect(cards.filter(({ type }) => type === 'MINIMUM_COMMITMENT').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('an upsert done is an upsert that changes nothing when it is repeated', () => {
    fc.assert(
      fc.property(bulks, names, inputs, (before, rateCardName, rateCard) => {
        const upsert: RateCardOperation = { actionType: 'UPSERT', rateCardName, rateCard };
        const once = applyRateCardOperations(accepted(before), [upsert]);
        if (once.ok) expect(applyRateCardOperations(once.value, [upsert])).toEqual(once);
      }),
    );
  });

  test('sets have equal ids exactly when their cards are equal', () => {
    fc.assert(
      fc.property(bulks, bulks, (some, others) => {
        const [a, b] = [accepted(some), accepted(others)];
        expect(rateCardSetId(a) === rateCardSetId(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
