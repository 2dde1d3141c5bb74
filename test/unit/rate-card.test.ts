import { describe, expect, test } from 'vitest';
import type {
  CreditGrantInput,
  FixedFeeInput,
  RateCardInput,
  SlabInput,
  SlabRateInput,
  UsageInput,
} from '../../src/domain/rate-card/input.ts';
import { familyOf, parseRateCard, parseRateCardName } from '../../src/domain/rate-card/parse.ts';
import { rateCardSetId, sameCards, setIdBeside } from '../../src/domain/rate-card/set.ts';
import { withPath } from '../../src/domain/result.ts';
import { fee, usage } from '../support/rate-cards.ts';
import { unwrap } from '../support/schedules.ts';

const slab = (order: number, startAfter: string, other: Partial<SlabInput> = {}): SlabInput => ({
  order,
  startAfter,
  priceType: 'PER_UNIT',
  ...other,
});
const rate = (order: number, other: Partial<SlabRateInput> = {}): SlabRateInput => ({ order, rate: '2', ...other });

function usageInput(slabs: readonly SlabInput[], slabRates: readonly SlabRateInput[] = [rate(1)]): RateCardInput {
  const priced: UsageInput = { ratePlan: { pricingModel: 'TIERED', slabs }, rateValues: [{ currency: 'USD', slabRates }] };
  return { usage: { billableId: 'um.calls', ...priced } };
}
const feeInput = (other: Partial<FixedFeeInput> = {}): RateCardInput => ({
  fixedFee: { billableId: 'addon.setup', rateValues: [{ currency: 'USD', rate: '9.90' }], ...other },
});
const PRICED = {
  ratePlan: { pricingModel: 'TIERED', slabs: [slab(1, '0')] },
  rateValues: [{ currency: 'USD', slabRates: [rate(1)] }],
} as const;
const grantInput = (other: Partial<CreditGrantInput> = {}): RateCardInput => ({
  creditGrant: {
    grantDetails: { priority: 1, expiryType: 'NO_EXPIRY' },
    rateDetails: {
      pricingModel: 'TIERED',
      currencySlabRateDetails: [
        { currency: 'USD', creditAmount: '100', slabDetails: [{ startAfter: '0', priceType: 'FLAT', rate: '80.00' }] },
      ],
    },
    ...other,
  },
});

const parse = (input: RateCardInput) => parseRateCard('card', input);
const slabPath = ['usage', 'ratePlan', 'slabs'];
const ratePath = ['usage', 'rateValues', 0, 'slabRates'];

