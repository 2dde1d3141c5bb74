import type { PricingCycleConfig } from './pricing-cycle.ts';
import type { PricingRule } from './pricing-rule.ts';

/** What a schedule carries over its period: a pinned plan version and its own overrides, null where the plan's word stands. */
export interface ScheduleContent {
  readonly scheduleId: string;
  readonly pricePlanId: string;
  readonly planVersionId: string;
  /** The plan version's own set unless rate cards are overridden. */
  readonly rateCardSetId: string;
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[] | null;
  readonly pricingRules: readonly PricingRule[] | null;
}
