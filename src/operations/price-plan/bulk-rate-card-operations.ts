import { applyRateCardOperations, type RateCardOperation, requireOperationCount } from '../../domain/rate-card/operations.ts';
import { rateCardSetId } from '../../domain/rate-card/set.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { latestRateCards, planWithOpenVersions } from '../../store/price-plans.ts';
import { insertRateCardSet, rateCardRowId, toCards } from '../../store/rate-cards.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';
import { draftOf, writePlanDraft } from './write-draft.ts';

export interface BulkPricePlanRateCardOperationsInput extends NamedPlan {
  readonly operations: readonly RateCardOperation[];
}

/** Edits the rate cards of a plan's draft, all or none. Opens a draft if there is none. */
export const bulkPricePlanRateCardOperations = operation({
  name: 'bulkPricePlanRateCardOperations',
  scope: 'plans:write',
  async decide(input: BulkPricePlanRateCardOperationsInput, work): Promise<Result<{ pricePlan: string; rateCards: readonly string[] }>> {
    const { store, unit } = work;
    const counted = withPath(requireOperationCount(input.operations), 'operations');
    if (!counted.ok) return counted;
    const [row, latest] = await store.db.batch([planWithOpenVersions(store, input.pricePlanId), latestRateCards(store, input.pricePlanId)]);
    const plan = requirePlan(row, input);
    if (!plan.ok) return plan;
    const before = toCards(latest?.rateCards ?? []);
    const after = withPath(applyRateCardOperations(before, input.operations), 'operations');
    if (!after.ok) return after;

    const setId = rateCardSetId(after.value);
    const draft = draftOf(work, plan.value);
    if (setId !== draft.rateCardSetId) unit.provide(...insertRateCardSet(store, after.value));
    const written = after.value.flatMap((card, position) => (before.includes(card) ? [] : [rateCardRowId(setId, position)]));
    return ok({ ...writePlanDraft(work, plan.value, { ...draft, rateCardSetId: setId }), rateCards: written });
  },
});
