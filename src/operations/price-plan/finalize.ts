import { issuesOf } from '../../domain/plan-issues.ts';
import { finalizeVersion } from '../../domain/price-plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { noneIsArchived } from '../../store/billable-items.ts';
import { latestRateCards, openVersions, planWithOpenVersions, toDraftContent } from '../../store/price-plans.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';
import { writeDraft } from './write-draft.ts';

export type FinalizePricePlanInput = NamedPlan;

/** Makes a plan's draft active, unless issues stand against it. */
export const finalizePricePlan = operation({
  name: 'finalizePricePlan',
  scope: 'plans:write',
  async decide(input: FinalizePricePlanInput, work): Promise<Result<{ pricePlan: string }>> {
    const { store, unit } = work;
    const [found, latest] = await store.db.batch([
      planWithOpenVersions(store, input.pricePlanId),
      latestRateCards(store, input.pricePlanId),
    ]);
    const plan = requirePlan(found, input);
    if (!plan.ok) return plan;
    const { draft } = openVersions(plan.value);
    const content = draft && toDraftContent(draft, latest?.rateCards ?? []);
    const finalized = finalizeVersion(draft, content ? issuesOf(content) : []);
    if (!finalized.ok) return finalized;
    if (content) unit.guard(noneIsArchived(store, [...content.billables.keys()]));
    return ok(writeDraft(work, plan.value, finalized.value));
  },
});
