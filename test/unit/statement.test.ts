import { describe, expect, test } from 'vitest';
import { add, fraction, textOf } from '../../src/domain/rating/fraction.ts';
import { namedLicenses } from '../../src/domain/rating/licenses.ts';
import { allocate } from '../../src/domain/rating/shown.ts';
import { decimal, entitlement } from '../support/rate-cards.ts';
import {
  calls,
  commitment,
  cycleAt,
  held,
  ladder,
  overage,
  platform,
  rule,
  type Sample,
  type Step,
  seats,
  served,
  shown,
  stated,
  statement,
  unsummed,
} from '../support/rating.ts';

const total = (sample: Sample) => statement(sample).total;
const used = (quantity: string, steps: readonly Step[], model: 'TIERED' | 'VOLUME' = 'TIERED') =>
  total({ cards: [calls(steps, ladder(steps, model))], usage: { 'item-of-calls': quantity } });
const unitCard = (name: string, billableId: string) => calls([{ after: '0', rate: '1' }], { name, billableId });
const refusal = (sample: Sample) => {
  const result = stated(sample);
  return result.ok ? 'priced' : result.refusals.map(({ code, message }) => `${code}: ${message}`).join('\n');
};

describe('Usage', () => {
  test('a slab minimum raises 10.00 to 25.00, and says so', () => {
    const steps = [{ after: '0', rate: '0.10', min: '25' }];
    const { lines } = statement({ cards: [calls(steps)], usage: { 'item-of-calls': '100' } });
    expect(lines.at(-1)).toMatchObject({
      kind: 'SLAB',
      amount: '25',
      why: { minimumApplied: true },
      explanation: '100 units at 0.10 USD each, raised to the minimum of the slab.',
    });
  });

  test('a slab maximum lowers 800.00 to 500.00', () => {
    expect(used('8000', [{ after: '0', rate: '0.10', max: '500' }])).toBe('500');
  });

  test('a card minimum of 40 adds 15.00 to 20.00 + 5.00, as a line of its own', () => {
    const { ratePlan, rateValues } = ladder([
      { after: '0', rate: '0.02' },
      { after: '1000', rate: '0.01' },
    ]);
    const limited = rateValues.map((value) => ({ ...value, rateConfig: { minimumRate: decimal('40'), maximumRate: null } }));
    const priced = statement({ cards: [calls([], { ratePlan, rateValues: limited })], usage: { 'item-of-calls': '1500' } });
    expect(shown(priced, 'SLAB', 'CARD_LIMIT')).toEqual(['SLAB 20', 'SLAB 5', 'CARD_LIMIT 15']);
    expect(priced.total).toBe('40');
    expect(priced.lines.at(-1)?.explanation).toBe('The slabs come to 25.00 USD, raised to the minimum of the rate card, 40.00 USD.');
  });

  test('volume, flat: 10,000 lies in the first slab and 10,001 in the second', () => {
    const steps: readonly Step[] = [
      { after: '0', rate: '99', per: 'FLAT' },
      { after: '10000', rate: '199', per: 'FLAT' },
    ];
    expect([used('10000', steps, 'VOLUME'), used('10001', steps, 'VOLUME')]).toEqual(['99', '199']);
  });

  test('tiered packages of 100: 250 units begin 3 at 5, and 51 units 1 at 3', () => {
    const steps: readonly Step[] = [
      { after: '0', rate: '5', per: 'PACKAGE', size: '100' },
      { after: '250', rate: '3', per: 'PACKAGE', size: '100' },
    ];
    expect(used('301', steps)).toBe('18');
  });

  test('tiered, flat then per unit: a quantity of 0 reaches no slab, but a minimum', () => {
    const steps = (min?: string): readonly Step[] => [
      { after: '0', rate: '50', per: 'FLAT', ...(min === undefined ? {} : { min }) },
      { after: '10', rate: '3' },
    ];
    expect([used('0', steps()), used('0', steps('20'))]).toEqual(['0', '20']);
  });

  test('units of overage above the maximum are not priced, and are listed', () => {
    const priced = statement({
      cards: [overage([{ after: '0', rate: '0.05' }], { maxQuantity: decimal('5000') })],
      overage: { 'item-of-overage': '6200' },
    });
    expect(priced.total).toBe('250');
    expect(priced.unpriced).toEqual([{ billableId: 'item-of-overage', quantity: fraction(1200n), reason: 'ABOVE_MAX_QUANTITY' }]);
  });

  test('of a meter that no rate card prices is listed, not ignored', () => {
    expect(statement({ usage: { bytes: '7' } }).unpriced).toEqual([
      { billableId: 'bytes', quantity: fraction(7n), reason: 'NO_RATE_CARD' },
    ]);
  });

  test('that is not given counts as 0, and is listed', () => {
    expect(statement({ cards: [calls([{ after: '0', rate: '1' }])] })).toMatchObject({ total: '0', assumedZero: ['item-of-calls'] });
  });

  test('below 0 is refused', () => {
    expect(refusal({ usage: { 'item-of-calls': '-1' } })).toBe('INVALID_VALUE: The quantity of "item-of-calls" is 0 or more, not -1.');
  });

  test('without a rate in the currency is refused, naming the rate card', () => {
    expect(refusal({ currency: 'EUR', cards: [calls([{ after: '0', rate: '1' }])] })).toBe(
      'RATES_INVALID: The rate card "calls" has no rate in EUR.',
    );
  });

  test('with a slab that has no rate is refused, naming the slab', () => {
    const { ratePlan } = ladder([
      { after: '0', rate: '1' },
      { after: '10', rate: '1' },
    ]);
    expect(refusal({ cards: [calls([{ after: '0', rate: '1' }], { ratePlan })] })).toContain('has no rate in USD for slab 2');
  });
});

