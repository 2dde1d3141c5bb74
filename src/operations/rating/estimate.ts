import { grouped } from '../../domain/count.ts';
import type { Day } from '../../domain/day.ts';
import { type Assumptions, checkAssumptions, type Items } from '../../domain/rating/assumptions.ts';
import { checkCycles, type Estimate, estimate } from '../../domain/rating/estimate.ts';
import { cardCyclesOf, daysOf, firstCycles } from '../../domain/rating/schedule-cycles.ts';
import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { LicenseUpdate } from '../../domain/schedule/license-update.ts';
import { type PricedItem, type ScheduleWithPrices, toPricedSchedules } from '../../store/priced-schedules.ts';
import type { Context } from '../context.ts';

/** Maximum license updates of an account that an estimate reads. */
export const MAX_LICENSE_UPDATES = 5_000;

/** What an estimate of an account reads. */
export interface AccountToEstimate {
  readonly invoiceCurrency: string;
  /** The schedules that end after the first day, in order. */
  readonly schedules: readonly ScheduleWithPrices[];
  readonly licenseUpdates: readonly LicenseUpdate[];
  /** Those of the assumed items that exist. */
  readonly items: readonly PricedItem[];
}

/** What a caller asks of an estimate. */
export interface EstimateArguments extends Assumptions {
  readonly from: Day;
  readonly cycles: number;
}

/** The cost of the next cycles of an account. Takes the rate cards that it prices from the budget of the request before it prices any. */
export function estimateAccount(
  { actor, cardCycles }: Pick<Context, 'actor' | 'cardCycles'>,
  { invoiceCurrency, schedules, licenseUpdates, items }: AccountToEstimate,
  { from, cycles: count, ...assumptions }: EstimateArguments,
): Result<Estimate> {
  const checks = [checkCycles(count), checkAssumptions(assumptions, knownItems(actor, schedules, items)), checkUpdates(licenseUpdates)];
  for (const check of checks) if (!check.ok) return check;
  const cycles = firstCycles(toPricedSchedules(schedules), from, count);
  if (!cycles.ok) return cycles;
  const budget = cardCycles.spend(cardCyclesOf(cycles.value));
  if (!budget.ok) return budget;
  return estimate({ period: daysOf(cycles.value), cycles: cycles.value, currency: invoiceCurrency, assumptions, licenseUpdates });
}

/** A delegate knows the items that its own schedules price: whether any other exists is not for it to find out. */
export function knownItems({ delegate }: Context['actor'], schedules: readonly WithItems[], items: readonly PricedItem[]): Items {
  const priced = schedules.flatMap(({ rateCards }) => rateCards.flatMap(({ billable }) => billable ?? []));
  return new Map((delegate ? priced : [...priced, ...items]).map((item) => [item.id, item]));
}

interface WithItems {
  readonly rateCards: readonly { readonly billable: PricedItem | null }[];
}

/** Fewer updates than were recorded would be another number of licenses. */
export function checkUpdates({ length }: readonly LicenseUpdate[]): Result<undefined> {
  if (length <= MAX_LICENSE_UPDATES) return ok();
  const message = `The account has more than ${grouped(MAX_LICENSE_UPDATES)} license updates, which is more than an estimate can read.`;
  return refuse(precondition('LIMIT_EXCEEDED', message));
}
