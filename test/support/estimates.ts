import { FOREVER } from '../../src/domain/day.ts';
import type { RateCard } from '../../src/domain/rate-card/rate-card.ts';
import { type Assumptions, NO_ASSUMPTIONS } from '../../src/domain/rating/assumptions.ts';
import { type Estimate, type EstimateInput, estimate } from '../../src/domain/rating/estimate.ts';
import type { Line } from '../../src/domain/rating/lines.ts';
import { daysOf, firstCycles, type PricedSchedule } from '../../src/domain/rating/schedule-cycles.ts';
import { decimal } from './rate-cards.ts';
import { served } from './rating.ts';
import { day, MONTHLY, unwrap } from './schedules.ts';

/** A monthly schedule of these cards, in force from one day until another. */
export function priced(
  cards: readonly RateCard[],
  from: string,
  until: string = FOREVER,
  other: Partial<PricedSchedule> = {},
  config = MONTHLY,
): PricedSchedule {
  const plan = { pricePlanId: 'plan', pricePlanName: 'Plan', version: 1, rateCardSetId: JSON.stringify(cards) };
  return { scheduleId: `from ${from}`, ...plan, served: served(from, until, config), cards, rules: [], ...other };
}

export interface EstimateSample extends Partial<Pick<EstimateInput, 'licenseUpdates' | 'currency'>>, Partial<Assumptions> {
  readonly from?: string;
  readonly cycles?: number;
}

/** The estimate of a timeline in USD, of one cycle from November 1st 2026 on unless said otherwise. */
export function estimated(schedules: readonly PricedSchedule[], sample: EstimateSample = {}) {
  const { from = '2026-11-01', cycles = 1, licenseUpdates = [], currency = 'USD', ...assumptions } = sample;
  const found = firstCycles(schedules, day(from), cycles);
  if (!found.ok) return found;
  return estimate({
    period: daysOf(found.value),
    cycles: found.value,
    currency,
    licenseUpdates,
    assumptions: { ...NO_ASSUMPTIONS, ...assumptions },
  });
}

export const estimateOf = (schedules: readonly PricedSchedule[], sample?: EstimateSample): Estimate => unwrap(estimated(schedules, sample));

/** So much of the item of a card `calls` in each cycle. */
export const used = (quantity: string, other: object = {}) => [
  { billableId: 'item-of-calls', quantity: decimal(quantity), per: 'CYCLE' as const, ...other },
];

/** So many of the license of a card `seats` from an instant on. */
export const assumed = (quantity: string, from: string | null = null) => ({
  ...({ licenseId: 'item-of-seats', updateType: 'ABSOLUTE', quantity: decimal(quantity), names: null } as const),
  effectiveFrom: from === null ? null : Date.parse(from),
});

/** What lines show at their ends: the label of a line that nothing is below, and its amount. */
export function leaves(lines: readonly Line[]): readonly string[] {
  return lines.filter(({ id }) => !lines.some(({ parentId }) => parentId === id)).map(({ label, amount }) => `${label} ${amount}`);
}
