import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/console/api/refusal.ts';
import { actorText } from '../../src/console/change/actor.ts';
import { type LicenseUpdate, sentenceOf } from '../../src/console/change/sentence.ts';
import { addDays, addMonths, daysBetween } from '../../src/console/day.ts';
import { editOf, fieldsOf, fieldsOfMove, partOf } from '../../src/console/edit/fields.ts';
import { type Card, isPriced, type PricedCard, priceAt, pricesOf, withRates } from '../../src/console/edit/rate-card.ts';
import { messagesFor } from '../../src/console/edit/refusal.ts';
import { stackOf } from '../../src/console/money/stack.ts';
import { hrefOf, routeIn } from '../../src/console/route.ts';
import { activeLane, type Bar, draftLane, removedLane, type TimelineSchedule, withNeighbors } from '../../src/console/timeline/lane.ts';
import { dayAt, scaleOf, spanAround, ticksOf, ZOOMS } from '../../src/console/timeline/span.ts';

const schedule = (scheduleId: string, startDate: string, endDate: string): TimelineSchedule => ({
  id: `id of ${scheduleId}`,
  scheduleId,
  startDate,
  endDate,
  isOverridden: false,
  pricePlanVersion: { pricePlanId: 'pp', name: 'Team', version: 2 },
  cycles: [],
});
const YEAR = { from: '2026-01-01', until: '2027-01-01' };
const outlineOf = (bars: readonly Bar[]) => bars.map(({ kind, startDate, endDate }) => `${kind} ${startDate} ${endDate}`);

describe('the address of a page', () => {
  it.each([[['accounts']], [['accounts', 'a/b', 'changes']], [['accounts', 'ü %?#']]])('leads back to the path %j', (path) => {
    expect(routeIn(hrefOf(path)).path).toEqual(path);
  });

  it('can be typed wrongly', () => {
    expect(routeIn('#/accounts/100%').path).toEqual(['accounts', '100%']);
    expect(routeIn('').path).toEqual([]);
  });
});

describe('days', () => {
  it('are counted over leap days and the ends of years', () => {
    expect([addDays('2028-02-28', 1), addDays('2026-12-31', 1), daysBetween('2026-02-01', '2026-03-01')]).toEqual([
      '2028-02-29',
      '2027-01-01',
      28,
    ]);
  });

  it('stay within their month when months are added', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2028-01-31', 1), addMonths('2026-03-31', -1), addMonths('2026-11-15', 2)]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-02-28',
      '2027-01-15',
    ]);
  });
});

describe('the span of a timeline', () => {
  it.each(ZOOMS)('of %i months contains today, and returns each day from its place', (zoom) => {
    const today = '2028-02-29';
    const span = spanAround(today, zoom);
    expect(span.from <= today && today < span.until).toBe(true);
    expect(dayAt(span, 10_000, scaleOf(span, 10_000)(today))).toBe(today);
  });

  it('holds what is outside of it at its ends', () => {
    const scale = scaleOf({ from: '2026-01-01', until: '2027-01-01' }, 365);
    expect([scale('2020-01-01'), scale('2026-01-31'), scale('9999-01-01')]).toEqual([0, 30, 365]);
  });

  it('has as many ticks as fit, and always the Januaries of several years', () => {
    expect(ticksOf({ from: '2026-01-01', until: '2027-01-01' }, 12)).toHaveLength(12);
    expect(ticksOf({ from: '2026-02-01', until: '2029-02-01' }, 5)).toEqual(['2027-01-01', '2028-01-01', '2029-01-01']);
  });
});

