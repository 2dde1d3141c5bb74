import * as v from 'valibot';
import { answeredInstant, answeredInteger, pageOf } from '../answer-fields.ts';
import { PricingCycleConfig, PricingRule } from '../price-plan/bodies.ts';

export const PricePlanInfo = v.object({ name: v.string(), description: v.optional(v.string()) });

export const ScheduleInfo = v.object({
  supportedCurrencies: v.array(v.string()),
  pricingCycleConfig: PricingCycleConfig,
  pricingRules: v.optional(v.array(PricingRule)),
});

export const AccountSchedule = v.object({
  id: v.string(),
  accountId: v.string(),
  pricePlanId: v.string(),
  version: answeredInteger,
  deferredRevenue: v.boolean(),
  pricePlanInfo: PricePlanInfo,
  accountScheduleInfo: ScheduleInfo,
  isOverridden: v.optional(v.boolean()),
  startDate: answeredInstant,
  endDate: answeredInstant,
  allowOngoingCycleUpdates: v.boolean(),
});

export const SchedulesPaginatedResponse = v.object({ ...pageOf(AccountSchedule).entries, previousToken: v.optional(v.string()) });

export const PlanOverride = v.object({
  id: v.string(),
  pricePlanId: v.string(),
  pricePlanName: v.string(),
  startDate: answeredInstant,
  endDate: answeredInstant,
});

export const UpdatePricingScheduleResponse = v.object({
  accountId: v.string(),
  accountName: v.string(),
  pricingSchedules: v.array(PlanOverride),
});
