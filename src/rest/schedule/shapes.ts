import * as v from 'valibot';
import type { PlanOverrideFragment, ScheduleFragment } from '../documents.ts';
import { toPricingRule } from '../price-plan/shapes.ts';
import type { CardOwner } from '../rate-card/shapes.ts';

/** Which timeline a request reads: the active one, or that of the draft. */
export const modeQuery = { mode: v.picklist(['ACTIVE', 'DRAFT']) };

/** How a schedule is found, whichever timeline it is in. */
export const ANY_MODE = { parameter: 'mode', any: { mode: 'LATEST' } } as const;

/** Returns a schedule as the mirror answers it. Only plans with a pricing cycle are attached to accounts. */
export function toAccountSchedule(schedule: ScheduleFragment, accountId: string) {
  const { pricePlan, supportedCurrencies, pricingCycleConfig, pricingRules, startDate, endDate, ...facts } = schedule;
  const { pricePlanId, version, name, description } = pricePlan;
  if (!pricingCycleConfig) throw new Error(`schedule ${schedule.id} has no pricing cycle`);
  return {
    ...facts,
    accountId,
    pricePlanId,
    version,
    pricePlanInfo: { name, description },
    accountScheduleInfo: { supportedCurrencies, pricingCycleConfig, pricingRules: pricingRules.map(toPricingRule) },
    startDate: startOf(startDate),
    endDate: startOf(endDate),
  };
}

interface ScheduleOfCards {
  readonly scheduleId: string;
  readonly account: { readonly accountId: string };
  readonly pricePlan: { readonly pricePlanId: string };
}

/** Returns what the rate cards of a schedule belong to. */
export const ownerOf = ({ scheduleId, account: { accountId }, pricePlan: { pricePlanId } }: ScheduleOfCards): CardOwner => ({
  referenceId: scheduleId,
  referenceType: 'SCHEDULE',
  pricePlanId,
  accountId,
});

/** Returns a schedule as the answer of an edit has it. */
export const toPlanOverride = ({ id, pricePlan, startDate, endDate }: PlanOverrideFragment) => ({
  id,
  pricePlanId: pricePlan.pricePlanId,
  pricePlanName: pricePlan.name,
  startDate: startOf(startDate),
  endDate: startOf(endDate),
});

/** The vendor answers the days of a schedule as instants: `2026-11-21T00:00:00Z`. */
export const startOf = (day: string): string => `${day}T00:00:00Z`;
