import type { PricingCycleConfig } from './pricing-cycle.ts';
import type { PricingRule } from './pricing-rule.ts';

export type PricePlanType = 'BILLING' | 'PURCHASE';
export type PlanVersionStatus = 'DRAFT' | 'ACTIVE';

/** What a plan version says, its rate cards aside; a schedule may override the first three. */
export interface PlanTerms {
  /** Null for a PURCHASE plan. */
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[];
  readonly pricingRules: readonly PricingRule[];
  readonly deferredRevenue: boolean;
  readonly allowOngoingCycleUpdates: boolean;
}

export interface PlanVersion extends PlanTerms {
  /** The version's own id: `referenceId` on the wire. */
  readonly id: string;
  readonly pricePlanId: string;
  readonly name: string;
  readonly type: PricePlanType;
  readonly version: number;
  readonly status: PlanVersionStatus;
  readonly description: string | null;
  /** Names the content of the rate cards: equal ids, equal cards (README, "Rate-card sets"). */
  readonly rateCardSetId: string;
}