describe('the lanes of a timeline', () => {
  const [first, second] = [schedule('a', '2026-01-01', '2026-03-01'), schedule('b', '2026-04-01', '9999-01-01')];

  it('show the gap between two schedules, and none where they meet', () => {
    expect(outlineOf(activeLane([first, second], YEAR))).toEqual([
      'active 2026-01-01 2026-03-01',
      'gap 2026-03-01 2026-04-01',
      'active 2026-04-01 9999-01-01',
    ]);
    expect(activeLane([first, schedule('c', '2026-03-01', '2026-05-01')], YEAR)).toHaveLength(2);
  });

  it('show a gap that reaches an edge of the days shown, by the schedules before and after them', () => {
    const march = { from: '2026-03-01', until: '2026-04-01' };
    const [earlier, later] = [{ nodes: [first] }, { nodes: [second] }];
    expect(outlineOf(activeLane(withNeighbors([], { earlier, later }), march))[1]).toBe('gap 2026-03-01 2026-04-01');
    expect(withNeighbors([first], { earlier, later: { nodes: [] } })).toEqual([first]);
  });

  it('have all the cycles of a schedule in the days shown, or none', () => {
    const cycle = { start: '2026-01-01', end: '2026-01-08', dueOn: '2026-01-08' };
    const cyclesOf = (endDate: string, until: string) => {
      const [bar] = activeLane([{ ...schedule('w', '2026-01-01', endDate), cycles: [cycle] }], { from: '2026-01-01', until });
      return [bar?.schedule?.cycles.length, bar?.schedule?.hasTooManyCycles ?? false];
    };
    expect(cyclesOf('2026-01-08', '2027-01-01')).toEqual([1, false]);
    expect(cyclesOf('9999-01-01', '2026-01-08')).toEqual([1, false]);
    expect(cyclesOf('9999-01-01', '2026-01-09')).toEqual([0, true]);
  });

  it('say of a draft what it adds, moves and removes', () => {
    const moved = schedule('a', '2026-01-01', '2026-02-01');
    const changes = [
      { __typename: 'SchedulePeriodChanged', schedule: moved, before: first },
      { __typename: 'ScheduleRemoved', schedule: second },
      { __typename: 'ScheduleAdded', schedule: schedule('d', '2026-02-01', '2026-05-01') },
    ];
    expect(outlineOf(draftLane([moved, schedule('d', '2026-02-01', '2026-05-01')], changes, YEAR))).toEqual([
      'moved 2026-01-01 2026-02-01',
      'added 2026-02-01 2026-05-01',
    ]);
    expect(outlineOf(removedLane(changes))).toEqual(['removed 2026-01-01 2026-03-01', 'removed 2026-04-01 9999-01-01']);
  });

  it('name a schedule that was joined from others, and each of those as taken away', () => {
    const changes = [{ __typename: 'SchedulesMerged', schedule: first, merged: [schedule('x', '2026-01-01', '2026-02-01')] }];
    expect(outlineOf(removedLane(changes))).toEqual(['removed 2026-01-01 2026-02-01']);
  });
});

describe('moving an end of a schedule', () => {
  const cycle = { interval: 'MONTHLY', startOffset: { dayOffset: '15', monthOffset: 'NIL' }, gracePeriod: 3 } as const;
  const moved = { ...schedule('a', '2026-03-01', '2026-06-01'), pricingCycleConfig: cycle };
  const [bar] = activeLane([moved], YEAR);
  const editTo = (edge: 'start' | 'end', day: string) => bar && editOf(fieldsOfMove(bar, edge, day), [moved]);

  it.each([
    ['end', '2026-05-01', { mode: 'DISASSOCIATE', effectiveFrom: '2026-05-01', effectiveUntil: '2026-06-01' }],
    ['start', '2026-04-01', { mode: 'DISASSOCIATE', effectiveFrom: '2026-03-01', effectiveUntil: '2026-04-01' }],
    ['end', '2026-07-01', { mode: 'ASSOCIATE', effectiveFrom: '2026-05-31', effectiveUntil: '2026-07-01' }],
    ['start', '2026-02-01', { mode: 'ASSOCIATE', effectiveFrom: '2026-02-01', effectiveUntil: '2026-03-01' }],
  ] as const)('%s to %s is one edit of the days between', (edge, day, edit) => {
    expect(editTo(edge, day)).toMatchObject(edit);
  });

  it('to later days begins on its last day, whose cycle is its own, and not on a day whose cycle is another or none', () => {
    expect(editTo('end', '2026-07-01')).toMatchObject({
      associationConfig: { scheduleId: 'a', retainStartOffsets: true },
      mergeSchedules: true,
    });
  });

  it('to earlier days names its cycle, for none is in force there', () => {
    expect(editTo('start', '2026-02-01')).toMatchObject({
      associationConfig: { scheduleId: 'a', pricingCycleConfigOverride: cycle },
      mergeSchedules: true,
    });
  });
});

