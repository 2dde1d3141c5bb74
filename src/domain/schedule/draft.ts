import { type AccountStatus, requireActive, requireWritable } from '../account/account.ts';
import { finalizeBlocked, type Issue } from '../issue.ts';
import { precondition, type RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse, withPath } from '../result.ts';
import { at, coalesceAt, firstDifference } from '../timeline/timeline.ts';
import { checkSize } from './edit.ts';
import { type OutlinedChange, outlineTimeline } from './outline.ts';
import { checkRebase, type DraftToRebase, isStale } from './rebase.ts';
import { type Schedules, sameContent } from './schedule.ts';
import { checkStart, type StartContext } from './start-rule.ts';
import { reuseUnchanged } from './writes.ts';

declare module '../refusal.ts' {
  interface RefusalFacts {
    StaleDraft: {
      readonly baseTimelineRevision: number;
      readonly timelineRevision: number;
      /** How the active timeline has changed since the draft was begun. */
      readonly moved: readonly OutlinedChange[];
    };
  }
}

/** An account's draft and what it is finalized against. `timeline`, inherited, is the active one. */
export interface DraftToFinalize extends StartContext {
  readonly accountStatus: AccountStatus;
  readonly draft: Schedules;
  /** The active timeline when the draft was begun. */
  readonly base: Schedules;
  /** The account's timeline revision when the draft was begun, and now. */
  readonly baseTimelineRevision: number;
  readonly timelineRevision: number;
  /** What the schedules that the draft adds or changes still lack. */
  readonly issues: readonly Issue[];
  /** Joins the schedules that the draft changed with neighbours of the same content. */
  readonly merge: boolean;
}

/**
 * The active timeline as the draft would have it (README, "Drafts"); a draft that differs on no day is finalized as well.
 * Refuses, in this order: ACCOUNT_NOT_ACTIVE or ARCHIVED, STALE_DRAFT, FINALIZE_BLOCKED with all issues where its schedules have any, and
 * EFFECTIVE_FROM_TOO_EARLY where its start alone stands against it, LIMIT_EXCEEDED above 1,000 schedules or 1,000,000 bytes.
 */
export function finalizeDraft(request: DraftToFinalize): Result<Schedules> {
  const { timeline, draft, merge } = request;
  const fresh = requireFresh(request, () => outlineTimeline(request.base, timeline, request.versions).changes);
  if (!fresh.ok) return fresh;
  const start = checkDraftStart(request);
  const [issue, ...more] = draftIssues(request);
  if (issue && request.issues.length > 0) return refuse(finalizeBlocked([issue, ...more], ['accountId']));
  return start.ok ? checkSize(timeline, reuseUnchanged(timeline, merge ? mergeNewSeams(timeline, draft) : draft)) : start;
}

/** Everything that stands against what the draft says: the issues of its schedules, and its start where that is too early by now. */
export function draftIssues(request: Pick<DraftToFinalize, 'draft' | 'issues' | keyof StartContext>): readonly Issue[] {
  const { timeline, draft, issues } = request;
  const start = checkDraftStart(request);
  const first = firstDifference(timeline, draft, sameContent);
  // In a gap of the draft it is the schedule that goes.
  const piece = first && (at(draft, first) ?? at(timeline, first));
  if (start.ok || !piece) return issues;
  const { scheduleId } = piece.content;
  const [{ message: errorMessage }] = start.refusals;
  const issue = { referenceId: scheduleId, entityId: scheduleId, entityType: 'SCHEDULE', errorMessage } as const;
  return [...issues, { ...issue, code: 'EFFECTIVE_FROM_TOO_EARLY' }];
}

/** Asks the start rule of the first day on which something else would be in force: neither an id nor a seam makes a day differ. */
function checkDraftStart(request: Pick<DraftToFinalize, 'draft' | keyof StartContext>): Result<undefined> {
  const first = firstDifference(request.timeline, request.draft, sameContent);
  return first === null ? ok() : withPath(checkStart(first, request), 'accountId');
}

/** What stands against every finalize, whatever the draft says: ACCOUNT_NOT_ACTIVE or ARCHIVED, and STALE_DRAFT with what moved. */
export function requireFresh(
  draft: Pick<DraftToFinalize, 'accountStatus' | 'baseTimelineRevision' | 'timelineRevision'>,
  moved: () => RefusalOf<'StaleDraft'>['moved'] = () => [],
): Result<undefined> {
  const active = requireActive(draft.accountStatus);
  if (!active.ok) return active;
  const { baseTimelineRevision, timelineRevision } = draft;
  if (!isStale(draft)) return ok();
  const message = `The draft was begun at timeline revision ${baseTimelineRevision}, and the timeline is now at ${timelineRevision}; rebase the draft, or discard it and begin again.`;
  return refuse({
    kind: 'StaleDraft',
    code: 'STALE_DRAFT',
    message,
    path: ['accountId'],
    baseTimelineRevision,
    timelineRevision,
    moved: moved(),
  });
}

/** Refuses with NO_DRAFT what needs one. */
export function requireDraft<D>(draft: D | null | undefined): Result<D> {
  if (draft != null) return ok(draft);
  return refuse(precondition('NO_DRAFT', 'The account has no draft; edit its schedules first.', ['accountId']));
}

/** A draft is discarded whatever it says, but not of an archived account (ARCHIVED, NO_DRAFT). */
export function requireDiscardable<D>(accountStatus: AccountStatus, draft: D | null | undefined): Result<D> {
  const writable = requireWritable(accountStatus);
  return writable.ok ? requireDraft(draft) : writable;
}

/** What can be done with a draft. */
export const DRAFT_ACTIONS = ['EDIT', 'FINALIZE', 'REBASE', 'DISCARD'] as const;

/** Whether an action would be accepted now; if not, why. */
export interface DraftAction {
  readonly action: (typeof DRAFT_ACTIONS)[number];
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** What can be done with a draft now, by the very rules that decide when it is done. */
export function draftActions(draft: DraftToFinalize & DraftToRebase): readonly DraftAction[] {
  const results: Readonly<Record<DraftAction['action'], Result<unknown>>> = {
    EDIT: requireWritable(draft.accountStatus),
    FINALIZE: finalizeDraft(draft),
    REBASE: checkRebase(draft),
    DISCARD: requireDiscardable(draft.accountStatus, draft),
  };
  return DRAFT_ACTIONS.map((action) => {
    const result = results[action];
    return { action, allowed: result.ok, reason: result.ok ? null : result.refusals[0].message };
  });
}

/** Where a seam is not the active timeline's own, neighbours of the same content become one. */
function mergeNewSeams(active: Schedules, draft: Schedules): Schedules {
  const activeByStart = new Map(active.map((piece) => [piece.period.start, piece]));
  const activeByEnd = new Map(active.map((piece) => [piece.period.end, piece]));
  const says = (piece: Schedules[number], other: Schedules[number] | undefined) => other && sameContent(piece.content, other.content);
  const seams = draft.flatMap((right, i) => {
    const left = draft[i - 1];
    const day = right.period.start;
    return left && !(says(left, activeByEnd.get(day)) && says(right, activeByStart.get(day))) ? [day] : [];
  });
  return coalesceAt(draft, seams, sameContent);
}
