import { type AccountStatus, requireActive, requireWritable } from '../account/account.ts';
import { type AvailableAction, availableActions } from '../availability.ts';
import { parseDraftSelection } from '../draft-selection.ts';
import { finalizeBlocked, type Issue } from '../issue.ts';
import { notFound, precondition, type RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse, renamePaths, withPath } from '../result.ts';
import { requireRevision } from '../revision.ts';
import { at, firstDifference } from '../timeline/timeline.ts';
import { checkSize } from './edit.ts';
import { type OutlinedChange, outlineTimeline } from './outline.ts';
import { checkRebase, type DraftToRebase, isStale } from './rebase.ts';
import { type Schedules, sameContent } from './schedule.ts';
import { checkChange, type StartContext, withEarlySchedules } from './start-rule.ts';
import { joinNewSeams, reuseUnchanged } from './writes.ts';

declare module '../refusal.ts' {
  interface RefusalFacts {
    StaleDraft: {
      readonly baseTimelineRevision: number;
      readonly timelineRevision: number;
      /** The changes of the active timeline since the draft was created. */
      readonly moved: readonly OutlinedChange[];
    };
  }
}

/** An account's draft and the state against which it is finalized. The inherited `timeline` is the active one. */
export interface DraftToFinalize extends StartContext {
  readonly accountStatus: AccountStatus;
  readonly draft: Schedules;
  /** The active timeline when the draft was created. */
  readonly base: Schedules;
  /** The account's timeline revision when the draft was created, and the current one. */
  readonly baseTimelineRevision: number;
  readonly timelineRevision: number;
  /** The issues of the schedules that the draft adds or changes. */
  readonly issues: readonly Issue[];
  /** Whether to join the schedules that the draft changed with neighbours of the same content. */
  readonly merge: boolean;
}

/**
 * Returns the active timeline after finalizing the draft (README, "Drafts"). A draft that differs on no day can be finalized too. Refuses,
 * in this order, with ACCOUNT_NOT_ACTIVE or ARCHIVED, with STALE_DRAFT, with FINALIZE_BLOCKED and all issues if its schedules have any,
 * with EFFECTIVE_FROM_TOO_EARLY if only its start prevents it, and with LIMIT_EXCEEDED above 1,000 schedules or 1,000,000 bytes.
 */
export function finalizeDraft(request: DraftToFinalize): Result<Schedules> {
  const { timeline, draft, merge } = request;
  const fresh = requireFresh(request, () => outlineTimeline(request.base, timeline, request.versions).changes);
  if (!fresh.ok) return fresh;
  const start = checkDraftStart(request);
  const [issue, ...more] = draftIssues(request);
  if (issue && request.issues.length > 0) return refuse(finalizeBlocked([issue, ...more], ['accountId']));
  if (!start.ok) return start;
  const after = withEarlySchedules(merge ? joinNewSeams(timeline, draft) : draft, request);
  return checkSize(timeline, reuseUnchanged(timeline, after));
}

/** Returns everything that prevents finalizing the draft: the issues of its schedules, and a start that is too early today. */
export function draftIssues(request: Pick<DraftToFinalize, 'draft' | 'issues' | keyof StartContext>): readonly Issue[] {
  const { timeline, draft, issues } = request;
  const start = checkDraftStart(request);
  const first = firstDifference(timeline, draft, sameContent);
  // In a gap of the draft, the schedule that it removes has the issue.
  const piece = first && (at(draft, first) ?? at(timeline, first));
  if (start.ok || !piece) return issues;
  const { scheduleId } = piece.content;
  const [{ message: errorMessage }] = start.refusals;
  const issue = { referenceId: scheduleId, entityId: scheduleId, entityType: 'SCHEDULE', errorMessage } as const;
  return [...issues, { ...issue, code: 'EFFECTIVE_FROM_TOO_EARLY' }];
}

const checkDraftStart = (request: Pick<DraftToFinalize, 'draft' | keyof StartContext>): Result<undefined> =>
  withPath(checkChange(request.draft, request), 'accountId');

