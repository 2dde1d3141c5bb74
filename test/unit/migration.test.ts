import { describe, expect, test } from 'vitest';
import { type MigrationContext, migrateTimeline } from '../../src/domain/migration/migrate.ts';
import {
  checkMigration,
  checkSellable,
  isSource,
  MIGRATION_MODES,
  type MigrationMode,
  migrationTo,
} from '../../src/domain/migration/migration.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import type { Schedules } from '../../src/domain/schedule/schedule.ts';
import { migrated, migration, migrationContext, V1, V2, V3 } from '../support/plan-migration.ts';
import { decimal, fee } from '../support/rate-cards.ts';
import { BASIC, day, MONTHLY, ONGOING, picture, planVersion, QUARTERLY, schedule } from '../support/schedules.ts';

/** A fee for an item that is archived. */
const setupAt = (rate: string) =>
  fee('setup', rate, { billableId: 'addon.setup', rateValues: ['USD', 'EUR'].map((currency) => ({ currency, rate: decimal(rate) })) });
const SETUP = setupAt('10');
const ARCHIVED = { id: 'addon.setup', kind: 'FIXED_FEE', name: 'Setup', billableName: null, status: 'ARCHIVED' } as const;
const sets =
  (cards: Readonly<Record<string, readonly RateCard[]>>): MigrationContext['cardsOf'] =>
  (setId) => ({ rateCards: cards[setId] ?? [], billables: new Map([[ARCHIVED.id, ARCHIVED]]) });

const NOTHING_LEFT = { ok: true, value: null };
const FOR_EVER = [schedule('s1', '2026-01-01', '9999-01-01', V1)];
/** The same plan in versions whose running cycle may be changed. */
const OPEN = planVersion('open', { pricePlanId: 'team', name: 'Team', allowOngoingCycleUpdates: true });
const fromOpen = (mode: MigrationMode) => migration({ mode, source: { pricePlanId: 'team', versionId: 'open' } });

const pictureOf = (timeline: Schedules, moves = migration(), context = migrationContext([OPEN])) =>
  picture(migrated(timeline, moves, context));
const refusal = (timeline: Schedules, moves = migration(), context = migrationContext([OPEN])) => {
  const result = migrateTimeline(timeline, moves, context);
  return result.ok ? null : result.refusals[0];
};

describe('IMMEDIATE', () => {
  test('moves the schedule in force from tomorrow on', () => {
    expect(pictureOf(FOR_EVER)).toEqual(['s1 2026-01-01..2026-05-21 v1', 'new-1 2026-05-21..9999-01-01 v3']);
  });

  test('moves it from today on where its running cycle may be changed, and never from the past', () => {
    const timeline = [schedule('s1', '2026-01-01', '9999-01-01', OPEN)];
    expect(pictureOf(timeline, fromOpen('IMMEDIATE'))).toEqual(['s1 2026-01-01..2026-05-20 open', 'new-1 2026-05-20..9999-01-01 v3']);
  });

  test('leaves nothing of a schedule that begins on the very day', () => {
    const timeline = [schedule('s1', '2026-05-20', '9999-01-01', OPEN)];
    expect(pictureOf(timeline, fromOpen('IMMEDIATE'))).toEqual(['new-1 2026-05-20..9999-01-01 v3']);
  });
});

describe('NEXT_CYCLE', () => {
  test('moves the schedule in force from the next boundary of its own cycle on', () => {
    expect(pictureOf(FOR_EVER, migration({ mode: 'NEXT_CYCLE' }))).toEqual([
      's1 2026-01-01..2026-06-01 v1',
      'new-1 2026-06-01..9999-01-01 v3',
    ]);
    const quarterly = [schedule('s1', '2026-01-01', '9999-01-01', V1, { pricingCycle: QUARTERLY })];
    expect(pictureOf(quarterly, migration({ mode: 'NEXT_CYCLE' }))).toEqual([
      's1 2026-01-01..2026-07-01 v1',
      'new-1 2026-07-01..9999-01-01 v3',
    ]);
  });

  test('has nothing to do where the schedule ends before that', () => {
    const ending = [schedule('s1', '2026-01-01', '2026-05-25', V1)];
    expect(migrateTimeline(ending, migration({ mode: 'NEXT_CYCLE' }), migrationContext())).toEqual(NOTHING_LEFT);
  });
});

