import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, startOfDay } from '../../src/domain/day.ts';
import { type MigrationContext, migrateTimeline } from '../../src/domain/migration/migrate.ts';
import { isSource, keepsOverrides, MIGRATION_MODES, type Migration } from '../../src/domain/migration/migration.ts';
import { cycleAt } from '../../src/domain/pricing-cycle.ts';
import {
  isOverridden,
  overriddenParts,
  type ScheduleContent,
  type Schedules,
  sameContent,
  versionOf,
} from '../../src/domain/schedule/schedule.ts';
import { earliestChange } from '../../src/domain/schedule/start-rule.ts';
import { firstDifference, at as inForce, isTimeline } from '../../src/domain/timeline/timeline.ts';
import { migration, migrationContext } from '../support/plan-migration.ts';
import { BASIC, day, MONTHLY, planVersion, QUARTERLY } from '../support/schedules.ts';

const FIRST = day('2026-01-01');
const WINDOW = 240;
const days = Array.from({ length: WINDOW }, (_, i) => addDays(FIRST, i));
const TODAY = day('2026-05-20');

const versionOfPlan = (version: number, other: object = {}) =>
  planVersion(`v${version}`, { pricePlanId: 'team', version, currencies: ['USD', 'EUR'], ...other });
const TARGET = versionOfPlan(4);
const VERSIONS = [
  versionOfPlan(1),
  versionOfPlan(2, { deferredRevenue: true }),
  versionOfPlan(3, { allowOngoingCycleUpdates: true }),
  TARGET,
];
const context = (): MigrationContext => migrationContext([...VERSIONS, BASIC], { today: TODAY });

const overrides = fc.record({
  pricingCycle: fc.constantFrom(null, QUARTERLY, { ...MONTHLY, dayOffset: '15' }),
  currencies: fc.constantFrom(null, ['USD']),
  ownCards: fc.boolean(),
});

