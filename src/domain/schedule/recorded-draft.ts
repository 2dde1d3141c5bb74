import type { AccountStatus } from '../account/account.ts';
import type { Piece } from '../timeline/timeline.ts';
import type { DraftToFinalize } from './draft.ts';
import { changeIssues, type IssueContext } from './issues.ts';
import type { DraftEdit, DraftToRebase } from './rebase.ts';
import type { PlanVersions, ScheduleContent, Schedules } from './schedule.ts';
import { hasEverHadSchedule } from './start-rule.ts';

/** A schedule of the active timeline, with the timeline revision that it was recorded at. */
export interface RecordedPiece extends Piece<ScheduleContent> {
  readonly recordedRevision: number;
}

/** An account's draft as it is recorded, with the timelines around it. */
export interface RecordedDraft<R extends RecordedPiece = RecordedPiece, D extends Piece<ScheduleContent> = Piece<ScheduleContent>> {
  readonly accountStatus: AccountStatus;
  /** The active timeline. */
  readonly timeline: readonly R[];
  readonly timelineRevision: number;
  readonly draft: readonly D[];
  readonly edits: readonly DraftEdit[];
  /** The timeline revision that the draft was created at, or last rebased to. */
  readonly baseTimelineRevision: number;
  /** The schedules of that timeline that are superseded by now, in any order. */
  readonly superseded: Schedules;
  /** Every version that a schedule of these timelines is pinned to. */
  readonly versions: PlanVersions;
}

/** Everything that rebasing a draft is decided on. */
export function draftToRebase<R extends RecordedPiece, D extends Piece<ScheduleContent>>({ superseded, ...draft }: RecordedDraft<R, D>) {
  const base = baseTimeline(draft.timeline, superseded, draft.baseTimelineRevision);
  return { ...draft, base, everHadSchedule: hasEverHadSchedule(draft) } satisfies DraftToRebase & Pick<DraftToFinalize, 'everHadSchedule'>;
}

/**
 * Everything that finalizing a draft is decided on: the same, with the issues of the schedules that it adds or changes.
 * @param context `cardsOf`: the rate cards of every set in the active timeline and in the draft
 */
export function draftToFinalize<R extends RecordedPiece, D extends Piece<ScheduleContent>>(
  recorded: RecordedDraft<R, D>,
  context: Pick<IssueContext, 'accountCurrency' | 'cardsOf'>,
) {
  const draft = draftToRebase(recorded);
  const issues = changeIssues(draft.timeline, draft.draft, { ...context, versions: draft.versions });
  return { ...draft, issues } satisfies Omit<DraftToFinalize, 'today' | 'merge'>;
}

/** The active timeline at an earlier revision: what is recorded since then is not in it, and what is superseded since then is. */
export function baseTimeline(timeline: readonly RecordedPiece[], superseded: Schedules, revision: number): Schedules {
  const standing = timeline.filter(({ recordedRevision }) => recordedRevision <= revision);
  return [...standing, ...superseded].toSorted((a, b) => (a.period.start < b.period.start ? -1 : 1));
}
