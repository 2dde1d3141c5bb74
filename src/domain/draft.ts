import { type AccountStatus, requireActive, requireWritable } from './account.ts';
import type { Issue } from './issue.ts';
import { finalizeBlocked, precondition, type StaleDraftRefusal } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';
import { checkStart, type StartContext } from './schedule/start-rule.ts';
import { byId, isSamePiece } from './schedule/writes.ts';
import { type Schedules, sameContent } from './schedule.ts';
import { coalesceAround, firstDifference } from './timeline/timeline.ts';

/** An account's draft and what it is finalized against. `timeline`, inherited, is the active one. */
export interface DraftToFinalize extends StartContext {
  readonly draft: Schedules;
  readonly accountStatus: AccountStatus;
  /** The account's timeline revision when the draft was begun, and now. */
  readonly baseTimelineRevision: number;
  readonly timelineRevision: number;
  /** What the draft's schedules still lack. */
  readonly issues: readonly Issue[];
  /** Joins the schedules that the draft changed with neighbours of the same content. */
  readonly merge: boolean;
}

/**
 * The active timeline as the draft would have it (README, "Drafts"); a draft that differs on no day is finalized as well.
 * Refuses, in this order: ACCOUNT_NOT_ACTIVE or ARCHIVED, STALE_DRAFT, FINALIZE_BLOCKED with the issues, EFFECTIVE_FROM_TOO_EARLY
 * for the first day on which the draft differs from the active timeline.
 */
export function finalizeDraft(request: DraftToFinalize): Result<Schedules> {
  const { timeline, draft, issues, merge } = request;
  const ready = requireFresh(request);
  if (!ready.ok) return ready;
  const [issue, ...more] = issues;
  if (issue) return refuse(finalizeBlocked([issue, ...more]));

  const first = firstDifference(timeline, draft, sameContent);
  const start = first === null ? ok() : checkStart(first, request);
  if (!start.ok) return start;
  return ok(merge ? mergeChanged(timeline, draft) : draft);
}

/** What stands against every finalize, whatever the draft says: ACCOUNT_NOT_ACTIVE or ARCHIVED, STALE_DRAFT. */
export function requireFresh(
  draft: Pick<DraftToFinalize, 'accountStatus' | 'baseTimelineRevision' | 'timelineRevision'>,
): Result<undefined> {
  const active = requireActive(draft.accountStatus);
  return !active.ok || draft.baseTimelineRevision === draft.timelineRevision ? active : refuse(stale(draft));
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

/** Where a schedule that the draft wrote or cut touches a neighbour with the same content they become one; old seams stay. */
function mergeChanged(active: Schedules, draft: Schedules): Schedules {
  const activeById = byId(active);
  const changed = draft.filter((piece) => !isSamePiece(piece, activeById.get(piece.content.scheduleId)));
  return changed.reduce((merged, { period }) => coalesceAround(merged, period, sameContent), draft);
}

function stale({
  baseTimelineRevision,
  timelineRevision,
}: Pick<DraftToFinalize, 'baseTimelineRevision' | 'timelineRevision'>): StaleDraftRefusal {
  const message = `The draft was begun at timeline revision ${baseTimelineRevision}, and the timeline is now at ${timelineRevision}; discard it and begin again.`;
  return { kind: 'StaleDraft', code: 'STALE_DRAFT', message, path: [], baseTimelineRevision, timelineRevision };
}
