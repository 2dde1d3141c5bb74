/** Milliseconds: about how long the first pause of a series is, and how long any is at most. */
export interface Pauses {
  readonly first: number;
  readonly longest: number;
}

/**
 * How long to wait before an attempt, in milliseconds: about twice as long as before the one before it, and by chance half as long or half as
 * long again, so that callers who failed together do not come back together.
 * @param attempt the number of the attempt, from 2 on
 * @param random answers a number from 0 to 1
 */
export function pauseBefore(attempt: number, { first, longest }: Pauses, random: () => number): number {
  return Math.min(first * 2 ** (attempt - 2) * (0.5 + random()), longest);
}