describe('a refusal of an edit', () => {
  const refusals = [
    { code: 'EFFECTIVE_FROM_TOO_EARLY', message: 'Too early.', path: ['input', 'edits', '0', 'effectiveFrom'] },
    { code: 'NOT_FOUND', message: 'No such plan.', path: ['input', 'edits', '0', 'associationConfig', 'pricePlanId'] },
    { code: 'CONFLICT', message: 'It changed.', path: ['input', 'expectedRevision'] },
  ];

  it('appears beside its field, and otherwise beside the form', () => {
    expect((['from', 'content', 'until', null] as const).map((field) => messagesFor(refusals, field))).toEqual([
      'Too early.',
      'No such plan.',
      '',
      'It changed.',
    ]);
  });
});

describe('a value that the API cannot read', () => {
  it.each([
    [
      'Variable "$input" got invalid value "1,5" at "input.operations[0].rateCard.fixedFee.rateValues[10].rate"; Write digits.',
      ['input', 'operations', '0', 'rateCard', 'fixedFee', 'rateValues', '10', 'rate'],
    ],
    ['Variable "$input" got invalid value { a: "x at \\"y\\"; z" } at "input.a"; Write digits.', ['input', 'a']],
  ])('is refused at its place: %s', (message, path) => {
    expect(refusalOf({ message, extensions: { code: 'BAD_USER_INPUT' } })).toEqual([
      { code: 'BAD_USER_INPUT', message: 'Write digits.', path },
    ]);
  });

  it('is not what another error is about', () => {
    expect(refusalOf({ message: 'The token is not valid any more.' })).toEqual([]);
  });
});

describe('a part of a schedule', () => {
  const form = fieldsOf(null, '2026-05-01');
  const part = (from: string, until: string) => partOf(schedule('a', '2026-03-01', '2026-06-01'), { ...form, from, until });

  it('is the days of the form that the schedule has, and otherwise the whole schedule', () => {
    expect(part('2026-04-01', '2026-06-01')).toEqual({ from: '2026-04-01', until: '2026-06-01' });
    expect(part('2026-04-01', '2026-06-02')).toEqual({ from: '2026-04-01', until: '' });
    expect(part('2026-02-28', '2026-04-01')).toEqual({ from: '2026-03-01', until: '' });
    expect(part('2026-06-01', '')).toEqual({ from: '2026-03-01', until: '' });
  });
});

describe('the override of a price', () => {
  const base = { id: 'i', billableId: 'b', invoiceTiming: 'IN_ADVANCE', tag: null } as const;
  const fee: Card = {
    ...base,
    __typename: 'FixedFeeRateCard',
    name: 'platform',
    displayName: 'Platform fee',
    enableProration: true,
    feeType: 'RECURRING',
    recurrenceConfig: { __typename: 'RecurrenceConfig', interval: 2, offset: 1 },
    rateValues: [
      { __typename: 'CurrencyRate', currency: 'USD', rate: '59' },
      { __typename: 'CurrencyRate', currency: 'EUR', rate: '55' },
    ],
  };
  const usage: PricedCard = {
    ...base,
    __typename: 'UsageRateCard',
    name: 'calls',
    displayName: 'API calls',
    ratePlan: {
      __typename: 'RatePlan',
      pricingModel: 'TIERED',
      slabs: [
        {
          __typename: 'Slab',
          order: 1,
          startAfter: '0',
          priceType: 'PACKAGE',
          slabConfig: { __typename: 'SlabConfig', packageSize: '100' },
        },
        { __typename: 'Slab', order: 2, startAfter: '1000', priceType: 'FLAT', slabConfig: null },
      ],
    },
    slabPrices: [
      {
        __typename: 'RateValue',
        currency: 'USD',
        rateConfig: null,
        slabRates: [
          { __typename: 'SlabRate', order: 1, rate: '0.5', slabRateConfig: null },
          { __typename: 'SlabRate', order: 2, rate: '0.004', slabRateConfig: null },
        ],
      },
    ],
  };

  it('repeats the whole card, with the new rate alone in another place', () => {
    expect(isPriced(fee) && withRates(fee, { USD: '49.5' })).toEqual({
      fixedFee: {
        displayName: 'Platform fee',
        billableId: 'b',
        invoiceTiming: 'IN_ADVANCE',
        tag: null,
        enableProration: true,
        type: 'RECURRING',
        recurrenceConfig: { interval: 2, offset: 1 },
        rateValues: [
          { currency: 'USD', rate: '49.5' },
          { currency: 'EUR', rate: '55' },
        ],
      },
    });
  });

  it('is refused beside the price that the refusal is about', () => {
    const path = (...parts: string[]) => ['input', 'operations', '0', 'rateCard', ...parts];
    expect(isPriced(fee) && priceAt(fee, path('fixedFee', 'rateValues', '1', 'rate'))).toBe('EUR');
    expect(priceAt(usage, path('usage', 'rateValues', '0', 'slabRates', '1', 'rate'))).toBe('USD 2');
    expect(priceAt(usage, path('usage', 'rateValues', '0', 'rateConfig', 'minimumRate'))).toBeNull();
    expect(priceAt(usage, path('usage', 'displayName'))).toBeNull();
  });

  it('names each slab by where it begins, and keeps its package', () => {
    expect(pricesOf(usage).map(({ key, label, rate }) => [key, label, rate])).toEqual([
      ['USD 1', 'Price in USD after 0 units', '0.5'],
      ['USD 2', expect.stringMatching(/^Price in USD after 1.000 units$/), '0.004'],
    ]);
    expect(withRates(usage, { 'USD 2': '0.003' })).toMatchObject({
      usage: {
        ratePlan: { slabs: [{ slabConfig: { packageSize: '100' } }, { slabConfig: null }] },
        rateValues: [{ slabRates: [{ rate: '0.5' }, { rate: '0.003' }] }],
      },
    });
  });
});

