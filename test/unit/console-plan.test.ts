import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveQuantities, mostIn, mostOf, ticksTo } from '../../src/console/plan/curve.ts';
import { edgesOf } from '../../src/console/plan/edges.ts';
import { moveText } from '../../src/console/plan/move-text.ts';
import { type Card, fieldText, grantText, pricesOf } from '../../src/console/plan/price.ts';

const NAMES = {
  id: 'id',
  name: 'card',
  displayName: 'Card',
  type: 'USAGE',
  invoiceTiming: 'IN_ARREARS',
  billableId: 'um.calls',
} as const;

/** A usage card of three slabs: 0.40 for each 1,000 up to 5,000, then 0.0003 each up to 9,000, then 100 flat. */
const CALLS = {
  __typename: 'UsageRateCard',
  ...NAMES,
  ratePlan: {
    __typename: 'RatePlan',
    pricingModel: 'TIERED',
    slabs: [slab(1, '0', 'PACKAGE', '1000'), slab(2, '5000', 'PER_UNIT', null), slab(3, '9000', 'FLAT', null)],
  },
  rateValues: [
    {
      __typename: 'RateValue',
      currency: 'EUR',
      // Rates come in any order: each names its slab.
      slabRates: [
        { __typename: 'SlabRate', order: 3, rate: '100' },
        { __typename: 'SlabRate', order: 1, rate: '0.4' },
        { __typename: 'SlabRate', order: 2, rate: '0.0003' },
      ],
    },
  ],
} as const satisfies Card;

function slab(order: number, startAfter: string, priceType: 'PACKAGE' | 'PER_UNIT' | 'FLAT', packageSize: string | null) {
  return { __typename: 'Slab', order, startAfter, priceType, slabConfig: { __typename: 'SlabConfig', packageSize } } as const;
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the prices of a rate card', () => {
  it('are those of its slabs in order, each with the quantities that it covers', () => {
    expect(pricesOf(CALLS, 'EUR').map(({ quantity, price }) => [quantity, plain(price)])).toEqual([
      ['Up to 5,000', '€0.40 per 1,000'],
      ['Above 5,000, up to 9,000', '€0.0003 each'],
      ['Above 9,000', '€100.00 flat'],
    ]);
  });

  it('are none in a currency that it lacks', () => {
    expect(pricesOf(CALLS, 'USD')).toEqual([]);
  });

  it('are one for any quantity where it is a fee', () => {
    const fee: Card = {
      __typename: 'FixedFeeRateCard',
      ...NAMES,
      feeType: 'RECURRING',
      amounts: [{ __typename: 'CurrencyRate', currency: 'USD', rate: '59' }],
    };
    expect(pricesOf(fee, 'USD').map(({ quantity, price }) => [quantity, price.endsWith('59.00')])).toEqual([['Any', true]]);
  });
});

it('What an entitlement grants is told with its lifetime, in words where the duration has one part', () => {
  const granted = (effectiveUntil: string) =>
    grantText(
      {
        __typename: 'BillingEntitlementRateCard',
        ...NAMES,
        featureConfigs: [{ __typename: 'FeatureConfig', featureCreditLimit: '10000000', effectiveUntil }],
        ratePlan: { __typename: 'RatePlan', pricingModel: 'TIERED', slabs: [] },
        rateValues: [],
      },
      'USD',
    );
  expect(granted('P90D')).toBe('10,000,000 for 90 days');
  expect(granted('P1M')).toBe('10,000,000 for 1 month');
  expect(granted('P1Y2M')).toBe('10,000,000 for P1Y2M');
});

it('The path of a field is told in words, and what people named as they named it', () => {
  expect(fieldText(['rateValues', 'USD', 'slabRates', '2', 'rate'])).toBe('Rate values › USD › Slab rates › 2 › rate');
});

it('A migration is told by its versions, and by its plans where they differ', () => {
  const vault = { sourcePlan: { name: 'Vault' }, sourceVersion: { version: 1 } };
  expect(moveText({ ...vault, targetVersion: { name: 'Vault', version: 2 } })).toBe('Vault: version 1 to version 2');
  expect(moveText({ ...vault, sourceVersion: null, targetVersion: { name: 'Team', version: 3 } })).toBe(
    'Vault: every version to Team, version 3',
  );
});

