import { describe, expect, test } from 'vitest';
import { type DraftToFinalize, finalizeDraft } from '../../src/domain/draft.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { BASIC, day, ONGOING, PRO, picture, schedule, unwrap, VERSIONS } from '../support/schedules.ts';

const YEAR = schedule('s1', '2026-01-01', '2027-01-01', BASIC);
const NEXT = schedule('s2', '2027-01-01', '2028-01-01', BASIC);
const ISSUE: Issue = {
  referenceId: 's1',
  entityId: 's1',
  entityType: 'SCHEDULE',
  code: 'ACCOUNT_CURRENCY',
  errorMessage: 'The account is invoiced in INR.',
};

/** A finalize on 2026-05-20 of an active account whose timeline is the year 2026, unless said otherwise. */
const finalize = (other: Partial<DraftToFinalize>) =>
  finalizeDraft({
    timeline: [YEAR],
    draft: [YEAR],
    today: day('2026-05-20'),
    versions: VERSIONS,
    everHadSchedule: true,
    accountStatus: 'ACTIVE',
    baseTimelineRevision: 4,
    timelineRevision: 4,
    issues: [],
    merge: false,
    ...other,
  });

describe('Finalizing a draft', () => {
  test('makes it the active timeline', () => {
    const draft = [schedule('s1', '2026-01-01', '2026-06-01', BASIC), schedule('s3', '2026-06-01', '2027-01-01', PRO)];
    expect(finalize({ draft })).toEqual({ ok: true, value: draft });
  });

  test('is accepted of a draft that differs on no day', () => {
    expect(finalize({ draft: [{ ...YEAR }] })).toEqual({ ok: true, value: [YEAR] });
  });

  test('is refused when the timeline moved after the draft was begun', () => {
    expect(finalize({ timelineRevision: 5 })).toMatchObject({
      refusals: [{ kind: 'StaleDraft', code: 'STALE_DRAFT', baseTimelineRevision: 4, timelineRevision: 5 }],
    });
  });

  test('is refused while an issue stands, and answers the issues', () => {
    expect(finalize({ issues: [ISSUE] })).toMatchObject({ refusals: [{ code: 'FINALIZE_BLOCKED', issues: [ISSUE] }] });
  });

  test('is refused when the first day of difference is too early: days may have passed since the draft was begun', () => {
    const draft = [schedule('s1', '2026-01-01', '2026-05-20', BASIC)];
    expect(finalize({ draft })).toMatchObject({ refusals: [{ code: 'EFFECTIVE_FROM_TOO_EARLY', earliest: '2026-05-21' }] });
    expect(finalize({ draft, today: day('2026-05-19') }).ok).toBe(true);
  });

  test('counts a day as different by what is said on it, not by the ids or seams of schedules', () => {
    const draft = [schedule('s8', '2026-01-01', '2026-03-01', BASIC), schedule('s9', '2026-03-01', '2027-01-01', BASIC)];
    expect(finalize({ draft }).ok).toBe(true);
  });

  test('may change the ongoing cycle where the schedule in force allows it', () => {
    const timeline = [schedule('s1', '2026-01-01', '2027-01-01', ONGOING)];
    const until = (end: string) => [schedule('s1', '2026-01-01', end, ONGOING)];
    expect(finalize({ timeline, draft: until('2026-05-01') }).ok).toBe(true);
    expect(finalize({ timeline, draft: until('2026-04-30') })).toMatchObject({ refusals: [{ earliest: '2026-05-01' }] });
  });

  test('of the first schedules of an account may begin in the past', () => {
    expect(finalize({ timeline: [], draft: [YEAR], everHadSchedule: false }).ok).toBe(true);
    expect(finalize({ timeline: [], draft: [YEAR], everHadSchedule: true })).toMatchObject({ refusals: [{ earliest: '2026-05-20' }] });
  });

  test('asks first for the base, then for issues, then for the start', () => {
    const tooEarly = { draft: [] };
    expect(finalize({ ...tooEarly, issues: [ISSUE], timelineRevision: 5 })).toMatchObject({ refusals: [{ code: 'STALE_DRAFT' }] });
    expect(finalize({ ...tooEarly, issues: [ISSUE] })).toMatchObject({ refusals: [{ code: 'FINALIZE_BLOCKED' }] });
    expect(finalize(tooEarly)).toMatchObject({ refusals: [{ code: 'EFFECTIVE_FROM_TOO_EARLY' }] });
  });

  test.each([
    ['DRAFT', 'ACCOUNT_NOT_ACTIVE'],
    ['ARCHIVED', 'ARCHIVED'],
  ] as const)('is refused while the account is %s', (accountStatus, code) => {
    expect(finalize({ accountStatus })).toMatchObject({ refusals: [{ code }] });
  });
});

describe('Finalizing with mergeSchedules', () => {
  test('joins what the draft wrote with a neighbour of the same content', () => {
    expect(picture(unwrap(finalize({ draft: [YEAR, NEXT], merge: true })))).toEqual(['s1 2026-01-01..2028-01-01 basic']);
  });

  test('leaves a seam that the draft did not touch', () => {
    const far = schedule('s3', '2030-01-01', '2031-01-01', PRO);
    const merged = unwrap(finalize({ timeline: [YEAR, NEXT], draft: [YEAR, NEXT, far], merge: true }));
    expect(picture(merged)).toHaveLength(3);
  });

  test('false leaves the pieces separate', () => {
    expect(unwrap(finalize({ draft: [YEAR, NEXT] }))).toHaveLength(2);
  });
});
