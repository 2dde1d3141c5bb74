import { describe, expect, it } from 'vitest';
import { overridePlan, type PlanOverride } from '../../src/domain/schedule/plan-override.ts';
import { fee } from '../support/rate-cards.ts';
import { planVersion } from '../support/schedules.ts';

const CARD = fee('base', '10', { billableId: 'addon.base' });
const ITEM = { id: 'addon.base', kind: 'FIXED_FEE', name: 'Base', billableName: null, status: 'ACTIVE' } as const;
const BILLABLES = new Map([[ITEM.id, ITEM]]);

const DOLLARS = planVersion('dollars', { currencies: ['USD'] });

const override = (change: PlanOverride, cards = [CARD]) =>
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
