import { all, ok, type Result, withListPath, withPath } from '../../domain/result.ts';
import { requireEditCount } from '../../domain/schedule/edit.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { outlineOf, requireDryRun, type TriedEdits, tryEdits, type WithMoneyPreview, withoutMoney } from '../rating/preview-edits.ts';
import { GIVEN, grantsLicenses } from './pre-actions.ts';
import { loadForPricing, type PricingEditInput, planPricing, type WrittenPricing, writePricing } from './pricing-edit.ts';

export interface UpdatePricingScheduleBatchInput extends WithMoneyPreview {
  readonly accountId: string;
  readonly edits: readonly PricingEditInput[];
  /** Returns the decision without writing it. */
  readonly dryRun?: boolean | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

interface PricingBatch extends WrittenPricing, TriedEdits {
  /** `null` after a dry run, which changes nothing. */
  readonly account: string | null;
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
    const edits = { ...plan.value, account: account.value };
    if (input.dryRun) return ok({ account: null, schedules: [], licenseUpdates: [], ...(await tryEdits(work, edits, input)) });
    const outline = outlineOf(edits, false);
    return ok({ account: account.value.id, ...writePricing(work, plan.value), outline, money: null });
  },
  forReplay: withoutMoney,
});
