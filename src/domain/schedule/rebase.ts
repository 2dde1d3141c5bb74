import { type AccountStatus, requireWritable } from '../account/account.ts';
import { grouped } from '../count.ts';
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

/** An edit as a draft records it: the days that it determined. Their content is in the draft itself. */
export interface DraftEdit {
  readonly mode: 'ASSOCIATE' | 'DISASSOCIATE' | 'OVERRIDE';
  /** For an override: the days of the schedule at that time. */
  readonly period: Period;
}

/** An edit and the first period in which the active timeline changed on its days. */
export interface DraftCollision extends DraftEdit {
  readonly changed: Period;
}

/** Maximum number of edits in a draft. */
export const MAX_DRAFT_EDITS = 5_000;

/**
 * Returns the edits of a draft after more edits. An edit whose days a later edit covers is removed. Refuses with LIMIT_EXCEEDED above
 * 5,000.
 */
export function withEdits(edits: readonly DraftEdit[], more: readonly DraftEdit[]): Result<readonly DraftEdit[]> {
  const allEdits = more.reduce<readonly DraftEdit[]>(
    (sofar, edit) => [...sofar.filter(({ period }) => !covers(edit.period, period)), edit],
    edits,
  );
  if (allEdits.length <= MAX_DRAFT_EDITS) return ok(allEdits);
  return refuse(
    precondition(
      'LIMIT_EXCEEDED',
      `A draft keeps at most ${grouped(MAX_DRAFT_EDITS)} edits; this would make ${grouped(allEdits.length)}. Finalize it first.`,
    ),
  );
}

const covers = (outer: Period, inner: Period): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether the active timeline has changed since a draft was created or last rebased. */
export const isStale = (draft: Pick<DraftToRebase, 'baseTimelineRevision' | 'timelineRevision'>): boolean =>
  draft.baseTimelineRevision !== draft.timelineRevision;

/** A draft, the timeline on which it is based, and the current timeline. */
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
 * Returns the draft on top of the current timeline (README, "Drafts"): on the days of its edits the draft's content, on all others the
 * active one. Refuses with ARCHIVED, with NOTHING_TO_CHANGE if the draft is not stale, with LIMIT_EXCEEDED above 1,000 schedules or
 * 1,000,000 bytes, and with DRAFT_COLLISION and every edit on whose days the timeline has changed.
 */
export function rebaseDraft(request: DraftToRebase, nextScheduleId: () => string): Result<Schedules> {
  const allowed = checkRebase(request);
  if (!allowed.ok) return allowed;
  const { draft, timeline } = request;
  const editedPeriods = union(request.edits.map(({ period }) => period));
  const named = new Set(timeline.map(({ content }) => content.scheduleId));
  // A part after the edited days keeps its id from the draft.
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
  return checkSize(draft, withOwnIds(coalesceAt(spliced, seams, sameContent), nextScheduleId));
}

/**
 * Gives a new id to each schedule whose id an earlier one has: days that the draft joined to a schedule are apart from it where the active
 * timeline has ended it before them.
 */
function withOwnIds(timeline: Schedules, nextScheduleId: () => string): Schedules {
  const seen = new Set<string>();
  return timeline.map((piece) => {
    const { content } = piece;
    if (seen.has(content.scheduleId)) return { ...piece, content: { ...content, scheduleId: nextScheduleId() } };
    seen.add(content.scheduleId);
    return piece;
  });
}

/** Checks that a draft can be rebased. Refuses as `rebaseDraft` does. */
export function checkRebase(draft: DraftToRebase): Result<undefined> {
  const { accountStatus, edits, base, timeline } = draft;
  const writable = requireWritable(accountStatus);
  if (!writable.ok) return writable;
  if (!isStale(draft)) {
    return refuse(precondition('NOTHING_TO_CHANGE', 'The draft is based on the current timeline already.'));
  }
  const differentDays = differences(base, timeline, sameContent);
  const collisions = edits.flatMap((edit): DraftCollision[] => {
    const beneath = differentDays.find((days) => overlaps(days, edit.period));
    return beneath ? [{ ...edit, changed: beneath }] : [];
  });
  const [first] = collisions;
  return first ? refuse(collision(first, collisions)) : ok();
}

/** Whether one schedule covers both the day and the day before, so that a merging edit removed the seam between them. */
function runsThrough(draft: Schedules, day: Period['start']): boolean {
  return draft.some(({ period }) => period.start < day && day < period.end);
}

function collision({ mode, period, changed }: DraftCollision, collisions: readonly DraftCollision[]): RefusalOf<'DraftCollision'> {
  const edit = `The draft's ${mode} of ${period.start} until ${period.end}`;
  const message = `${edit} covers days on which the active timeline has changed: ${changed.start} until ${changed.end}. Discard the draft and edit again.`;
  return { kind: 'DraftCollision', code: 'DRAFT_COLLISION', message, path: [], collisions };
}
