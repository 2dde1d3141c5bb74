/** What was claimed, and what was found. */
export interface Finding {
  readonly claim: string;
  readonly goal: string;
  readonly figure: string;
  readonly isReached: boolean;
  /** A count, the same on every machine: where it is not reached, the run fails. Speeds are only told. */
  readonly isExact: boolean;
}

/** That a ratio, or anything else that is measured, is at most so much. */
export const atMost = (claim: string, figure: number, limit: number, unit = 'x'): Finding => ({
  claim,
  goal: `<= ${limit}${unit}`,
  figure: `${Number.isInteger(figure) ? figure : figure.toFixed(figure < 10 ? 2 : 0)}${unit}`,
  isReached: figure <= limit,
  isExact: false,
});

/** That a count is at most so much, whatever the machine. */
export const countAtMost = (claim: string, figure: number, limit: number): Finding => ({
  claim,
  goal: `<= ${limit}`,
  figure: String(figure),
  isReached: figure <= limit,
  isExact: true,
});

export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    );
  }
  console.log();
}

/** Prints all that was found; answers whether each exact claim held. */
export function conclude(findings: readonly Finding[]): boolean {
  const rows = findings.map(({ claim, goal, figure, isReached }) => [claim, goal, figure, isReached ? 'reached' : 'NOT REACHED']);
  printTable([['claim', 'goal', 'measured', ''], ...rows]);
  return findings.every(({ isReached, isExact }) => isReached || !isExact);
}