describe('A rate card', () => {
  test('states every field, decimals in one way of writing', () => {
    expect(unwrap(parse(feeInput()))).toEqual({
      type: 'FIXED_FEE',
      name: 'card',
      displayName: 'card',
      tag: null,
      invoiceTiming: 'IN_ADVANCE',
      billableId: 'addon.setup',
      feeType: 'RECURRING',
      rateValues: [{ currency: 'USD', rate: '9.9' }],
      enableProration: false,
      recurrence: { interval: 1, offset: 0 },
    });
  });

  test('reads absence and null as the same', () => {
    const nulls = { displayName: null, tag: null, invoiceTiming: null, type: null, enableProration: null, recurrenceConfig: null };
    expect(parse(feeInput(nulls))).toEqual(parse(feeInput()));
  });

  test.each<[string, RateCardInput]>([
    ['IN_ARREARS', usageInput([slab(1, '0')])],
    ['IN_ARREARS', { entitlementOverage: PRICED }],
    ['IN_ARREARS', { minimumCommitment: { rateValues: [] } }],
    ['IN_ADVANCE', feeInput()],
    ['IN_ADVANCE', { license: PRICED }],
    ['IN_ADVANCE', grantInput()],
    ['IN_ADVANCE', { billingEntitlement: { ...PRICED, featureConfigs: [{ effectiveUntil: 'P20D', featureCreditLimit: '5' }] } }],
  ])('is invoiced %s where its family says nothing else: %o', (invoiceTiming, input) => {
    expect(unwrap(parse(input))).toMatchObject({ invoiceTiming });
  });

  test('is of exactly one family', () => {
    expect(familyOf(feeInput())).toEqual({ ok: true, value: 'fixedFee' });
    expect(parse({})).toMatchObject({ refusals: [{ message: expect.stringContaining('not none') }] });
    expect(parse({ fixedFee: null })).toMatchObject({ ok: false });
    expect(parse({ ...feeInput(), ...grantInput() })).toMatchObject({
      refusals: [{ message: expect.stringContaining('not fixedFee and creditGrant') }],
    });
  });

  test('may be incomplete: no billable item, no rate for a currency, rates that do not match the slabs', () => {
    expect(parse({ fixedFee: { rateValues: [] } })).toMatchObject({ value: { billableId: null, rateValues: [] } });
    expect(parse(usageInput([slab(1, '0'), slab(2, '10')], [rate(1), rate(7)])).ok).toBe(true);
  });

  test('may have a timing that its plan will not take: that is an issue of the draft', () => {
    expect(parse({ usage: { ...PRICED, invoiceTiming: 'IN_ADVANCE' } }).ok).toBe(true);
  });

  test('has texts within their limits, without control characters or halves of a pair', () => {
    expect(parse(feeInput({ displayName: 'd'.repeat(256), tag: 't'.repeat(51), billableId: 'b'.repeat(51) }))).toMatchObject({
      refusals: [{ path: ['fixedFee', 'displayName'] }, { path: ['fixedFee', 'tag'] }, { path: ['fixedFee', 'billableId'] }],
    });
    expect(parse(feeInput({ displayName: 'd'.repeat(255), tag: 't'.repeat(50), billableId: 'b'.repeat(50) })).ok).toBe(true);
    expect(parse(feeInput({ displayName: 'a\u0000b', tag: '\ud800' }))).toMatchObject({
      refusals: [{ message: expect.stringContaining('U+0000') }, { message: expect.stringContaining('U+D800') }],
    });
    expect(withPath(parseRateCardName('n'.repeat(51)), 'rateCardName')).toMatchObject({ refusals: [{ path: ['rateCardName'] }] });
    expect(parseRateCardName('')).toMatchObject({ ok: false });
  });

  test('tells all its faults at once', () => {
    const rateValues = [
      { currency: 'USD', rate: '-1' },
      { currency: 'XXQ', rate: '1e3' },
    ];
    expect(parse(feeInput({ rateValues, recurrenceConfig: { interval: 0, offset: -1 } }))).toMatchObject({
      refusals: [
        { path: ['fixedFee', 'rateValues', 0, 'rate'] },
        { path: ['fixedFee', 'rateValues', 1, 'currency'] },
        { path: ['fixedFee', 'rateValues', 1, 'rate'] },
        { path: ['fixedFee', 'recurrenceConfig', 'interval'] },
        { path: ['fixedFee', 'recurrenceConfig', 'offset'] },
      ],
    });
  });
});

