import { applyRateCardOperations, type RateCardOperation, requireOperationCount } from '../../domain/rate-card/operations.ts';
import { setIdBeside } from '../../domain/rate-card/set.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { accountOfSchedule } from '../../store/drafts.ts';
import { rateCardRowId, toCards } from '../../store/rate-cards.ts';
import { rateCardsOfSchedule } from '../../store/schedules.ts';
import { operation } from '../operation.ts';
import { withoutMoney } from '../rating/preview-edits.ts';
import { type OverriddenSchedule, type OverrideInput, overrideInDraft } from './override.ts';

export interface BulkRateCardOperationsOnScheduleInput extends OverrideInput {
  readonly operations: readonly RateCardOperation[];
}

/** Overrides the rate cards of a schedule, or of a part of it, in its account's draft. */
export const bulkRateCardOperationsOnSchedule = operation({
  name: 'bulkRateCardOperationsOnSchedule',
  scope: 'schedules:write',
  async decide(
    input: BulkRateCardOperationsOnScheduleInput,
    work,
  ): Promise<Result<OverriddenSchedule & { readonly rateCards: readonly string[] }>> {
    const { store } = work;
    const counted = withPath(requireOperationCount(input.operations), 'operations');
    if (!counted.ok) return counted;
    const [account, rows] = await store.db.batch([
      accountOfSchedule(store, input.scheduleId),
      rateCardsOfSchedule(store, input.scheduleId),
    ]);
    const cardsOf = (setId: string) => toCards(rows.filter((row) => row.setId === setId));
    let rateCards: readonly string[] = [];
    const overridden = await overrideInDraft(work, account, input, (content, version) => {
      const before = cardsOf(content.rateCardSetId);
      const after = withPath(applyRateCardOperations(before, input.operations), 'operations');
      if (!after.ok) return after;
      const plan = { rateCardSetId: version.rateCardSetId, cards: cardsOf(version.rateCardSetId) };
      const setId = setIdBeside(after.value, plan);
      const isOfPlan = setId === plan.rateCardSetId;
      // The plan's own set may have the same cards in another order.
      const stored = isOfPlan ? plan.cards : after.value;
      const written = after.value.filter((card) => !before.includes(card));
      rateCards = written.map(({ name }) =>
        rateCardRowId(
          setId,
          stored.findIndex((card) => card.name === name),
        ),
      );
      return ok({ overrides: { rateCardSetId: setId }, ...(!isOfPlan && { cards: after.value }) });
    });
    return overridden.ok ? ok({ ...overridden.value, rateCards: input.dryRun ? [] : rateCards }) : overridden;
  },
  forReplay: withoutMoney,
});
