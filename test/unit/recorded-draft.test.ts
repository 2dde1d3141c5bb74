import { describe, expect, test } from 'vitest';
import { openVersionsOf } from '../../src/domain/price-plan/price-plan.ts';
import { isStale } from '../../src/domain/schedule/rebase.ts';
import { baseTimeline, draftToFinalize, draftToRebase } from '../../src/domain/schedule/recorded-draft.ts';
import { hasEverHadSchedule } from '../../src/domain/schedule/start-rule.ts';
import { BASIC, PRO, picture, planVersion, schedule, VERSIONS } from '../support/schedules.ts';

const FIRST_HALF = { ...schedule('s1', '2026-01-01', '2026-07-01', BASIC), recordedRevision: 3 };
const SECOND_HALF = { ...schedule('s3', '2026-07-01', '2027-01-01', PRO), recordedRevision: 5 };
const REPLACED = schedule('s2', '2026-07-01', '2027-01-01', BASIC);

/** A draft created at timeline revision 4, with what replaced a schedule at revision 5. */
const RECORDED = {
  accountStatus: 'ACTIVE' as const,
  timeline: [FIRST_HALF, SECOND_HALF],
  timelineRevision: 5,
  draft: [FIRST_HALF],
  edits: [],
  baseTimelineRevision: 4,
  superseded: [REPLACED],
  versions: VERSIONS,
};

describe('The timeline that a draft was created from', () => {
  test('has the schedules that stood at its revision, in order, whether or not they still stand', () => {
    expect(picture(baseTimeline([FIRST_HALF, SECOND_HALF], [REPLACED], 4))).toEqual([
      's1 2026-01-01..2026-07-01 basic',
      's2 2026-07-01..2027-01-01 basic',
    ]);
    expect(picture(baseTimeline([SECOND_HALF], [REPLACED, FIRST_HALF], 4))).toEqual([
      's1 2026-01-01..2026-07-01 basic',
      's2 2026-07-01..2027-01-01 basic',
    ]);
  });

  test('is the active timeline while nothing changed', () => {
    expect(picture(baseTimeline([FIRST_HALF, SECOND_HALF], [], 5))).toEqual(picture([FIRST_HALF, SECOND_HALF]));
  });

  test('is what a rebase and a finalize compare with', () => {
    expect(picture(draftToRebase(RECORDED).base)).toEqual(['s1 2026-01-01..2026-07-01 basic', 's2 2026-07-01..2027-01-01 basic']);
  });

  test('is stale as soon as the account has another timeline revision', () => {
    expect(isStale(RECORDED)).toBe(true);
    expect(isStale({ ...RECORDED, timelineRevision: 4 })).toBe(false);
  });
});

describe('The issues of a draft', () => {
  const context = { accountCurrency: 'INR', cardsOf: () => ({ rateCards: [], billables: new Map() }) };

  test('are those of the schedules that it adds or changes, by the cards of each', () => {
    const added = { ...schedule('s4', '2027-01-01', '2028-01-01', PRO), recordedRevision: 5 };
    const { issues } = draftToFinalize({ ...RECORDED, timeline: [FIRST_HALF], draft: [FIRST_HALF, added] }, context);
    expect(issues.map(({ code, referenceId }) => [code, referenceId])).toEqual([['CURRENCY_NOT_SUPPORTED', 's4']]);
  });

  test('are none of a draft that says what the active timeline says', () => {
    expect(draftToFinalize({ ...RECORDED, draft: RECORDED.timeline }, context).issues).toEqual([]);
  });
});

test('An account has had a schedule once its timeline was changed', () => {
  expect([0, 1, 7].map((timelineRevision) => hasEverHadSchedule({ timelineRevision }))).toEqual([false, true, true]);
  expect(draftToRebase({ ...RECORDED, timelineRevision: 0 }).everHadSchedule).toBe(false);
});

test('A change of a plan meets its draft and its newest active version, in whatever order the versions are read', () => {
  const [first, second] = [1, 2].map((version) => planVersion(`v${version}`, { version }));
  const draft = planVersion('v3', { version: 3, status: 'DRAFT' });
  const versions = [first, draft, second].flatMap((version) => version ?? []);
  expect(openVersionsOf(versions)).toEqual({ draft, latestActive: second });
  expect(openVersionsOf([draft])).toEqual({ draft, latestActive: null });
  expect(openVersionsOf([])).toEqual({ draft: null, latestActive: null });
});