describe('Shown amounts', () => {
  const once = (rate: string, currency: string) =>
    total({ currency, cards: [platform('0', { rateValues: [{ currency, rate: decimal(rate) }] })] });

  test('are rounded once, half to even, to the minor units of the currency', () => {
    expect(used('12.5', [{ after: '0', rate: '0.0325' }])).toBe('0.41');
    expect(once('40.625', 'JPY')).toBe('41');
    expect(['0.125', '0.135'].map((rate) => once(rate, 'USD'))).toEqual(['0.12', '0.14']);
    expect(['1.2345', '1.2355'].map((rate) => once(rate, 'KWD'))).toEqual(['1.234', '1.236']);
  });

  test('of three equal lines of 10/3: the earliest takes the missing unit', () => {
    const cards = ['a', 'b', 'c'].map((name) => platform('10', { name, displayName: name, enableProration: true }));
    const third = statement({ cards, cycle: cycleAt(served('2026-11-21')) });
    expect(third.total).toBe('10');
    expect(shown(third, 'CARD')).toEqual(['CARD 3.34', 'CARD 3.33', 'CARD 3.33']);
    expect(unsummed(third)).toEqual([]);
  });

  test('of a discount are floored as well, so that -1/3 may be shown as -0.34', () => {
    const third = fraction(-1n, 3n);
    expect(allocate(-100n, [third, third, third], 'USD')).toEqual([-33n, -33n, -34n]);
  });
});

test('A sentence rounds what is no decimal, and says so; the facts beside it stay exact', () => {
  const priced = statement({
    cards: [platform('10', { enableProration: true, invoiceTiming: 'IN_ARREARS' })],
    rules: [rule(1, { '*': [{ var: 'revenue.ff.platform' }, -0.5] }), rule(2, { var: 'revenue.ff.platform' })],
    cycle: cycleAt(served('2026-10-25')),
  });
  expect(priced.lines.filter(({ kind }) => kind === 'RULE_ADDITION').map(({ explanation }) => explanation)).toEqual([
    'The pricing rule "rule 1" (version 1) takes about 1.13 USD off.',
    'The pricing rule "rule 2" (version 1) adds about 2.26 USD.',
  ]);
});

test('A sentence groups the digits of large numbers and multiplies what is bought several times', () => {
  const priced = statement({
    cards: [calls([{ after: '0', rate: '0.4', per: 'PACKAGE', size: '1000' }]), platform('12000'), entitlement('minutes', '1234.5')],
    usage: { 'item-of-calls': '1500000.25' },
    bought: new Map(['platform', 'minutes'].map((name) => [name, fraction(3n)])),
  });
  expect(priced.lines.filter(({ depth }) => depth === 4).map(({ explanation }) => explanation)).toEqual([
    '1,500,000.25 units in 1,501 packages of 1,000 at 0.40 USD each.',
    '3 times the fee of 12,000.00 USD.',
    '1 unit at 1,234.50 USD each, 3 times.',
  ]);
  expect(priced.lines.filter(({ depth }) => depth === 3).map(({ amount }) => amount)).toEqual(['600.4', '36000', '3703.5']);
});

