import type { Day } from '../day.ts';
import { contains, intersect, overlaps, type Period } from './period.ts';

/** A content in force over a period. */
export interface Piece<C> {
  readonly period: Period;
  readonly content: C;
}

/** Pieces ordered by start and disjoint, so that at most one is in force on any day. Gaps are allowed. */
export type Timeline<C> = readonly Piece<C>[];

/** The change of one identity from one timeline to another. */
export type Change<C> =
  | { readonly kind: 'Added'; readonly piece: Piece<C> }
  | { readonly kind: 'Removed'; readonly piece: Piece<C> }
  | { readonly kind: 'Changed'; readonly before: Piece<C>; readonly after: Piece<C> };

/** Whether two contents are equivalent. */
type Same<C> = (a: C, b: C) => boolean;

/** Returns the piece in force on the day. `undefined` in a gap. */
export function at<C>(timeline: Timeline<C>, day: Day): Piece<C> | undefined {
  return timeline.find((piece) => contains(piece.period, day));
}

/** Returns the part of the timeline inside the window, cut at its edges. A piece that is not cut stays the same object. */
export function slice<C>(timeline: Timeline<C>, window: Period): Timeline<C> {
  return timeline.flatMap((piece) => {
    const { period, content } = piece;
    if (window.start <= period.start && period.end <= window.end) return [piece];
    const seen = intersect(period, window);
    return seen ? [{ period: seen, content }] : [];
  });
}

/**
 * Writes `piece` over its period (README, "Timeline") and cuts what was there. A part before keeps its content, a part after continues as
 * `tail(content)` with a new identity, and a part inside is removed. Every other piece stays the same object.
 */
export function overlay<C>(timeline: Timeline<C>, piece: Piece<C>, tail: (content: C) => C): Timeline<C> {
  return splice(timeline, piece.period, [piece], tail);
}

/** Replaces everything in `window` by the pieces of a timeline that lies inside it. Cuts at the edges as `overlay` does. */
export function splice<C>(timeline: Timeline<C>, window: Period, pieces: Timeline<C>, tail: (content: C) => C): Timeline<C> {
  const rest = clear(timeline, window, tail);
  const earlier = rest.filter(({ period }) => period.end <= window.start);
  return [...earlier, ...pieces, ...rest.slice(earlier.length)];
}

/** Clears the period. Cuts at the edges as `overlay` does. */
export function clear<C>(timeline: Timeline<C>, gap: Period, tail: (content: C) => C): Timeline<C> {
  return timeline.flatMap((piece) => {
    const { period, content } = piece;
    if (!overlaps(period, gap)) return [piece];
    const before = period.start < gap.start ? [{ period: { start: period.start, end: gap.start }, content }] : [];
    const after = gap.end < period.end ? [{ period: { start: gap.end, end: period.end }, content: tail(content) }] : [];
    return [...before, ...after];
  });
}

/** Joins adjacent pieces that are equivalent. The earlier content stays. No day changes. */
export function coalesce<C>(timeline: Timeline<C>, same: Same<C>): Timeline<C> {
  return join(timeline, (left, right) => same(left.content, right.content));
}

/** Joins adjacent pieces as `coalesce` does, but only at the two edges of the period: a new piece with its neighbours. */
export function coalesceAround<C>(timeline: Timeline<C>, { start, end }: Period, same: Same<C>): Timeline<C> {
  return coalesceAt(timeline, [start, end], same);
}

/** Joins adjacent pieces as `coalesce` does, but only at the seams on these days. */
export function coalesceAt<C>(timeline: Timeline<C>, days: readonly Day[], same: Same<C>): Timeline<C> {
  const seams = new Set(days);
  return join(timeline, (left, right) => seams.has(right.period.start) && same(left.content, right.content));
}

/**
 * Returns the change of each identity, in order of time. `keyOf` identifies a piece uniquely in a timeline. A change can affect period,
 * content or both.
 */
export function diff<C>(before: Timeline<C>, after: Timeline<C>, keyOf: (content: C) => string, same: Same<C>): readonly Change<C>[] {
  const beforeByKey = new Map(before.map((piece) => [keyOf(piece.content), piece]));
  const afterKeys = new Set(after.map((piece) => keyOf(piece.content)));
  const gone = before.filter((piece) => !afterKeys.has(keyOf(piece.content)));
  const changes: Change<C>[] = gone.map((piece) => ({ kind: 'Removed', piece }));
  for (const piece of after) {
    const earlier = beforeByKey.get(keyOf(piece.content));
    if (!earlier) changes.push({ kind: 'Added', piece });
    else if (!samePiece(earlier, piece, same)) changes.push({ kind: 'Changed', before: earlier, after: piece });
  }
  return changes.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0));
}

/** Returns the days on which the timelines differ, gaps included, as the longest possible periods in order. */
export function differences<C>(before: Timeline<C>, after: Timeline<C>, same: Same<C>): readonly Period[] {
  const edges = [...new Set([...before, ...after].flatMap(({ period }) => [period.start, period.end]))].toSorted();
  const [left, right] = [cursor(before), cursor(after)];
  const found: Period[] = [];
  let start: Day | null = null;
  // Between two edges neither timeline changes, and after the last edge both are empty.
  for (const day of edges) {
    const [a, b] = [left(day), right(day)];
    const differs = a && b ? !same(a.content, b.content) : a !== b;
    if (differs) start ??= day;
    else if (start !== null) {
      found.push({ start, end: day });
      start = null;
    }
  }
  return found;
}

/** Returns the first day on which the timelines differ. `null` if they never do. */
export function firstDifference<C>(before: Timeline<C>, after: Timeline<C>, same: Same<C>): Day | null {
  return differences(before, after, same)[0]?.start ?? null;
}

/** Whether the pieces satisfy the law of a timeline: each covers at least one day and begins on or after the end of the one before. */
export function isTimeline<C>(pieces: readonly Piece<C>[]): boolean {
  return pieces.every(({ period }, i) => {
    const previous = pieces[i - 1];
    return period.start < period.end && (!previous || previous.period.end <= period.start);
  });
}

function join<C>(timeline: Timeline<C>, joins: (left: Piece<C>, right: Piece<C>) => boolean): Timeline<C> {
  const joined: Piece<C>[] = [];
  for (const piece of timeline) {
    const left = joined.at(-1);
    if (left && left.period.end === piece.period.start && joins(left, piece)) {
      joined[joined.length - 1] = { ...left, period: { start: left.period.start, end: piece.period.end } };
    } else joined.push(piece);
  }
  return joined;
}

/** Like `at`, for days in ascending order: walks the timeline only once. */
function cursor<C>(timeline: Timeline<C>): (day: Day) => Piece<C> | undefined {
  const pieces = timeline[Symbol.iterator]();
  let piece = pieces.next().value;
  return (day) => {
    while (piece && piece.period.end <= day) piece = pieces.next().value;
    return piece && contains(piece.period, day) ? piece : undefined;
  };
}

function samePiece<C>(a: Piece<C>, b: Piece<C>, same: Same<C>): boolean {
  return a.period.start === b.period.start && a.period.end === b.period.end && same(a.content, b.content);
}

/** A changed piece is sorted by its new start. */
function startOf<C>(change: Change<C>): Day {
  return change.kind === 'Changed' ? change.after.period.start : change.piece.period.start;
}
