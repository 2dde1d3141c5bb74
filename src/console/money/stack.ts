/** A part of a stacked bar: which line it is, and where it is. */
export interface StackPart {
  readonly index: number;
  readonly start: number;
  /** Never negative. */
  readonly length: number;
  /** Whether the line takes off what the others cost. */
  readonly isCredit: boolean;
}

/** Returns the parts of a stacked bar in the order of its amounts, and its length. Credits have their own place after the others; zeros have none. */
export function stackOf(amounts: readonly number[]): { readonly parts: readonly StackPart[]; readonly length: number } {
  const indexed = amounts.map((amount, index) => ({ amount, index })).filter(({ amount }) => amount !== 0);
  const sorted = [...indexed.filter(({ amount }) => amount > 0), ...indexed.filter(({ amount }) => amount < 0)];
  let length = 0;
  const parts = sorted.map(({ amount, index }) => {
    const part = { index, start: length, length: Math.abs(amount), isCredit: amount < 0 };
    length += part.length;
    return part;
  });
  return { parts, length };
}