describe('START_OF_CURRENT_CYCLE', () => {
  test('moves the schedule in force from the first day of its running cycle on', () => {
    const timeline = [schedule('s1', '2026-01-01', '9999-01-01', OPEN)];
    expect(pictureOf(timeline, fromOpen('START_OF_CURRENT_CYCLE'))).toEqual([
      's1 2026-01-01..2026-05-01 open',
      'new-1 2026-05-01..9999-01-01 v3',
    ]);
  });

  test('moves it from its own first day on where its first cycle is running', () => {
    const timeline = [schedule('s0', '2026-01-01', '2026-05-10', BASIC), schedule('s1', '2026-05-10', '9999-01-01', OPEN)];
    expect(pictureOf(timeline, fromOpen('START_OF_CURRENT_CYCLE'))).toEqual([
      's0 2026-01-01..2026-05-10 basic',
      'new-1 2026-05-10..9999-01-01 v3',
    ]);
  });

  test('is refused for an account whose own version does not allow it', () => {
    const all = migration({ mode: 'START_OF_CURRENT_CYCLE', source: { pricePlanId: 'team', versionId: null } });
    expect(refusal(FOR_EVER, all)).toMatchObject({ code: 'EFFECTIVE_FROM_TOO_EARLY', earliest: '2026-05-21' });
  });
});

describe('Every mode', () => {
  test.each(MIGRATION_MODES)('%s moves schedules that begin later whole, and leaves those of other plans and the past', (mode) => {
    const timeline = [
      schedule('past', '2026-01-01', '2026-03-01', V1),
      schedule('other', '2026-03-01', '2026-07-01', BASIC),
      schedule('next', '2026-07-01', '2026-10-01', V1),
      schedule('pause-before', '2026-11-01', '2027-01-01', V1),
      schedule('second', '2027-01-01', '9999-01-01', V2),
    ];
    expect(pictureOf(timeline, migration({ mode }))).toEqual([
      'past 2026-01-01..2026-03-01 v1',
      'other 2026-03-01..2026-07-01 basic',
      'new-1 2026-07-01..2026-10-01 v3',
      'new-2 2026-11-01..2027-01-01 v3',
      'second 2027-01-01..9999-01-01 v2',
    ]);
  });

  test('moves every earlier version of the plan where no source version is named, and the target least of all', () => {
    const all = migration({ source: { pricePlanId: 'team', versionId: null }, target: V2 });
    expect([V1, V2, V3, BASIC].map((version) => isSource(all, version))).toEqual([true, false, false, false]);
  });

  test('has nothing to do where no schedule of the source is left today or later', () => {
    for (const timeline of [[], [schedule('s1', '2026-01-01', '2026-05-20', V1)], [schedule('s1', '2026-01-01', '9999-01-01', V2)]]) {
      expect(migrateTimeline(timeline, migration(), migrationContext())).toEqual(NOTHING_LEFT);
    }
  });
});

describe('What a schedule says otherwise than its plan', () => {
  const override = { pricingCycle: QUARTERLY, currencies: ['USD'], rateCardSetId: 'own-cards' };
  const overridden = [schedule('s1', '2026-06-01', '9999-01-01', V1, override)];

  test('is kept: the value of each override stays, a set of rate cards as a whole', () => {
    for (const mode of ['IMMEDIATE', 'NEXT_CYCLE'] as const) {
      expect(migrated(overridden, migration({ mode }), migrationContext())[0]?.content).toMatchObject({ planVersionId: 'v3', ...override });
    }
  });

  test('is dropped by the modes that ignore it: the target alone speaks', () => {
    for (const mode of ['IMMEDIATE_IGNORE_OVERRIDE', 'NEXT_CYCLE_IGNORE_OVERRIDE'] as const) {
      expect(migrated(overridden, migration({ mode }), migrationContext())[0]?.content).toMatchObject({
        planVersionId: 'v3',
        pricingCycle: null,
        currencies: null,
        rateCardSetId: 'cards-of-v3',
      });
    }
  });

  test('is none any more where the target says the same', () => {
    const same = planVersion('same', { pricePlanId: 'team', version: 4, pricingCycle: QUARTERLY, currencies: ['USD'] });
    const [piece] = migrated(overridden, migration({ target: same }), migrationContext([same]));
    expect(piece?.content).toMatchObject({ pricingCycle: null, currencies: null });
  });

  test('takes the rate cards of the target where they were the source’s own', () => {
    expect(migrated(FOR_EVER, migration(), migrationContext())[1]?.content.rateCardSetId).toBe('cards-of-v3');
  });

  test('that does not fit the target is refused with the code of what it would lack', () => {
    const deferred = planVersion('deferred-v4', { pricePlanId: 'team', name: 'Team', version: 4, deferredRevenue: true });
    const context = migrationContext([deferred], { cardsOf: sets({ 'own-cards': [SETUP] }) });
    const to = (mode: MigrationMode) => refusal(overridden, migration({ mode, target: deferred }), context);
    expect(to('IMMEDIATE')).toMatchObject({
      code: 'DEFERRED_REVENUE_LIMIT',
      message: expect.stringMatching(/"s1".*version 4 of "Team": .*IN_ADVANCE/),
    });
    // What nothing is kept of cannot be at fault.
    expect(to('IMMEDIATE_IGNORE_OVERRIDE')).toBeNull();
  });
});