describe('A fixed fee', () => {
  const prorated = (rate: string, from: string, until?: string, other = {}) =>
    statement({ cards: [platform(rate, { enableProration: true, ...other })], cycle: cycleAt(served(from, until)) });

  test('of 310 from October 11th, prorated, costs 21 of 31 days: 210.00', () => {
    const october = prorated('310', '2026-10-11');
    expect(october.total).toBe('210');
    expect(october.lines.at(-1)?.explanation).toBe('310.00 USD for a whole cycle, for 21 of 31 days from 2026-10-11.');
  });

  test('of 300 until June 16th and of 600 from it costs 450.00, or 900.00 where it is not prorated', () => {
    const june = (enableProration: boolean) => [
      prorated('300', '2026-06-01', '2026-06-16', { enableProration }),
      prorated('600', '2026-06-16', '2026-09-01', { enableProration }),
    ];
    expect(june(true).map((piece) => piece.total)).toEqual(['150', '300']);
    expect(june(false).map((piece) => piece.total)).toEqual(['300', '600']);
    expect(june(false).map(({ lines }) => lines.find(({ kind }) => kind === 'CARD')?.why)).toMatchObject([
      { isCutAndWhole: true },
      { isCutAndWhole: true },
    ]);
  });

  test('of 100 until December 16th and of 250 from it costs 5500/31 exactly', () => {
    const [before, after] = [prorated('100', '2026-12-01', '2026-12-16'), prorated('250', '2026-12-16')];
    expect(textOf(add(before.lines[0]?.exact ?? fraction(0n), after.lines[0]?.exact ?? fraction(0n)))).toBe('5500/31');
    expect(prorated('250', '2026-12-16', undefined, {}).total).toBe('129.03');
  });

  test('with interval 3 and offset 1 is due in cycles 2 and 5 in advance, 4 and 7 in arrears', () => {
    const schedule = served('2027-01-01');
    const year = (invoiceTiming: 'IN_ADVANCE' | 'IN_ARREARS') =>
      [1, 2, 3, 4, 5, 6, 7].map((month) =>
        total({
          cards: [platform('900', { invoiceTiming, recurrence: { interval: 3, offset: 1 } })],
          cycle: cycleAt(schedule, `2027-0${month}-01`),
        }),
      );
    expect(year('IN_ADVANCE')).toEqual(['0', '900', '0', '0', '900', '0', '0']);
    expect(year('IN_ARREARS')).toEqual(['0', '0', '0', '900', '0', '0', '900']);
  });

  test('that is not due is listed with the day on which it is', () => {
    const card = platform('900', { recurrence: { interval: 3, offset: 1 } });
    const { notDue, lines } = statement({ cards: [card], cycle: cycleAt(served('2027-01-01'), '2027-03-05') });
    expect(notDue).toEqual([{ card, ordinal: 3, interval: 3, offset: 1, isOneTime: false, nextDueFrom: '2027-05-01' }]);
    expect(lines.map(({ kind }) => kind)).toEqual(['TOTAL', 'GROSS', 'CARDS']);
  });

  test('in arrears is due in the last cycle that the schedule serves', () => {
    const card = platform('900', { invoiceTiming: 'IN_ARREARS', recurrence: { interval: 3, offset: 0 } });
    expect(total({ cards: [card], cycle: cycleAt(served('2027-01-01', '2027-02-15'), '2027-02-03') })).toBe('900');
  });

  test('of three cycles, prorated, from February 10th costs 80 of 89 days: 808.99', () => {
    expect(prorated('900', '2027-02-10', undefined, { recurrence: { interval: 3, offset: 0 } }).total).toBe('808.99');
  });

  test('that is charged once is charged in the cycle after its offset, and never prorated', () => {
    const schedule = served('2027-01-10');
    const year = (offset: number) =>
      [1, 2, 3, 4].map((month) =>
        total({
          cards: [platform('5000', { feeType: 'ONE_TIME', enableProration: true, recurrence: { interval: 1, offset } })],
          cycle: cycleAt(schedule, `2027-0${month}-15`),
        }),
      );
    expect(year(0)).toEqual(['5000', '0', '0', '0']);
    expect(year(2)).toEqual(['0', '0', '5000', '0']);
  });

  test('that is charged once is not charged again by a schedule that goes on inside the cycle', () => {
    const schedule = { ...served('2027-01-20'), countsFrom: served('2027-01-10').period.start };
    expect(total({ cards: [platform('5000', { feeType: 'ONE_TIME' })], cycle: cycleAt(schedule) })).toBe('0');
  });
});

