import { firstVersion, type NewPricePlanInput, parseNewPricePlan } from '../../domain/price-plan/price-plan.ts';
import { rateCardSetId } from '../../domain/rate-card/set.ts';
import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { insertPlan, insertVersion, livePlanNamed, openVersions, planWithOpenVersions } from '../../store/price-plans.ts';
import { insertRateCardSet } from '../../store/rate-cards.ts';
import { operation } from '../operation.ts';

export type CreatePricePlanInput = NewPricePlanInput;

/** Creates a plan with a draft as version 1: empty, or a copy of another plan's newest active version (or of its draft if it has none). */
export const createPricePlan = operation({
  name: 'createPricePlan',
  scope: 'plans:write',
  async decide(input: CreatePricePlanInput, work): Promise<Result<{ pricePlan: string; plan: string }>> {
    const { store, unit, now } = work;
    const parsed = parseNewPricePlan(input);
    if (!parsed.ok) return parsed;
    const { name, type, sourcePricePlanId } = parsed.value;
    const [namesake, sourcePlan] = await store.db.batch([livePlanNamed(store, name), planWithOpenVersions(store, sourcePricePlanId ?? '')]);
    if (namesake) {
      return refuse(precondition('ALREADY_EXISTS', `There is a plan "${name}" already; names are unique among live plans.`, ['name']));
    }
    if (sourcePricePlanId !== null && !sourcePlan) return refuse(notFound('price plan', sourcePricePlanId, ['sourcePricePlanId']));
    const source = sourcePlan ? openVersions(sourcePlan) : null;

    const ids = { pricePlanId: work.newId('pp'), versionId: work.newId('ppv'), noCards: rateCardSetId([]) };
    const first = firstVersion(parsed.value, ids, source && (source.latestActive ?? source.draft));
    if (!first.ok) return first;
    const version = first.value;
    const plan = { id: ids.pricePlanId, name, type, revision: 1, createdAt: now, updatedAt: now, archivedAt: null };
    if (version.rateCardSetId === ids.noCards) unit.provide(...insertRateCardSet(store, []));
    unit.write(insertPlan(store, plan), insertVersion(store, version, now));
    work.audit({ subjectId: plan.id, entities: [plan.id, version.id], before: null, after: version });
    return ok({ pricePlan: version.id, plan: plan.id });
  },
});
