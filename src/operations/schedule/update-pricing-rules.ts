import { type PricingRuleInput, parsePricingRules } from '../../domain/pricing-rule/pricing-rule.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { accountOfSchedule } from '../../store/drafts.ts';
import { operation } from '../operation.ts';
import { type OverriddenSchedule, overrideInDraft } from './override.ts';

export interface UpdateSchedulePricingRulesInput {
  readonly scheduleId: string;
  readonly pricingRules: readonly PricingRuleInput[];
  readonly expectedRevision?: number | null | undefined;
}

/** Replaces the pricing rules of a schedule in its account's draft. */
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
      return rules.ok ? ok({ pricingRules: rules.value }) : rules;
    });
  },
});
