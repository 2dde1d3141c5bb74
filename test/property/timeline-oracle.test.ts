import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentEquals } from '../../src/domain/content-text.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import { notFound, precondition } from '../../src/domain/refusal.ts';
import { ok, type Result, refuse } from '../../src/domain/result.ts';
import { finalizeDraft } from '../../src/domain/schedule/draft.ts';
import { applyEdits, type ScheduleEdit } from '../../src/domain/schedule/edit.ts';
import { outlineTimeline } from '../../src/domain/schedule/outline.ts';
import { daysOfPart, overrideSchedule } from '../../src/domain/schedule/override.ts';
import { type DraftEdit, rebaseDraft, withEdits } from '../../src/domain/schedule/rebase.ts';
import { type Schedules, sameContent } from '../../src/domain/schedule/schedule.ts';
import { isSameTimeline, planWrites, reuseUnchanged } from '../../src/domain/schedule/writes.ts';
import { at, firstDifference, isTimeline } from '../../src/domain/timeline/timeline.ts';
import { runs } from '../support/runs.ts';
import { associate, BASIC, disassociate, editContext, ONGOING, PRO, VERSIONS } from '../support/schedules.ts';
import { type Calendar, EMPTY, filled, lives, type Model, type ModelEdit, run, type Step } from '../support/timeline-model.ts';

/** An account as the operations keep it, on the real timelines. */
interface Account {
  readonly active: Schedules;
  readonly draft: {
    readonly schedules: Schedules;
    readonly base: Schedules;
    readonly baseRevision: number;
    readonly edits: readonly DraftEdit[];
  } | null;
  readonly revision: number;
  readonly today: Day;
}

const NEW: Account = { active: [], draft: null, revision: 0, today: EMPTY.today };
const PLANS = new Map([BASIC, PRO, ONGOING].map((version) => [version.id, version]));

const life = lives({ plans: [...PLANS.keys()], overrides: ['cheap', 'dear'], most: 12 });

const toEdit = ({ from, until, plan, merge }: ModelEdit): ScheduleEdit => {
  const version = plan === null ? undefined : PLANS.get(plan);
  return version ? associate(from, until, version, { merge }) : disassociate(from, until);
};

/** The ids of one step: the model and the real thing ask for them in the same order. */
const ids = (step: number) => {
  let count = 0;
  return () => `${step}.${++count}`;
};

function apply(account: Account, step: Step, nextScheduleId: () => string): Result<Account> {
  const { active, draft, today, revision } = account;
  const context = { today, versions: VERSIONS, everHadSchedule: revision > 0 };
  const activate = (after: Schedules): Account => {
    const { superseded, added } = planWrites(active, after);
    return { ...account, active: after, revision: revision + (superseded.length + added.length > 0 ? 1 : 0) };
  };
  const current = draft ?? { schedules: active, base: active, baseRevision: revision, edits: [] };
  const noDraft = refuse(precondition('NO_DRAFT', 'No draft.'));
  switch (step.kind) {
    case 'wait':
      return ok({ ...account, today: addDays(today, step.days) });
    case 'edit': {
      const after = applyEdits(active, step.edits.map(toEdit), editContext({ ...context, nextScheduleId }));
      return after.ok ? ok(activate(after.value)) : after;
    }
    case 'draft': {
      const into = step.discard ? { schedules: active, base: active, baseRevision: revision, edits: [] } : current;
      const edits = step.edits.map(toEdit);
      const after = applyEdits(into.schedules, edits, editContext({ ...context, draftOf: active, nextScheduleId }));
      if (!after.ok) return after;
      const recordedEdits = withEdits(
        into.edits,
        edits.map(({ mode, period }) => ({ mode, period })),
      );
      if (!recordedEdits.ok) return recordedEdits;
      const decided = recordedEdits.value;
      const isAgain = draft && step.discard && draft.baseRevision === revision && contentEquals(draft.edits, decided);
      if (isAgain && isSameTimeline(draft.schedules, reuseUnchanged(draft.schedules, after.value))) return ok(account);
      if (into === draft && isSameTimeline(into.schedules, after.value)) return ok(account);
      return ok({ ...account, draft: { ...into, schedules: after.value, edits: decided } });
    }
    case 'override': {
      const piece = at(current.schedules, step.day);
      if (!piece) return refuse(notFound('schedule', step.day, []));
      const days = daysOfPart(piece.period, { effectiveFrom: step.isFromDay ? step.day : null, effectiveUntil: step.until });
      if (!days.ok) return days;
      const override = { scheduleId: piece.content.scheduleId, days: days.value, overrides: { rateCardSetId: step.as } };
      const after = overrideSchedule(current.schedules, override, { versions: VERSIONS, nextScheduleId });
      if (!after.ok) return after;
      if (current === draft && isSameTimeline(current.schedules, after.value)) return ok(account);
      const recordedEdits = withEdits(current.edits, [{ mode: 'OVERRIDE', period: days.value }]);
      if (!recordedEdits.ok) return recordedEdits;
      return ok({ ...account, draft: { ...current, schedules: after.value, edits: recordedEdits.value } });
    }
    case 'discard':
      return draft ? ok({ ...account, draft: null }) : noDraft;
    default: {
      if (!draft) return noDraft;
      const inQuestion = {
        ...context,
        ...draft,
        accountStatus: 'ACTIVE',
        timeline: active,
        draft: draft.schedules,
        baseTimelineRevision: draft.baseRevision,
        timelineRevision: revision,
        issues: [],
      } as const;
      if (step.kind === 'finalize') {
        const after = finalizeDraft({ ...inQuestion, merge: step.merge });
        return after.ok ? ok({ ...activate(after.value), draft: null }) : after;
      }
      const after = rebaseDraft(inQuestion, nextScheduleId);
      return after.ok ? ok({ ...account, draft: { ...draft, schedules: after.value, base: active, baseRevision: revision } }) : after;
    }
  }
}