describe('Slabs', () => {
  test('are kept by their order, however they are listed', () => {
    expect(parse(usageInput([slab(2, '10'), slab(1, '0')], [rate(2), rate(1)]))).toMatchObject({
      value: {
        ratePlan: {
          slabs: [
            { order: 1, startAfter: '0' },
            { order: 2, startAfter: '10' },
          ],
        },
        rateValues: [{ slabRates: [{ order: 1 }, { order: 2 }] }],
      },
    });
  });

  test.each([
    ['a hole', [slab(1, '0'), slab(3, '10')], [1, 'order'], 'There is a gap before slab 3: slab 2 is missing'],
    ['an order twice', [slab(1, '0'), slab(1, '10')], [1, 'order'], 'Slab 1 is listed twice'],
    ['orders from 0', [slab(0, '0'), slab(1, '10')], [0, 'order'], 'cannot have the order 0'],
    ['an order that is no whole number', [slab(1.5, '0')], [0, 'order'], 'cannot have the order 1.5'],
    ['a first slab that starts elsewhere', [slab(1, '5')], [0, 'startAfter'], 'The first slab must start after 0, not after 5'],
    ['equal starts', [slab(1, '0'), slab(2, '10'), slab(3, '10.0')], [2, 'startAfter'], 'Slab 3 starts after 10 and overlaps slab 2'],
    ['decreasing starts', [slab(1, '0'), slab(2, '10'), slab(3, '9')], [2, 'startAfter'], 'Slab 3 starts after 9 and overlaps slab 2'],
    ['a package without size', [slab(1, '0', { priceType: 'PACKAGE' })], [0, 'slabConfig', 'packageSize'], 'needs a package size'],
    [
      'a package of 0',
      [slab(1, '0', { priceType: 'PACKAGE', slabConfig: { packageSize: '0' } })],
      [0, 'slabConfig', 'packageSize'],
      'must be more than 0',
    ],
    [
      'a size without package',
      [slab(1, '0', { slabConfig: { packageSize: '10' } })],
      [0, 'slabConfig', 'packageSize'],
      'Only a PACKAGE slab',
    ],
    ['none at all', [], [], 'not 0'],
    ['more than 100', Array.from({ length: 101 }, (_, i) => slab(i + 1, String(i))), [], 'not 101'],
  ])('are refused with %s, in words of its own', (_, slabs, path, message) => {
    const refusal = { code: 'SLABS_INVALID', path: [...slabPath, ...path], message: expect.stringContaining(message) };
    expect(parse(usageInput(slabs))).toMatchObject({ refusals: [refusal] });
  });

  test('may be 100, and starts compare as numbers', () => {
    expect(parse(usageInput(Array.from({ length: 100 }, (_, i) => slab(i + 1, String(i))))).ok).toBe(true);
  });

  test('have starts and sizes that are decimals', () => {
    const slabs = [slab(1, 'zero'), slab(2, '1', { priceType: 'PACKAGE', slabConfig: { packageSize: '-1' } })];
    expect(parse(usageInput(slabs))).toMatchObject({
      refusals: [{ path: [...slabPath, 0, 'startAfter'] }, { path: [...slabPath, 1, 'slabConfig', 'packageSize'] }],
    });
  });
});

describe('Rates', () => {
  test.each(['-0.01', '0.0000000000001', '1e3', 'NaN', '', ' 1', '1,5'])('of "%s" are refused', (text) => {
    expect(parse(usageInput([slab(1, '0')], [rate(1, { rate: text })]))).toMatchObject({
      refusals: [{ code: 'INVALID_VALUE', path: [...ratePath, 0, 'rate'] }],
    });
  });

  test('come once a slab and once a currency', () => {
    expect(parse(usageInput([slab(1, '0')], [rate(1), rate(1)]))).toMatchObject({
      refusals: [{ code: 'RATES_INVALID', path: [...ratePath, 1, 'order'] }],
    });
    const twice = { currency: 'USD', rate: '1' };
    expect(parse(feeInput({ rateValues: [twice, { currency: 'EUR', rate: '1' }, twice] }))).toMatchObject({
      refusals: [{ code: 'RATES_INVALID', path: ['fixedFee', 'rateValues', 2, 'currency'] }],
    });
  });

  test('may have limits of the whole card: a minimum that is at most the maximum', () => {
    const limited = (rateConfig: object | null) =>
      parse({
        usage: {
          ratePlan: { pricingModel: 'TIERED', slabs: [slab(1, '0')] },
          rateValues: [{ currency: 'USD', slabRates: [rate(1)], rateConfig }],
        },
      });
    expect(limited({ minimumRate: '10.0' })).toMatchObject({
      value: { rateValues: [{ rateConfig: { minimumRate: '10', maximumRate: null } }] },
    });
    for (const none of [null, {}, { minimumRate: null }]) expect(unwrap(limited(none))).not.toHaveProperty('rateValues.0.rateConfig');
    const at = (field: string) => ['usage', 'rateValues', 0, 'rateConfig', field];
    expect(limited({ minimumRate: '10', maximumRate: '9' })).toMatchObject({
      refusals: [{ code: 'RATES_INVALID', path: at('minimumRate') }],
    });
    expect(limited({ maximumRate: '-1' })).toMatchObject({ refusals: [{ code: 'INVALID_VALUE', path: at('maximumRate') }] });
  });

  test('have a minimum that is at most the maximum', () => {
    const bounded = (minimum: string, maximum: string) =>
      parse(usageInput([slab(1, '0')], [rate(1, { slabRateConfig: { minimum, maximum } })]));
    expect(bounded('10', '10')).toMatchObject({ value: { rateValues: [{ slabRates: [{ minimum: '10', maximum: '10' }] }] } });
    expect(bounded('10', '9')).toMatchObject({
      refusals: [{ code: 'RATES_INVALID', path: [...ratePath, 0, 'slabRateConfig', 'minimum'] }],
    });
    expect(bounded('-1', '9')).toMatchObject({ refusals: [{ path: [...ratePath, 0, 'slabRateConfig', 'minimum'] }] });
  });
});

