import { LogicEngine } from 'json-logic-engine';
import { describe, expect, test } from 'vitest';
import { ruleIssues } from '../../src/domain/pricing-rule/issues.ts';
import { RULE_OPERATORS } from '../../src/domain/pricing-rule/operators.ts';
import { type PricingRule, type PricingRuleInput, parsePricingRules } from '../../src/domain/pricing-rule/pricing-rule.ts';
import { variablesOf } from '../../src/domain/pricing-rule/variables.ts';
import type { Result } from '../../src/domain/result.ts';
import { credits, entitlement, fee, license, usage } from '../support/rate-cards.ts';
import { unwrap } from '../support/schedules.ts';

const TOTAL = '{"*": [{"var": "revenue.rate_card_total"}, -0.1]}';
const discount: PricingRuleInput = { name: 'discount', order: 1, computation: TOTAL, action: { type: 'ADD' } };

function counter() {
  let count = 0;
  return () => `rule-${++count}`;
}
const parse = (inputs: readonly PricingRuleInput[], before: readonly PricingRule[] = []) => parsePricingRules(inputs, before, counter());
const rules = (...inputs: readonly Partial<PricingRuleInput>[]) =>
  unwrap(parse(inputs.map((input, i) => ({ ...discount, name: `rule ${i + 1}`, order: i + 1, ...input }))));

function codeAndPath(result: Result<unknown>) {
  return result.ok ? 'accepted' : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

describe('Giving pricing rules', () => {
  test('replaces all rules; what is left out is null, and a new rule is at version 1', () => {
    expect(unwrap(parse([discount]))).toEqual([
      {
        id: 'rule-1',
        version: 1,
        name: 'discount',
        order: 1,
        invoiceTiming: null,
        condition: null,
        computation: TOTAL,
        action: { type: 'ADD', target: null, id: null, description: null, metadata: null },
      },
    ]);
    expect(unwrap(parse([], rules({})))).toEqual([]);
  });

  test('a rule of an earlier name keeps its id; its version grows by one when its content differs', () => {
    const before = unwrap(parse([discount])).map((rule) => ({ ...rule, id: 'old', version: 3 }));
    expect(unwrap(parse([discount], before))).toEqual(before);
    expect(unwrap(parse([{ ...discount, condition: 'true' }], before))).toMatchObject([{ id: 'old', version: 4 }]);
    expect(unwrap(parse([{ ...discount, name: 'rebate' }], before))).toMatchObject([{ id: 'rule-1', version: 1 }]);
  });

  test.each([
    ['a name of 0 characters', { name: '' }, 'INVALID_VALUE 0.name'],
    ['a name of 51 characters', { name: 'x'.repeat(51) }, 'INVALID_VALUE 0.name'],
    ['an order of 0', { order: 0 }, 'INVALID_VALUE 0.order'],
    ['an order between two', { order: 1.5 }, 'INVALID_VALUE 0.order'],
    ['a computation of more than 16 KB', { computation: `"${'x'.repeat(16_384)}"` }, 'PRICING_RULE_INVALID 0.computation'],
    ['a condition of more than 16 KB in few characters', { condition: `"${'€'.repeat(5_500)}"` }, 'PRICING_RULE_INVALID 0.condition'],
    ['half of a surrogate pair', { computation: '"\ud800"' }, 'INVALID_VALUE 0.computation'],
    ['11 levels of nesting', { computation: `${'['.repeat(11)}${']'.repeat(11)}` }, 'PRICING_RULE_INVALID 0.computation'],
    ['levels to exhaust a stack', { condition: `${'['.repeat(8_000)}${']'.repeat(8_000)}` }, 'PRICING_RULE_INVALID 0.condition'],
    ['the key __proto__', { computation: '{"+": [{"__proto__": 1}]}' }, 'PRICING_RULE_INVALID 0.computation'],
    ['the key constructor', { condition: '{"constructor": []}' }, 'PRICING_RULE_INVALID 0.condition'],
    ['the key prototype in disguise', { computation: '{"protot\\u0079pe": 1}' }, 'PRICING_RULE_INVALID 0.computation'],
    ['an empty target', { action: { type: 'UPDATE', target: '' } }, 'INVALID_VALUE 0.action.target'],
    ['a description of 256 characters', { action: { type: 'ADD', description: 'x'.repeat(256) } }, 'INVALID_VALUE 0.action.description'],
    ['metadata that is no map of texts', { action: { type: 'ADD', metadata: { tier: 1 } } }, 'INVALID_VALUE 0.action.metadata.tier'],
  ] as const)('refuses %s', (_, change, refusal) => {
    expect(codeAndPath(parse([{ ...discount, ...change }]))).toEqual([refusal]);
  });

  test('refuses a name twice, at the second', () => {
    expect(codeAndPath(parse([discount, { ...discount, order: 2 }]))).toEqual(['ALREADY_EXISTS 1.name']);
  });

  test('accepts 100 rules and refuses 101', () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ ...discount, name: `rule ${i}`, order: i + 1 }));
    expect(codeAndPath(parse(many.slice(1)))).toBe('accepted');
    expect(codeAndPath(parse(many))).toEqual(['LIMIT_EXCEEDED']);
  });

  test('accepts 10 levels of nesting, and logic that does not work yet', () => {
    const deep = `${'['.repeat(10)}${']'.repeat(10)}`;
    expect(codeAndPath(parse([{ ...discount, condition: deep, computation: 'not JSON' }]))).toBe('accepted');
  });
});

