import { describe, expect, test } from 'vitest';
import type { PriceType, PricingModel } from '../../src/domain/rate-card/rate-card.ts';
import { fromDecimal, textOf } from '../../src/domain/rating/fraction.ts';
import { pricerOf } from '../../src/domain/rating/slabs.ts';
import { decimal } from '../support/rate-cards.ts';

interface Step {
  readonly after: string;
  readonly rate: string;
  readonly per?: PriceType;
  readonly size?: string;
  readonly min?: string;
  readonly max?: string;
}

function rated(pricingModel: PricingModel, steps: readonly Step[], quantity: string) {
  const slabs = steps.map(({ after, per = 'PER_UNIT', size }, i) => ({
    order: i + 1,
    startAfter: decimal(after),
    priceType: per,
    packageSize: size === undefined ? null : decimal(size),
  }));
  const rates = steps.map(({ rate, min, max }, i) => ({
    order: i + 1,
    rate: decimal(rate),
    minimum: min === undefined ? null : decimal(min),
    maximum: max === undefined ? null : decimal(max),
  }));
  const { amount, slabs: priced } = pricerOf({ pricingModel, slabs }, rates)(fromDecimal(decimal(quantity)));
  return {
    amount: textOf(amount),
    slabs: priced.map(({ slab, quantity, rate, packages, amount, minimumApplied, maximumApplied }) => ({
      order: slab.order,
      quantity: textOf(quantity),
      rate: textOf(rate),
      packages: packages && textOf(packages),
      amount: textOf(amount),
      minimumApplied,
      maximumApplied,
    })),
  };
}
const amount = (...of: Parameters<typeof rated>) => rated(...of).amount;

const TWO_THEN_ONE: readonly Step[] = [
  { after: '0', rate: '2' },
  { after: '100', rate: '1' },
];
const PACKAGES: readonly Step[] = [{ after: '0', rate: '10', per: 'PACKAGE', size: '1000' }];
const FLAT_THEN_UNITS: readonly Step[] = [
  { after: '0', rate: '50', per: 'FLAT' },
  { after: '10', rate: '3' },
];

describe('Worked sums', () => {
  test('tiered, per unit: 100 x 2 + 50 x 1 = 250', () => {
    expect(rated('TIERED', TWO_THEN_ONE, '150')).toMatchObject({
      amount: '250',
      slabs: [
        { order: 1, quantity: '100', rate: '2', amount: '200' },
        { order: 2, quantity: '50', rate: '1', amount: '50' },
      ],
    });
  });

  test('volume, per unit: 150 x 1 = 150', () => {
    expect(rated('VOLUME', TWO_THEN_ONE, '150')).toMatchObject({ amount: '150', slabs: [{ order: 2, quantity: '150' }] });
  });

  test('tiered, packages of 1000 at 10: 1001 begin 2 packages = 20', () => {
    expect(rated('TIERED', PACKAGES, '1001')).toMatchObject({ amount: '20', slabs: [{ packages: '2' }] });
  });

  test('tiered, flat then per unit: 50 + 2 x 3 = 56', () => {
    expect(amount('TIERED', FLAT_THEN_UNITS, '12')).toBe('56');
  });
});

describe('A slab', () => {
  test('covers what is beyond its start, up to and with the next one', () => {
    expect(amount('TIERED', TWO_THEN_ONE, '100')).toBe('200');
    expect(amount('VOLUME', TWO_THEN_ONE, '100')).toBe('200');
    expect(amount('VOLUME', TWO_THEN_ONE, '100.000000000001')).toBe('100.000000000001');
  });

  test('that is flat costs the same whatever part of it is used', () => {
    expect(['0.5', '1', '10'].map((quantity) => amount('TIERED', FLAT_THEN_UNITS, quantity))).toEqual(['50', '50', '50']);
  });

  test('begins packages of its own: what an earlier slab left of a package is not carried on', () => {
    const steps: readonly Step[] = [
      { after: '0', rate: '10', per: 'PACKAGE', size: '1000' },
      { after: '1500', rate: '8', per: 'PACKAGE', size: '1000' },
    ];
    expect(amount('TIERED', steps, '1501')).toBe('28');
    expect(amount('VOLUME', steps, '1501')).toBe('16');
  });

  test('costs at least its minimum and at most its maximum', () => {
    const bounded: readonly Step[] = [{ after: '0', rate: '2', min: '10', max: '50' }];
    expect(['1', '5', '20', '25', '1000'].map((quantity) => amount('TIERED', bounded, quantity))).toEqual(['10', '10', '40', '50', '50']);
    expect(rated('TIERED', bounded, '1').slabs).toMatchObject([{ minimumApplied: true, maximumApplied: false }]);
    expect(rated('TIERED', bounded, '1000').slabs).toMatchObject([{ minimumApplied: false, maximumApplied: true }]);
  });

  test('that is not reached costs nothing, not even its minimum', () => {
    const steps: readonly Step[] = [
      { after: '0', rate: '1' },
      { after: '10', rate: '1', min: '100' },
    ];
    expect(amount('TIERED', steps, '10')).toBe('10');
    expect(amount('TIERED', steps, '11')).toBe('110');
  });
});

describe('A quantity of 0', () => {
  test.each(['TIERED', 'VOLUME'] as const)('costs nothing when %s, whatever the price type', (model) => {
    for (const steps of [TWO_THEN_ONE, PACKAGES, FLAT_THEN_UNITS]) expect(amount(model, steps, '0')).toBe('0');
  });

  test.each(['TIERED', 'VOLUME'] as const)('costs the minimum of the first slab when %s', (model) => {
    expect(amount(model, [{ after: '0', rate: '2', min: '10' }], '0')).toBe('10');
  });
});

test('Amounts are exact: three units at 0.1 are 0.3, and twelve places survive', () => {
  expect(amount('TIERED', [{ after: '0', rate: '0.1' }], '3')).toBe('0.3');
  expect(amount('TIERED', [{ after: '0', rate: '0.000000000001' }], '0.000000000001')).toBe('0.000000000000000000000001');
});