/** Schedules one after another around today, with pauses; of the plan's versions or of another plan, some with overrides. */
const timelines: fc.Arbitrary<Schedules> = fc
  .array(
    fc.record({
      pause: fc.nat(20),
      length: fc.integer({ min: 1, max: 90 }),
      version: fc.constantFrom(...VERSIONS, BASIC),
      override: fc.option(overrides, { nil: null }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => {
    let end = FIRST;
    return pieces.map(({ pause, length, version, override }, i) => {
      const start = addDays(end, pause);
      end = addDays(start, length);
      const rateCardSetId = override?.ownCards ? `own-${i}` : version.rateCardSetId;
      const overrides = { pricingCycle: override?.pricingCycle ?? null, currencies: override?.currencies ?? null, pricingRules: null };
      const content = {
        scheduleId: `s${i}`,
        countsFrom: start,
        pricePlanId: version.pricePlanId,
        planVersionId: version.id,
        rateCardSetId,
        ...overrides,
      };
      return { period: { start, end }, content };
    });
  });

const migrations: fc.Arbitrary<Migration> = fc.record({
  mode: fc.constantFrom(...MIGRATION_MODES),
  source: fc.constantFrom('v1', 'v2', 'v3', null).map((versionId) => ({ pricePlanId: 'team', versionId })),
  target: fc.constant(TARGET),
  retainStartOffsets: fc.constant(false),
});

/** The first day that the mode lets change, told from the words of the README by itself. */
function cut(timeline: Schedules, moves: Migration) {
  const { versions } = context();
  const earliest = earliestChange({ timeline, today: TODAY, versions, everHadSchedule: true }) ?? TODAY;
  const current = inForce(timeline, TODAY);
  if (current && isSource(moves, versionOf(current.content, versions))) {
    const config = current.content.pricingCycle ?? versionOf(current.content, versions).pricingCycle;
    const cycle = config && cycleAt(config, current.period, TODAY);
    if (cycle && moves.mode.startsWith('NEXT')) return cycle.end;
    if (cycle && moves.mode.startsWith('START')) return cycle.start;
  }
  return dayOf(Math.max(startOfDay(TODAY), startOfDay(earliest)));
}

const onSource = (content: ScheduleContent | undefined, moves: Migration): boolean =>
  content !== undefined && isSource(moves, versionOf(content, context().versions));

function withoutId(content: ScheduleContent | undefined) {
  if (!content) return undefined;
  const { scheduleId: _, countsFrom: __, ...rest } = content;
  return rest;
}

describe('Laws of migrations', () => {
  test('no day before the cut changes, from it on no day is of the source, and all else is as it was', () => {
    fc.assert(
      fc.property(timelines, migrations, (before, moves) => {
        const result = migrateTimeline(before, moves, context());
        const from = cut(before, moves);
        if (!result.ok) {
          // A running cycle that its own version does not let change: the only way to be refused here.
          expect([moves.mode, result.refusals[0].code]).toEqual(['START_OF_CURRENT_CYCLE', 'EFFECTIVE_FROM_TOO_EARLY']);
          return;
        }
        const after = result.value ?? before;
        for (const each of days) {
          const [was, is] = [inForce(before, each)?.content, inForce(after, each)?.content];
          const moved = each >= from && onSource(was, moves);
          if (moved) expect([each, is?.planVersionId]).toEqual([each, 'v4']);
          else expect([each, withoutId(is)]).toEqual([each, withoutId(was)]);
        }
      }),
    );
  });

  test('the timeline stays ordered and disjoint, no schedule is in it twice, and what did not move is the very same piece, or is joined with what did', () => {
    fc.assert(
      fc.property(timelines, migrations, (before, moves) => {
        const result = migrateTimeline(before, moves, context());
        const after = (result.ok && result.value) || before;
        expect(isTimeline(after)).toBe(true);
        expect(new Set(after.map(({ content }) => content.scheduleId)).size).toBe(after.length);
        const still = before.filter(({ content }) => !onSource(content, moves));
        for (const piece of still) {
          const whole = after.find(({ period }) => period.start <= piece.period.start && piece.period.end <= period.end);
          if (whole === piece) continue;
          // Joined: a longer schedule of the same content, that begins or ends with one that moved.
          expect(whole && sameContent(whole.content, piece.content)).toBe(true);
          const parts = before.filter(({ period }) => whole && whole.period.start < period.end && period.start < whole.period.end);
          expect(parts.some(({ content }) => onSource(content, moves))).toBe(true);
        }
      }),
    );
  });

  test('no seam between schedules of one content is left where it wrote', () => {
    fc.assert(
      fc.property(timelines, migrations, migrations, (before, first, second) => {
        const between = migrateTimeline(before, first, context());
        const standing = (between.ok && between.value) || before;
        const result = migrateTimeline(standing, second, context());
        const after = (result.ok && result.value) || standing;
        for (const [i, right] of after.entries()) {
          const left = after[i - 1];
          if (left?.period.end !== right.period.start || !sameContent(left.content, right.content)) continue;
          // The seam is an old one: what was cut is only the other end of the schedule before it or of the one after it.
          const before = standing.find(({ period }) => period.end === left.period.end);
          const behind = standing.find(({ period }) => period.start === right.period.start);
          expect([before && sameContent(before.content, left.content), behind?.content]).toEqual([true, right.content]);
        }
      }),
    );
  });

  test('an override is kept with its value, and another mode leaves none', () => {
    fc.assert(
      fc.property(timelines, migrations, (before, moves) => {
        const { versions } = context();
        const result = migrateTimeline(before, moves, context());
        for (const { period, content } of (result.ok && result.value) || []) {
          const was = inForce(before, period.start)?.content;
          if (!was || !onSource(was, moves) || content.planVersionId !== 'v4') continue;
          if (!keepsOverrides(moves.mode)) expect(isOverridden(content, TARGET)).toBe(false);
          else {
            const parts = overriddenParts(was, versionOf(was, versions));
            expect(overriddenParts(content, TARGET)).toEqual(parts);
            for (const part of parts) expect(content[part]).toEqual(was[part]);
          }
        }
      }),
    );
  });

  test('a migration done again changes nothing', () => {
    fc.assert(
      fc.property(timelines, migrations, (before, moves) => {
        const result = migrateTimeline(before, moves, context());
        if (!result.ok || !result.value) return;
        const again = migrateTimeline(result.value, moves, context());
        expect(again).toEqual({ ok: true, value: null });
      }),
    );
  });

  test('every mode moves what the gentlest moves, and no mode touches a day that the start rule forbids', () => {
    fc.assert(
      fc.property(timelines, migrations, (before, moves) => {
        const { versions } = context();
        const earliest = earliestChange({ timeline: before, today: TODAY, versions, everHadSchedule: true });
        const result = migrateTimeline(before, moves, context());
        const first = result.ok && result.value ? firstDifference(before, result.value, sameContent) : null;
        expect(first === null || earliest === null || first >= earliest).toBe(true);
        const gentle = migrateTimeline(before, migration({ ...moves, mode: 'NEXT_CYCLE' }), context());
        if (gentle.ok && gentle.value && result.ok) expect(result.value).not.toBeNull();
      }),
    );
  });
});