describe('An archived item', () => {
  const context = (cards: Parameters<typeof sets>[0]) => migrationContext([], { cardsOf: sets(cards) });

  test('is not sold by a target that has it and the source has not, or at another price', () => {
    for (const before of [[], [setupAt('5')]]) {
      const refused = refusal(FOR_EVER, migration(), context({ 'cards-of-v1': before, 'cards-of-v3': [SETUP] }));
      expect(refused).toMatchObject({ code: 'BILLABLE_ARCHIVED', message: expect.stringContaining('"s1" cannot move to version 3') });
    }
  });

  test('goes on where source and target have it with the same card', () => {
    expect(refusal(FOR_EVER, migration(), context({ 'cards-of-v1': [SETUP], 'cards-of-v3': [SETUP] }))).toBeNull();
  });
});

describe('What a migration leaves side by side with the same content', () => {
  test('is one schedule: of a NEXT_CYCLE and an IMMEDIATE_IGNORE_OVERRIDE after it no seam is left', () => {
    const first = migrated(FOR_EVER, migration({ mode: 'NEXT_CYCLE' }), migrationContext());
    expect(pictureOf(first, migration({ mode: 'IMMEDIATE_IGNORE_OVERRIDE' }))).toEqual([
      's1 2026-01-01..2026-05-21 v1',
      'new-1 2026-05-21..9999-01-01 v3',
    ]);
  });

  test('is one schedule with what stood there before it as well, whose id stays', () => {
    const timeline = [schedule('s0', '2026-01-01', '2026-06-01', V3), schedule('s1', '2026-06-01', '9999-01-01', V1)];
    expect(pictureOf(timeline)).toEqual(['s0 2026-01-01..9999-01-01 v3']);
  });

  test('and not what stands elsewhere, or says something else', () => {
    const elsewhere = [
      schedule('s0', '2026-01-01', '2026-03-01', BASIC),
      schedule('s1', '2026-03-01', '2026-05-01', BASIC),
      schedule('s2', '2026-06-01', '2027-01-01', V1),
      schedule('s3', '2027-01-01', '9999-01-01', V3, { currencies: ['USD'] }),
    ];
    expect(pictureOf(elsewhere)).toHaveLength(4);
  });
});

