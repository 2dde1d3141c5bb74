import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/domain/issue.ts';
import {
  type DraftToFinalize,
  draftActions,
  draftIssues,
  finalizeDraft,
  requireNamedDraft,
  requireNoDraft,
} from '../../src/domain/schedule/draft.ts';
import { type DraftToRebase, MAX_DRAFT_EDITS, rebaseDraft, withEdits } from '../../src/domain/schedule/rebase.ts';
import { BASIC, day, ONGOING, PRO, period, picture, schedule, unwrap, VERSIONS } from '../support/schedules.ts';

const YEAR = schedule('s1', '2026-01-01', '2027-01-01', BASIC);
const NEXT = schedule('s2', '2027-01-01', '2028-01-01', BASIC);
const ISSUE: Issue = {
  referenceId: 's1',
  entityId: 's1',
  entityType: 'SCHEDULE',
  code: 'CURRENCY_NOT_SUPPORTED',
  errorMessage: 'The account is invoiced in INR.',
};

/** On 2026-05-20, the draft of an active account whose timeline is the year 2026, as its draft is, unless said otherwise. */
const inQuestion = (other: Partial<DraftToFinalize & DraftToRebase>) => ({
  timeline: [YEAR],
  draft: [YEAR],
  base: [YEAR],
  edits: [],
  today: day('2026-05-20'),
  versions: VERSIONS,
  everHadSchedule: true,
  accountStatus: 'ACTIVE' as const,
  baseTimelineRevision: 4,
  timelineRevision: 4,
  issues: [],
  merge: false,
  ...other,
});
const finalize = (other: Partial<DraftToFinalize>) => finalizeDraft(inQuestion(other));