describe('a stacked bar', () => {
  it('puts amounts one after the other, runs credits back from their end, and leaves zeros out', () => {
    const { parts, least, most } = stackOf([10, -4, 0, 5]);
    expect(parts.map(({ index, start, isCredit }) => [index, start, isCredit])).toEqual([
      [0, 0, false],
      [3, 10, false],
      [1, 11, true],
    ]);
    expect([least, most]).toEqual([0, 15]);
    expect(stackOf([10, -12])).toMatchObject({ least: -2, most: 10 });
  });
});

describe('an event of an account', () => {
  const NO_LICENSES: ReadonlyMap<string, LicenseUpdate> = new Map();
  const period = (name: string, startDate: string, endDate: string) => ({ startDate, endDate, pricePlanVersion: { name, version: 1 } });

  it('is told by what changed on the timeline, where that is known', () => {
    const changes = [
      {
        __typename: 'SchedulePlanChanged',
        schedule: period('Team', '2026-12-01', '9999-01-01'),
        before: period('Starter', '2026-12-01', '9999-01-01'),
      },
    ];
    const [sentence] = sentenceOf({ kinds: ['PLAN_CHANGED'], timelineRevision: { changes } }, NO_LICENSES);
    expect(sentence).toMatch(/^Starter v1 became Team v1: from /);
  });

  it('names each license that changed, as far as it has been read', () => {
    const event = { kinds: ['LICENSES_CHANGED'], entry: { entities: ['acc.1', 'lic.1'] } };
    const update = { effectiveFrom: '2026-12-01T00:00:00Z', quantityAfter: '1040', license: { name: 'Seat' } };
    expect(sentenceOf(event, NO_LICENSES)).toEqual(['The licenses changed.']);
    expect(sentenceOf(event, new Map([['lic.1', update]]))).toEqual([
      expect.stringMatching(/^The account holds 1,040 of the license Seat from .* on\.$/),
    ]);
  });

  it.each([
    [{ actor: 'system' }, 'the system'],
    [{ actor: 'tok.1' }, 'the API token “Billing”'],
    [{ actor: 'tok.2', delegate: null }, 'the API token tok.2'],
    [{ actor: 'tok.1', delegate: 'dlg.1' }, 'a customer'],
    [{ actor: 'iss.1', delegate: 'ops@acme' }, 'ops@acme, a customer'],
    [{ actor: 'stf.1', delegate: 'ada' }, 'ada'],
  ])('by %j is made by “%s”', (entry, text) => {
    expect(actorText(entry, new Map([['tok.1', 'Billing']]))).toBe(text);
  });

  it.each([
    [['PROPOSAL_APPROVED'], 'Proposal 7 was approved.'],
    [['PROPOSAL_EXPIRED'], 'Proposal 7 expired.'],
    [['PURCHASE_FAILED'], 'Proposal 7 was not paid.'],
    [['DRAFT_FINALIZED'], 'The draft became the contract.'],
    [['ACCOUNT_CREATED'], 'The account was created.'],
    [['SOMETHING_NEW'], 'Something new.'],
  ])('%j says “%s”', (kinds, sentence) => {
    expect(sentenceOf({ kinds, proposal: { number: 7 } }, NO_LICENSES)).toEqual([sentence]);
  });
});
