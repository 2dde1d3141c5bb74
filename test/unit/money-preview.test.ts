import { describe, expect, it } from 'vitest';
import { type Assumptions, NO_ASSUMPTIONS } from '../../src/domain/rating/assumptions.ts';
import { textOf, total } from '../../src/domain/rating/fraction.ts';
import { type MoneyPreview, previewMoney } from '../../src/domain/rating/preview.ts';
import { type PricedTimeline, previewWindow } from '../../src/domain/rating/preview-window.ts';
import type { PricedSchedule } from '../../src/domain/rating/schedule-cycles.ts';
import type { Result } from '../../src/domain/result.ts';
import { assumed, priced, used } from '../support/estimates.ts';
import { decimal, fee } from '../support/rate-cards.ts';
import { calls, commitment, platform, read, rule, seats } from '../support/rating.ts';
import { day, QUARTERLY, unwrap } from '../support/schedules.ts';

interface Sample extends Partial<Assumptions> {
  readonly cycles?: number;
  readonly licensesAfter?: PricedTimeline['licenseUpdates'];
}

function previewed(before: readonly PricedSchedule[], after: readonly PricedSchedule[], sample: Sample = {}): Result<MoneyPreview> {
  const { cycles = 1, licensesAfter = [], ...assumptions } = sample;
  const sides = { before: { schedules: before, licenseUpdates: [] }, after: { schedules: after, licenseUpdates: licensesAfter } };
  const window = previewWindow(sides.before, sides.after, cycles, day('2026-11-21'));
  return previewMoney({ ...sides, window, currency: 'USD', assumptions: { ...NO_ASSUMPTIONS, ...assumptions } });
}

const preview = (...args: Parameters<typeof previewed>): MoneyPreview => unwrap(previewed(...args));

const summary = ({ period, before, after, difference }: MoneyPreview) =>
  `${period.start} until ${period.end}: ${before.total} to ${after.total}, ${difference}`;

/** Each line with its reasons. Both sums must hold wherever a test looks. */
function lines({ lines: all, difference }: MoneyPreview): readonly string[] {
  expect(textOf(total(all.map((line) => read(line.difference))))).toBe(textOf(read(difference)));
  return all.map((line) => {
    expect(textOf(total(line.reasons.map(({ amount }) => read(amount))))).toBe(textOf(read(line.difference)));
    return [line.label, line.difference, ...line.reasons.map(({ reason, amount }) => `${reason} ${amount}`)].join(' ');
  });
}

const BASE = platform('100', { enableProration: true });
const DEAR = platform('250', { enableProration: true });
const CALLS = calls([
  { after: '0', rate: '0.02' },
  { after: '1000', rate: '0.01' },
]);
const later = (cards: PricedSchedule['cards'], from: string, until?: string) =>
  priced(cards, from, until, { served: { ...priced([], from, until).served, countsFrom: day('2026-01-01') } });