const calendarOf = (timeline: Schedules): Calendar =>
  filled((day) => {
    const content = at(timeline, day)?.content;
    const plan = content && PLANS.get(content.planVersionId);
    return (
      plan && {
        id: content.scheduleId,
        says: content.rateCardSetId === plan.rateCardSetId ? plan.id : `${plan.id}+${content.rateCardSetId}`,
      }
    );
  });
const saysOf = (calendar: Calendar) => [...calendar].map(([day, { says }]) => `${day} ${says}`);

/** Goes through a life with both, and hands every step to `check`. */
function through(
  steps: readonly Step[],
  check: (before: Account, step: Step, after: Account, answer: Result<Account>, ids: () => string) => void,
) {
  let [account, model]: [Account, Model] = [NEW, EMPTY];
  for (const [i, step] of steps.entries()) {
    const answer = apply(account, step, ids(i));
    const expected = run(model, step, ids(i));
    const refusal: RefusalCode | null = answer.ok ? null : answer.refusals[0].code;
    expect(refusal).toBe(typeof expected === 'string' ? expected : null);
    if (!answer.ok || typeof expected === 'string') continue;
    const after = answer.value;
    check(account, step, after, answer, ids(i));
    if (step.kind === 'rebase' && expected.draft && after.draft) {
      // The model knows what a rebased draft says; which schedules say it is checked by the laws below.
      const calendar = calendarOf(after.draft.schedules);
      expect(saysOf(calendar)).toEqual(saysOf(expected.draft.calendar));
      model = { ...expected, draft: { ...expected.draft, calendar } };
    } else model = expected;
    expect(calendarOf(after.active)).toEqual(model.active);
    expect(after.draft && calendarOf(after.draft.schedules)).toEqual(model.draft?.calendar ?? null);
    expect(after.revision).toBe(model.revision);
    account = after;
  }
}

describe('Whatever happens to an account', () => {
  test('every day of its timeline and of its draft says what a calendar filled in by hand says, and every refusal is the same', () => {
    fc.assert(
      fc.property(life, (steps) => through(steps, () => {})),
      runs(3_000, { everyday: 1_000 }),
    );
  });

  test('its timelines stay ordered and disjoint, no schedule is in one twice, and what no edit touches stays the very same piece', () => {
    fc.assert(
      fc.property(life, (steps) =>
        through(steps, (before, step, after) => {
          for (const timeline of [after.active, after.draft?.schedules ?? []]) {
            expect(isTimeline(timeline)).toBe(true);
            expect(new Set(timeline.map(({ content }) => content.scheduleId)).size).toBe(timeline.length);
          }
          if (step.kind !== 'edit') return;
          const untouched = before.active.filter(({ period }) =>
            step.edits.every(({ from, until }) => period.end < from || until < period.start),
          );
          for (const piece of untouched) expect(after.active.includes(piece)).toBe(true);
        }),
      ),
      runs(500),
    );
  });

  test('a dry run tells what the run makes, ids of new schedules aside', () => {
    fc.assert(
      fc.property(life, (steps) =>
        through(steps, (before, step, after, _answer, again) => {
          if (step.kind !== 'edit') return;
          const dry = apply(before, step, again);
          const planned = outlineTimeline(before.active, dry.ok ? dry.value.active : [], VERSIONS, { isPlan: true });
          const made = outlineTimeline(before.active, after.active, VERSIONS);
          const known = new Set(before.active.map(({ content }) => content.scheduleId));
          const idOf = (id: string | null) => (id !== null && known.has(id) ? id : null);
          expect(planned.schedules).toEqual(made.schedules.map((each) => ({ ...each, scheduleId: idOf(each.scheduleId) })));
          expect(planned.changes.map(({ kind }) => kind)).toEqual(made.changes.map(({ kind }) => kind));
        }),
      ),
      runs(300),
    );
  });

  test('to discard a draft is as if it had never been, and merging changes what is said on no day', () => {
    fc.assert(
      fc.property(life, (steps) =>
        through(steps, (before, step, after, _answer, again) => {
          if (step.kind === 'draft' || step.kind === 'override') expect(after.active).toBe(before.active);
          if (step.kind === 'discard') expect(after).toEqual({ ...before, draft: null });
          if (step.kind !== 'finalize') return;
          const other = apply(before, { ...step, merge: !step.merge }, again);
          if (other.ok) expect(firstDifference(after.active, other.value.active, sameContent)).toBeNull();
        }),
      ),
      runs(300),
    );
  });
});
