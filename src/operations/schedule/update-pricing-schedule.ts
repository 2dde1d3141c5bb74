import { ok, type Result, unindexed } from '../../domain/result.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { loadForPricing, type PricingEditInput, planPricing, type WrittenPricing, writePricing } from './pricing-edit.ts';

export interface UpdatePricingScheduleInput extends PricingEditInput {
  readonly accountId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Associates a plan with an account over a period, or clears the period, at once. */
export const updatePricingSchedule = operation({
  name: 'updatePricingSchedule',
  scope: 'schedules:write',
  async decide(input: UpdatePricingScheduleInput, work): Promise<Result<WrittenPricing & { account: string }>> {
    const [found, plans, licenses] = await loadForPricing(work, input.accountId, [input]);
    const account = requireAccount(found, input);
    if (!account.ok) return account;
    const plan = unindexed(planPricing(work, account.value, [input], { plans, licenses }));
    return plan.ok ? ok({ account: account.value.id, ...writePricing(work, plan.value) }) : plan;
  },
});
