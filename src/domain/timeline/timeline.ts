import type { Period } from './period.ts';

/** Something in force over a period. */
export interface Piece<C> {
  readonly period: Period;
  readonly content: C;
}

/** Pieces in order of their start, disjoint: on any day at most one is in force. Gaps are allowed. */
export type Timeline<C> = readonly Piece<C>[];