describe('The draft that a request names', () => {
  const draft = { id: 'draft.1', revision: 3 };
  const named = (draftId: string, expectedDraftRevision?: number) => requireNamedDraft(draft, { draftId, expectedDraftRevision });

  test('is the account’s, at the expected revision or at any', () => {
    expect([named('draft.1'), named('draft.1', 3)]).toEqual([
      { ok: true, value: draft },
      { ok: true, value: draft },
    ]);
  });

  test('is refused where it is another one, has changed, or is gone', () => {
    expect(named('draft.2', 3)).toMatchObject({ refusals: [{ code: 'NOT_FOUND', path: ['draftId'] }] });
    expect(named('draft.1', 2)).toMatchObject({ refusals: [{ code: 'CONFLICT', path: ['expectedDraftRevision'], currentRevision: 3 }] });
    expect(requireNamedDraft(null, { draftId: 'draft.1' })).toMatchObject({ refusals: [{ code: 'NO_DRAFT' }] });
  });

  test('is in the way of edits that are final without it', () => {
    expect(requireNoDraft(null)).toMatchObject({ ok: true });
    expect(requireNoDraft(draft)).toMatchObject({ refusals: [{ code: 'DRAFT_EXISTS', path: ['finalize'] }] });
  });
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
      refusals: [{ kind: 'StaleDraft', code: 'STALE_DRAFT', baseTimelineRevision: 4, timelineRevision: 5, moved: [] }],
    });
  });

  test('then tells what moved, in outline', () => {
    expect(finalize({ timeline: [YEAR, NEXT], timelineRevision: 5 })).toMatchObject({
      refusals: [{ moved: [{ kind: 'ScheduleAdded', before: [], after: { scheduleId: 's2', period: NEXT.period, version: BASIC } }] }],
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

  test.each([
    ['a seam', [schedule('s1', '2026-01-01', '2026-03-01', BASIC), schedule('s9', '2026-03-01', '2027-01-01', BASIC)]],
    ['an id', [schedule('s9', '2026-01-01', '2027-01-01', BASIC)]],
  ])('asks of the start only where something else is in force: %s alone makes no day differ', (_title, draft) => {
    expect(finalize({ draft }).ok).toBe(true);
    expect(finalize({ timeline: draft, draft: [YEAR] }).ok).toBe(true);
  });

  test('lists a start that is too early among the issues, at the schedule that begins it or goes', () => {
    const issue = (scheduleId: string) => ({
      referenceId: scheduleId,
      entityId: scheduleId,
      entityType: 'SCHEDULE',
      code: 'EFFECTIVE_FROM_TOO_EARLY',
      errorMessage: expect.stringContaining('2026-05-21'),
    });
    const draft = [schedule('s1', '2026-01-01', '2026-03-01', BASIC), schedule('s9', '2026-03-01', '2027-01-01', PRO)];
    expect(draftIssues(inQuestion({ draft, issues: [ISSUE] }))).toEqual([ISSUE, issue('s9')]);
    expect(draftIssues(inQuestion({ draft: [] }))).toEqual([issue('s1')]);
    expect(draftIssues(inQuestion({ draft, today: day('2026-02-28') }))).toEqual([]);
    expect(finalize({ draft, issues: [ISSUE] })).toMatchObject({ refusals: [{ issues: [ISSUE, issue('s9')] }] });
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

  test('leaves an old seam of a schedule that the draft cut at its other end', () => {
    const timeline = [YEAR, NEXT];
    const draft = [YEAR, schedule('s2', '2027-01-01', '2027-06-01', BASIC), schedule('s3', '2027-06-01', '2028-01-01', BASIC)];
    expect(picture(unwrap(finalize({ timeline, draft, merge: true })))).toEqual([
      's1 2026-01-01..2027-01-01 basic',
      's2 2027-01-01..2028-01-01 basic',
    ]);
  });

  test('leaves an old seam beside a schedule that the draft cut, and wrote anew as it stood', () => {
    const days = (id: string, start: string, end: string) => schedule(id, start, end, BASIC);
    const draft = [days('s1', '2026-01-01', '2026-03-01'), days('s3', '2026-03-01', '2026-05-01'), days('s4', '2026-05-01', '2027-01-01')];
    expect(finalize({ timeline: [YEAR, NEXT], draft: [...draft, NEXT], merge: true })).toEqual({ ok: true, value: [YEAR, NEXT] });
  });

  test('joins at an old seam where the draft lets a schedule say what its neighbour says', () => {
    const timeline = [YEAR, schedule('s2', '2027-01-01', '2028-01-01', BASIC, { rateCardSetId: 'other' })];
    expect(picture(unwrap(finalize({ timeline, draft: [YEAR, NEXT], merge: true })))).toEqual(['s1 2026-01-01..2028-01-01 basic']);
  });

  test('false leaves the pieces separate', () => {
    expect(unwrap(finalize({ draft: [YEAR, NEXT] }))).toHaveLength(2);
  });
});

describe('Rebasing a draft', () => {
  const july = period('2026-07-01', '2026-08-01');
  const DRAFT = [
    schedule('s1', '2026-01-01', '2026-07-01', BASIC),
    schedule('d1', '2026-07-01', '2026-08-01', PRO),
    schedule('d2', '2026-08-01', '2027-01-01', BASIC),
  ];
  const MOVED = [
    schedule('s1', '2026-01-01', '2026-10-01', BASIC),
    schedule('a1', '2026-10-01', '2026-11-01', PRO),
    schedule('a2', '2026-11-01', '2027-01-01', BASIC),
  ];

  /** A draft that put PRO over July, begun with the year; the active timeline has PRO over October since. */
  const rebase = (other: Partial<DraftToRebase> = {}) => {
    let count = 0;
    const moved = { draft: DRAFT, edits: [{ mode: 'ASSOCIATE', period: july }] as const, timeline: MOVED, timelineRevision: 5 };
    return rebaseDraft(inQuestion({ ...moved, ...other }), () => `new-${++count}`);
  };

  test('says on the days of its edits what it said, and on all others what is active; a part after keeps its id', () => {
    expect(picture(unwrap(rebase()))).toEqual([
      's1 2026-01-01..2026-07-01 basic',
      'd1 2026-07-01..2026-08-01 pro',
      'd2 2026-08-01..2026-10-01 basic',
      'a1 2026-10-01..2026-11-01 pro',
      'a2 2026-11-01..2027-01-01 basic',
    ]);
  });

  test('leaves what it cleared clear', () => {
    const draft = DRAFT.filter(({ content }) => content.scheduleId !== 'd1');
    const rebased = rebase({ draft, edits: [{ mode: 'DISASSOCIATE', period: july }] });
    expect(picture(unwrap(rebased)).slice(0, 2)).toEqual(['s1 2026-01-01..2026-07-01 basic', 'd2 2026-08-01..2026-10-01 basic']);
  });

  test('keeps one what a merging edit made one', () => {
    const draft = [schedule('s1', '2026-01-01', '2027-03-01', BASIC)];
    const edits = [{ mode: 'ASSOCIATE', period: period('2027-01-01', '2027-03-01') }] as const;
    expect(picture(unwrap(rebase({ draft, edits }))).at(-1)).toBe('a2 2026-11-01..2027-03-01 basic');
  });

  test('gives a new id to days that a merging edit joined to a schedule which has ended before them since', () => {
    const draft = [schedule('s1', '2026-01-01', '2027-03-01', BASIC)];
    const edits = [{ mode: 'ASSOCIATE', period: period('2027-01-01', '2027-03-01') }] as const;
    const timeline = [schedule('s1', '2026-01-01', '2026-11-01', BASIC), schedule('a1', '2026-11-01', '2027-01-01', PRO)];
    expect(picture(unwrap(rebase({ draft, edits, timeline })))).toEqual([
      's1 2026-01-01..2026-11-01 basic',
      'a1 2026-11-01..2027-01-01 pro',
      'new-1 2027-01-01..2027-03-01 basic',
    ]);
  });

  test('is refused where an edit and a move share a day, with every such edit', () => {
    const edits = [
      { mode: 'ASSOCIATE', period: july },
      { mode: 'DISASSOCIATE', period: period('2026-10-31', '2026-12-01') },
      { mode: 'OVERRIDE', period: YEAR.period },
    ] as const;
    const changed = period('2026-10-01', '2026-11-01');
    expect(rebase({ edits })).toMatchObject({
      refusals: [
        {
          kind: 'DraftCollision',
          code: 'DRAFT_COLLISION',
          collisions: [
            { ...edits[1], changed },
            { ...edits[2], changed },
          ],
        },
      ],
    });
  });

  test('is not refused for days that only touch, or that carry another id and say the same', () => {
    expect(rebase({ edits: [{ mode: 'ASSOCIATE', period: period('2026-11-01', '2027-01-01') }] }).ok).toBe(true);
    expect(rebase({ timeline: [schedule('s9', '2026-01-01', '2027-01-01', BASIC)] }).ok).toBe(true);
  });

  test.each([
    ['that is not stale', { timelineRevision: 4 }, 'NOTHING_TO_CHANGE'],
    ['of an archived account', { accountStatus: 'ARCHIVED' }, 'ARCHIVED'],
  ] as const)('is refused of a draft %s', (_title, other, code) => {
    expect(rebase(other)).toMatchObject({ refusals: [{ code }] });
  });
});

describe('What can be done with a draft', () => {
  const actions = (other: Partial<DraftToFinalize & DraftToRebase> = {}) =>
    draftActions(inQuestion(other)).map(({ action, allowed, reason }) => (allowed ? action : `not ${action}: ${reason}`));

  test('is everything but a rebase while its base stands', () => {
    expect(actions()).toEqual(['EDIT', 'FINALIZE', 'not REBASE: The draft is based on the current timeline already.', 'DISCARD']);
  });

  test('is a rebase, and no finalize, when the timeline moved', () => {
    expect(actions({ timelineRevision: 5 })).toEqual([
      'EDIT',
      expect.stringMatching(/^not FINALIZE: .*Rebase the draft/),
      'REBASE',
      'DISCARD',
    ]);
  });

  test('is not to finalize it while an issue stands or the account is a draft itself', () => {
    expect(actions({ issues: [ISSUE] })[1]).toMatch(/^not FINALIZE: One issue prevents/);
    expect(actions({ accountStatus: 'DRAFT' })).toEqual(['EDIT', expect.stringMatching(/^not FINALIZE/), expect.anything(), 'DISCARD']);
  });

  test('is nothing for an archived account', () => {
    expect(actions({ accountStatus: 'ARCHIVED' }).filter((action) => !action.startsWith('not'))).toEqual([]);
  });
});

describe('the edits of a draft', () => {
  const edit = (start: string, end: string) => ({ mode: 'ASSOCIATE', period: period(start, end) }) as const;

  test('are kept in their order, without those whose days a later edit decided again', () => {
    const [first, second, third] = [edit('2026-01-01', '2026-02-01'), edit('2026-03-01', '2026-04-01'), edit('2025-12-01', '2026-02-01')];
    expect(unwrap(withEdits([first], [second, third]))).toEqual([second, third]);
    expect(unwrap(withEdits([third], [first]))).toEqual([third, first]);
  });

  test('are at most 5,000', () => {
    const edits = Array.from({ length: MAX_DRAFT_EDITS }, (_, i) => edit(`${2000 + i}-01-01`, `${2000 + i}-01-02`));
    expect(withEdits(edits.slice(1), edits.slice(0, 1)).ok).toBe(true);
    expect(withEdits(edits, [edit('1999-01-01', '1999-01-02')])).toMatchObject({ refusals: [{ code: 'LIMIT_EXCEEDED' }] });
  });
});
