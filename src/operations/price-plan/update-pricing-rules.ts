import { type PricingRuleInput, parsePricingRules } from '../../domain/pricing-rule/pricing-rule.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { planWithOpenVersions } from '../../store/price-plans.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';
import { draftOf, writePlanDraft } from './write-draft.ts';

export interface UpdatePricePlanPricingRulesInput extends NamedPlan {
  /** The complete list: a rule that is not in it is removed. */
  readonly pricingRules: readonly PricingRuleInput[];
}

/** Replaces the pricing rules of a plan's draft. Opens a draft if there is none. */
export const updatePricePlanPricingRules = operation({
  name: 'updatePricePlanPricingRules',
  scope: 'plans:write',
  async decide(input: UpdatePricePlanPricingRulesInput, work): Promise<Result<{ pricePlan: string }>> {
    const plan = requirePlan(await planWithOpenVersions(work.store, input.pricePlanId), input);
    if (!plan.ok) return plan;
    const draft = draftOf(work, plan.value);
    const rules = withPath(
      parsePricingRules(input.pricingRules, draft.pricingRules, () => work.newId('rule')),
      'pricingRules',
    );
    return rules.ok ? ok(writePlanDraft(work, plan.value, { ...draft, pricingRules: rules.value })) : rules;
  },
});
