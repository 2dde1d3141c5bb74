import type { Piece } from '../timeline/timeline.ts';
import { type ScheduleContent, type Schedules, sameContent } from './schedule.ts';

/** What a change of a timeline comes to in a store that only supersedes rows and adds new ones (README, "Schedules"). */
export interface ScheduleWrites<R extends Piece<ScheduleContent>> {
  readonly superseded: readonly R[];
  readonly added: Schedules;
}

/**
 * From the recorded timeline to the new one: a piece with the same id, period and content is in neither list, and its row stays
 * as it is. `before` may carry the caller's own rows.
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
 * `after`, where a schedule that covers the days of an earlier one and says the same is that earlier one: what is written anew as it stands
 * changes nothing.
 */
export function reuseUnchanged<R extends Piece<ScheduleContent>>(before: readonly R[], after: readonly R[]): readonly R[] {
  const beforeByStart = new Map(before.map((piece) => [piece.period.start, piece]));
  const afterById = byId(after);
  return after.map((piece) => {
    const earlier = beforeByStart.get(piece.period.start);
    if (!earlier || !samePeriod(earlier, piece) || !sameContent(earlier.content, piece.content)) return piece;
    return afterById.has(earlier.content.scheduleId) ? piece : earlier;
  });
}

/** Whether a change of a timeline changes no schedule. */
export function isSameTimeline(before: Schedules, after: Schedules): boolean {
  const { superseded, added } = planWrites(before, after);
  return superseded.length === 0 && added.length === 0;
}

/** Whether a schedule, looked up by its id in both timelines, covers the same days with the same content. */
export function isSamePiece(a: Piece<ScheduleContent>, b: Piece<ScheduleContent> | undefined): boolean {
  return b !== undefined && samePeriod(a, b) && sameContent(a.content, b.content);
}

export function samePeriod(a: Piece<unknown>, b: Piece<unknown>): boolean {
  return a.period.start === b.period.start && a.period.end === b.period.end;
}

/** Pieces by schedule id, which is unique in a timeline. */
export function byId<R extends Piece<ScheduleContent>>(pieces: readonly R[]): ReadonlyMap<string, R> {
  return new Map(pieces.map((piece) => [piece.content.scheduleId, piece]));
}
