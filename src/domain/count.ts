/** The most uses of a thing that are counted before a rule refuses to remove it. Counting all of them would read as many rows. */
export const MOST_COUNTED = 1_000;

/** Returns a count for a message, for example `12`. A count that ended at its maximum is `more than 1,000`. */
export const countText = (count: number): string => (count > MOST_COUNTED ? `more than ${grouped(MOST_COUNTED)}` : grouped(count));

/**
 * Writes a whole number for people, with its digits in groups of three: `1,000,000`.
 * @__NO_SIDE_EFFECTS__
 */
export function grouped(count: number | string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
