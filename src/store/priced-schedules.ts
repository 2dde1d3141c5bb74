import type { BillableItem } from '../domain/billable-item.ts';
import type { Day } from '../domain/day.ts';
import type { PlanTerms } from '../domain/price-plan/price-plan.ts';
import type { RateCard } from '../domain/rate-card/rate-card.ts';
import type { PricedSchedule } from '../domain/rating/schedule-cycles.ts';
import type { ScheduleContent } from '../domain/schedule/schedule.ts';
import { inOrder, toCards } from './rate-cards.ts';

/** A selection of schedules in order, each with what prices its cycles and no more. */
export const WITH_PRICES = {
  columns: {
    scheduleId: true,
    startDate: true,
    endDate: true,
    countsFrom: true,
    rateCardSetId: true,
    pricingCycle: true,
    pricingRules: true,
  },
  orderBy: { startDate: 'asc' },
  with: {
    planVersion: {
      columns: { pricePlanId: true, version: true, pricingCycle: true, pricingRules: true },
      with: { plan: { columns: { name: true } } },
    },
    rateCards: { ...inOrder, columns: { card: true }, with: { billable: { columns: { id: true, kind: true } } } },
  },
} as const;

/** What an assumption must be about. */
export type PricedItem = Pick<BillableItem, 'id' | 'kind'>;

export interface ScheduleWithPrices
  extends Pick<ScheduleContent, 'scheduleId' | 'countsFrom' | 'rateCardSetId' | 'pricingCycle' | 'pricingRules'> {
  readonly startDate: Day;
  readonly endDate: Day;
  readonly planVersion: Pick<PlanTerms, 'pricingCycle' | 'pricingRules'> & {
    readonly pricePlanId: string;
    readonly version: number;
    readonly plan: { readonly name: string };
  };
  readonly rateCards: readonly { readonly card: RateCard; readonly billable: PricedItem | null }[];
}

/** Converts loaded schedules to what prices their cycles. */
export function toPricedSchedules(rows: readonly ScheduleWithPrices[]): readonly PricedSchedule[] {
  return rows.map(({ scheduleId, startDate, endDate, countsFrom, planVersion, ...row }) => ({
    scheduleId,
    pricePlanId: planVersion.pricePlanId,
    pricePlanName: planVersion.plan.name,
    version: planVersion.version,
    served: { config: row.pricingCycle ?? planVersion.pricingCycle, period: { start: startDate, end: endDate }, countsFrom },
    rateCardSetId: row.rateCardSetId,
    cards: toCards(row.rateCards),
    rules: row.pricingRules ?? planVersion.pricingRules,
  }));
}

/** A selection of `accounts.licenseUpdates`: all of them in the order of their recording, and one more than `most` to tell that there are more. */
export const licenseUpdatesInOrder = (most: number) =>
  ({
    columns: { licenseId: true, updateType: true, quantity: true, effectiveFrom: true },
    orderBy: { id: 'asc' },
    limit: most + 1,
  }) as const;

/** A selection of `accounts.billableItems`: those of these ids that exist. */
export const itemsByIds = (ids: readonly string[]) => ({ columns: { id: true, kind: true }, where: { id: { in: [...ids] } } }) as const;

/** A selection of the rate cards of a set, with what they price. */
export const WITH_ITEMS = { ...inOrder, columns: { card: true }, with: { billable: true } } as const;
