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
  const first = new PartLine(root, pointed(shownTotal(root.exact, currency), places), null, currency);
  const lines: [Line, ...Line[]] = [first];
  const below = (line: PartLine, shown: Units): void => {
    const { parts } = line.part;
    if (parts.length === 0) return;
    const amounts = allocate(
      shown,
      parts.map(({ exact }) => exact),
      currency,
    );
    for (const [i, part] of parts.entries()) {
      const units = amounts[i] ?? 0n;
      const next = new PartLine(part, pointed(units, places), line, currency);
      lines.push(next);
      below(next, units);
    }
  };
  below(first, shownTotal(root.exact, currency));
  return lines;
}

/** A part as a line. Its sentence is made where it is read: of thousands of lines, few are shown with it. */
class PartLine implements Line {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly kind: LineKind;
  readonly label: string;
  readonly card: RateCard | null;
  readonly timing: InvoiceTiming | null;
  readonly quantity: Fraction | null;
  readonly exact: Fraction;
  readonly amount: Decimal;
  readonly why: Reason;
  readonly part: Part;
  readonly #whole: Part | null;
  readonly #currency: string;

  constructor(part: Part, amount: Decimal, parent: PartLine | null, currency: string) {
    this.id = parent ? `${parent.id}/${encodeURIComponent(part.key)}` : part.key;
    this.parentId = parent?.id ?? null;
    this.depth = parent ? parent.depth + 1 : 0;
    this.kind = part.kind;
    this.label = part.label;
    this.card = part.card;
    this.timing = part.card?.invoiceTiming ?? ('timing' in part.why ? part.why.timing : null);
    this.quantity = part.quantity;
    this.exact = part.exact;
    this.amount = amount;
    this.why = part.why;
    this.part = part;
    this.#whole = parent?.part ?? null;
    this.#currency = currency;
  }

  get explanation(): string {
    return explain(this.part, this.#whole, this.#currency);
  }
}
