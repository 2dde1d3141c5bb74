import { expect, test } from 'vitest';
import { CardCycleBudget, MAX_CARD_CYCLES } from '../../src/operations/rating/card-cycles.ts';

test('The calculations of a request share 2,000 card-cycles', () => {
  const budget = new CardCycleBudget();
  expect([budget.spend(1_900), budget.spend(100)].map(({ ok }) => ok)).toEqual([true, true]);
  expect(budget.spend(1)).toMatchObject({ ok: false, refusals: [{ code: 'LIMIT_EXCEEDED' }] });
});

test('A calculation that is refused takes nothing of the budget', () => {
  const budget = new CardCycleBudget();
  expect(budget.spend(MAX_CARD_CYCLES + 1).ok).toBe(false);
  expect(budget.spend(MAX_CARD_CYCLES).ok).toBe(true);
});
