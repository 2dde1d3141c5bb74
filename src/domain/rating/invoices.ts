import { addDays, type Day } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import { minorUnits } from '../money.ts';
import type { Period } from '../timeline/period.ts';
import type { RatedCycle } from './cycle.ts';
import { pointed } from './fraction.ts';
import { type Part, sumOf } from './line.ts';
import { shownTotal } from './shown.ts';
import type { Statement } from './statement.ts';

/** What is charged at one time: what a cycle costs in arrears, and the next one in advance. */
export interface Invoice {
  /** The day on which the one cycle ends and the other begins. */
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** Days of the cycle that is charged in arrears. `null`: none. */
  readonly arrears: Period | null;
  /** Days of the cycle that is charged in advance. `null`: none. */
  readonly advance: Period | null;
  /** The exact amounts. `linesOf` shows them. */
  readonly root: Part;
  readonly total: Decimal;
}

/**
 * The invoices of statements in order (README, "Rating"): each statement's advance before the cycle, together with the arrears of the cycle before
 * where the two touch. They hold the very lines of the statements, each once, so both come to the same exact total.
 *
 * A fee of 100 in advance and usage of 20 in two cycles: 100, then 20 + 100, then 20.
 */
export function invoicesOf(statements: readonly Statement[]): readonly Invoice[] {
  const invoices: Invoice[] = [];
  for (const [i, { cycle, root, currency }] of statements.entries()) {
    const [previous, next] = [statements[i - 1], statements[i + 1]];
    if (previous?.cycle.served.end !== cycle.served.start) {
      const due = addDays(cycle.served.start, cycle.schedule.config?.gracePeriod ?? 0);
      const first = invoiceOf([chargeOf(cycle, root, 'IN_ADVANCE')], { issuedOn: cycle.served.start, dueOn: due }, currency);
      if (first) invoices.push(first);
    }
    const following = next?.cycle.served.start === cycle.served.end ? [chargeOf(next.cycle, next.root, 'IN_ADVANCE')] : [];
    const charges = [chargeOf(cycle, root, 'IN_ARREARS'), ...following];
    const invoice = invoiceOf(charges, { issuedOn: cycle.served.end, dueOn: cycle.dueOn }, currency);
    if (invoice) invoices.push(invoice);
  }
  return invoices;
}

type Timing = 'IN_ADVANCE' | 'IN_ARREARS';

interface Charge {
  readonly period: Period;
  readonly timing: Timing;
  readonly part: Part | null;
}

function chargeOf({ served }: RatedCycle, root: Part, timing: Timing): Charge {
  const [gross] = root.parts;
  const kept = gross && portion(gross, timing);
  if (!kept) return { period: served, timing, part: null };
  const label = `${timing === 'IN_ADVANCE' ? 'In advance' : 'In arrears'}, ${served.start} until ${served.end}`;
  const why = { kind: 'CYCLE', period: served, timing } as const;
  const key = `${timing === 'IN_ADVANCE' ? 'advance' : 'arrears'}-${served.start}`;
  return { period: served, timing, part: sumOf({ ...{ key, kind: 'CYCLE', label, why }, card: null, quantity: null, parts: kept.parts }) };
}

/** `null`: there is nothing to charge. */
function invoiceOf(charges: readonly Charge[], days: Pick<Invoice, 'issuedOn' | 'dueOn'>, currency: string): Invoice | null {
  const parts = charges.flatMap(({ part }) => part ?? []);
  if (parts.length === 0) return null;
  const why = { kind: 'SUM' } as const;
  const root = sumOf({ key: 'invoice', kind: 'INVOICE', label: 'Invoice', card: null, quantity: null, why, parts });
  const periodOf = (timing: Timing) => charges.find((charge) => charge.timing === timing && charge.part)?.period ?? null;
  const total = pointed(shownTotal(root.exact, currency), minorUnits(currency));
  return { ...days, arrears: periodOf('IN_ARREARS'), advance: periodOf('IN_ADVANCE'), root, total };
}

/** What of a part is charged at that time. `null`: none of it. */
export function portion(part: Part, timing: Timing): Part | null {
  if (part.parts.length === 0) return timingOf(part) === timing ? part : null;
  const parts = part.parts.flatMap((inner) => portion(inner, timing) ?? []);
  if (parts.length === 0) return null;
  return parts.length === part.parts.length && parts.every((inner, i) => inner === part.parts[i]) ? part : sumOf({ ...part, parts });
}

/** Nobody knows before a cycle how many licenses will be added in it, or what it lacks of a commitment. A sum of nothing comes in arrears. */
function timingOf({ kind, card, why }: Part): Timing {
  if (kind === 'PRORATED_INCREASE' || kind === 'REFUND' || kind === 'TRUE_UP') return 'IN_ARREARS';
  if (why.kind === 'RULE') return why.timing;
  return card === null || card.invoiceTiming === 'IN_ARREARS' ? 'IN_ARREARS' : 'IN_ADVANCE';
}