describe('Licenses', () => {
  const THIRTY: readonly Step[] = [{ after: '0', rate: '30' }];
  const licensed = (quantities: ReturnType<typeof held>, other: Parameters<typeof seats>[1] = {}, cycle = cycleAt(served('2026-11-01'))) =>
    statement({ cards: [seats(THIRTY, other)], licenses: new Map([['item-of-seats', quantities]]), cycle });
  const NOVEMBER = held(['2026-11-01', '20'], ['2026-11-16', '14']);

  test('in advance, prorated: 20 at 30, and 14 from the 16th, leave 90.00 as credits', () => {
    const credits = licensed(NOVEMBER, { enableProration: true, proratedRefundMode: 'CREDITS' });
    expect(credits.total).toBe('600');
    expect(credits.grants).toEqual([{ kind: 'REFUND', card: 'seats', amount: fraction(90n), mode: 'CREDITS' }]);
    expect(credits.lines.at(-1)?.explanation).toBe('6 fewer for 15 of 30 days from 2026-11-16: 90.00 USD is granted as credits.');
    expect(licensed(NOVEMBER, { enableProration: true, proratedRefundMode: 'PAYMENT' }).total).toBe('510');
    expect(shown(licensed(NOVEMBER, { enableProration: true }), 'REFUND')).toEqual([]);
  });

  test('in advance, prorated: an increase is charged for the rest of the cycle, and what stays paid for is not paid again', () => {
    const grown = held(['2026-11-01', '10'], ['2026-11-16', '12']);
    expect(shown(licensed(grown, { enableProration: true }), 'DAYS', 'PRORATED_INCREASE')).toEqual(['DAYS 300', 'PRORATED_INCREASE 30']);
    const back = held(['2026-11-01', '10'], ['2026-11-11', '5'], ['2026-11-21', '10']);
    expect(licensed(back, { enableProration: true }).total).toBe('300');
    expect(licensed(back, { enableProration: true, proratedRefundMode: 'PAYMENT' }).total).toBe('250');
  });

  test('in arrears, prorated, cost each run of days by itself', () => {
    const arrears = licensed(NOVEMBER, { enableProration: true, invoiceTiming: 'IN_ARREARS' });
    expect(shown(arrears, 'DAYS', 'TOTAL')).toEqual(['TOTAL 510', 'DAYS 300', 'DAYS 210']);
    expect(unsummed(arrears)).toEqual([]);
  });

  test('without proration the greatest day of the cycle is priced once', () => {
    expect(licensed(NOVEMBER, { invoiceTiming: 'IN_ARREARS' }).total).toBe('600');
  });

  test('the greatest quantity of a day counts, and what is held at its first instant', () => {
    const card = { enableProration: true, invoiceTiming: 'IN_ARREARS' } as const;
    expect(licensed(held(['2026-11-01', '0'], ['2026-11-16T09:00:00Z', '1'], ['2026-11-16T10:00:00Z', '0']), card).total).toBe('1');
    expect(licensed(held(['2026-11-01', '1'], ['2026-11-16', '0']), card).total).toBe('15');
  });

  test('a usage cycle that is not shorter than the pricing cycle changes nothing, and a cut cycle says that it costs a whole one', () => {
    const lines = (usageCycle: 'MONTHLY' | 'ANNUALLY' | null) => {
      const cards = [seats([{ after: '0', rate: '1' }], { usageCycle, enableProration: false })];
      const licenses = new Map([['item-of-seats', held(['2026-01-01', '7'])]]);
      return statement({ cards, licenses, cycle: cycleAt(served('2026-11-11')) }).lines.map(({ id, exact, why }) => [id, exact, why]);
    };
    expect(lines('MONTHLY')).toEqual(lines(null));
    expect(lines('ANNUALLY')).toEqual(lines(null));
    expect(lines(null).map(([, , why]) => why)).toContainEqual(expect.objectContaining({ kind: 'CARD', isCutAndWhole: true }));
  });

  test('a weekly usage cycle at 1: February 2027 has 4 windows, November 2026 has 5', () => {
    const weekly = (on: string) =>
      statement({
        cards: [seats([{ after: '0', rate: '1' }], { usageCycle: 'WEEKLY', invoiceTiming: 'IN_ARREARS' })],
        licenses: new Map([['item-of-seats', held(['2026-01-01', '1'])]]),
        cycle: cycleAt(served('2026-11-01'), on),
      });
    expect(weekly('2027-02-01').total).toBe('4');
    expect(weekly('2026-11-01').total).toBe('5');
    expect(weekly('2026-11-01').lines.findLast(({ kind }) => kind === 'WINDOW')?.explanation).toBe(
      'The usage cycle from 2026-11-29 until 2026-12-01, which is cut.',
    );
  });

  test('named: the different names held at any instant of a day count', () => {
    const at = (text: string) => Date.parse(text);
    const names = namedLicenses([
      { name: 'ada', from: at('2026-11-01'), until: at('2026-11-10T12:00:00Z') },
      { name: 'grace', from: at('2026-11-10T12:00:00Z'), until: null },
      { name: 'ada', from: at('2026-11-05'), until: at('2026-11-06') },
    ]);
    expect(licensed(names, { invoiceTiming: 'IN_ARREARS' }).total).toBe('60');
  });

  test('above the maximum are priced and flagged, and fewer than 0 count as 0 and are flagged', () => {
    const why = (quantities: ReturnType<typeof held>) =>
      licensed(quantities, { maxQuantity: 10 }).lines.find(({ kind }) => kind === 'CARD')?.why;
    expect(why(held(['2026-11-01', '20']))).toMatchObject({ isAboveMaxQuantity: true, fellBelowNought: false });
    expect(why(held(['2026-11-01', '-1']))).toMatchObject({ isAboveMaxQuantity: false, fellBelowNought: true });
  });

  test('limits apply to the price of a whole cycle, before the days', () => {
    const { ratePlan, rateValues } = ladder(THIRTY);
    const limited = rateValues.map((value) => ({ ...value, rateConfig: { minimumRate: null, maximumRate: decimal('300') } }));
    const half = statement({
      cards: [seats([], { ratePlan, rateValues: limited, enableProration: true, invoiceTiming: 'IN_ARREARS' })],
      licenses: new Map([['item-of-seats', held(['2026-11-16', '20'])]]),
    });
    expect(half.total).toBe('150');
    expect(unsummed(half)).toEqual([]);
  });
});

