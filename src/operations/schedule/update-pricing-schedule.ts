import { ok, type Result, withoutIndex } from '../../domain/result.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { GIVEN, grantsLicenses } from './pre-actions.ts';
import { loadForPricing, type PricingEditInput, planPricing, type WrittenPricing, writePricing } from './pricing-edit.ts';

export interface UpdatePricingScheduleInput extends PricingEditInput {
  readonly accountId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Associates a plan with an account for a period, or clears the period, without a draft. */
export const updatePricingSchedule = operation({
  name: 'updatePricingSchedule',
  scope: 'schedules:write',
  alsoRequires: [
    { scope: 'schedules:finalize' },
    {
      scope: 'accounts:write',
      condition: { when: GIVEN, holds: ({ preActions }: UpdatePricingScheduleInput) => grantsLicenses(preActions) },
    },
  ],
  async decide(input: UpdatePricingScheduleInput, work): Promise<Result<WrittenPricing & { account: string }>> {
    const loaded = await loadForPricing(work, input.accountId, [input]);
    const account = requireAccount(loaded[0], input);
    if (!account.ok) return account;
    const plan = withoutIndex(planPricing(work, account.value, [input], loaded));
    return plan.ok ? ok({ account: account.value.id, ...writePricing(work, plan.value) }) : plan;
  },
});
