import type { Day } from '../day.ts';
import type { Piece } from '../timeline/timeline.ts';
import { differingParts, type ScheduleContent, type ScheduleOverrides, sameContent } from './schedule.ts';
import { byId, reuseUnchanged, samePeriod } from './writes.ts';

/**
 * One difference between two timelines of an account, by schedule (README, "Drafts"). A schedule that changed in two ways has two changes.
 * `R` is a piece with the caller's own data.
 */
export type ScheduleChange<R extends Piece<ScheduleContent>> =
  | { readonly kind: 'ScheduleAdded'; readonly after: R }
  | { readonly kind: 'ScheduleRemoved'; readonly before: R }
  | { readonly kind: 'SchedulePeriodChanged'; readonly before: R; readonly after: R }
  /** The plan version is the same, but its overrides differ. */
  | { readonly kind: 'ScheduleOverridden'; readonly before: R; readonly after: R; readonly parts: readonly (keyof ScheduleOverrides)[] }
  /** A different plan version of the same schedule, or of a removed schedule with the same days. */
  | { readonly kind: 'SchedulePlanChanged'; readonly before: R; readonly after: R }
  /** Schedules that were removed because `after`, which has the same content, covers their days. */
  | { readonly kind: 'SchedulesMerged'; readonly before: readonly R[]; readonly after: R };

/**
 * Returns the changes from one timeline to another, ordered by the first day affected. Empty if nothing changes. A schedule that was
 * rewritten with the same days and content has not changed, even if its id is new.
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

/** The first day that the change affects. */
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
