import * as v from 'valibot';
import { integer, integerBetween, list, object, text, textMap } from '../fields.ts';

export const PricePlanType = v.picklist(['BILLING', 'PURCHASE']);
export const PricingCycleInterval = v.picklist(['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'ANNUALLY']);
export const PricingRuleTiming = v.picklist(['IN_ADVANCE', 'IN_ARREARS']);

export const PricingCycleConfigStartOffset = object({ dayOffset: v.string(), monthOffset: v.string() });

export const PricingCycleConfig = object({
  interval: PricingCycleInterval,
  startOffset: v.optional(PricingCycleConfigStartOffset),
  gracePeriod: integer,
  anniversaryCycle: v.optional(v.boolean()),
});

export const CreatePricePlanV2Request = object({
  name: text({ max: 50 }),
  description: v.optional(text({ max: 255 })),
  type: PricePlanType,
  pricingCycleConfig: v.optional(PricingCycleConfig),
  supportedCurrencies: list(v.string()),
  deferredRevenue: v.optional(v.boolean()),
  allowOngoingCycleUpdates: v.optional(v.boolean()),
});

export const UpdatePricePlanV2Request = object({
  description: v.optional(text({ max: 255 })),
  pricingCycleConfig: v.optional(PricingCycleConfig),
  supportedCurrencies: v.optional(list(v.string())),
});

export const PricingRuleAction = object({
  type: v.picklist(['ADD', 'UPDATE']),
  target: v.optional(v.string()),
  id: v.optional(v.string()),
  description: v.optional(v.string()),
  metadata: v.optional(textMap),
});

const rule = {
  name: v.string(),
  invoiceTiming: v.optional(PricingRuleTiming),
  condition: v.optional(v.string()),
  computation: v.string(),
  action: PricingRuleAction,
};

export const CreatePricingRule = object({ ...rule, order: integer });

export const PricingRule = object({ ...rule, id: v.string(), order: integerBetween(1), version: integerBetween(1) });

export const UpdatePricingRulesRequest = object({ pricingRules: v.optional(list(CreatePricingRule)) });

export const MigrationMode = v.picklist([
  'IMMEDIATE',
  'IMMEDIATE_IGNORE_OVERRIDE',
  'NEXT_CYCLE',
  'NEXT_CYCLE_IGNORE_OVERRIDE',
  'NONE',
  'START_OF_CURRENT_CYCLE',
]);
export const VersionsToMigrate = v.picklist(['LATEST_VERSION', 'ALL_VERSION']);

export const FinalizePricePlanRequest = object({
  migrationMode: v.optional(MigrationMode),
  versionsToMigrate: v.optional(VersionsToMigrate),
});

export const CreatePricePlanMigrationRequest = object({
  sourceId: text({ max: 255 }),
  sourceVersion: integer,
  targetId: v.optional(text({ max: 255 })),
  targetVersion: v.optional(integer),
  migrationMode: v.picklist([
    'IMMEDIATE',
    'IMMEDIATE_IGNORE_OVERRIDE',
    'NEXT_CYCLE',
    'NEXT_CYCLE_IGNORE_OVERRIDE',
    'START_OF_CURRENT_CYCLE',
  ]),
  retainStartOffsets: v.optional(v.boolean()),
  isPricePlanV2Migration: v.optional(v.boolean()),
  requireConfirmation: v.optional(v.boolean()),
});