describe('Variables that rules can name', () => {
  test('are usage and revenue of each rate card and each tag, and the total', () => {
    const cards = [
      { ...fee('setup', '10'), tag: 'once' },
      { ...usage('calls', '1'), tag: 'once' },
    ];
    expect([...variablesOf(cards)]).toEqual([
      'usage.ff.setup',
      'revenue.ff.setup',
      'usage.tag.once',
      'revenue.tag.once',
      'usage.urc.calls',
      'revenue.urc.calls',
      'revenue.rate_card_total',
      'invoice.start_date',
      'invoice.end_date',
    ]);
  });

  test('are called by the billable item as well, and those of an entitlement by the key ber', () => {
    const variables = ['usage.urc.item-of-calls', 'revenue.ber.plan', 'usage.ber.item-of-plan', 'revenue.be.item-of-plan'];
    const sums = rules({ computation: JSON.stringify({ '+': variables.map((name) => ({ var: name })) }) });
    expect(ruleIssues(sums, [usage('calls', '1'), entitlement('plan', '1')], 'ppv.1')).toEqual([]);
    expect(ruleIssues(sums, [usage('calls', '1')], 'ppv.1').map(({ code }) => code)).toEqual(Array(3).fill('RULE_UNKNOWN_VARIABLE'));
  });

  test.each([
    ['lic', license('card', [['0', '1']])],
    ['be', entitlement('card', '1')],
    ['cg', credits('card', '1')],
    ['eo', { ...usage('card', '1'), type: 'ENTITLEMENT_OVERAGE', maxQuantity: null, recurrence: { interval: 1, offset: 0 } }],
    ['mc', { ...fee('card', '1'), type: 'MINIMUM_COMMITMENT' }],
  ] as const)('have the key %s for their family', (key, card) => {
    expect(variablesOf([card])).toContain(`revenue.${key}.card`);
  });
});

const isOfDates = (operator: string) => /^(date|duration)(\.|$)/.test(operator);

test.each(RULE_OPERATORS.filter((operator) => !isOfDates(operator)))('json-logic-engine has the operator %s', (operator) => {
  expect(new LogicEngine().methods).toHaveProperty([operator]);
});

