import { archivePlan } from '../../domain/price-plan/price-plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { planIsUnused, planUse } from '../../store/plan-use.ts';
import { advancePlan, planIsAt, planWithOpenVersions } from '../../store/price-plans.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';

export type ArchivePricePlanInput = NamedPlan;

/** Archives a plan that is not in use. An archived plan is read-only, cannot be associated, and leaves its name free. */
export const archivePricePlan = operation({
  name: 'archivePricePlan',
  scope: 'plans:write',
  async decide(input: ArchivePricePlanInput, work): Promise<Result<{ plan: string }>> {
    const { store, unit, now } = work;
    const { pricePlanId } = input;
    const [row, [use]] = await store.db.batch([planWithOpenVersions(store, pricePlanId), planUse(store, pricePlanId, work)]);
    const plan = requirePlan(row, input);
    if (!plan.ok) return plan;
    const archivable = archivePlan(use ?? { schedules: 0, openProposals: 0 });
    if (!archivable.ok) return archivable;
    unit.guard(planIsAt(store, plan.value), plan.value.revision);
    unit.guard(planIsUnused(store, pricePlanId, work));
    unit.write(advancePlan(store, plan.value, { updatedAt: now, archivedAt: now }));
    work.audit({ subjectId: pricePlanId, entities: [pricePlanId], before: { archivedAt: null }, after: { archivedAt: now } });
    return ok({ plan: pricePlanId });
  },
});
