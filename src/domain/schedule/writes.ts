import { coalesceAt, type Piece } from '../timeline/timeline.ts';
import { type ScheduleContent, type Schedules, sameContent } from './schedule.ts';

/** The writes of a timeline's change. Rows are only superseded and added, never updated (README, "Schedules"). */
export interface ScheduleWrites<R extends Piece<ScheduleContent>> {
  readonly superseded: readonly R[];
  readonly added: Schedules;
}

/**
 * Returns the writes from the recorded timeline to the new one. A piece with the same id, period and content keeps its row and is in
 * neither list. `before` may carry the caller's own rows.
 */
export function planWrites<R extends Piece<ScheduleContent>>(before: readonly R[], after: Schedules): ScheduleWrites<R> {
  const beforeById = byId(before);
  const afterById = byId(after);
  return {
    superseded: before.filter((piece) => !isSamePiece(piece, afterById.get(piece.content.scheduleId))),
    added: after.filter((piece) => !isSamePiece(piece, beforeById.get(piece.content.scheduleId))),
  };
}

/**
 * Replaces each schedule of `after` by the earlier schedule with the same days and content, so that rewriting a schedule changes nothing.
 */
export function reuseUnchanged<R extends Piece<ScheduleContent>>(before: readonly R[], after: readonly R[]): readonly R[] {
  const beforeByStart = new Map(before.map((piece) => [piece.period.start, piece]));
  const afterById = byId(after);
  return after.map((piece) => {
    const earlier = beforeByStart.get(piece.period.start);
    if (!earlier || !samePeriod(earlier, piece) || !sameContent(earlier.content, piece.content)) return piece;
    const ofItsId = afterById.get(earlier.content.scheduleId);
    return ofItsId === undefined || ofItsId === piece ? earlier : piece;
  });
}

/** Joins neighbours of the same content at every seam that `before` does not have. */
export function joinNewSeams(before: Schedules, after: Schedules): Schedules {
  const beforeByStart = new Map(before.map((piece) => [piece.period.start, piece]));
  const beforeByEnd = new Map(before.map((piece) => [piece.period.end, piece]));
  const says = (piece: Schedules[number], other: Schedules[number] | undefined) => other && sameContent(piece.content, other.content);
  const seams = after.flatMap((right, i) => {
    const left = after[i - 1];
    const day = right.period.start;
    return left && !(says(left, beforeByEnd.get(day)) && says(right, beforeByStart.get(day))) ? [day] : [];
  });
  return coalesceAt(after, seams, sameContent);
}

/** Whether a change of a timeline changes no schedule. */
export function isSameTimeline(before: Schedules, after: Schedules): boolean {
  const { superseded, added } = planWrites(before, after);
  return superseded.length === 0 && added.length === 0;
}

/** Whether two schedules with the same id have the same days and content. */
export function isSamePiece(a: Piece<ScheduleContent>, b: Piece<ScheduleContent> | undefined): boolean {
  return b !== undefined && samePeriod(a, b) && sameContent(a.content, b.content);
}

export function samePeriod(a: Piece<unknown>, b: Piece<unknown>): boolean {
  return a.period.start === b.period.start && a.period.end === b.period.end;
}

/** Returns the pieces by schedule id, which is unique in a timeline. */
export function byId<R extends Piece<ScheduleContent>>(pieces: readonly R[]): ReadonlyMap<string, R> {
  return new Map(pieces.map((piece) => [piece.content.scheduleId, piece]));
}
