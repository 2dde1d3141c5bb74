/** A piece of code, and what stands in its place. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** Makes each cut that is not within another. */
export function withCuts(code: string, cuts: readonly Cut[]): string {
  let [kept, position] = ['', 0];
  for (const { start, end, instead } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start < position) continue;
    kept += code.slice(position, start) + instead;
    position = end;
  }
  return kept + code.slice(position);
}

/** Cuts an element of a list with the comma after it. */
export function cutWithComma(code: string, { start, end }: Pick<Cut, 'start' | 'end'>): Cut {
  const [comma] = /^\s*,/.exec(code.slice(end)) ?? [''];
  return { start, end: end + comma.length, instead: '' };
}