describe('The cycle under the target', () => {
  const on15th = { ...MONTHLY, dayOffset: '15' };
  const target = planVersion('next', { pricePlanId: 'team', version: 4, pricingCycle: on15th });
  const cycleOf = (content: object, other: Parameters<typeof migration>[0], versions = [target]) =>
    migrated(
      [schedule('s1', '2026-06-01', '9999-01-01', versions[1] ?? V1, content)],
      migration({ target, ...other }),
      migrationContext(versions),
    )[0]?.content.pricingCycle;

  test('is the target’s own, or with retainStartOffsets the one that was in force', () => {
    expect(cycleOf({}, {})).toBeNull();
    expect(cycleOf({}, { retainStartOffsets: true })).toEqual(MONTHLY);
  });

  test('is the override that is kept, which wins over retainStartOffsets', () => {
    const last = { ...MONTHLY, dayOffset: 'LAST' };
    expect(cycleOf({ pricingCycle: last }, { retainStartOffsets: true })).toEqual(last);
    expect(cycleOf({ pricingCycle: QUARTERLY }, {})).toEqual(QUARTERLY);
  });

  test('cannot be retained under another interval', () => {
    const yearly = planVersion('yearly', { pricePlanId: 'team', version: 4, pricingCycle: { ...QUARTERLY, interval: 'ANNUALLY' } });
    const retaining = migration({ target: yearly, retainStartOffsets: true });
    expect(refusal(FOR_EVER, retaining, migrationContext([yearly]))).toMatchObject({ code: 'INTERVAL_MISMATCH' });
  });

  describe('of an anniversary, whose offsets are the plan’s word and nobody’s override,', () => {
    const anniversary = { ...MONTHLY, anniversaryCycle: true };
    const source = planVersion('v1', { pricePlanId: 'team', pricingCycle: anniversary });
    const own = { pricingCycle: { ...anniversary, dayOffset: '9' } };

    test('goes on where the target has an anniversary of the same interval, with the grace period of the target', () => {
      const patient = planVersion('next', { pricePlanId: 'team', version: 4, pricingCycle: { ...anniversary, gracePeriod: 30 } });
      expect(cycleOf(own, { target: patient }, [patient, source])).toEqual({ ...anniversary, dayOffset: '9', gracePeriod: 30 });
    });

    test('begins anew with the day of the migration where overrides are ignored', () => {
      const same = planVersion('next', { pricePlanId: 'team', version: 4, pricingCycle: anniversary });
      expect(cycleOf(own, { target: same, mode: 'IMMEDIATE_IGNORE_OVERRIDE' }, [same, source])).toBeNull();
    });

    test('gives way to a target without one, or of another interval', () => {
      expect(cycleOf(own, {}, [target, source])).toBeNull();
      const quarterly = planVersion('next', { pricePlanId: 'team', version: 4, pricingCycle: { ...QUARTERLY, anniversaryCycle: true } });
      expect(cycleOf(own, { target: quarterly }, [quarterly, source])).toMatchObject({
        interval: 'QUARTERLY',
        dayOffset: '1',
        monthOffset: '3',
      });
    });
  });
});

