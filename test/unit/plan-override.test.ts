import { describe, expect, it } from 'vitest';
import type { BillableItem } from '../../src/domain/billable-item.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { overridePlan, type PlanOverride } from '../../src/domain/schedule/plan-override.ts';
import { fee, license } from '../support/rate-cards.ts';
import { planVersion } from '../support/schedules.ts';

const CARD = fee('base', '10', { billableId: 'addon.base' });
const ITEM = { id: 'addon.base', kind: 'FIXED_FEE', name: 'Base', billableName: null, status: 'ACTIVE' } as const;
const SEATS = { id: 'addon.seats', kind: 'LICENSE', name: 'Seats', billableName: null, status: 'ACTIVE' } as const;
const BILLABLES = new Map<string, BillableItem>([
  [ITEM.id, ITEM],
  [SEATS.id, SEATS],
]);

const DOLLARS = planVersion('dollars', { currencies: ['USD'] });

const override = (change: PlanOverride, cards: readonly RateCard[] = [CARD]) =>
  overridePlan({ version: DOLLARS, cards }, change, { invoiceCurrency: 'USD', billables: BILLABLES, nextRuleId: () => 'rule.1' });

const rule = (variable: string) => ({
  name: 'discount',
  order: 1,
  computation: `{"var": "${variable}"}`,
  action: { type: 'ADD' as const },
});
const update = (rate: string, currency = 'USD') => ({
  actionType: 'UPDATE' as const,
  rateCardName: 'base',
  rateCard: { fixedFee: { billableId: ITEM.id, rateValues: [{ currency, rate }] } },
});

describe('a plan with an override', () => {
  it('is the plan itself where nothing is overridden', () => {
    expect(override({})).toEqual({ ok: true, value: { currencies: null, pricingRules: null, cards: [CARD] } });
  });

  it('has the cards that the operations make of the plan’s own, and the rules given', () => {
    expect(override({ rateCards: [update('12')], pricingRules: [rule('revenue.ff.base')] })).toMatchObject({
      ok: true,
      value: { cards: [{ name: 'base', rateValues: [{ currency: 'USD', rate: '12' }] }], pricingRules: [{ id: 'rule.1', version: 1 }] },
    });
  });

  it('has other cards of a family that is replaced, and those of every other family', () => {
    const seats = license('seats', [['0', '1']], { billableId: SEATS.id });
    const create = (rateCardName?: string) => ({ ...update('12'), actionType: 'CREATE' as const, rateCardName });
    const names = (change: PlanOverride) => {
      const result = override(change, [CARD, seats]);
      return result.ok ? result.value.cards.map(({ name }) => name) : result.refusals;
    };
    expect(names({ replacedFamilies: ['FIXED_FEE'] })).toEqual(['seats']);
    expect(names({ replacedFamilies: ['USAGE'] })).toEqual(['base', 'seats']);
    // Pricing rules may read a card by its name, so that a card for the same item keeps it.
    expect(names({ replacedFamilies: ['FIXED_FEE'], rateCards: [create()] })).toEqual(['seats', 'base']);
    expect(names({ replacedFamilies: ['FIXED_FEE'], rateCards: [create('fee')] })).toEqual(['seats', 'fee']);
  });

  it('tells which card of a replaced family is at fault, if it has no name', () => {
    const nameless = { ...update('12', 'EUR'), actionType: 'CREATE' as const, rateCardName: undefined };
    const refused = override({ replacedFamilies: ['FIXED_FEE'], rateCards: [nameless] });
    expect(refused.ok ? null : refused.refusals[0]).toMatchObject({ code: 'RATE_MISSING', path: ['rateCards', 0] });
  });

  it.each<[string, PlanOverride, string, (string | number)[]]>([
    ['currencies without the account’s own', { currencies: ['EUR'] }, 'CURRENCY_NOT_SUPPORTED', ['currencies']],
    ['a currency that a card has no rate in', { currencies: ['USD', 'GBP'] }, 'RATE_MISSING', ['currencies']],
    ['a card without a rate in a currency of the plan', { rateCards: [update('12', 'EUR')] }, 'RATE_MISSING', ['rateCards', 0]],
    [
      'an operation on a card that is not there',
      { rateCards: [{ actionType: 'DELETE', rateCardName: 'x' }] },
      'RATE_CARD_NOT_FOUND',
      ['rateCards', 0, 'rateCardName'],
    ],
    [
      'a rule with a variable that no card provides',
      { pricingRules: [rule('revenue.ff.x')] },
      'RULE_UNKNOWN_VARIABLE',
      ['pricingRules', 0],
    ],
  ])('is refused for %s', (_title, change, code, path) => {
    const refused = override(change);
    expect(refused.ok ? null : refused.refusals[0]).toMatchObject({ code, path });
  });

  it('is refused at the plan for what the plan has by itself, unless the override mends it', () => {
    const unknown = fee('old', '1', { billableId: 'addon.gone' });
    const refusals = [{ kind: 'Precondition', code: 'BILLABLE_UNKNOWN', path: ['pricePlanId'] }];
    expect(override({}, [CARD, unknown])).toMatchObject({ ok: false, refusals });
    expect(override({ rateCards: [update('12')] }, [CARD, unknown])).toMatchObject({ ok: false, refusals });
    expect(override({ rateCards: [{ actionType: 'DELETE', rateCardName: 'old' }] }, [CARD, unknown])).toMatchObject({ ok: true });
  });
});
