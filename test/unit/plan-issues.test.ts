import { describe, expect, test } from 'vitest';
import type { BillableItem, BillableKind } from '../../src/domain/billable-item.ts';
import { type DraftContent, issuesOf } from '../../src/domain/price-plan/issues.ts';
import type { EntitlementOverageRateCard, MinimumCommitmentRateCard, RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { scheduleIssues } from '../../src/domain/schedule/issues.ts';
import { credits, entitlement, fee, license, usage } from '../support/rate-cards.ts';
import { BASIC, MONTHLY, planVersion, schedule } from '../support/schedules.ts';

const KINDS: Readonly<Record<RateCard['type'], BillableKind>> = {
  FIXED_FEE: 'FIXED_FEE',
  LICENSE: 'LICENSE',
  CREDIT_GRANT: 'CREDIT_GRANT',
  USAGE: 'USAGE_METER',
  BILLING_ENTITLEMENT: 'FEATURE',
  ENTITLEMENT_OVERAGE: 'FEATURE',
  MINIMUM_COMMITMENT: 'FIXED_FEE',
};

function catalogueFor(cards: readonly RateCard[]): ReadonlyMap<string, BillableItem> {
  const items = cards.flatMap(({ type, billableId }): BillableItem[] =>
    billableId === null ? [] : [{ id: billableId, kind: KINDS[type], name: `Item ${billableId}`, billableName: null, status: 'ACTIVE' }],
  );
  return new Map(items.map((item) => [item.id, item]));
}

function overage(name: string): EntitlementOverageRateCard {
  return { ...usage(name, '1'), type: 'ENTITLEMENT_OVERAGE', maxQuantity: null, recurrence: { interval: 1, offset: 0 } };
}

function commitment(name: string): MinimumCommitmentRateCard {
  const { displayName, tag, rateValues } = fee(name, '100');
  return { type: 'MINIMUM_COMMITMENT', name, displayName, tag, invoiceTiming: 'IN_ARREARS', billableId: null, rateValues };
}

const terms = planVersion('terms', { currencies: ['USD'] });
const seats = license('seats', [
  ['0', '2'],
  ['100', '1'],
]);

function draft(rateCards: readonly RateCard[], other: Partial<DraftContent> = {}): DraftContent {
  return { referenceId: 'ppv.1', type: 'BILLING', terms, rateCards, billables: catalogueFor(rateCards), ...other };
}
const codesOf = (content: DraftContent) => issuesOf(content).map(({ code, entityId }) => `${code} ${entityId}`);

describe('A draft can be finalized', () => {
  test('when every card has a rate in each currency, an item of its kind and a timing of its own', () => {
    const cards = [
      fee('setup', '10'),
      seats,
      usage('calls', '1'),
      entitlement('search', '5'),
      credits('bonus', '0'),
      overage('more'),
      commitment('least'),
    ];
    expect(issuesOf(draft(cards))).toEqual([]);
  });

  test('when it has no rate card at all', () => {
    expect(issuesOf(draft([]))).toEqual([]);
  });

  test('when a card has rates in a currency that is not supported', () => {
    expect(issuesOf(draft([fee('setup', '10')], { terms: { ...terms, currencies: ['USD'] } }))).toEqual([]);
    const broken = { ...seats, rateValues: [...seats.rateValues, { currency: 'JPY', slabRates: [] }] };
    expect(issuesOf(draft([broken]))).toEqual([]);
  });
});

describe('Rates', () => {
  test.each([fee('card', '1'), seats, usage('card', '1'), entitlement('card', '1'), credits('card', '1'), overage('card')])(
    'a $type card needs a rate in every supported currency',
    (card) => {
      const content = draft([card], { terms: { ...terms, currencies: ['EUR', 'USD', 'JPY'] } });
      expect(codesOf(content)).toEqual([`RATE_MISSING ${card.name}`, `RATE_MISSING ${card.name}`]);
    },
  );

  test('a minimum commitment needs none: where it has no rate, nothing is committed', () => {
    expect(codesOf(draft([commitment('card')], { terms: { ...terms, currencies: ['EUR', 'USD', 'JPY'] } }))).toEqual([]);
  });

  test('the message names the card, the currency and what would be right', () => {
    expect(issuesOf(draft([fee('setup', '1')], { terms: { ...terms, currencies: ['USD', 'EUR'] } }))).toEqual([
      {
        referenceId: 'ppv.1',
        entityId: 'setup',
        entityType: 'RATE_CARD',
        code: 'RATE_MISSING',
        errorMessage: 'Rate card "setup" has no rate in EUR, which the plan supports. Add one; 0 if it is free.',
      },
    ]);
  });

  test.each([
    ['too few', seats.rateValues.map((value) => ({ ...value, slabRates: value.slabRates.slice(0, 1) }))],
    ['too many', seats.rateValues.map((value) => ({ ...value, slabRates: [...value.slabRates, ...value.slabRates] }))],
    [
      'of other orders',
      seats.rateValues.map((value) => ({ ...value, slabRates: value.slabRates.map((rate) => ({ ...rate, order: rate.order + 1 })) })),
    ],
    ['none', [{ currency: 'USD', slabRates: [] }]],
  ])('rates must be one for each slab: %s', (_, rateValues) => {
    expect(codesOf(draft([{ ...seats, rateValues }]))).toEqual(['RATES_MISMATCH seats']);
  });

  test('rates in another order than the slabs match them', () => {
    const rateValues = seats.rateValues.map((value) => ({ ...value, slabRates: value.slabRates.toReversed() }));
    expect(codesOf(draft([{ ...seats, rateValues }]))).toEqual([]);
  });
});

describe('Billable items', () => {
  const withItem = (card: RateCard, change: Partial<BillableItem>) => {
    const item: BillableItem = {
      id: String(card.billableId),
      kind: KINDS[card.type],
      name: 'Thing',
      billableName: null,
      status: 'ACTIVE',
      ...change,
    };
    return codesOf(draft([card], { billables: new Map([[item.id, item]]) }));
  };

  test('must exist', () => {
    expect(codesOf(draft([fee('setup', '1')], { billables: new Map() }))).toEqual(['BILLABLE_UNKNOWN setup']);
  });

  test('must be named', () => {
    expect(codesOf(draft([fee('setup', '1', { billableId: null })]))).toEqual(['BILLABLE_UNKNOWN setup']);
  });

  test('must not be archived', () => {
    expect(withItem(fee('setup', '1'), { status: 'ARCHIVED' })).toEqual(['BILLABLE_ARCHIVED setup']);
  });

  test.each([
    { card: fee('card', '1'), kind: 'LICENSE' },
    { card: license('card', [['0', '1']]), kind: 'FIXED_FEE' },
    { card: usage('card', '1'), kind: 'FEATURE' },
    { card: entitlement('card', '1'), kind: 'USAGE_METER' },
    { card: overage('card'), kind: 'USAGE_METER' },
    { card: credits('card', '1'), kind: 'FIXED_FEE' },
  ] as const)('must be of the kind that the card prices: $card.type does not price $kind', ({ card, kind }) => {
    expect(withItem(card, { kind })).toEqual(['BILLABLE_WRONG_KIND card']);
  });

  test('a license card prices named licenses too', () => {
    expect(withItem(license('card', [['0', '1']]), { kind: 'NAMED_LICENSE' })).toEqual([]);
  });

  test('a minimum commitment has none', () => {
    expect(codesOf(draft([{ ...commitment('least'), billableId: 'item' }]))).toEqual(['BILLABLE_WRONG_KIND least']);
  });

  test('have at most one card, of whatever family: the later card is at fault', () => {
    const cards = [entitlement('search', '1', { billableId: 'feature' }), { ...overage('more'), billableId: 'feature' }];
    expect(codesOf(draft(cards))).toEqual(['BILLABLE_DUPLICATE more']);
  });

  test('a second minimum commitment is one too many', () => {
    expect(codesOf(draft([commitment('least'), commitment('more')]))).toEqual(['MINIMUM_COMMITMENT_DUPLICATE more']);
  });
});

describe('Invoice timing', () => {
  test.each([usage('card', '1'), overage('card')])('$type is never invoiced in advance, nor prepaid', (card) => {
    expect(codesOf(draft([{ ...card, invoiceTiming: 'IN_ADVANCE' }]))).toEqual(['INVOICE_TIMING card']);
    expect(codesOf(draft([{ ...card, invoiceTiming: 'PREPAID' }]))).toEqual(['INVOICE_TIMING card']);
  });
});

describe('Deferred revenue', () => {
  const deferred = { ...terms, deferredRevenue: true };

  test.each([credits('card', '1'), entitlement('card', '1'), overage('card')])('allows no $type', (card) => {
    expect(codesOf(draft([card], { terms: deferred }))).toEqual(['DEFERRED_REVENUE_LIMIT card']);
  });

  test.each([fee('card', '1'), license('card', [['0', '1']])])('allows a $type in arrears, not in advance', (card) => {
    expect(codesOf(draft([{ ...card, invoiceTiming: 'IN_ADVANCE' }], { terms: deferred }))).toEqual(['DEFERRED_REVENUE_LIMIT card']);
    expect(codesOf(draft([{ ...card, invoiceTiming: 'IN_ARREARS' }], { terms: deferred }))).toEqual([]);
  });

  test('allows usage and a minimum commitment', () => {
    expect(codesOf(draft([usage('calls', '1'), commitment('least')], { terms: deferred }))).toEqual([]);
  });
});

describe('The pricing cycle', () => {
  test('is missing from a BILLING plan', () => {
    expect(codesOf(draft([], { terms: { ...terms, pricingCycle: null } }))).toEqual(['PRICING_CYCLE_MISSING ppv.1']);
  });

  test('is unexpected in a PURCHASE plan', () => {
    expect(codesOf(draft([], { type: 'PURCHASE' }))).toEqual(['PRICING_CYCLE_UNEXPECTED ppv.1']);
    expect(codesOf(draft([], { type: 'PURCHASE', terms: { ...terms, pricingCycle: null } }))).toEqual([]);
  });

  test('has offsets that its interval allows, each at fault by itself', () => {
    const pricingCycle = { ...MONTHLY, dayOffset: '32', monthOffset: 'FIRST' };
    const issues = issuesOf(draft([], { terms: { ...terms, pricingCycle } }));
    expect(issues.map(({ code, entityType }) => `${code} ${entityType}`)).toEqual([
      'PRICING_CYCLE_OFFSET PRICING_CYCLE',
      'PRICING_CYCLE_OFFSET PRICING_CYCLE',
    ]);
    expect(issues[0]?.errorMessage).toContain('"1" to "31" or "LAST"');
  });
});

describe("The account's currency", () => {
  test('is among those of the schedule', () => {
    expect(codesOf(draft([], { accountCurrency: 'USD' }))).toEqual([]);
    expect(issuesOf(draft([], { accountCurrency: 'EUR' }))).toMatchObject([
      {
        entityType: 'SCHEDULE',
        entityId: 'ppv.1',
        code: 'CURRENCY_NOT_SUPPORTED',
        errorMessage: expect.stringContaining('currencies: USD. Add it'),
      },
    ]);
  });
});

test('Issues are listed in the order of the draft: currency, cycle, cards, rules', () => {
  const pricingRules = [
    {
      id: 'r1',
      name: 'half',
      version: 1,
      order: 1,
      invoiceTiming: null,
      condition: null,
      computation: '{"half": 1}',
      action: { type: 'ADD', target: null, id: null, description: null, metadata: null },
    },
  ] as const;
  const content = draft([fee('setup', '1', { billableId: null }), { ...usage('calls', '1'), invoiceTiming: 'PREPAID' }], {
    terms: { ...terms, pricingCycle: null, pricingRules },
    accountCurrency: 'EUR',
  });
  expect(codesOf(content)).toEqual([
    'CURRENCY_NOT_SUPPORTED ppv.1',
    'PRICING_CYCLE_MISSING ppv.1',
    'BILLABLE_UNKNOWN setup',
    'INVOICE_TIMING calls',
    'RULE_UNKNOWN_OPERATOR half',
  ]);
});

describe('A schedule', () => {
  const rateCards = [fee('setup', '1')];
  const check = (overrides: Parameters<typeof schedule>[4]) => {
    const { content } = schedule('sch.1', '2026-01-01', '2027-01-01', BASIC, overrides);
    return scheduleIssues({ content, version: BASIC, rateCards, billables: catalogueFor(rateCards), accountCurrency: 'USD' });
  };

  test('is judged by what its overrides say, under its own id', () => {
    expect(check({ currencies: ['USD'] })).toEqual([]);
    expect(check({})).toMatchObject([{ code: 'RATE_MISSING', referenceId: 'sch.1', entityId: 'setup' }]);
  });

  test('needs the currency of its account', () => {
    expect(check({ currencies: ['EUR'] }).map(({ code }) => code)).toEqual(['CURRENCY_NOT_SUPPORTED', 'RATE_MISSING']);
  });
});
