import type { Day } from '../day.ts';
import type { Piece } from '../timeline/timeline.ts';
import { differingParts, type ScheduleContent, type ScheduleOverrides, sameContent } from './schedule.ts';
import { byId, reuseUnchanged, samePeriod } from './writes.ts';

/**
 * One difference between two timelines of an account, told by schedule (README, "Drafts"). A schedule that changed in two ways
 * is told twice. `R` is a piece with whatever the caller keeps beside it.
 */
export type ScheduleChange<R extends Piece<ScheduleContent>> =
  | { readonly kind: 'ScheduleAdded'; readonly after: R }
  | { readonly kind: 'ScheduleRemoved'; readonly before: R }
  | { readonly kind: 'SchedulePeriodChanged'; readonly before: R; readonly after: R }
  /** The plan version stays, what overrides it differs. */
  | { readonly kind: 'ScheduleOverridden'; readonly before: R; readonly after: R; readonly parts: readonly (keyof ScheduleOverrides)[] }
  /** Another plan version for the same schedule, or for just the days of one that goes. */
  | { readonly kind: 'SchedulePlanChanged'; readonly before: R; readonly after: R }
  /** Schedules that go since `after`, which says the same, covers their days. */
  | { readonly kind: 'SchedulesMerged'; readonly before: readonly R[]; readonly after: R };

/**
 * What becomes of each schedule from one timeline to another, in order of the days at stake; empty when nothing does. A schedule that is
 * written anew as it stands has not changed, whatever its id.
 */
export function scheduleChanges<R extends Piece<ScheduleContent>>(before: readonly R[], newer: readonly R[]): readonly ScheduleChange<R>[] {
  const after = reuseUnchanged(before, newer);
  const beforeById = byId(before);
  const afterById = byId(after);
  const missing = before.filter((piece) => !afterById.has(piece.content.scheduleId));
  const continued = after.flatMap((piece): ScheduleChange<R>[] => {
    const earlier = beforeById.get(piece.content.scheduleId);
    const merged = missing.filter((other) => isWithin(other, piece) && sameContent(other.content, piece.content));
    if (merged.length > 0) {
      const heads = earlier ? [earlier, ...merged] : merged;
      return [
        { kind: 'SchedulesMerged', before: heads.toSorted(byStart), after: piece },
        ...(earlier ? contentChanges(earlier, piece) : []),
      ];
    }
    if (earlier) return [...periodChanges(earlier, piece), ...contentChanges(earlier, piece)];
    const predecessor = missing.find((other) => samePeriod(other, piece));
    return predecessor ? contentChanges(predecessor, piece) : [{ kind: 'ScheduleAdded', after: piece }];
  });
  const covered = new Set(continued.flatMap(earlierPieces));
  const removed = missing
    .filter((piece) => !covered.has(piece))
    .map((piece): ScheduleChange<R> => ({ kind: 'ScheduleRemoved', before: piece }));
  return [...continued, ...removed].toSorted((a, b) => compare(dayOfChange(a), dayOfChange(b)));
}

function periodChanges<R extends Piece<ScheduleContent>>(before: R, after: R): ScheduleChange<R>[] {
  return samePeriod(before, after) ? [] : [{ kind: 'SchedulePeriodChanged', before, after }];
}

function contentChanges<R extends Piece<ScheduleContent>>(before: R, after: R): ScheduleChange<R>[] {
  if (before.content.planVersionId !== after.content.planVersionId) return [{ kind: 'SchedulePlanChanged', before, after }];
  const parts = differingParts(before.content, after.content);
  return parts.length > 0 ? [{ kind: 'ScheduleOverridden', before, after, parts }] : [];
}

function earlierPieces<R extends Piece<ScheduleContent>>(change: ScheduleChange<R>): readonly R[] {
  if (change.kind === 'ScheduleAdded') return [];
  return change.kind === 'SchedulesMerged' ? change.before : [change.before];
}

function isWithin(inner: Piece<unknown>, outer: Piece<unknown>): boolean {
  return outer.period.start <= inner.period.start && inner.period.end <= outer.period.end;
}

/** The first day that the change touches or names. */
function dayOfChange<R extends Piece<ScheduleContent>>(change: ScheduleChange<R>): Day {
  return change.kind === 'ScheduleRemoved' ? change.before.period.start : change.after.period.start;
}

function byStart(a: Piece<unknown>, b: Piece<unknown>): number {
  return compare(a.period.start, b.period.start);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
