import type * as v from 'valibot';
import type { GetPricingSchedulesQuery, OutlineFragment, PricingScheduleEditInput } from '../documents.ts';
import { Incomplete } from '../json.ts';
import { cardInFamilies, toRateCardsOverride } from '../plan-details/inputs.ts';
import { toFamilies } from '../plan-details/shapes.ts';
import { toPricingRule } from '../price-plan/shapes.ts';
import { startOf } from '../schedule/shapes.ts';
import type { UpdatePricingScheduleRequest } from './bodies.ts';

type Edit = v.InferOutput<typeof UpdatePricingScheduleRequest>;

/** Returns an edit as GraphQL takes it. */
export function toEdit({ pricePlanDetailsOverride, ...edit }: Edit): PricingScheduleEditInput {
  if (!pricePlanDetailsOverride) return edit;
  const { pricingCycleConfig, supportedCurrencies, ...families } = pricePlanDetailsOverride;
  return { ...edit, pricePlanDetailsOverride: { pricingCycleConfig, supportedCurrencies, ...toRateCardsOverride(families) } };
}

/** Returns where a field of an edit is in its body. */
export function editInBody(place: string, { pricePlanDetailsOverride = {} }: Edit): string {
  const [, cards] = /^pricePlanDetailsOverride\.((?:rateCards|replacedFamilies)\b.*)$/.exec(place) ?? [];
  if (cards === undefined) return place;
  return ['pricePlanDetailsOverride', cardInFamilies(cards, pricePlanDetailsOverride)].filter(Boolean).join('.');
}

/** Returns an account's timeline after edits. After a dry run, new schedules have no id yet, which the contract requires. */
export function toUpdatedSchedules({ accountId, accountName, schedules }: OutlineFragment) {
  let planned = 0;
  return {
    accountId,
    accountName,
    pricingSchedules: schedules.map(({ id, startDate, endDate, ...schedule }) => ({
      ...schedule,
      id: id ?? `dryrun.${++planned}`,
      startDate: startOf(startDate),
      endDate: startOf(endDate),
    })),
  };
}

type Schedule = NonNullable<GetPricingSchedulesQuery['account']>['schedules']['nodes'][number];

/** Returns a schedule as the mirror answers it: in brief, or with the terms that are in force. */
export function toPricingSchedule(schedule: Schedule) {
  const { id, startDate, endDate, isOverriden, pricePlan, info, pricingRules } = schedule;
  const { pricePlanId, version, name } = pricePlan;
  return {
    id,
    startDate: startOf(startDate),
    endDate: startOf(endDate),
    version,
    isOverriden,
    pricePlanId,
    pricePlanName: name,
    pricePlanInfo: info ?? null,
    pricingRules: pricingRules?.map(toPricingRule) ?? null,
    pricePlanDetails: toPlanDetails(schedule),
  };
}

/** The terms of a schedule. `null`: they were not asked for. */
function toPlanDetails({ supportedCurrencies, pricingCycleConfig, deferredRevenue, allowOngoingCycleUpdates, rateCards }: Schedule) {
  if (!supportedCurrencies || !rateCards) return null;
  if (rateCards.pageInfo.hasNextPage) return new Incomplete(null);
  return {
    supportedCurrencies,
    activeCurrencies: supportedCurrencies,
    pricingCycleConfig: pricingCycleConfig ?? null,
    ...toFamilies(rateCards.nodes),
    type: 'BILLING' as const,
    deferredRevenue: deferredRevenue ?? null,
    allow_ongoing_cycle_updates: allowOngoingCycleUpdates ?? null,
  };
}