describe('The minimum commitment', () => {
  const cards = [calls([{ after: '0', rate: '1' }]), platform('210'), commitment('1000')];

  test('of 1,000 over 640.25 of usage and a fee of 210 makes a true-up of 149.75', () => {
    const priced = statement({ cards, usage: { 'item-of-calls': '640.25' } });
    expect(shown(priced, 'CARDS', 'TRUE_UP', 'TOTAL')).toEqual(['TOTAL 1000', 'CARDS 850.25', 'TRUE_UP 149.75']);
  });

  test('that is reached makes none, and is told all the same', () => {
    const priced = statement({ cards, usage: { 'item-of-calls': '790' } });
    expect(shown(priced, 'TRUE_UP', 'TOTAL')).toEqual(['TOTAL 1000', 'TRUE_UP 0']);
  });

  test('without a rate in the currency commits to nothing', () => {
    expect(shown(statement({ currency: 'EUR', cards: [commitment('1000')] }))).toEqual(['TOTAL 0', 'GROSS 0', 'CARDS 0']);
  });
});

describe('Pricing rules', () => {
  const arrears = { invoiceTiming: 'IN_ARREARS' } as const;
  const cards = [platform('1000', arrears), calls([{ after: '0', rate: '1' }])];
  const usage = { 'item-of-calls': '200' };
  const discount = (order: number) =>
    rule(order, { '*': [{ var: 'revenue.ff.platform' }, 0.8] }, { type: 'UPDATE', target: 'revenue.ff.platform' });
  const tenth = (order: number) => rule(order, { '*': [0.1, { var: 'revenue.rate_card_total' }] });

  test('run in order: 0.8 of 1,000 and then a tenth of the total is 1,100.00, the other way round 1,120.00', () => {
    const first = statement({ cards, usage, rules: [tenth(2), discount(1)] });
    expect(shown(first, 'RULE_UPDATE', 'RULE_ADDITION', 'TOTAL')).toEqual(['TOTAL 1100', 'RULE_UPDATE -200', 'RULE_ADDITION 100']);
    expect(unsummed(first)).toEqual([]);
    expect(total({ cards, usage, rules: [tenth(1), discount(2)] })).toBe('1120');
  });

  test('leave a trace of what they read and did', () => {
    expect(statement({ cards, usage, rules: [discount(1)] }).trace).toEqual([
      {
        rule: 'rule 1',
        version: 1,
        order: 1,
        timing: 'IN_ARREARS',
        condition: null,
        variables: [{ name: 'revenue.ff.platform', value: fraction(1000n) }],
        computed: fraction(800n),
        effect: 'REVENUE_UPDATED',
        target: 'revenue.ff.platform',
        difference: fraction(-200n),
      },
    ]);
  });

  test('are skipped where the condition does not hold, with what it read', () => {
    const skipped = rule(1, 5, {}, { condition: '{">": [{"var": "usage.urc.calls"}, 200]}' });
    expect(statement({ cards, usage, rules: [skipped] })).toMatchObject({
      total: '1200',
      trace: [{ condition: 'false', computed: null, effect: 'SKIPPED', variables: [{ name: 'usage.urc.calls' }] }],
    });
  });

  test('change a quantity: 75 free a day leave 650 of 2,900 calls at 0.02', () => {
    const free = rule(
      1,
      { max: [0, { '-': [{ var: 'usage.urc.item-of-calls' }, { '*': [75, 30] }] }] },
      { type: 'UPDATE', target: 'usage.urc.calls' },
    );
    const priced = statement({ cards: [calls([{ after: '0', rate: '0.02' }])], usage: { 'item-of-calls': '2900' }, rules: [free] });
    expect(shown(priced, 'SLAB', 'RULE_UPDATE', 'TOTAL')).toEqual(['TOTAL 13', 'SLAB 58', 'RULE_UPDATE -45']);
    expect(priced.lines.at(-1)?.explanation).toBe('The pricing rule "rule 1" (version 1) changes the quantity from 2,900 to 650.');
  });

  test('name an entitlement by the key ber or by its feature, and a card by its own name before the item of another', () => {
    const twins = [unitCard('b', 'a'), unitCard('a', 'c')];
    const read = rule(1, { '+': [{ var: 'revenue.urc.a' }, { var: 'revenue.ber.item-of-plan' }, { var: 'revenue.be.plan' }] });
    const priced = statement({
      cards: [...twins, entitlement('plan', '7', { invoiceTiming: 'IN_ARREARS' })],
      usage: { a: '1', c: '100' },
      rules: [read],
    });
    expect(shown(priced, 'RULE_ADDITION')).toEqual(['RULE_ADDITION 114']);
  });

  test('change a line that an earlier rule added, by its name', () => {
    const rules = [rule(1, 40, { id: 'support' }), rule(2, 25, { type: 'UPDATE', target: 'support' })];
    expect(shown(statement({ rules }), 'RULE_ADDITION')).toEqual(['RULE_ADDITION 25']);
  });

  test('read what is not due as 0, and cards of another timing by name but not in the total', () => {
    const rest = [platform('1000'), platform('30', { name: 'late', invoiceTiming: 'IN_ARREARS', recurrence: { interval: 1, offset: 5 } })];
    const sum = { '+': [{ var: 'revenue.rate_card_total' }, { var: 'revenue.ff.platform' }, { var: 'revenue.ff.late' }] };
    expect(shown(statement({ cards: rest, rules: [rule(1, sum)] }), 'RULE_ADDITION')).toEqual(['RULE_ADDITION 1000']);
  });

  test('read the days of the cycle: 2 a day for the days served', () => {
    const days = { 'duration.as': [{ 'duration.between': [{ var: 'invoice.start_date' }, { var: 'invoice.end_date' }] }, 'days'] };
    const priced = statement({ rules: [rule(1, { '*': [2, days] })], cycle: cycleAt(served('2026-11-21')) });
    expect(priced.total).toBe('20');
    expect(priced.trace[0]?.variables).toEqual([
      { name: 'invoice.start_date', value: '2026-11-21' },
      { name: 'invoice.end_date', value: '2026-12-01' },
    ]);
  });

  test('read numbers from their text: three times 0.1 is 0.3', () => {
    expect(statement({ rules: [rule(1, '{"+": [0.1, 1e-1, 0.100]}')] }).trace[0]?.computed).toEqual(fraction(3n, 10n));
  });

  test.each([
    ['divides by zero', { '/': [1, { var: 'usage.urc.calls' }] }, {}, 'It divides by zero'],
    ['computes a truth value', { '>': [1, 0] }, {}, 'computes true, which is not a number'],
    ['computes with a text', { '+': ['ten', 1] }, {}, '"ten", which is not a number'],
    ['updates a total', 1, { type: 'UPDATE', target: 'revenue.rate_card_total' }, 'neither a rate card nor a line'],
    ['updates a tag', 1, { type: 'UPDATE', target: 'revenue.tag.core' }, 'neither a rate card nor a line'],
    ['updates a line that nobody added', 1, { type: 'UPDATE', target: 'support' }, 'neither a rate card nor a line'],
    ['updates the quantity of a fee', 1, { type: 'UPDATE', target: 'usage.ff.platform' }, 'a FIXED_FEE card has none'],
    ['makes a quantity negative', -1, { type: 'UPDATE', target: 'usage.urc.calls' }, 'it is 0 or more'],
    ['makes a number of more than 512 bits', { '*': Array.from({ length: 6 }, () => '1e90').map(Number) }, {}, 'more than 512 bits'],
  ] as const)('fail where one %s', (_, computation, action, message) => {
    expect(refusal({ cards, rules: [rule(1, computation, action)] })).toMatch(
      new RegExp(`^RULE_FAILED: Version 1 of the pricing rule "rule 1".*${message}`),
    );
  });

  test('fail where one in advance updates a card in arrears', () => {
    const early = rule(1, 1, { type: 'UPDATE', target: 'revenue.urc.calls' }, { invoiceTiming: 'IN_ADVANCE' });
    expect(refusal({ cards, rules: [early] })).toContain('RULE_FAILED');
  });
});

