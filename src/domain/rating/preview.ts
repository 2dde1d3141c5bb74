import { type Decimal, minus } from '../decimal.ts';
import { ok, type Result } from '../result.ts';
import type { Period } from '../timeline/period.ts';
import type { Assumptions } from './assumptions.ts';
import { checkIntervals, type Estimate, estimate } from './estimate.ts';
import { type LineDifference, lineDifferences } from './line-differences.ts';
import type { PreviewWindow, PricedTimeline } from './preview-window.ts';

/** What a change of a timeline does to what its cycles cost. */
export interface MoneyPreview {
  readonly period: Period;
  readonly currency: string;
  readonly before: Estimate;
  readonly after: Estimate;
  /** What is shown after, less what is shown before. */
  readonly difference: Decimal;
  /** One for each thing that is charged. They sum to the difference. */
  readonly lines: readonly LineDifference[];
}

export interface PreviewInput {
  readonly before: PricedTimeline;
  readonly after: PricedTimeline;
  readonly window: PreviewWindow;
  readonly currency: string;
  readonly assumptions: Assumptions;
}

/**
 * Compares the estimates of two timelines over one window (README, "Rating"). Draft, dry run, proposal and migration show this very
 * function of the timelines that they would commit, so they cannot disagree.
 *
 * From 100 a month to 250 from December 16th, both prorated: 100 x 15/31 + 250 x 16/31 = 5500/31, shown as 177.42: 77.42 more in December.
 *
 * Refuses what an estimate of either timeline refuses.
 */
export function previewMoney({ before, after, window, currency, assumptions }: PreviewInput): Result<MoneyPreview> {
  const intervals = checkIntervals([...window.before, ...window.after], assumptions);
  if (!intervals.ok) return intervals;
  const ofBefore = { period: window.period, currency, assumptions, licenseUpdates: before.licenseUpdates };
  const ofAfter = { ...ofBefore, licenseUpdates: after.licenseUpdates, bought: after.bought };
  const [earlier, later] = [estimate({ ...ofBefore, cycles: window.before }), estimate({ ...ofAfter, cycles: window.after })];
  if (!earlier.ok) return earlier;
  if (!later.ok) return later;
  const lines = lineDifferences(
    { ...ofBefore, schedules: before.schedules, cycles: window.before, estimate: earlier.value },
    { ...ofAfter, schedules: after.schedules, cycles: window.after, estimate: later.value },
  );
  if (!lines.ok) return lines;
  const difference = minus(later.value.total, earlier.value.total);
  return ok({ period: window.period, currency, before: earlier.value, after: later.value, difference, lines: lines.value });
}
