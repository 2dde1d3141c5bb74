import { type AccountStatus, requireActive } from './account.ts';
import type { Issue } from './issue.ts';
import { finalizeBlocked, type StaleDraftRefusal } from './refusal.ts';
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
  const active = requireActive(request.accountStatus);
  if (!active.ok) return active;
  if (request.baseTimelineRevision !== request.timelineRevision) return refuse(stale(request));
  const [issue, ...more] = issues;
  if (issue) return refuse(finalizeBlocked([issue, ...more]));

  const first = firstDifference(timeline, draft, sameContent);
  const start = first === null ? ok() : checkStart(first, request);
  if (!start.ok) return start;
  return ok(merge ? mergeChanged(timeline, draft) : draft);
}

/** Where a schedule that the draft wrote or cut touches a neighbour with the same content they become one; old seams stay. */
function mergeChanged(active: Schedules, draft: Schedules): Schedules {
  const activeById = byId(active);
  const changed = draft.filter((piece) => !isSamePiece(piece, activeById.get(piece.content.scheduleId)));
  return changed.reduce((merged, { period }) => coalesceAround(merged, period, sameContent), draft);
}

function stale({ baseTimelineRevision, timelineRevision }: DraftToFinalize): StaleDraftRefusal {
  const message = `The draft was begun at timeline revision ${baseTimelineRevision}, and the timeline is now at ${timelineRevision}; discard it and begin again.`;
  return { kind: 'StaleDraft', code: 'STALE_DRAFT', message, path: [], baseTimelineRevision, timelineRevision };
}