describe('A cut at the same prices', () => {
  test('restarts tiers: 3,000 calls cost 40.00, and 50.00 in two pieces of 1,500', () => {
    const steps = [
      { after: '0', rate: '0.02' },
      { after: '1000', rate: '0.01' },
    ];
    const piece = used('1500', steps);
    expect([used('3000', steps), piece]).toEqual(['40', '25']);
  });
});

describe('A plan that is paid once', () => {
  test('has one cycle in which every priced card is due once, whatever its timing, and no usage, commitment or rule', () => {
    const cards = [
      platform('100', { invoiceTiming: 'IN_ARREARS', recurrence: { interval: 3, offset: 2 } }),
      calls([{ after: '0', rate: '1' }]),
      commitment('1000'),
    ];
    const priced = statement({
      cards,
      cycle: cycleAt(served('2026-11-05', '2026-11-06', null)),
      usage: { 'item-of-calls': '9' },
      rules: [rule(1, 5)],
    });
    expect(shown(priced, 'TOTAL', 'CARD')).toEqual(['TOTAL 100', 'CARD 100']);
  });
});

test('Every line has an id of its own, and stands below its parent', () => {
  const { lines } = statement({
    cards: [platform('10'), calls([{ after: '0', rate: '1' }]), commitment('50')],
    rules: [rule(1, 5), rule(2, 3)],
    usage: { 'item-of-calls': '3' },
  });
  const ids = lines.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [i, { parentId }] of lines.entries()) expect(parentId === null || ids.indexOf(parentId) < i).toBe(true);
  expect(ids).toContain('total/gross/cards/calls/slab-1');
});

describe('A statement', () => {
  const steps = Array.from({ length: 100 }, (_, i) => ({ after: String(i), rate: '1' }));

  test('of 200 rate cards with 100 slabs is priced', () => {
    const cards = Array.from({ length: 200 }, (_, i) => calls(steps, { name: `calls ${i}`, billableId: `item ${i}` }));
    const priced = statement({ cards, usage: Object.fromEntries(cards.map(({ billableId }) => [billableId, '100'])) });
    expect([priced.total, priced.lines.filter(({ kind }) => kind === 'SLAB').length]).toEqual(['20000', 20_000]);
  });

  test('that could have more than 50,000 lines is refused before it is priced', () => {
    const weekly = (name: string) => seats(steps, { name, billableId: name, usageCycle: 'WEEKLY' });
    const cards = Array.from({ length: 101 }, (_, i) => weekly(`seats ${i}`));
    expect(refusal({ cards })).toBe(
      'LIMIT_EXCEEDED: The statement could have 50,500 lines; at most 50,000 are allowed. Use fewer slabs, license entries or usage cycles.',
    );
  });
});
