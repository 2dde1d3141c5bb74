import type { MoneyPreview } from '../../domain/rating/preview.ts';
import { all, ok, type Result, withListPath, withPath } from '../../domain/result.ts';
import { requireEditCount } from '../../domain/schedule/edit.ts';
import { type AccountOutline, outlineTimeline } from '../../domain/schedule/outline.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { previewEdits, requireDryRun, type WithMoneyPreview } from '../rating/preview-edits.ts';
import { GIVEN, grantsLicenses } from './pre-actions.ts';
import { loadForPricing, type PricingEditInput, planPricing, type WrittenPricing, writePricing } from './pricing-edit.ts';

export interface UpdatePricingScheduleBatchInput extends WithMoneyPreview {
  readonly accountId: string;
  readonly edits: readonly PricingEditInput[];
  /** Returns the decision without writing it. */
  readonly dryRun?: boolean | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

interface PricingBatch extends WrittenPricing {
  /** `null` after a dry run, which changes nothing. */
  readonly account: string | null;
  readonly outline: AccountOutline;
  /** `null` unless the dry run asks for it. */
  readonly money: Result<MoneyPreview> | null;
}

/** Applies several edits to the active timeline, in order, all or none. A dry run makes the same decision and writes nothing. */
export const updatePricingScheduleBatch = operation({
  name: 'updatePricingScheduleBatch',
  scope: 'schedules:write',
  alsoRequires: [
    {
      scope: 'schedules:finalize',
      condition: { when: 'unless `dryRun` is true', holds: ({ dryRun }: UpdatePricingScheduleBatchInput) => !dryRun },
    },
    {
      scope: 'accounts:write',
      condition: {
        when: `${GIVEN}, unless \`dryRun\` is true`,
        holds: ({ edits, dryRun }: UpdatePricingScheduleBatchInput) =>
          !dryRun && edits.some(({ preActions }) => grantsLicenses(preActions)),
      },
    },
  ],
  async decide(input: UpdatePricingScheduleBatchInput, work): Promise<Result<PricingBatch>> {
    const checked = all([withPath(requireEditCount(input.edits), 'edits'), requireDryRun(input)]);
    if (!checked.ok) return checked;
    const loaded = await loadForPricing(work, input.accountId, input.edits);
    const account = requireAccount(loaded[0], input);
    if (!account.ok) return account;
    const plan = withListPath(planPricing(work, account.value, input.edits, loaded), 'edits');
    if (!plan.ok) return plan;
    const { before, after, versions } = plan.value;
    const isPlan = input.dryRun ?? false;
    const { accountId, name } = account.value;
    const outline = { account: { accountId, name }, ...outlineTimeline(before, after, versions, { isPlan }) };
    if (isPlan) {
      const money = input.moneyPreview ? await previewEdits(work, plan.value, input.moneyPreview) : null;
      return ok({ account: null, schedules: [], licenseUpdates: [], outline, money });
    }
    return ok({ account: account.value.id, ...writePricing(work, plan.value), outline, money: null });
  },
  // Nothing was written, so that no other request is answered from this one.
  forReplay: (changed) => ({ ...changed, money: null }),
});
