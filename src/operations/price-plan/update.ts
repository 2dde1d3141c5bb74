import { changePlanTerms, type PlanChangesInput } from '../../domain/price-plan/price-plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { planWithOpenVersions } from '../../store/price-plans.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';
import { draftOf, writePlanDraft } from './write-draft.ts';

export interface UpdatePricePlanInput extends NamedPlan, PlanChangesInput {}

/** Changes the details of a plan's draft. Opens a draft if there is none. */
export const updatePricePlan = operation({
  name: 'updatePricePlan',
  scope: 'plans:write',
  async decide(input: UpdatePricePlanInput, work): Promise<Result<{ pricePlan: string }>> {
    const plan = requirePlan(await planWithOpenVersions(work.store, input.pricePlanId), input);
    if (!plan.ok) return plan;
    const changed = changePlanTerms(draftOf(work, plan.value), input);
    return changed.ok ? ok(writePlanDraft(work, plan.value, changed.value)) : changed;
  },
});
