import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/day.ts';
import { scheduleChanges } from '../../src/domain/schedule/changes.ts';
import { finalizeDraft } from '../../src/domain/schedule/draft.ts';
import { applyEdit, applyEdits, MAX_EDITS, type ScheduleEdit } from '../../src/domain/schedule/edit.ts';
import { type Schedules, sameContent } from '../../src/domain/schedule/schedule.ts';
import { earliestChange } from '../../src/domain/schedule/start-rule.ts';
import { isSameTimeline, planWrites, reuseUnchanged } from '../../src/domain/schedule/writes.ts';
import { at, firstDifference, isTimeline } from '../../src/domain/timeline/timeline.ts';
import { runs } from '../support/runs.ts';
import { associate, BASIC, DEFERRED, day, disassociate, editContext, ONGOING, PRO, unwrap, VERSIONS } from '../support/schedules.ts';

const TODAY = day('2026-05-20');
const FIRST = day('2026-01-01');
const WINDOW = 240;
const days = Array.from({ length: WINDOW }, (_, i) => addDays(FIRST, i));

/** Edits of a few months around today, mostly of the plans that let change the past. */
const edits: fc.Arbitrary<ScheduleEdit> = fc
  .record({
    from: fc.nat(WINDOW - 2),
    length: fc.integer({ min: 1, max: 90 }),
    version: fc.constantFrom(BASIC, PRO, ONGOING, DEFERRED, null),
    merge: fc.boolean(),
  })
  .map(({ from, length, version, merge }) => {
    const [start, end] = [addDays(FIRST, from), addDays(FIRST, from + length)];
    return version ? associate(start, end, version, { merge }) : disassociate(start, end);
  });
const batches = fc.array(edits, { minLength: 1, maxLength: MAX_EDITS });

/** A timeline as an account comes by it: the first edits may begin any day. */
const timelines = batches.map((batch) => unwrap(applyEdits([], batch, editContext({ everHadSchedule: false }))));
const laterIds = () => {
  let count = 0;
  return editContext({ nextScheduleId: () => `later-${++count}` });
};
const ids = (timeline: Schedules) => timeline.map(({ content }) => content.scheduleId);

describe('Laws of edits', () => {
  test('a timeline stays ordered and disjoint, and no schedule is in it twice', () => {
    fc.assert(
      fc.property(timelines, edits, (before, edit) => {
        const result = applyEdit(before, edit, laterIds());
        const after = result.ok ? result.value : before;
        expect(isTimeline(after)).toBe(true);
        expect(new Set(ids(after)).size).toBe(after.length);
      }),
    );
  });

  test('a day outside the period says what it said before, and a day inside what the edit says', () => {
    fc.assert(
      fc.property(timelines, edits, (before, edit) => {
        const context = { ...laterIds(), everHadSchedule: false };
        const after = unwrap(applyEdit(before, edit, context));
        for (const each of days) {
          const inside = edit.period.start <= each && each < edit.period.end;
          const expected = edit.mode === 'ASSOCIATE' ? edit.version.id : undefined;
          expect(at(after, each)?.content.planVersionId).toBe(inside ? expected : at(before, each)?.content.planVersionId);
        }
      }),
      runs(30),
    );
  });

  test('merging changes what is in force on no day', () => {
    fc.assert(
      fc.property(timelines, edits, (before, edit) => {
        const open = { ...laterIds(), everHadSchedule: false };
        const apart = unwrap(applyEdit(before, { ...edit, merge: false }, open));
        const merged = unwrap(applyEdit(before, { ...edit, merge: true }, open));
        expect(firstDifference(apart, merged, sameContent)).toBeNull();
      }),
    );
  });

  test('nothing accepted changes a day or a seam before the earliest, and nothing that changes nothing is refused', () => {
    fc.assert(
      fc.property(timelines, batches, (before, batch) => {
        const earliest = earliestChange({ timeline: before, today: TODAY, versions: VERSIONS, everHadSchedule: true });
        const result = applyEdits(before, batch, laterIds());
        const tooEarly = batch.some((edit) => earliest !== null && edit.period.start < earliest);
        const onAnyDay = unwrap(applyEdits(before, batch, { ...laterIds(), everHadSchedule: false }));
        if (!tooEarly || isSameTimeline(before, onAnyDay)) expect(result.ok).toBe(true);
        const firstSchedules = (timeline: Schedules) =>
          timeline.flatMap(({ period, content }) => (earliest && period.start < earliest ? `${period.start} ${content.scheduleId}` : []));
        if (result.ok) expect(firstSchedules(result.value)).toEqual(firstSchedules(before));
        const first = result.ok ? firstDifference(before, result.value, sameContent) : null;
        expect(first === null || earliest === null || first >= earliest).toBe(true);
      }),
    );
  });
});

/** Two timelines whose schedules may have ids in common. A schedule counts its cycles from one day, so all count from the same. */
const pairs = fc.tuple(timelines, timelines).map((pair) => pair.map((timeline) => timeline.map(countedFromFirst)));
const countedFromFirst = ({ period, content }: Schedules[number]) => ({ period, content: { ...content, countsFrom: FIRST } });

describe('Laws of what is written and told', () => {
  test('superseding and adding turns the one timeline into the other', () => {
    fc.assert(
      fc.property(pairs, ([before = [], after = []]) => {
        const { superseded, added } = planWrites(before, after);
        const unchanged = before.filter((piece) => !superseded.includes(piece));
        const written = [...unchanged, ...added].toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1));
        expect(written).toEqual(after);
      }),
    );
  });

  test('every schedule that comes, goes or differs is told of, and no other', () => {
    fc.assert(
      fc.property(timelines, timelines, (before, after) => {
        const { superseded, added } = planWrites(before, reuseUnchanged(before, after));
        const reported = scheduleChanges(before, after)
          .flatMap((change) => ['before' in change ? change.before : [], 'after' in change ? change.after : []])
          .flat();
        expect(new Set(reported)).toEqual(new Set([...superseded, ...added]));
      }),
    );
  });

  test('a draft made by edits finalizes to what the same edits make at once', () => {
    fc.assert(
      fc.property(timelines, batches, (timeline, batch) => {
        const direct = applyEdits(timeline, batch, laterIds());
        const draft = unwrap(applyEdits(timeline, batch, { ...laterIds(), draftOf: timeline }));
        const revisions = { baseTimelineRevision: 1, timelineRevision: 1 };
        const context = { timeline, today: TODAY, versions: VERSIONS, everHadSchedule: true };
        const finalized = finalizeDraft({
          ...context,
          ...revisions,
          draft,
          base: timeline,
          accountStatus: 'ACTIVE',
          issues: [],
          merge: false,
        });
        if (direct.ok) expect(finalized).toEqual(direct);
      }),
    );
  });
});
