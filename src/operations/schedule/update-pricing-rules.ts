import { type PricingRuleInput, parsePricingRules } from '../../domain/pricing-rule/pricing-rule.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { accountOfSchedule } from '../../store/drafts.ts';
import { operation } from '../operation.ts';
import { withoutMoney } from '../rating/preview-edits.ts';
import { type OverriddenSchedule, type OverrideInput, overrideInDraft } from './override.ts';

export interface UpdateSchedulePricingRulesInput extends OverrideInput {
  readonly pricingRules: readonly PricingRuleInput[];
}

/** Replaces the pricing rules of a schedule, or of a part of it, in its account's draft. */
export const updateSchedulePricingRules = operation({
  name: 'updateSchedulePricingRules',
  scope: 'schedules:write',
  async decide(input: UpdateSchedulePricingRulesInput, work): Promise<Result<OverriddenSchedule>> {
    const account = await accountOfSchedule(work.store, input.scheduleId);
    return overrideInDraft(work, account, input, ({ pricingRules }, version) => {
      const rules = withPath(
        parsePricingRules(input.pricingRules, pricingRules ?? version.pricingRules, () => work.newId('rule')),
        'pricingRules',
      );
      return rules.ok ? ok({ overrides: { pricingRules: rules.value } }) : rules;
    });
  },
  forReplay: withoutMoney,
});
