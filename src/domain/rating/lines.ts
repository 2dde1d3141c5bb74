import type { Decimal } from '../decimal.ts';
import { minorUnits } from '../money.ts';
import type { InvoiceTiming, RateCard } from '../rate-card/rate-card.ts';
import { explain } from './explain.ts';
import { type Fraction, pointed } from './fraction.ts';
import type { LineKind, Part, Reason } from './line.ts';
import { allocate, shownTotal, type Units } from './shown.ts';

/** A line of a statement, as a table shows it. */
export interface Line {
  /** The keys from the total to the line: the same line has the same id in every statement of a plan. */
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly kind: LineKind;
  readonly label: string;
  /** The rate card that the line belongs to. */
  readonly card: RateCard | null;
  readonly timing: InvoiceTiming | null;
  readonly quantity: Fraction | null;
  readonly exact: Fraction;
  /** What is shown: the lines below a line always sum to it. */
  readonly amount: Decimal;
  readonly why: Reason;
  readonly explanation: string;
}

/**
 * The lines of a tree in reading order. The root is rounded once, and what is shown below it is divided from the top down (README, "Rating").
 */
export function linesOf(root: Part, currency: string): readonly [Line, ...Line[]] {
  const places = minorUnits(currency);
  const lineOf = (part: Part, shown: Units, parent: { readonly line: Line; readonly part: Part } | null): Line => ({
    id: parent ? `${parent.line.id}/${encodeURIComponent(part.key)}` : part.key,
    parentId: parent?.line.id ?? null,
    depth: parent ? parent.line.depth + 1 : 0,
    kind: part.kind,
    label: part.label,
    card: part.card,
    timing: part.card?.invoiceTiming ?? ('timing' in part.why ? part.why.timing : null),
    quantity: part.quantity,
    exact: part.exact,
    amount: pointed(shown, places),
    why: part.why,
    explanation: explain(part, parent?.part ?? null, currency),
  });
  const first = lineOf(root, shownTotal(root.exact, currency), null);
  const lines: [Line, ...Line[]] = [first];
  const below = (part: Part, line: Line, shown: Units): void => {
    const amounts = allocate(
      shown,
      part.parts.map(({ exact }) => exact),
      currency,
    );
    for (const [i, inner] of part.parts.entries()) {
      const units = amounts[i] ?? 0n;
      const next = lineOf(inner, units, { line, part });
      lines.push(next);
      below(inner, next, units);
    }
  };
  below(root, first, shownTotal(root.exact, currency));
  return lines;
}