/**
 * Checks what prevents every finalize, whatever the draft contains: ACCOUNT_NOT_ACTIVE or ARCHIVED, and STALE_DRAFT with the changes since.
 */
export function requireFresh(
  draft: Pick<DraftToFinalize, 'accountStatus' | 'baseTimelineRevision' | 'timelineRevision'>,
  moved: () => RefusalOf<'StaleDraft'>['moved'] = () => [],
): Result<undefined> {
  const active = requireActive(draft.accountStatus);
  if (!active.ok) return active;
  const { baseTimelineRevision, timelineRevision } = draft;
  if (!isStale(draft)) return ok();
  const message = `The draft was created at timeline revision ${baseTimelineRevision}, and the timeline is now at ${timelineRevision}. Rebase the draft, or discard it and edit again.`;
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

/** Refuses with NO_DRAFT if there is no draft. */
export function requireDraft<D>(draft: D | null | undefined): Result<D> {
  if (draft != null) return ok(draft);
  return refuse(precondition('NO_DRAFT', 'The account has no draft. Edit its schedules first.', ['accountId']));
}

/** How a request selects the draft that it finalizes. Exactly one of `draftId` and `anyDraft` is given. */
export interface NamedDraft {
  readonly draftId?: string | null | undefined;
  readonly anyDraft?: boolean | null | undefined;
  /** The revision of the draft on which the caller's decision is based. Omit to skip the check. */
  readonly expectedDraftRevision?: number | null | undefined;
}

/**
 * Returns the draft that a request selects. Refuses with INVALID_VALUE if it selects none, with NO_DRAFT, with NOT_FOUND if the account's
 * draft is another one, and with CONFLICT if its revision differs from the expected one.
 */
export function requireNamedDraft<D extends { readonly id: string; readonly revision: number }>(
  draft: D | null | undefined,
  { draftId, anyDraft, expectedDraftRevision }: NamedDraft,
): Result<D> {
  const selected = parseDraftSelection({ id: draftId, anyDraft }, 'draftId');
  if (!selected.ok) return selected;
  const current = requireDraft(draft);
  if (!current.ok) return current;
  const { id, revision } = current.value;
  if (selected.value !== null && selected.value !== id)
    return refuse(notFound('draft', selected.value, ['draftId'], { of: 'the account' }));
  const same = renamePaths(requireRevision('draft', expectedDraftRevision ?? null, revision), {
    expectedRevision: ['expectedDraftRevision'],
  });
  return same.ok ? current : same;
}

/** Refuses with DRAFT_EXISTS if the account has a draft. */
export function requireNoDraft(draft: object | null | undefined): Result<undefined> {
  if (draft == null) return ok();
  const message =
    'The account has a draft, whose edits are not among these. Finalize or discard it first, or discard it with this request.';
  return refuse(precondition('DRAFT_EXISTS', message, ['finalize']));
}

/** Returns the draft to discard, whatever its content. Refuses with ARCHIVED if the account is archived, and with NO_DRAFT. */
export function requireDiscardable<D>(accountStatus: AccountStatus, draft: D | null | undefined): Result<D> {
  const writable = requireWritable(accountStatus);
  return writable.ok ? requireDraft(draft) : writable;
}

/** The actions on a draft. */
export const DRAFT_ACTIONS = ['EDIT', 'FINALIZE', 'REBASE', 'DISCARD'] as const;
export type DraftAction = (typeof DRAFT_ACTIONS)[number];

/** Returns the actions of a draft and whether each is allowed now, by the same rules that decide the action. */
export function draftActions(draft: DraftToFinalize & DraftToRebase): readonly AvailableAction<DraftAction>[] {
  const results: Readonly<Record<DraftAction, Result<unknown>>> = {
    EDIT: requireWritable(draft.accountStatus),
    FINALIZE: finalizeDraft(draft),
    REBASE: checkRebase(draft),
    DISCARD: requireDiscardable(draft.accountStatus, draft),
  };
  return availableActions(DRAFT_ACTIONS, (action) => results[action]);
}
