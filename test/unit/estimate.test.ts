import { describe, expect, it, test } from 'vitest';
import type { BillableItem } from '../../src/domain/billable-item.ts';
import { type Assumptions, checkAssumptions, NO_ASSUMPTIONS } from '../../src/domain/rating/assumptions.ts';
import { checkCycles, type Estimate } from '../../src/domain/rating/estimate.ts';
import { textOf } from '../../src/domain/rating/fraction.ts';
import { linesOf } from '../../src/domain/rating/lines.ts';
import type { Result } from '../../src/domain/result.ts';
import { assumed, estimated, estimateOf, leaves, priced, used } from '../support/estimates.ts';
import { decimal, fee } from '../support/rate-cards.ts';
import { calls, commitment, overage, platform, seats } from '../support/rating.ts';
import { QUARTERLY } from '../support/schedules.ts';

const CALLS = calls([
  { after: '0', rate: '0.02' },
  { after: '1000', rate: '0.01' },
]);
const FEE = platform('310', { enableProration: true });
const SEATS = seats([{ after: '0', rate: '30' }], { enableProration: true, proratedRefundMode: 'PAYMENT' });

const totals = ({ cycles }: Estimate) => cycles.map(({ statement: { cycle, total } }) => `${cycle.served.start} ${total}`);
const refused = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code, message, path }) => [code, message, path]));

describe('An estimate', () => {
  it('begins with the cycle that the day falls in, and has a statement of each cycle', () => {
    const schedules = [priced([FEE], '2026-10-11')];
    expect(totals(estimateOf(schedules, { from: '2026-10-20', cycles: 3 }))).toEqual([
      '2026-10-11 210',
      '2026-11-01 310',
      '2026-12-01 310',
    ]);
  });

  it('goes on with the next schedule, and ends with the last one', () => {
    const schedules = [priced([FEE], '2026-11-01', '2026-11-16'), priced([platform('90')], '2026-11-16', '2027-01-01')];
    const found = estimateOf(schedules, { cycles: 12 });
    expect(totals(found)).toEqual(['2026-11-01 155', '2026-11-16 90', '2026-12-01 90']);
    expect(found.period).toEqual({ start: '2026-11-01', end: '2027-01-01' });
    expect(found.total).toBe('335');
  });

  it('lists a later gap, which costs nothing', () => {
    const schedules = [priced([FEE], '2026-11-01', '2026-12-01'), priced([FEE], '2027-02-01')];
    const found = estimateOf(schedules, { cycles: 2 });
    expect(totals(found)).toEqual(['2026-11-01 310', '2027-02-01 310']);
    expect(found.gaps).toEqual([{ start: '2026-12-01', end: '2027-02-01' }]);
  });

  it.each([
    ['2026-10-31', 'No schedule is in force on 2026-10-31. The next one begins on 2026-11-01: give that day.'],
    ['2026-12-01', 'No schedule is in force on 2026-12-01. The next one begins on 2027-02-01: give that day.'],
    ['2027-03-01', 'No schedule is in force on 2027-03-01 or later.'],
  ])('of a day in a gap, %s, is refused, and names the day that works', (from, message) => {
    const schedules = [priced([FEE], '2026-11-01', '2026-12-01'), priced([FEE], '2027-02-01', '2027-03-01')];
    expect(refused(estimated(schedules, { from }))).toEqual([['NOT_FOUND', message, ['from']]]);
  });

  it.each([0, -1, 25, 1_000_000])('of %i cycles is refused', (cycles) => {
    expect(refused(checkCycles(cycles))).toEqual([['INVALID_VALUE', `\`cycles\` is from 1 to 24, not ${cycles}.`, ['cycles']]]);
  });

  it('is refused where a rate card has no rate in the currency: what cannot be priced is no number', () => {
    expect(refused(estimated([priced([FEE], '2026-11-01')], { currency: 'EUR' }))).toEqual([
      ['RATES_INVALID', 'The rate card "platform" has no rate in EUR.', ['rateCards', 'platform']],
    ]);
  });
});