describe('Issues of rules', () => {
  const cards = [usage('calls', '1'), usage('bytes', '1')];
  const codes = (...inputs: readonly Partial<PricingRuleInput>[]) => ruleIssues(rules(...inputs), cards, 'ppv.1').map(({ code }) => code);
  const codesOf = (logic: unknown) => codes({ computation: JSON.stringify(logic) });

  test('there are none for rules that work', () => {
    expect(codes({}, { condition: '{">": [{"var": "usage.urc.calls"}, 100]}' }, { action: { type: 'UPDATE', target: 'calls' } })).toEqual(
      [],
    );
  });

  test('name the owner, the rule, and what would be right', () => {
    expect(ruleIssues(rules({ computation: '{"var": "usage.urc.cals"}' }), cards, 'ppv.1')).toEqual([
      {
        referenceId: 'ppv.1',
        entityId: 'rule 1',
        entityType: 'PRICING_RULE',
        code: 'RULE_UNKNOWN_VARIABLE',
        errorMessage:
          'Pricing rule "rule 1": the computation names "usage.urc.cals", which no rate card provides. ' +
          'Available: "usage.urc.calls", "usage.urc.bytes", "revenue.urc.calls", "revenue.urc.bytes", "revenue.rate_card_total", "invoice.start_date", "invoice.end_date".',
      },
    ]);
  });

  test('an order that an earlier rule has', () => {
    const [issue, ...more] = ruleIssues(rules({ order: 7 }, { order: 7 }), cards, 'ppv.1');
    expect(issue).toMatchObject({ entityId: 'rule 2', code: 'RULE_ORDER_REPEATED', errorMessage: expect.stringContaining('"rule 1"') });
    expect(more).toEqual([]);
  });

  test.each(['usage.urc.calls', 'revenue.urc.item-of-calls'])('a rule in advance that reads %s, known only in arrears', (name) => {
    const reads = { computation: JSON.stringify({ var: name }) };
    expect(codes({ ...reads, invoiceTiming: 'IN_ADVANCE' })).toEqual(['RULE_VARIABLE_NOT_YET_KNOWN']);
    for (const invoiceTiming of ['IN_ARREARS', null] as const) expect(codes({ ...reads, invoiceTiming })).toEqual([]);
    expect(codes({ invoiceTiming: 'IN_ADVANCE' })).toEqual([]);
  });

  test('an UPDATE without a target', () => {
    expect(codes({ action: { type: 'UPDATE' } })).toEqual(['RULE_TARGET_MISSING']);
  });

  test.each(['', 'not JSON', '{"+": [1, 2}', '{}', '{"+": [1], "-": [2]}', '{"missing_some": ["a"]}'])(
    'a computation that is not JSON logic: %s',
    (computation) => {
      expect(codes({ computation })).toEqual(['RULE_MALFORMED']);
    },
  );

  test.each([
    [{ date: '2026-02-30' }],
    [{ date: ['2026-01-01', '2026-02-01'] }],
    [{ 'date.add': ['2026-01-01'] }],
    [{ 'date.add': ['2026-01-01', '1 month'] }],
    [{ 'date.sub': [20260101, 'P1M'] }],
    [{ 'duration.of': [1, 'fortnights'] }],
    [{ 'duration.of': [1.5, 'days'] }],
    [{ 'duration.as': ['P1M', 'hours'] }],
    [{ 'duration.between': [{ var: 'invoice.start_date' }, 'tomorrow'] }],
  ])('a date, duration or unit that is written wrong: %j', (logic) => {
    expect(codesOf(logic)).toEqual(['RULE_MALFORMED']);
  });

  test('none for dates that are computed, the days of the cycle among them', () => {
    const until = { 'date.sub': [{ var: 'invoice.end_date' }, { 'duration.of': [{ '+': [1, 1] }, 'weeks'] }] };
    expect(codesOf({ 'duration.as': [{ 'duration.between': [{ var: 'invoice.start_date' }, until] }, 'days'] })).toEqual([]);
  });

  test('a condition is looked at as well', () => {
    expect(codes({ condition: '{"xor": [true, {"var": "usage.urc.other"}]}' })).toEqual(['RULE_UNKNOWN_OPERATOR', 'RULE_UNKNOWN_VARIABLE']);
  });

  test.each(['log', 'throw', 'try', 'preserve', 'eval', 'toString'])('the operator %s, and the message lists those allowed', (operator) => {
    const [issue] = ruleIssues(rules({ computation: JSON.stringify({ [operator]: [1] }) }), cards, 'ppv.1');
    expect(issue).toMatchObject({ code: 'RULE_UNKNOWN_OPERATOR', errorMessage: expect.stringContaining(RULE_OPERATORS.join(' ')) });
  });

  test.each(['map', 'filter', 'reduce', 'all', 'some', 'none'])(
    'the operator %s, whose body runs once for each element: nested, a short rule would run for hours',
    (operator) => {
      expect(codesOf({ [operator]: [[1, 2], true] })).toEqual(['RULE_UNKNOWN_OPERATOR']);
    },
  );

  test.each([
    [{ var: 'usage.urc.gone' }],
    [{ var: ['usage.urc.gone', 0] }],
    [{ var: '' }],
    [{ var: [] }],
    [{ var: 'usage' }],
    [{ missing: ['usage.urc.calls', 'usage.urc.gone'] }],
    [{ missing_some: [1, ['usage.urc.gone']] }],
    [{ var: ['usage.urc.calls', { var: 'the default' }] }],
    [{ merge: [[{ var: 'in a list' }], 1] }],
    [{ missing_some: [{ var: 'how many' }, ['usage.urc.calls']] }],
  ])('a variable that no card provides: %j', (logic) => {
    expect(codesOf(logic)).toEqual(['RULE_UNKNOWN_VARIABLE']);
  });

  test('the same variable is told once for each part of a rule', () => {
    expect(codesOf({ '+': [{ var: 'gone' }, { var: 'gone' }] })).toEqual(['RULE_UNKNOWN_VARIABLE']);
  });

  test('a variable whose name is computed cannot be checked', () => {
    expect(codesOf({ var: { cat: ['usage.urc.', 'calls'] } })).toEqual(['RULE_MALFORMED']);
  });

  test('among many variables the message lists those that begin most alike', () => {
    const many = Array.from({ length: 50 }, (_, i) => usage(`meter ${i}`, '1'));
    const [issue] = ruleIssues(rules({ computation: '{"var": "usage.urc.METER 49x"}' }), many, 'ppv.1');
    expect(issue?.errorMessage).toMatch(/Available: "usage\.urc\.meter 49", .* and 95 more\.$/);
  });
});
