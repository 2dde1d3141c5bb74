import * as v from 'valibot';
import { answeredInstant, answeredInteger, pageOf } from '../answer-fields.ts';
import { PricePlanDetails } from '../plan-details/answers.ts';
import { PricingRule } from '../price-plan/bodies.ts';
import { PricePlanInfo } from '../schedule/answers.ts';

export const PricingScheduleWithPricePlanId = v.object({
  id: v.string(),
  pricePlanDetails: v.optional(PricePlanDetails),
  startDate: answeredInstant,
  endDate: answeredInstant,
  version: v.pipe(answeredInteger, v.metadata({ minimum: 1 })),
  pricingRules: v.optional(v.array(PricingRule)),
  isOverriden: v.boolean(),
  pricePlanId: v.string(),
  pricePlanName: v.optional(v.string()),
  pricePlanInfo: v.optional(PricePlanInfo),
});

export const PricingSchedulePaginatedResponse = v.object({
  ...pageOf(PricingScheduleWithPricePlanId).entries,
  previousToken: v.optional(v.string()),
});