describe('Assumed usage', () => {
  it('of a cycle is that of a whole one: a cut cycle has the part of its days, and says so', () => {
    // 3,000 x 16/31 calls from December 16th: 1,000 at 0.02 and 17,000/31 at 0.01.
    const found = estimateOf([priced([CALLS], '2026-12-16')], { from: '2026-12-16', cycles: 2, usage: used('3000') });
    const [cut, whole] = found.cycles.map(({ usage: [each] }) => each && `${textOf(each.quantity)} ${each.isScaled}`);
    expect([cut, whole]).toEqual(['48000/31 true', '3000 false']);
    expect(totals(found)).toEqual(['2026-12-16 25.48', '2027-01-01 40']);
    expect(found.assumptions).toContainEqual({
      kind: 'USAGE_SCALED',
      billableId: 'item-of-calls',
      message: 'The cycle from 2026-12-16 until 2027-01-01 is cut: it has the usage of its days alone.',
    });
  });

  it('of a day counts for each day that is served', () => {
    const found = estimateOf([priced([CALLS], '2026-12-16')], { from: '2026-12-16', usage: used('100', { per: 'DAY' }) });
    expect(totals(found)).toEqual(['2026-12-16 26']);
  });

  it('per cycle is refused where the cycles have different lengths', () => {
    const schedules = [priced([CALLS], '2026-12-01', '2027-01-01'), priced([CALLS], '2027-01-01', '2028-01-01', {}, QUARTERLY)];
    const sample = { from: '2026-12-01', cycles: 2 };
    expect(refused(estimated(schedules, { ...sample, usage: used('10') }))).toEqual([
      [
        'INVALID_VALUE',
        'The cycles are of different lengths (MONTHLY, QUARTERLY), so a quantity per cycle is ambiguous. Give the quantity per `DAY`.',
        ['usage', 0, 'per'],
      ],
    ]);
    expect(estimated(schedules, { ...sample, usage: used('10', { per: 'DAY' }) }).ok).toBe(true);
  });

  it('of a feature is priced as overage', () => {
    const card = overage([{ after: '0', rate: '0.05' }]);
    const usage = [{ billableId: 'item-of-overage', quantity: decimal('200'), per: 'CYCLE' as const }];
    expect(totals(estimateOf([priced([card], '2026-11-01')], { usage }))).toEqual(['2026-11-01 10']);
  });

  it('of something that no rate card prices is listed, and so is an item of which nothing is assumed', () => {
    const usage = used('5', { billableId: 'bytes' });
    const found = estimateOf([priced([CALLS], '2026-11-01')], { usage });
    const [first] = found.cycles;
    expect(first?.statement.unpriced.map(({ billableId, reason }) => [billableId, reason])).toEqual([['bytes', 'NO_RATE_CARD']]);
    expect(found.assumptions).toContainEqual({
      kind: 'NOTHING_USED',
      billableId: 'item-of-calls',
      message: 'No quantity of "calls" is known, so it is 0.',
    });
  });
});

