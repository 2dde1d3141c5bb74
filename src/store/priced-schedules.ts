import { type SQL, sql } from 'drizzle-orm';
import type { PricedSchedule } from '../domain/rating/schedule-cycles.ts';
import { effectiveTerms, type ScheduleContent } from '../domain/schedule/schedule.ts';
import type { Piece } from '../domain/timeline/timeline.ts';
import { toPlanVersion } from './plan-versions.ts';
import { type PricedCard, toCards } from './rate-cards.ts';
import { type LoadedSchedule, toContent, WITH_PLANS } from './schedules.ts';
import type { billableItems } from './tables/index.ts';

/** A selection of schedules in order, each with its plan version, its rate cards and what they price. */
export const WITH_PRICES = {
  ...WITH_PLANS,
  with: { ...WITH_PLANS.with, rateCards: { columns: { card: true }, orderBy: { position: 'asc' }, with: { billable: true } } },
} as const;

export interface ScheduleWithPrices extends LoadedSchedule {
  readonly rateCards: readonly PricedCard[];
}

/** Converts loaded schedules to what prices their cycles. */
export function toPricedSchedules(rows: readonly ScheduleWithPrices[]): readonly PricedSchedule[] {
  return rows.map((row) => {
    const piece: Piece<ScheduleContent> = { period: { start: row.startDate, end: row.endDate }, content: toContent(row) };
    const version = toPlanVersion(row.planVersion);
    const { pricingCycle, pricingRules } = effectiveTerms(piece.content, version);
    return {
      scheduleId: row.scheduleId,
      pricePlanId: version.pricePlanId,
      pricePlanName: version.name,
      version: version.version,
      served: { config: pricingCycle, period: piece.period, countsFrom: row.countsFrom },
      cards: toCards(row.rateCards),
      rules: pricingRules,
    };
  });
}

/** A selection of `accounts.licenseUpdates`: all of them in the order of their recording, and one more than `most` to tell that there are more. */
export const licenseUpdatesInOrder = (most: number) =>
  ({
    columns: { licenseId: true, updateType: true, quantity: true, effectiveFrom: true },
    orderBy: { id: 'asc' },
    limit: most + 1,
  }) as const;

/** A selection of `accounts.billableItems`: those of these ids that exist. The ids are one parameter, however many they are. */
export const itemsByIds = (ids: readonly string[]) => ({
  where: { RAW: (item: Pick<typeof billableItems, 'id'>): SQL => sql`${item.id} in (select value from json_each(${JSON.stringify(ids)}))` },
});
