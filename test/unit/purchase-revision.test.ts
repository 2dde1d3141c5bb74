import { describe, expect, test } from 'vitest';
import type { PurchaseTerms } from '../../src/domain/purchase/purchase.ts';
import { carryOver, purchaseInputOf } from '../../src/domain/purchase/revision.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { decimal, fee } from '../support/rate-cards.ts';

const cards = (rates: Readonly<Record<string, string>>): RateCard[] => Object.entries(rates).map(([name, rate]) => fee(name, rate));
const picture = (all: readonly RateCard[]) =>
  all.map((card) => `${card.name}: ${card.type === 'FIXED_FEE' ? card.rateValues[0]?.rate : '?'}`).join(', ');
const carried = (own: Record<string, string>, from: Record<string, string>, to: Record<string, string>) =>
  picture(carryOver(cards(own), cards(from), cards(to)));

describe("A proposal's own rate cards, on a newer version of its plan", () => {
  test('say otherwise what they said otherwise, and leave the rest to the newer version', () => {
    expect(carried({ fee: '80' }, { fee: '100', seats: '5' }, { fee: '120', seats: '6', calls: '1' })).toBe('fee: 80, calls: 1');
  });

  test.each([
    ['a card that was left alone is as it is now', { a: '1', b: '9' }, { a: '1', b: '2' }, { a: '3', b: '2' }, 'a: 3, b: 9'],
    ['one that was left out stays out', { b: '2' }, { a: '1', b: '2' }, { a: '3', b: '2' }, 'b: 2'],
    ['one that was added comes last', { a: '1', x: '7' }, { a: '1' }, { a: '3', b: '2' }, 'a: 3, b: 2, x: 7'],
    ['one that was added is added, whatever the version calls so since', { a: '1', x: '7' }, { a: '1' }, { x: '2', a: '1' }, 'x: 7, a: 1'],
    ['one that was changed stays where the version has it no more', { a: '9', b: '2' }, { a: '1', b: '2' }, { b: '2' }, 'b: 2, a: 9'],
    ['one that was left alone goes with the version', { a: '9', b: '2' }, { a: '1', b: '2' }, { a: '1' }, 'a: 9'],
  ])('%s', (_title, own, from, to, expected) => {
    expect(carried(own, from, to)).toBe(expected);
  });
});

test('What a proposal asked for is what it says, as it would be asked for again', () => {
  const terms: PurchaseTerms = {
    ...{ type: 'WALLET_TOPUP', isProposal: true, paymentMode: 'PREPAID', quantity: 1, rateCardQuantities: {}, override: null },
    ...{ pricePlanId: null, planVersionId: null, rateCardSetId: null, effectiveFrom: null, effectiveUntil: null },
    topupAmount: decimal('10'),
    purchaseAmount: decimal('9'),
    expiresAt: 5,
  };
  expect(purchaseInputOf(terms)).toMatchObject({
    type: 'WALLET_TOPUP',
    walletTopupDetails: { topupAmount: '10', purchaseAmount: '9' },
    expiryDate: 5,
    rateCardQuantities: null,
  });
  const quantities = { rateCardQuantities: { seats: decimal('2') }, topupAmount: null, purchaseAmount: null };
  expect(purchaseInputOf({ ...terms, ...quantities })).toMatchObject({ walletTopupDetails: null, rateCardQuantities: { seats: '2' } });
});
