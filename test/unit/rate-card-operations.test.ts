import { describe, expect, test } from 'vitest';
import type { RateCardInput } from '../../src/domain/rate-card/input.ts';
import { applyRateCardOperations, type RateCardOperation } from '../../src/domain/rate-card/operations.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { fee } from '../support/rate-cards.ts';
import { unwrap } from '../support/schedules.ts';

const feeFor = (billableId: string | null, rate = '1'): RateCardInput => ({
  fixedFee: { billableId, rateValues: [{ currency: 'USD', rate }] },
});
const COMMITMENT: RateCardInput = { minimumCommitment: { rateValues: [{ currency: 'USD', rate: '100' }] } };

const create = (rateCardName: string | null, rateCard: RateCardInput): RateCardOperation => ({
  actionType: 'CREATE',
  rateCardName,
  rateCard,
});
const update = (rateCardName: string, rateCard: RateCardInput): RateCardOperation => ({ actionType: 'UPDATE', rateCardName, rateCard });
const upsert = (rateCardName: string, rateCard: RateCardInput): RateCardOperation => ({ actionType: 'UPSERT', rateCardName, rateCard });
const remove = (rateCardName: string): RateCardOperation => ({ actionType: 'DELETE', rateCardName });

/** Three fees that price item-of-a, item-of-b, item-of-c. */
const ABC: readonly RateCard[] = [fee('a', '1'), fee('b', '2'), fee('c', '3')];
const names = (cards: readonly RateCard[]) => cards.map(({ name }) => name);
const apply = (...operations: readonly RateCardOperation[]) => applyRateCardOperations(ABC, operations);