describe('Licenses', () => {
  const recorded = (quantity: string, from: string) => ({
    ...{ licenseId: 'item-of-seats', updateType: 'ABSOLUTE' as const },
    ...{ quantity: decimal(quantity), effectiveFrom: Date.parse(from) },
  });
  const schedules = [priced([SEATS], '2026-11-01')];
  const kinds = ({ assumptions }: Estimate) => assumptions.flatMap(({ kind, billableId }) => (billableId === null ? [] : [kind]));

  it('are those that are recorded', () => {
    const found = estimateOf(schedules, { cycles: 2, licenseUpdates: [recorded('20', '2026-10-01'), recorded('14', '2026-11-16')] });
    expect(totals(found)).toEqual(['2026-11-01 510', '2026-12-01 420']);
    expect(kinds(found)).toEqual(['LICENSES_RECORDED']);
  });

  it('change as is assumed, after what is recorded', () => {
    const licenseUpdates = [recorded('20', '2026-10-01')];
    const more = { ...assumed('5', '2026-12-01'), updateType: 'RELATIVE' as const };
    const found = estimateOf(schedules, { cycles: 2, licenseUpdates, licenses: [more] });
    expect(totals(found)).toEqual(['2026-11-01 600', '2026-12-01 750']);
    expect(kinds(found)).toEqual(['LICENSES_GIVEN']);
  });

  it('are never fewer than 0: giving back more than is recorded leaves 0, and is told by the assumption and the line', () => {
    const licenseUpdates = [recorded('20', '2026-10-01')];
    const returned = (quantity: string) => ({ ...assumed(quantity, '2026-12-01'), updateType: 'RELATIVE' as const });
    const estimated = (quantity: string) => estimateOf(schedules, { cycles: 2, licenseUpdates, licenses: [returned(quantity)] });
    const told = ({ assumptions, cycles }: Estimate) => [
      assumptions.find(({ kind }) => kind === 'LICENSES_GIVEN')?.message.includes('fewer than 0'),
      cycles.at(-1)?.statement.lines.some(({ explanation }) => explanation.includes('fewer than 0')),
    ];
    expect([totals(estimated('-20')), told(estimated('-20'))]).toEqual([
      ['2026-11-01 600', '2026-12-01 0'],
      [false, false],
    ]);
    expect([totals(estimated('-21')), told(estimated('-21'))]).toEqual([
      ['2026-11-01 600', '2026-12-01 0'],
      [true, true],
    ]);
  });

  it('begin with the first cycle unless an instant is given', () => {
    expect(totals(estimateOf(schedules, { from: '2026-11-20', licenses: [assumed('2')] }))).toEqual(['2026-11-01 60']);
  });

  it('of names are counted by names alone, each once, and say so', () => {
    const named = (names: readonly string[], updateType: 'ABSOLUTE' | 'RELATIVE', from: string) => ({
      ...assumed('0', from),
      ...{ quantity: null, names, updateType },
    });
    const licenses = [named(['Ann', 'Bob', 'Ann'], 'ABSOLUTE', '2026-11-01'), named(['Cleo'], 'RELATIVE', '2026-12-01')];
    const found = estimateOf(schedules, { cycles: 3, licenseUpdates: [recorded('20', '2026-10-01')], licenses });
    expect(totals(found)).toEqual(['2026-11-01 60', '2026-12-01 90', '2027-01-01 90']);
    expect(kinds(found)).toEqual(['NAMES_GIVEN']);
    const replaced = estimateOf(schedules, { cycles: 2, licenses: [...licenses.slice(0, 1), named(['Dan'], 'ABSOLUTE', '2026-12-01')] });
    expect(totals(replaced)).toEqual(['2026-11-01 60', '2026-12-01 30']);
  });
});

describe('The view by invoice', () => {
  const cards = [
    platform('100', { invoiceTiming: 'IN_ADVANCE' }),
    CALLS,
    fee('support', '40', { feeType: 'RECURRING', invoiceTiming: 'IN_ARREARS' }),
  ];
  const shown = ({ invoices }: Estimate) => invoices.map(({ issuedOn, dueOn, total }) => `${issuedOn} due ${dueOn}: ${total}`);

  it('charges a cycle in arrears together with the next one in advance, and the first in advance by itself', () => {
    const found = estimateOf([priced(cards, '2026-11-01', '2027-01-01')], { cycles: 12, usage: used('1000') });
    expect(shown(found)).toEqual(['2026-11-01 due 2026-11-04: 100', '2026-12-01 due 2026-12-04: 160', '2027-01-01 due 2027-01-04: 60']);
    expect(found.invoices.map(({ root }) => leaves(linesOf(root, 'USD')))).toEqual([
      ['platform 100'],
      ['Slab 1 20', 'support 40', 'platform 100'],
      ['Slab 1 20', 'support 40'],
    ]);
    expect(found.invoices.map(({ arrears, advance }) => [arrears?.start, advance?.start])).toEqual([
      [undefined, '2026-11-01'],
      ['2026-11-01', '2026-12-01'],
      ['2026-12-01', undefined],
    ]);
  });

  it('charges the next schedule in advance where two touch, and nothing in advance before a gap', () => {
    const touching = [
      priced(cards, '2026-11-01', '2026-11-16'),
      priced([platform('70', { invoiceTiming: 'IN_ADVANCE' })], '2026-11-16', '2026-12-01'),
    ];
    expect(shown(estimateOf(touching, { cycles: 2 }))).toEqual(['2026-11-01 due 2026-11-04: 100', '2026-11-16 due 2026-11-19: 110']);
    const apart = [priced(cards, '2026-11-01', '2026-12-01'), priced(cards, '2027-01-01', '2027-02-01')];
    expect(shown(estimateOf(apart, { cycles: 2 }))).toEqual([
      '2026-11-01 due 2026-11-04: 100',
      '2026-12-01 due 2026-12-04: 40',
      '2027-01-01 due 2027-01-04: 100',
      '2027-02-01 due 2027-02-04: 40',
    ]);
  });

  it('charges in arrears what nobody knows before the cycle: licenses that change in it, and the true-up', () => {
    const schedules = [priced([SEATS, commitment('1000')], '2026-11-01', '2026-12-01')];
    const found = estimateOf(schedules, { licenses: [assumed('10', '2026-11-01'), assumed('12', '2026-11-16')] });
    expect(found.invoices.map(({ root }) => leaves(linesOf(root, 'USD')))).toEqual([
      ['Slab 1 300'],
      ['Increase from 2026-11-16 30', 'Commitment 670'],
    ]);
  });
});