describe('An account is not migrated', () => {
  test.each([
    ['DRAFT', 'ACCOUNT_NOT_ACTIVE'],
    ['ARCHIVED', 'ARCHIVED'],
  ] as const)('while it is %s', (status, code) => {
    const context = migrationContext([], { account: { status, invoiceCurrency: 'USD' } });
    expect(refusal(FOR_EVER, migration(), context)).toMatchObject({ code });
  });

  test('to what has no price in its currency, an override that is kept included', () => {
    const eur = planVersion('eur', { pricePlanId: 'team', name: 'Team', version: 4, currencies: ['EUR'] });
    expect(refusal(FOR_EVER, migration({ target: eur }), migrationContext([eur]))).toMatchObject({ code: 'CURRENCY_NOT_SUPPORTED' });
    const dollars = [schedule('s1', '2026-01-01', '9999-01-01', V1, { currencies: ['USD'] })];
    expect(refusal(dollars, migration({ target: eur }), migrationContext([eur]))).toBeNull();
  });

  test('beyond 1,000 schedules', () => {
    const days = Array.from({ length: 999 }, (_, i) => i);
    const date = (i: number) => new Date(Date.UTC(2030, 0, 1 + i)).toISOString().slice(0, 10);
    const many = [...[schedule('s1', '2026-01-01', '2030-01-01', V1)], ...days.map((i) => schedule(`d${i}`, date(i), date(i + 1), BASIC))];
    expect(refusal(many)).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
});

describe('A migration cannot be made', () => {
  const check = (other: Partial<Parameters<typeof checkMigration>[0]>) => {
    const result = checkMigration({ source: V1, target: V3, targetArchivedAt: null, mode: 'IMMEDIATE', ...other });
    return result.ok ? [] : result.refusals.map(({ code, path, message }) => [code, path[0], message]);
  };
  const DRAFT = planVersion('v4', { pricePlanId: 'team', name: 'Team', version: 4, status: 'DRAFT' });
  const PACK = planVersion('pack', { name: 'Pack', type: 'PURCHASE' });

  test.each([
    ['from a draft', { source: DRAFT }, 'MIGRATION_NOT_ALLOWED', 'sourceVersion', 'Version 4 of "Team" is a draft'],
    ['to a draft', { target: DRAFT }, 'MIGRATION_NOT_ALLOWED', 'targetVersion', 'Finalize it first'],
    [
      'from a plan that is bought once',
      { source: PACK },
      'MIGRATION_NOT_ALLOWED',
      'sourceId',
      'Only the accounts of a BILLING plan can migrate',
    ],
    ['to a plan that is bought once', { target: PACK }, 'MIGRATION_NOT_ALLOWED', 'targetId', '"Pack" is a PURCHASE plan'],
    ['to an archived plan', { targetArchivedAt: 1 }, 'MIGRATION_NOT_ALLOWED', 'targetId', 'archived'],
    ['from a version to itself', { target: V1 }, 'NOTHING_TO_CHANGE', 'targetVersion', 'is both source and target'],
    [
      'into a running cycle that may not change',
      { mode: 'START_OF_CURRENT_CYCLE' },
      'MIGRATION_NOT_ALLOWED',
      'migrationMode',
      'NEXT_CYCLE',
    ],
  ] as const)('%s, and the field at fault is named', (_title, other, code, field, words) => {
    expect(check(other)).toEqual([[code, field, expect.stringContaining(words)]]);
  });

  test('in all of these ways at once, and each is told', () => {
    expect(check({ source: DRAFT, target: PACK, targetArchivedAt: 1 }).map(([, field]) => field)).toEqual([
      'sourceVersion',
      'targetId',
      'targetId',
    ]);
  });

  test('but from an older to a newer version, back, to another plan, or into a running cycle that may change', () => {
    expect([check({}), check({ source: V3, target: V1 }), check({ target: BASIC })]).toEqual([[], [], []]);
    for (const source of [ONGOING, planVersion('d', { deferredRevenue: true })]) {
      expect(check({ source, mode: 'START_OF_CURRENT_CYCLE' })).toEqual([]);
    }
  });
});

describe('An item of the target that is archived', () => {
  const priced = (...cards: readonly RateCard[]) => ({ rateCards: cards, billables: new Map([[ARCHIVED.id, ARCHIVED]]) });
  const base = fee('base', '1');
  const sold = (source: readonly RateCard[], target: readonly RateCard[]) => checkSellable(V3, { source, target: priced(...target) });

  test('keeps every account out, unless the source has the very same card', () => {
    expect(sold([base], [base, SETUP])).toMatchObject({ refusals: [{ code: 'BILLABLE_ARCHIVED', path: ['targetVersion'] }] });
    expect(sold([base, setupAt('9')], [base, SETUP])).toMatchObject({ refusals: [{ message: expect.stringContaining('"setup"') }] });
    expect(sold([SETUP, base], [base, SETUP]).ok).toBe(true);
    expect(sold([SETUP], [base]).ok).toBe(true);
  });
});

describe('A finalize', () => {
  const carried = (latest: typeof V2 | null, mode: MigrationMode, versions: 'LATEST_VERSION' | 'ALL_VERSION' = 'LATEST_VERSION') =>
    migrationTo(V3, latest, { mode, versions });

  test('moves accounts from the version before, or from every earlier one', () => {
    expect(carried(V2, 'NEXT_CYCLE')).toMatchObject({ value: { source: { pricePlanId: 'team', versionId: 'v2' }, target: V3 } });
    expect(carried(V2, 'NEXT_CYCLE', 'ALL_VERSION')).toMatchObject({ value: { source: { pricePlanId: 'team', versionId: null } } });
  });

  test('moves nobody where there is no earlier version, or the mode does not suit it; `migrationMode` is at fault', () => {
    const refused = { refusals: [{ code: 'MIGRATION_NOT_ALLOWED', path: ['migrationMode'] }] };
    expect(carried(null, 'IMMEDIATE')).toMatchObject(refused);
    expect(carried(V2, 'START_OF_CURRENT_CYCLE')).toMatchObject(refused);
    expect(carried(planVersion('p', { type: 'PURCHASE' }), 'IMMEDIATE')).toMatchObject(refused);
  });

  test('asks each account by itself whether its version suits the mode, where all versions move', () => {
    expect(carried(V2, 'START_OF_CURRENT_CYCLE', 'ALL_VERSION').ok).toBe(true);
  });
});

test('what begins on the day of the cut is there from that day on', () => {
  const context = migrationContext([], { today: day('2026-05-31') });
  expect(pictureOf(FOR_EVER, migration({ mode: 'NEXT_CYCLE' }), context)).toEqual([
    's1 2026-01-01..2026-06-01 v1',
    'new-1 2026-06-01..9999-01-01 v3',
  ]);
});