describe('An entitlement', () => {
  const entitlement = (effectiveUntil: string, effectiveFrom: string | null = null, featureCreditLimit = '100') =>
    parse({ billingEntitlement: { ...PRICED, featureConfigs: [{ effectiveFrom, effectiveUntil, featureCreditLimit }] } });
  const path = (field: string) => ['billingEntitlement', 'featureConfigs', 0, field];

  test.each(['P20D', 'P1M', 'P1Y6M', 'P2W', 'P9000Y'])('lasts %s', (duration) => {
    expect(entitlement(duration).ok).toBe(true);
  });

  test.each(['', 'P', '20D', 'P20', 'PT12H', 'P1DT1H', '-P1D', 'P1.5D', 'p1d', 'P1D1M', 'P999999D'])('does not last "%s"', (duration) => {
    expect(entitlement(duration)).toMatchObject({ refusals: [{ path: path('effectiveUntil') }] });
  });

  test('ends after it begins, as far as that is sure on every day', () => {
    expect(entitlement('P0D')).toMatchObject({ refusals: [{ code: 'EMPTY_PERIOD', path: path('effectiveUntil') }] });
    expect(entitlement('P20D', 'P1M')).toMatchObject({ refusals: [{ code: 'EMPTY_PERIOD' }] });
    for (const same of ['P1M', 'P1Y', 'P2W']) expect(entitlement(same, same)).toMatchObject({ refusals: [{ code: 'EMPTY_PERIOD' }] });
    expect(entitlement('P12M', 'P1Y1D')).toMatchObject({ refusals: [{ code: 'EMPTY_PERIOD' }] });
    expect(entitlement('P1M1D', 'P1M').ok).toBe(true);
    expect(entitlement('P30D', 'P1M').ok).toBe(true);
    expect(entitlement('P1M', 'P20D').ok).toBe(true);
  });

  test('has credits of 0 or more, and at least one configuration', () => {
    expect(entitlement('P1M', null, '0').ok).toBe(true);
    expect(entitlement('P1M', null, '-1')).toMatchObject({ refusals: [{ path: path('featureCreditLimit') }] });
    expect(parse({ billingEntitlement: { ...PRICED, featureConfigs: [] } })).toMatchObject({
      refusals: [{ path: ['billingEntitlement', 'featureConfigs'] }],
    });
  });
});

