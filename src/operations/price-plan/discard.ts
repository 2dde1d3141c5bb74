import { discardVersion, requireNamedVersion } from '../../domain/price-plan/price-plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { advancePlan, deletePlan, deleteVersion, openVersions, planIsAt, planWithOpenVersions } from '../../store/price-plans.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';

export interface DiscardPricePlanInput extends NamedPlan {
  /** The id of the draft version. Omit to discard whatever draft the plan has. */
  readonly referenceId?: string | null | undefined;
}

/** Deletes a plan's draft, and the plan if it has no other version. Returns the version that is then the newest. */
export const discardPricePlan = operation({
  name: 'discardPricePlan',
  scope: 'plans:write',
  async decide(input: DiscardPricePlanInput, work): Promise<Result<{ pricePlan: string | null }>> {
    const { store, unit, now } = work;
    const plan = requirePlan(await planWithOpenVersions(store, input.pricePlanId), input);
    if (!plan.ok) return plan;
    const { id } = plan.value;
    const open = openVersions(plan.value);
    const named = input.referenceId == null ? ok() : requireNamedVersion(open, input.referenceId, 'DISCARDED');
    if (!named.ok) return named;
    const discarded = discardVersion(open);
    if (!discarded.ok) return discarded;
    const { discarded: draft, planGoes } = discarded.value;
    unit.guard(planIsAt(store, plan.value), plan.value.revision);
    unit.write(deleteVersion(store, draft.id), ...(planGoes ? [deletePlan(store, id)] : []));
    if (!planGoes) unit.record(advancePlan(store, plan.value, { updatedAt: now }));
    work.audit({ subjectId: id, entities: [id, draft.id], before: draft, after: null });
    return ok({ pricePlan: open.latestActive?.id ?? null });
  },
});
