import * as v from 'valibot';
import { PricePlanType, PricingCycleConfig } from '../price-plan/bodies.ts';
import { families } from './bodies.ts';

export const PricePlanDetails = v.object({
  supportedCurrencies: v.array(v.string()),
  activeCurrencies: v.array(v.string()),
  pricingCycleConfig: v.optional(PricingCycleConfig),
  ...families,
  type: v.optional(PricePlanType),
  deferredRevenue: v.optional(v.boolean()),
  allow_ongoing_cycle_updates: v.optional(v.boolean()),
});