describe('A credit grant', () => {
  test('numbers its slabs by their place, and keeps each with its rate', () => {
    expect(parse(grantInput())).toMatchObject({
      value: {
        grantType: 'RECURRING',
        creditRates: [{ creditAmount: '100', slabs: [{ order: 1, startAfter: '0', priceType: 'FLAT', rate: '80', minimum: null }] }],
      },
    });
  });

  test('has a duration exactly where its expiry is CUSTOM', () => {
    const expiring = (expiryType: 'CUSTOM' | 'NO_EXPIRY', expiryDuration: string | null) =>
      parse(grantInput({ grantDetails: { priority: 1, expiryType, expiryDuration } }));
    const refused = { refusals: [{ path: ['creditGrant', 'grantDetails', 'expiryDuration'] }] };
    expect(expiring('CUSTOM', 'P90D')).toMatchObject({ value: { expiryDuration: 'P90D' } });
    expect(expiring('CUSTOM', null)).toMatchObject(refused);
    expect(expiring('CUSTOM', 'P0D')).toMatchObject(refused);
    expect(expiring('NO_EXPIRY', 'P90D')).toMatchObject(refused);
  });

  test('has a priority of 0 or more, and credits of 0 or more', () => {
    const rateDetails = {
      pricingModel: 'TIERED',
      currencySlabRateDetails: [{ currency: 'USD', creditAmount: '-1', slabDetails: [{ startAfter: '0', priceType: 'FLAT', rate: '1' }] }],
    } as const;
    expect(parse(grantInput({ grantDetails: { priority: -1, expiryType: 'NO_EXPIRY' }, rateDetails }))).toMatchObject({
      refusals: [
        { path: ['creditGrant', 'grantDetails', 'priority'] },
        { path: ['creditGrant', 'rateDetails', 'currencySlabRateDetails', 0, 'creditAmount'] },
      ],
    });
  });
});

test('A license may be limited to a whole number; an overage to a decimal', () => {
  expect(parse({ license: { ...PRICED, config: { maxQuantity: 0 } } })).toMatchObject({ value: { maxQuantity: 0 } });
  expect(parse({ license: { ...PRICED, config: { maxQuantity: 1.5 } } })).toMatchObject({
    refusals: [{ path: ['license', 'config', 'maxQuantity'] }],
  });
  expect(parse({ entitlementOverage: { ...PRICED, maxQuantity: '1.5', billingConfig: { interval: 3, startOffset: 1 } } })).toMatchObject({
    value: { maxQuantity: '1.5', recurrence: { interval: 3, offset: 1 } },
  });
});

describe('The id of a rate-card set', () => {
  test('is rcs., 22 base-62 digits of what the cards say, and 11 of how they say it', () => {
    for (const cards of [[], [fee('a', '1')], [fee('a', '1'), usage('b', '2')]])
      expect(rateCardSetId(cards)).toMatch(/^rcs\.[0-9A-Za-z]{22}\.[0-9A-Za-z]{11}$/);
  });

  test('follows from what the cards say, not from how they are built', () => {
    const { name, ...others } = fee('a', '1');
    expect(rateCardSetId([{ ...others, name }])).toBe(rateCardSetId([fee('a', '1')]));
    expect(rateCardSetId([unwrap(parse(feeInput({ rateValues: [{ currency: 'USD', rate: '9.9' }] })))])).toBe(
      rateCardSetId([unwrap(parse(feeInput()))]),
    );
  });

  test('differs with any content, and with the order', () => {
    const [a, b] = [fee('a', '1'), fee('b', '1')];
    const ids = [[a], [fee('a', '1.01')], [b], [a, b], [b, a], []].map(rateCardSetId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('tells cards in another order from cards that say something else', () => {
    const [a, b] = [fee('a', '1'), fee('b', '1')];
    const ids = [[a, b], [b, a], [a]].map(rateCardSetId);
    expect(ids.map((id) => sameCards(id, ids[0] ?? ''))).toEqual([true, true, false]);
    expect(sameCards('rcs.0123456789012345678901', 'rcs.0123456789012345678901')).toBe(true);
  });

  test('is that of the plan where the cards say the same, whatever form that id has', () => {
    const [a, b] = [fee('a', '1'), fee('b', '1')];
    const plan = { rateCardSetId: 'rcs.0123456789012345678901', cards: [a, b] };
    expect(setIdBeside([b, a], plan)).toBe(plan.rateCardSetId);
    expect(setIdBeside([a], plan)).toBe(rateCardSetId([a]));
  });
});