describe('A money preview compares what cycles cost before and after a change', () => {
  it('whose price rises in the middle of a cycle', () => {
    const before = [priced([BASE], '2026-01-01')];
    const after = [priced([BASE], '2026-01-01', '2026-12-16'), later([DEAR], '2026-12-16')];
    const one = preview(before, after);
    expect(summary(one)).toBe('2026-12-01 until 2027-01-01: 100 to 177.42, 77.42');
    expect(lines(one)).toEqual(['platform 77.42 RATE 77.42']);
    const two = preview(before, after, { cycles: 2 });
    expect(summary(two)).toBe('2026-12-01 until 2027-02-01: 200 to 427.42, 227.42');
    expect(two.after.cycles.map(({ statement }) => statement.total)).toEqual(['48.39', '129.03', '250']);
  });

  it('that cuts a cycle at unchanged prices: tiers begin anew', () => {
    const before = [priced([CALLS], '2026-01-01')];
    const after = [priced([CALLS], '2026-01-01', '2026-12-16'), later([CALLS], '2026-12-16')];
    const found = preview(before, after, { usage: used('3000') });
    expect(summary(found)).toBe('2026-12-01 until 2027-01-01: 40 to 50, 10');
    expect(lines(found)).toEqual(['calls 10 TIERS_RESTART 10']);
  });

  it('that cuts a cycle of a card that is not prorated: each part costs a whole one', () => {
    const whole = platform('100');
    const before = [priced([whole], '2026-01-01')];
    const after = [priced([whole], '2026-01-01', '2026-12-16'), later([whole], '2026-12-16')];
    expect(lines(preview(before, after))).toEqual(['platform 100 CYCLE_CUT 100']);
  });

  it('that pauses a schedule: a gap costs nothing', () => {
    const before = [priced([BASE, CALLS], '2026-01-01')];
    const after = [priced([BASE, CALLS], '2026-01-01', '2026-12-16'), later([BASE, CALLS], '2027-02-01')];
    const found = preview(before, after, { cycles: 3, usage: used('3100') });
    expect(summary(found)).toBe('2026-12-01 until 2027-03-01: 423 to 214.39, -208.61');
    expect(found.after.gaps).toEqual([{ start: '2026-12-16', end: '2027-02-01' }]);
    expect(lines(found)).toEqual(['platform -151.61 CARD_REMOVED -100 PRORATION -51.61', 'calls -57 CARD_REMOVED -41 QUANTITY -16']);
  });

  it('that ends a schedule: what follows is removed', () => {
    const before = [priced([BASE], '2026-01-01')];
    expect(lines(preview(before, [priced([BASE], '2026-01-01', '2027-01-01')], { cycles: 2 }))).toEqual([
      'platform -200 CARD_REMOVED -200',
    ]);
    expect(summary(preview([], before, { cycles: 2 }))).toBe('2026-01-01 until 2026-03-01: 0 to 200, 200');
  });

  it('to another plan: cards are compared by the item that they price', () => {
    const support = fee('support', '40', { feeType: 'RECURRING' });
    const before = [priced([BASE, support], '2026-01-01')];
    const renamed = { ...DEAR, name: 'premium', displayName: 'Premium' };
    const after = [priced([BASE, support], '2026-01-01', '2027-01-01'), priced([renamed, CALLS], '2027-01-01')];
    const found = preview(before, after, { usage: used('1000') });
    expect(lines(found)).toEqual(['Premium 150 RATE 150', 'calls 20 CARD_ADDED 20', 'support -40 CARD_REMOVED -40']);
  });

  it('that grants licenses', () => {
    const cards = [seats([{ after: '0', rate: '30' }], { enableProration: true })];
    const grant = {
      licenseId: 'item-of-seats',
      updateType: 'RELATIVE' as const,
      quantity: decimal('4'),
      effectiveFrom: Date.parse('2026-12-16T00:00:00Z'),
    };
    const schedules = [priced(cards, '2026-01-01')];
    const found = preview(schedules, schedules, { licenses: [assumed('10', '2026-01-01')], licensesAfter: [grant] });
    expect(summary(found)).toBe('2026-12-01 until 2027-01-01: 300 to 361.94, 61.94');
    expect(lines(found)).toEqual(['seats 61.94 QUANTITY 61.94']);
  });

  it('that prorates a card which was not', () => {
    const whole = platform('100');
    const before = [priced([whole], '2026-01-01', '2026-12-16')];
    const after = [priced([BASE], '2026-01-01', '2026-12-16')];
    expect(lines(preview(before, after, { cycles: 12 }))).toEqual(['platform -51.61 PRORATION -51.61']);
  });

  it('of pricing rules and of a commitment', () => {
    const cards = [platform('100'), commitment('150')];
    const discount = rule(1, '{"*": [{"var": "revenue.ff.platform"}, 0.8]}', { type: 'UPDATE', target: 'revenue.ff.platform' });
    const before = [priced(cards, '2026-01-01')];
    const after = [priced(cards, '2026-01-01', '2027-01-01'), later(cards, '2027-01-01')].map((each, i) =>
      i === 0 ? each : { ...each, rules: [discount, rule(2, '5')] },
    );
    const inArrears = (timeline: readonly PricedSchedule[]) =>
      timeline.map((each) => ({ ...each, cards: each.cards.map((card) => ({ ...card, invoiceTiming: 'IN_ARREARS' as const })) }));
    expect(lines(preview(inArrears(before), inArrears(after)))).toEqual([
      'platform -20 RULE -20',
      'Commitment 20 TRUE_UP 20',
      'rule 2 5 RULE 5',
    ]);
  });

  it('to cycles of another length, with usage per day', () => {
    const before = [priced([platform('100'), CALLS], '2026-01-01')];
    const after = [
      priced([platform('100'), CALLS], '2026-01-01', '2027-01-01'),
      priced([platform('100'), CALLS], '2027-01-01', undefined, {}, QUARTERLY),
    ];
    const found = preview(before, after, { usage: used('100', { per: 'DAY' }) });
    expect(summary(found)).toBe('2027-01-01 until 2027-04-01: 420 to 200, -220');
    expect(lines(found)).toEqual(['platform -200 CYCLE_CUT -200', 'calls -20 CYCLE_CUT -20']);
    const refused = previewed(before, after, { usage: used('3000') });
    expect(refused.ok ? [] : refused.refusals.map(({ code, path }) => [code, path])).toEqual([['INVALID_VALUE', ['usage', 0, 'per']]]);
  });

  it('from the first cycle that a charge for several covers', () => {
    const quarterly = fee('support', '300', { feeType: 'RECURRING', enableProration: true, recurrence: { interval: 3, offset: 0 } });
    const before = [priced([quarterly], '2026-01-01')];
    const after = [priced([quarterly], '2026-01-01', '2026-12-01')];
    expect(summary(preview(before, after))).toMatch(/^2026-10-01 until 2026-11-01: 300 to /);
  });

  it('that changes nothing: no difference', () => {
    const schedules = [priced([BASE, CALLS], '2026-01-01')];
    const found = preview(schedules, schedules, { cycles: 3, usage: used('500') });
    expect(summary(found)).toBe('2026-11-01 until 2027-02-01: 330 to 330, 0');
    expect(lines(found)).toEqual(['platform 0', 'calls 0']);
  });

  it('from the first schedule that shares a charge with what changes, since each of them may be the one that charges it', () => {
    const fee = platform('60', { invoiceTiming: 'IN_ARREARS', recurrence: { interval: 2, offset: 0 } });
    const first = priced([fee], '2026-01-01', '2026-11-11');
    const before = [first, later([fee], '2026-11-11', '2026-12-11')];
    const found = preview(before, [first, later([DEAR], '2026-11-11', '2026-12-11')], { cycles: 2 });
    expect(found.period).toEqual({ start: '2026-11-01', end: '2027-01-01' });
  });

  it('and tells a cent that only rounding makes', () => {
    const third = platform('10', { enableProration: true });
    const before = [priced([third], '2026-01-01')];
    const after = [priced([third], '2026-01-01', '2026-11-11'), later([third], '2026-11-11', '2026-11-21'), later([third], '2026-11-21')];
    expect(lines(preview(before, after))).toEqual(['platform -0.01 ROUNDING -0.01']);
  });

  it('and is refused where either timeline cannot be priced', () => {
    const inEuro = { ...BASE, rateValues: [] };
    const found = previewed([priced([BASE], '2026-01-01')], [priced([inEuro], '2026-01-01')]);
    expect(found.ok ? [] : found.refusals.map(({ code }) => code)).toEqual(['RATES_INVALID']);
  });

  it('and says of a cycle that goes on after the window that it counts as a whole', () => {
    const before = [priced([BASE], '2026-01-01', undefined, {}, QUARTERLY)];
    const after = [priced([BASE], '2026-01-01')];
    const found = preview(before, after);
    expect(found.before.assumptions).toContainEqual({
      kind: 'CYCLE_BEYOND',
      billableId: null,
      message: 'The cycle from 2026-01-01 until 2026-04-01 counts as a whole.',
    });
  });
});
