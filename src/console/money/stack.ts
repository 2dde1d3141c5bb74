/** A part of a stacked bar: which line it is, and where it is. */
export interface StackPart {
  readonly index: number;
  readonly start: number;
  /** Never negative. */
  readonly length: number;
  /** Whether the line takes off what the others cost. */
  readonly isCredit: boolean;
}

/**
 * Returns the parts of a stacked bar in the order of its amounts, and between where they lie. Credits run back from the end of the others, so
 * that the last one ends at the total: 10 and 5 less 4 lie from 0 to 15, and the credit from 15 back to 11. Zeros have no place.
 */
export function stackOf(amounts: readonly number[]): {
  readonly parts: readonly StackPart[];
  readonly least: number;
  readonly most: number;
} {
  const indexed = amounts.map((amount, index) => ({ amount, index })).filter(({ amount }) => amount !== 0);
  const sorted = [...indexed.filter(({ amount }) => amount > 0), ...indexed.filter(({ amount }) => amount < 0)];
  let end = 0;
  const parts = sorted.map(({ amount, index }) => {
    const start = Math.min(end, end + amount);
    end += amount;
    return { index, start, length: Math.abs(amount), isCredit: amount < 0 };
  });
  return { parts, least: Math.min(0, end), most: Math.max(0, ...parts.map(({ start, length }) => start + length)) };
}
