import * as v from 'valibot';
import { answeredInstant, answeredInteger, pageOf } from '../answer-fields.ts';
import { PricePlanType, PricingCycleConfig, PricingRule } from './bodies.ts';

export const PricePlanV2 = v.object({
  name: v.string(),
  description: v.optional(v.string()),
  type: PricePlanType,
  pricingCycleConfig: v.optional(PricingCycleConfig),
  supportedCurrencies: v.array(v.string()),
  deferredRevenue: v.optional(v.boolean()),
  allowOngoingCycleUpdates: v.optional(v.boolean()),
  id: v.string(),
  referenceId: v.string(),
  version: answeredInteger,
  status: v.picklist(['DRAFT', 'ACTIVE']),
  createdAt: answeredInstant,
  updatedAt: answeredInstant,
});

export const PricePlanV2PaginatedResponse = pageOf(PricePlanV2);

export const PricingRulesPaginatedResponse = v.object({ data: v.array(PricingRule) });

export const ValidatedEntityError = v.object({
  referenceId: v.string(),
  entityId: v.string(),
  entityType: v.string(),
  errorMessage: v.string(),
});

export const ValidatedEntityErrorsPaginatedResponse = pageOf(ValidatedEntityError);
