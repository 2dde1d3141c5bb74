import { type AccountStatus, requireWritable } from '../account/account.ts';
import { precondition, type RefusalOf } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { overlaps, type Period, union } from '../timeline/period.ts';
import { at, coalesceAt, differences, slice, splice } from '../timeline/timeline.ts';
import { checkSize } from './edit.ts';
import { type ScheduleContent, type Schedules, sameContent } from './schedule.ts';

declare module '../refusal.ts' {
  interface RefusalFacts {
    DraftCollision: { readonly collisions: readonly DraftCollision[] };
  }
}

/** An edit as a draft keeps it: the days that it decided. What it decided is in the draft itself. */
export interface DraftEdit {
  readonly mode: 'ASSOCIATE' | 'DISASSOCIATE' | 'OVERRIDE';
  /** Of an override: the days of the schedule at that time. */
  readonly period: Period;
}

/** An edit, with the first days on which the active timeline moved beneath it. */
export interface DraftCollision extends DraftEdit {
  readonly moved: Period;
}

/** How many edits a draft keeps. */
export const MAX_DRAFT_EDITS = 5_000;

/** The edits of a draft after more of them. One whose days a later edit decided again is left out. Refuses LIMIT_EXCEEDED above 5,000. */
export function withEdits(edits: readonly DraftEdit[], more: readonly DraftEdit[]): Result<readonly DraftEdit[]> {
  const allEdits = more.reduce<readonly DraftEdit[]>(
    (sofar, edit) => [...sofar.filter(({ period }) => !covers(edit.period, period)), edit],
    edits,
  );
  if (allEdits.length <= MAX_DRAFT_EDITS) return ok(allEdits);
  return refuse(
    precondition(
      'LIMIT_EXCEEDED',
      `A draft keeps at most ${MAX_DRAFT_EDITS} edits; this would make ${allEdits.length}. Finalize it first.`,
    ),
  );
}

const covers = (outer: Period, inner: Period): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the active timeline has changed since a draft was created or last rebased. */
export const isStale = (draft: Pick<DraftToRebase, 'baseTimelineRevision' | 'timelineRevision'>): boolean =>
  draft.baseTimelineRevision !== draft.timelineRevision;

/** A draft, the timeline that it was begun with, and the one that it is to stand on. */
export interface DraftToRebase {
  readonly accountStatus: AccountStatus;
  readonly draft: Schedules;
  readonly edits: readonly DraftEdit[];
  readonly base: Schedules;
  readonly timeline: Schedules;
  readonly baseTimelineRevision: number;
  readonly timelineRevision: number;
}

/**
 * The draft on top of the timeline as it is now (README, "Drafts"): on the days of its edits it says what it said, on all others
 * what is active. Refuses ARCHIVED, NOTHING_TO_CHANGE of a draft that is not stale, LIMIT_EXCEEDED above 1,000 schedules or 1,000,000
 * bytes, and DRAFT_COLLISION with every edit whose days the timeline has moved on.
 */
export function rebaseDraft(request: DraftToRebase, nextScheduleId: () => string): Result<Schedules> {
  const allowed = checkRebase(request);
  if (!allowed.ok) return allowed;
  const { draft, timeline } = request;
  const editedPeriods = union(request.edits.map(({ period }) => period));
  const named = new Set(timeline.map(({ content }) => content.scheduleId));
  // A part after the edited days keeps the id that it had in the draft.
  const tailId = (day: Period['end']): string => {
    const piece = at(draft, day);
    const isOwn = piece?.period.start === day && !named.has(piece.content.scheduleId);
    return isOwn ? piece.content.scheduleId : nextScheduleId();
  };
  const spliced = editedPeriods.reduce((sofar, days) => {
    const tail = (content: ScheduleContent): ScheduleContent => ({ ...content, scheduleId: tailId(days.end) });
    return splice(sofar, days, slice(draft, days), tail);
  }, timeline);
  const seams = editedPeriods.flatMap(({ start, end }) => [start, end]).filter((day) => runsThrough(draft, day));
  return checkSize(draft, coalesceAt(spliced, seams, sameContent));
}

/** Whether a draft can be rebased, refusing as `rebaseDraft` does. */
export function checkRebase(draft: DraftToRebase): Result<undefined> {
  const { accountStatus, edits, base, timeline } = draft;
  const writable = requireWritable(accountStatus);
  if (!writable.ok) return writable;
  if (!isStale(draft)) {
    return refuse(precondition('NOTHING_TO_CHANGE', 'The draft is based on the timeline as it is now.'));
  }
  const moved = differences(base, timeline, sameContent);
  const collisions = edits.flatMap((edit): DraftCollision[] => {
    const beneath = moved.find((days) => overlaps(days, edit.period));
    return beneath ? [{ ...edit, moved: beneath }] : [];
  });
  const [first] = collisions;
  return first ? refuse(collision(first, collisions)) : ok();
}

/** Whether one schedule covers both the day and the one before: a merging edit took away the seam. */
function runsThrough(draft: Schedules, day: Period['start']): boolean {
  return draft.some(({ period }) => period.start < day && day < period.end);
}

function collision({ mode, period, moved }: DraftCollision, collisions: readonly DraftCollision[]): RefusalOf<'DraftCollision'> {
  const edit = `The draft's ${mode} of ${period.start} until ${period.end}`;
  const message = `${edit} stands where the active timeline moved, from ${moved.start} until ${moved.end}; discard the draft and edit again.`;
  return { kind: 'DraftCollision', code: 'DRAFT_COLLISION', message, path: [], collisions };
}
