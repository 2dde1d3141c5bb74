import { describe, expect, test } from 'vitest';
import { isEmptyDiff, planDiff, type VersionContent } from '../../src/domain/price-plan/diff.ts';
import type { PricingRule } from '../../src/domain/pricing-rule/pricing-rule.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { credits, decimal, entitlement, fee, license } from '../support/rate-cards.ts';
import { MONTHLY, planVersion, QUARTERLY } from '../support/schedules.ts';

function version(rateCards: readonly RateCard[], other: Partial<VersionContent<{ card: RateCard }>> = {}) {
  return { ...planVersion('v', { currencies: ['USD'] }), ...other, rateCards: rateCards.map((card) => ({ card })) };
}
const rule = (name: string, other: Partial<PricingRule> = {}): PricingRule => ({
  id: `id-of-${name}`,
  name,
  version: 1,
  order: 1,
  invoiceTiming: null,
  condition: null,
  computation: '10',
  action: { type: 'ADD', target: null, id: null, description: null, metadata: null },
  ...other,
});
const seats = license('seats', [
  ['0', '2'],
  ['100', '1'],
]);

/** The fields that differ, as a person reads them: `a.b: 1 -> 2`. */
const lines = (changes: readonly { path: readonly string[]; before: string | null; after: string | null }[]) =>
  changes.map(({ path, before, after }) => `${path.join('.')}: ${before} -> ${after}`);
const fieldsOf = (before: RateCard, after: RateCard) =>
  planDiff(version([before]), version([after])).rateCards.changed.flatMap(({ fields }) => lines(fields));

describe('Two versions that say the same', () => {
  test('have an empty difference', () => {
    const same = version([seats, fee('setup', '10')], { pricingRules: [rule('discount')] });
    expect(isEmptyDiff(planDiff(same, same))).toBe(true);
  });

  test('differ neither by the order of cards and currencies, nor by the ids and versions of rules', () => {
    const before = version([seats, fee('setup', '10')], { currencies: ['USD', 'EUR'], pricingRules: [rule('discount')] });
    const after = version([fee('setup', '10'), seats], {
      currencies: ['EUR', 'USD'],
      pricingRules: [rule('discount', { id: 'another', version: 7 })],
    });
    expect(isEmptyDiff(planDiff(before, after))).toBe(true);
  });
});

describe('The difference of terms', () => {
  test('names description, cycle and flags field by field', () => {
    const after = { description: 'Better.', pricingCycle: QUARTERLY, deferredRevenue: true };
    expect(lines(planDiff(version([], { pricingCycle: MONTHLY }), version([], after)).terms)).toEqual([
      'description: null -> Better.',
      'pricingCycle.interval: MONTHLY -> QUARTERLY',
      'pricingCycle.monthOffset: NIL -> FIRST',
      'deferredRevenue: false -> true',
    ]);
  });

  test('names currencies that came and went', () => {
    const { currencies } = planDiff(version([], { currencies: ['USD', 'EUR'] }), version([], { currencies: ['JPY', 'USD'] }));
    expect(currencies).toEqual({ added: ['JPY'], removed: ['EUR'] });
  });
});

describe('The difference of rate cards', () => {
  test('names cards that came, went, or say something else under their name', () => {
    const [a, b, c] = [{ card: fee('a', '1') }, { card: fee('b', '1') }, { card: fee('c', '1') }];
    const dearer = { card: fee('b', '2') };
    const before = { ...version([]), rateCards: [a, b] };
    const { rateCards } = planDiff(before, { ...version([]), rateCards: [dearer, c] });
    expect(rateCards).toEqual({
      added: [c],
      removed: [a],
      changed: [{ name: 'b', before: b, after: dearer, fields: [{ path: ['rateValues', 'USD', 'rate'], before: '1', after: '2' }] }],
    });
  });

  test('names limits of a whole card that come, change and go', () => {
    const limited = (minimum: string, maximum: string | null) => ({
      ...seats,
      rateValues: seats.rateValues.map((value) => ({
        ...value,
        rateConfig: { minimumRate: decimal(minimum), maximumRate: maximum === null ? null : decimal(maximum) },
      })),
    });
    expect(fieldsOf(limited('5', null), limited('5', '90'))).toEqual(['rateValues.USD.rateConfig.maximumRate: null -> 90']);
    expect(fieldsOf(seats, limited('5', null))).not.toEqual([]);
    expect(fieldsOf(limited('5', null), seats)).not.toEqual([]);
  });

  test('names a rate by its currency and slab', () => {
    const rateValues = seats.rateValues.map((value) => ({
      ...value,
      slabRates: value.slabRates.map((rate) => (rate.order === 2 ? { ...rate, rate: decimal('0.5'), minimum: decimal('3') } : rate)),
    }));
    expect(fieldsOf(seats, { ...seats, rateValues })).toEqual([
      'rateValues.USD.slabRates.2.rate: 1 -> 0.5',
      'rateValues.USD.slabRates.2.minimum: null -> 3',
    ]);
  });

  test('tells a slab that came field by field, what it lacks left out', () => {
    const [first] = seats.ratePlan.slabs;
    const one = { ...seats, ratePlan: { ...seats.ratePlan, slabs: first ? [first] : [] } };
    expect(fieldsOf(one, seats)).toEqual([
      'ratePlan.slabs.2.order: null -> 2',
      'ratePlan.slabs.2.startAfter: null -> 100',
      'ratePlan.slabs.2.priceType: null -> PER_UNIT',
    ]);
  });

  test('names entries without a currency or an order by their index', () => {
    const configs = [{ effectiveFrom: null, effectiveUntil: 'P30D', featureCreditLimit: decimal('100') }];
    const search = entitlement('search', '1');
    expect(fieldsOf(search, { ...search, featureConfigs: configs })).toEqual(['featureConfigs.0.effectiveUntil: P20D -> P30D']);
  });

  test('tells a list of texts as one text, an empty one as []', () => {
    const bonus = credits('bonus', '1');
    expect(fieldsOf(bonus, { ...bonus, applicableEntityIds: ['um.1', 'um.2'] })).toEqual(['applicableEntityIds: [] -> ["um.1","um.2"]']);
  });

  test('tells another family under the same name as a change', () => {
    expect(fieldsOf(fee('card', '1'), entitlement('card', '1'))).toContain('type: FIXED_FEE -> BILLING_ENTITLEMENT');
  });
});

test('The difference of rules names those that came, went, or say something else', () => {
  const before = version([], { pricingRules: [rule('a'), rule('b', { condition: 'true' })] });
  const after = version([], { pricingRules: [rule('b', { order: 2, version: 2 }), rule('c')] });
  const { added, removed, changed } = planDiff(before, after).pricingRules;
  expect([added, removed].map((rules) => rules.map(({ name }) => name))).toEqual([['c'], ['a']]);
  expect(changed.map(({ name, fields }) => [name, ...lines(fields)])).toEqual([['b', 'order: 1 -> 2', 'condition: true -> null']]);
});
