import { type Assumptions, checkAssumptions, type Items } from '../../domain/rating/assumptions.ts';
import { checkCycles } from '../../domain/rating/estimate.ts';
import { type MoneyPreview, previewMoney } from '../../domain/rating/preview.ts';
import { type PricedTimeline, previewWindow } from '../../domain/rating/preview-window.ts';
import { cardCyclesOf } from '../../domain/rating/schedule-cycles.ts';
import type { Result } from '../../domain/result.ts';
import type { Context } from '../context.ts';
import { checkUpdates } from './estimate.ts';

/** What a caller asks of a money preview. */
export interface PreviewArguments extends Assumptions {
  readonly cycles: number;
}

/** A change of an account's timeline, whoever would make it. */
export interface TimelineChange {
  readonly invoiceCurrency: string;
  readonly before: PricedTimeline;
  readonly after: PricedTimeline;
  /** The items that assumptions may name. */
  readonly items: Items;
}

/**
 * What a change of a timeline does to what its cycles cost. Takes the rate cards that it prices from the budget of the request before it
 * prices any.
 */
export function previewChange(
  { cardCycles, today }: Pick<Context, 'cardCycles' | 'today'>,
  { invoiceCurrency: currency, before, after, items }: TimelineChange,
  { cycles, ...assumptions }: PreviewArguments,
): Result<MoneyPreview> {
  for (const check of [checkCycles(cycles), checkAssumptions(assumptions, items), checkUpdates(before.licenseUpdates)]) {
    if (!check.ok) return check;
  }
  const window = previewWindow(before, after, cycles, today);
  const budget = cardCycles.spend(cardCyclesOf(window.before) + cardCyclesOf(window.after));
  return budget.ok ? previewMoney({ before, after, window, currency, assumptions }) : budget;
}
