import { applyRateCardOperations, type RateCardOperation, requireOperationCount } from '../../domain/rate-card/operations.ts';
import { setIdBeside } from '../../domain/rate-card/set.ts';
import { ok, type Result, withPath } from '../../domain/result.ts';
import { accountOfSchedule } from '../../store/drafts.ts';
import { insertRateCardSet, toCards } from '../../store/rate-cards.ts';
import { rateCardsOfSchedule } from '../../store/schedules.ts';
import { operation } from '../operation.ts';
import { type OverriddenSchedule, overrideInDraft } from './override.ts';

export interface BulkRateCardOperationsOnScheduleInput {
  readonly scheduleId: string;
  readonly operations: readonly RateCardOperation[];
  readonly expectedRevision?: number | null | undefined;
}

/** Overrides the rate cards of a schedule in its account's draft. */
export const bulkRateCardOperationsOnSchedule = operation({
  name: 'bulkRateCardOperationsOnSchedule',
  scope: 'schedules:write',
  async decide(input: BulkRateCardOperationsOnScheduleInput, work): Promise<Result<OverriddenSchedule>> {
    const { store, unit } = work;
    const counted = withPath(requireOperationCount(input.operations), 'operations');
    if (!counted.ok) return counted;
    const [account, rows] = await store.db.batch([
      accountOfSchedule(store, input.scheduleId),
      rateCardsOfSchedule(store, input.scheduleId),
    ]);
    const cardsOf = (setId: string) => toCards(rows.filter((row) => row.setId === setId));
    return overrideInDraft(work, account, input, (content, version) => {
      const after = withPath(applyRateCardOperations(cardsOf(content.rateCardSetId), input.operations), 'operations');
      if (!after.ok) return after;
      const setId = setIdBeside(after.value, { rateCardSetId: version.rateCardSetId, cards: cardsOf(version.rateCardSetId) });
      if (setId !== version.rateCardSetId) unit.provide(...insertRateCardSet(store, after.value));
      return ok({ rateCardSetId: setId });
    });
  },
});
