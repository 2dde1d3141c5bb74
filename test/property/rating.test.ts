import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type Decimal, minus, sum } from '../../src/domain/decimal.ts';
import type { RatePlan, Slab, SlabRate } from '../../src/domain/rate-card/rate-card.ts';
import { type Fraction, fromDecimal, textOf, total } from '../../src/domain/rating/fraction.ts';
import { pricerOf } from '../../src/domain/rating/slabs.ts';
import { decimal } from '../support/rate-cards.ts';

/** A decimal of up to 12 places. */
const decimals = fc.bigInt({ min: 0n, max: 10n ** 17n }).map((units) => {
  const digits = units.toString().padStart(13, '0');
  return decimal(`${digits.slice(0, -12)}.${digits.slice(-12)}`);
});
const priceTypes = fc.constantFrom<Slab['priceType']>('FLAT', 'PER_UNIT', 'PACKAGE');
const sizes = fc.integer({ min: 1, max: 1000 }).map((size) => decimal(String(size)));

interface Priced {
  readonly slabs: readonly Slab[];
  readonly rates: readonly SlabRate[];
}

/** One to five slabs at increasing starts, each with a rate. */
const priced = fc
  .array(fc.record({ step: fc.integer({ min: 1, max: 500 }), priceType: priceTypes, size: sizes, rate: decimals }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps): Priced => {
    let start = 0;
    const slabs = steps.map(({ step, priceType, size }, i): Slab => {
      start = i === 0 ? 0 : start + step;
      return { order: i + 1, startAfter: decimal(String(start)), priceType, packageSize: priceType === 'PACKAGE' ? size : null };
    });
    return { slabs, rates: steps.map(({ rate }, i) => ({ order: i + 1, rate, minimum: null, maximum: null })) };
  });

const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b);
/** What slabs compute of decimals is a decimal. */
const text = (value: Fraction): Decimal => textOf(value) as Decimal;
const tiered = (slabs: readonly Slab[]): RatePlan => ({ pricingModel: 'TIERED', slabs });
const cost = (plan: RatePlan, rates: readonly SlabRate[], quantity: Decimal) => text(pricerOf(plan, rates)(fromDecimal(quantity)).amount);

describe('Laws of rating', () => {
  test('tiered, more never costs less', () => {
    fc.assert(
      fc.property(priced, decimals, decimals, ({ slabs, rates }, a, b) => {
        const [less, more] = compare(a, b) <= 0 ? [a, b] : [b, a];
        expect(compare(cost(tiered(slabs), rates, less), cost(tiered(slabs), rates, more))).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('tiered is the sum of its parts, each priced as a plan of one slab', () => {
    fc.assert(
      fc.property(priced, decimals, ({ slabs, rates }, quantity) => {
        const parts = slabs.map((slab, i) => {
          const within = minus(smaller(quantity, slabs[i + 1]?.startAfter ?? quantity), smaller(quantity, slab.startAfter));
          return cost(tiered([{ ...slab, startAfter: decimal('0') }]), rates, within);
        });
        expect(cost(tiered(slabs), rates, quantity)).toBe(sum(parts));
      }),
    );
  });

  test('of one slab, volume is tiered', () => {
    fc.assert(
      fc.property(priced, decimals, ({ slabs, rates }, quantity) => {
        const one = slabs.slice(0, 1);
        expect(cost({ pricingModel: 'VOLUME', slabs: one }, rates, quantity)).toBe(cost(tiered(one), rates, quantity));
      }),
    );
  });

  test('the quantities of the slabs are the quantity, and their amounts the amount', () => {
    fc.assert(
      fc.property(priced, fc.constantFrom('TIERED' as const, 'VOLUME' as const), decimals, ({ slabs, rates }, pricingModel, quantity) => {
        const rated = pricerOf({ pricingModel, slabs }, rates)(fromDecimal(quantity));
        expect(total(rated.slabs.map((slab) => slab.quantity))).toEqual(fromDecimal(quantity));
        expect(total(rated.slabs.map((slab) => slab.amount))).toEqual(rated.amount);
      }),
    );
  });

  test('nothing is rounded: per unit, the amount is the product of the digits', () => {
    fc.assert(
      fc.property(decimals, decimals, (rate, quantity) => {
        const plan = tiered([{ order: 1, startAfter: decimal('0'), priceType: 'PER_UNIT', packageSize: null }]);
        const amount = cost(plan, [{ order: 1, rate, minimum: null, maximum: null }], quantity);
        expect(scaled(amount, 24)).toBe(scaled(rate, 12) * scaled(quantity, 12));
      }),
    );
  });
});

/** The decimal in units of its last place. */
function scaled(value: Decimal, places: number): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