describe('An assumption', () => {
  const item = (id: string, kind: BillableItem['kind']): BillableItem => ({ id, kind, name: id, billableName: null, status: 'ACTIVE' });
  const items = new Map(
    [item('meter', 'USAGE_METER'), item('seat', 'LICENSE'), item('user', 'NAMED_LICENSE'), item('fee', 'FIXED_FEE')].map((each) => [
      each.id,
      each,
    ]),
  );
  const usage = (billableId: string, quantity = '1') => ({ billableId, quantity: decimal(quantity), per: 'CYCLE' as const });
  const license = (licenseId: string, other: object = {}) => ({ ...assumed('1'), licenseId, ...other });
  const check = (given: Partial<Assumptions>) => refused(checkAssumptions({ ...NO_ASSUMPTIONS, ...given }, items));

  it.each<[string, Partial<Assumptions>, string, readonly (string | number)[]]>([
    ['unknown meter', { usage: [usage('nothing')] }, 'NOT_FOUND', ['usage', 0, 'billableId']],
    ['license as usage', { usage: [usage('seat')] }, 'INVALID_VALUE', ['usage', 0, 'billableId']],
    ['meter given twice', { usage: [usage('meter'), usage('meter')] }, 'INVALID_VALUE', ['usage', 1, 'billableId']],
    ['negative quantity', { usage: [usage('meter', '-1')] }, 'INVALID_VALUE', ['usage', 0, 'quantity']],
    ['absurd quantity', { usage: [usage('meter', '1000000000001')] }, 'INVALID_VALUE', ['usage', 0, 'quantity']],
    ['unknown license', { licenses: [license('nothing')] }, 'NOT_FOUND', ['licenses', 0, 'licenseId']],
    ['fee as a license', { licenses: [license('fee')] }, 'INVALID_VALUE', ['licenses', 0, 'licenseId']],
    [
      'license without quantity and names',
      { licenses: [license('seat', { quantity: null })] },
      'INVALID_VALUE',
      ['licenses', 0, 'quantity'],
    ],
    ['license with both', { licenses: [license('user', { names: ['Ann'] })] }, 'INVALID_VALUE', ['licenses', 0, 'quantity']],
    [
      'names of a license without names',
      { licenses: [license('seat', { quantity: null, names: ['Ann'] })] },
      'INVALID_VALUE',
      ['licenses', 0, 'names'],
    ],
    [
      'negative number of licenses',
      { licenses: [license('seat', { quantity: decimal('-1') })] },
      'INVALID_VALUE',
      ['licenses', 0, 'quantity'],
    ],
    [
      'absurd fall',
      { licenses: [license('seat', { updateType: 'RELATIVE', quantity: decimal('-1000000000001') })] },
      'INVALID_VALUE',
      ['licenses', 0, 'quantity'],
    ],
    [
      'license with names here and a quantity there',
      { licenses: [license('user', { quantity: null, names: ['Ann'] }), license('user')] },
      'INVALID_VALUE',
      ['licenses', 1, 'quantity'],
    ],
    ['101st item', { usage: Array.from({ length: 101 }, (_, i) => usage(i === 0 ? 'meter' : `m${i}`)) }, 'LIMIT_EXCEEDED', ['usage']],
    [
      '1,001st name',
      { licenses: [license('user', { quantity: null, names: Array.from({ length: 1_001 }, String) })] },
      'LIMIT_EXCEEDED',
      ['licenses', 0, 'names'],
    ],
  ])('is refused that names an %s, with the path to it', (_what, given, code, path) => {
    const [first] = check(given);
    expect([first?.[0], first?.[2]]).toEqual([code, path]);
  });

  test('of known items with quantities within limits is accepted', () => {
    const fall = license('seat', { updateType: 'RELATIVE', quantity: decimal('-3') });
    expect(
      check({ usage: [usage('meter', '1000000000000')], licenses: [fall, license('user', { quantity: null, names: ['Ann'] })] }),
    ).toEqual([]);
  });
});