describe('the quantities of a curve', () => {
  it('are all whole ones up to 99 seats, so that no jump is between two points', () => {
    expect(curveQuantities({ most: 3, isWhole: true, edges: [] })).toEqual(['0', '1', '2', '3']);
    expect(curveQuantities({ most: 99, isWhole: true, edges: [] })).toHaveLength(100);
  });

  it('have each edge with the whole quantities beside it where seats are more', () => {
    const quantities = curveQuantities({ most: 1_000, isWhole: true, edges: [25] });
    expect(quantities).toEqual(expect.arrayContaining(['0', '24', '25', '26', '1000']));
  });

  it('have each edge with a quantity on both sides that cannot be told from it in the chart', () => {
    expect(curveQuantities({ most: 40, isWhole: false, edges: [2.5] })).toEqual(expect.arrayContaining(['2.49', '2.5', '2.51']));
    expect(curveQuantities({ most: 76_800, isWhole: false, edges: [51_200] })).toEqual(expect.arrayContaining(['51200', '51201']));
  });

  it('ascend from 0 to the greatest without repetition, are within it, and are never more than the API takes', () => {
    const edges = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(edges, fc.double({ min: 0.001, max: 1e9, noNaN: true }), fc.boolean(), (beside, greatest, isWhole) => {
        const most = isWhole ? Math.ceil(greatest) : greatest;
        const quantities = curveQuantities({ most, isWhole, edges: beside });
        const numbers = quantities.map(Number);
        expect(quantities.length).toBeLessThanOrEqual(100);
        expect(numbers[0]).toBe(0);
        expect(numbers.at(-1)).toBeCloseTo(most, most >= 20 ? -1 : 9);
        for (const quantity of quantities) expect(quantity).toMatch(isWhole ? /^\d+$/ : /^\d+(\.\d+)?$/);
        expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(numbers);
      }),
    );
  });

  it('reach half beyond the last bound; 50 seats, or a hundred packages, where there is none', () => {
    expect(mostOf([0, 25, 500], 1, false)).toBe(750);
    expect(mostOf([0, 25], 1, true)).toBe(38);
    expect(mostOf([0], 1, false)).toBe(100);
    expect(mostOf([0], 1, true)).toBe(50);
    expect(mostOf([0], 1000, false)).toBe(100_000);
    expect(mostOf([0, 9e11], 1, false)).toBe(1e12);
  });

  it.each([
    ['8', true, 8],
    ['0.5', false, 0.5],
    ['1000000000000', false, 1e12],
    ['8.5', true, null],
    ['0', false, null],
    ['-3', false, null],
    ['0.0000000000001', false, null],
    ['99999999999999999999', false, null],
    ['Infinity', true, null],
    ['many', false, null],
    [' ', false, null],
  ])('reach what somebody types, if it is a quantity: %j, only whole: %j', (text, isWhole, most) => {
    expect(mostIn(text, isWhole)).toBe(most);
  });
});

describe('the edges at which a price can jump', () => {
  it('are where slabs begin, what rules compare with, and where packages begin', () => {
    const rules = [{ condition: '{"<":[{"var":"seats.quantity"},7]}', computation: '{"*":[{"var":"fee.revenue"},0.5]}' }];
    expect(edgesOf([CALLS], rules, 12_000)).toEqual([0, 5000, 9000, 7, 0.5, 1000, 2000, 3000, 4000]);
  });

  it('are not those of packages that are too narrow to be drawn, nor of a rule that is no logic', () => {
    const many = { ...CALLS, ratePlan: { ...CALLS.ratePlan, slabs: [slab(1, '0', 'PACKAGE', '1')] } };
    expect(edgesOf([many], [{ condition: '{"<":[3' }, { condition: null }], 12_000)).toEqual([0]);
  });
});

it('The ticks of an axis are round, at most six, and stay within it', () => {
  expect(ticksTo(505)).toEqual([0, 200, 400]);
  expect(ticksTo(100)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(ticksTo(0)).toEqual([0]);
  expect(ticksTo(2, true)).toEqual([0, 1, 2]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (maximum) => {
      const ticks = ticksTo(maximum);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeLessThanOrEqual(maximum * (1 + 1e-9));
    }),
  );
});