describe('An operation', () => {
  test('CREATE puts a card at the end', () => {
    expect(names(unwrap(apply(create('d', feeFor('addon.d')))))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('UPDATE replaces all that a card says, and keeps its place and name', () => {
    const cards = unwrap(apply(update('b', { ...COMMITMENT })));
    expect(names(cards)).toEqual(['a', 'b', 'c']);
    expect(cards[1]).toMatchObject({ name: 'b', type: 'MINIMUM_COMMITMENT', billableId: null });
  });

  test('DELETE takes a card out', () => {
    expect(names(unwrap(apply(remove('b'))))).toEqual(['a', 'c']);
  });

  test('UPSERT updates the card of that name, or creates it', () => {
    const cards = unwrap(apply(upsert('b', feeFor('item-of-b', '20')), upsert('d', feeFor('addon.d'))));
    expect(names(cards)).toEqual(['a', 'b', 'c', 'd']);
    expect(cards[1]).toMatchObject({ rateValues: [{ rate: '20' }] });
  });

  test('sees what the operations before it did', () => {
    expect(names(unwrap(apply(remove('a'), create('a', feeFor('item-of-a')))))).toEqual(['b', 'c', 'a']);
    expect(names(unwrap(apply(create('d', feeFor('addon.d')), remove('d'))))).toEqual(['a', 'b', 'c']);
  });

  test('leaves the cards it was given alone', () => {
    const before = JSON.stringify(ABC);
    apply(update('b', feeFor('item-of-b', '9')), remove('a'));
    expect(JSON.stringify(ABC)).toBe(before);
  });
});

describe('A generated name', () => {
  test('is the id of what the card prices, or the family', () => {
    expect(
      names(unwrap(apply(create(null, feeFor('addon.20dINmd0lBg.05sKa')), create(null, COMMITMENT), create(null, feeFor(null))))),
    ).toEqual(['a', 'b', 'c', 'addon.20dINmd0lBg.05sKa', 'minimum_commitment', 'fixed_fee']);
  });

  test('is numbered where it is taken, and never above 50 characters', () => {
    const long = 'x'.repeat(50);
    const cards = unwrap(
      apply(create('addon.d', feeFor(null)), create(null, feeFor('addon.d')), create(long, feeFor(null)), create(null, feeFor(long))),
    );
    expect(names(cards).slice(3)).toEqual(['addon.d', 'addon.d-2', long, `${'x'.repeat(48)}-2`]);
  });
});

describe('Refused', () => {
  test.each<[string, RateCardOperation, string, readonly unknown[]]>([
    ['a name that is taken', create('b', feeFor('addon.d')), 'DUPLICATE_NAME', ['rateCardName']],
    ['an update of a card that is not there', update('x', feeFor('addon.d')), 'RATE_CARD_NOT_FOUND', ['rateCardName']],
    ['a deletion of a card that is not there', remove('x'), 'RATE_CARD_NOT_FOUND', ['rateCardName']],
    ['a second card for one item', create('d', feeFor('item-of-b')), 'DUPLICATE_BILLABLE', ['rateCard', 'fixedFee', 'billableId']],
    [
      'an update to an item that another card prices',
      update('a', feeFor('item-of-b')),
      'DUPLICATE_BILLABLE',
      ['rateCard', 'fixedFee', 'billableId'],
    ],
    ['an update without a name', { actionType: 'UPDATE', rateCard: feeFor('addon.d') }, 'INVALID_VALUE', ['rateCardName']],
    ['an upsert without a name', { actionType: 'UPSERT', rateCard: feeFor('addon.d') }, 'INVALID_VALUE', ['rateCardName']],
    ['a deletion without a name', { actionType: 'DELETE' }, 'INVALID_VALUE', ['rateCardName']],
    ['a deletion with a card', { ...remove('a'), rateCard: feeFor('addon.d') }, 'INVALID_VALUE', ['rateCard']],
    ['a creation without a card', { actionType: 'CREATE', rateCardName: 'd' }, 'INVALID_VALUE', ['rateCard']],
    ['a card without a family', create('d', {}), 'INVALID_VALUE', ['rateCard']],
    ['a name that is too long', create('n'.repeat(51), feeFor('addon.d')), 'INVALID_VALUE', ['rateCardName']],
    ['a malformed card', create('d', feeFor('addon.d', '-1')), 'INVALID_VALUE', ['rateCard', 'fixedFee', 'rateValues', 0, 'rate']],
  ])('is %s, at the index of the operation', (_, operation, code, path) => {
    expect(apply(remove('c'), operation)).toMatchObject({ refusals: [{ code, path: [1, ...path] }] });
  });

  test('is a second minimum commitment', () => {
    expect(apply(create('m', COMMITMENT), create('n', COMMITMENT))).toMatchObject({
      refusals: [{ code: 'DUPLICATE_BILLABLE', path: [1, 'rateCard', 'minimumCommitment'], message: expect.stringContaining('"m"') }],
    });
    expect(apply(create('m', COMMITMENT), update('m', COMMITMENT)).ok).toBe(true);
  });

  test('names the card that prices the item already', () => {
    expect(apply(create('d', feeFor('item-of-b')))).toMatchObject({ refusals: [{ message: expect.stringContaining('"b"') }] });
  });

  test('is none, and more than 100', () => {
    expect(apply()).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
    expect(
      applyRateCardOperations(
        [],
        Array.from({ length: 101 }, (_, i) => create(`c${i}`, feeFor(`i${i}`))),
      ),
    ).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED' }],
    });
  });
});

describe('An owner has at most', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, i) => fee(`card-${i + 1}`, '1'));
  const heavy = (rateCardName: string, steps: number): RateCardOperation => {
    const orders = Array.from({ length: steps }, (_, i) => i + 1);
    const slabs = orders.map((order) => ({ order, startAfter: `${order - 1}`, priceType: 'PER_UNIT' as const }));
    const slabRates = orders.map((order) => ({ order, rate: '0.123456789012' }));
    const rateValues = ['USD', 'EUR', 'GBP', 'JPY', 'INR'].map((currency) => ({ currency, slabRates }));
    return upsert(rateCardName, { usage: { billableId: rateCardName, ratePlan: { pricingModel: 'TIERED', slabs }, rateValues } });
  };

  test('200 cards: another is refused at its index, an update is not, and a deletion makes room', () => {
    const [full, another] = [numbered(200), create('another', feeFor('another'))];
    expect(names(unwrap(applyRateCardOperations(numbered(199), [another])))).toHaveLength(200);
    expect(applyRateCardOperations(full, [update('card-7', feeFor('other')), another])).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED', path: [1], message: expect.stringContaining('200') }],
    });
    expect(applyRateCardOperations(full, [another, remove('card-1')])).toMatchObject({ refusals: [{ path: [0] }] });
    expect(applyRateCardOperations(full, [remove('card-1'), another]).ok).toBe(true);
  });

  test('500,000 bytes of cards: 100 slabs in 5 currencies fit 10 times and not 50 times', () => {
    const fifty = Array.from({ length: 50 }, (_, i) => heavy(`card-${i + 1}`, 100));
    expect(applyRateCardOperations([], fifty.slice(0, 10)).ok).toBe(true);
    expect(applyRateCardOperations([], fifty)).toMatchObject({
      refusals: [{ code: 'LIMIT_EXCEEDED', path: [expect.any(Number), 'rateCard'], message: expect.stringContaining('500,000 bytes') }],
    });
  });
});

test('Cards that name no item yet do not stand in each other’s way', () => {
  expect(apply(create('d', feeFor(null)), create('e', feeFor(null))).ok).toBe(true);
});
