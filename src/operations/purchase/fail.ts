import { notFound } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { purchaseById } from '../../store/purchases.ts';
import { operation } from '../operation.ts';
import { actOn, type ChangedPurchase } from './act.ts';

export interface FailPurchaseInput {
  /** The id of a purchase, or of an approved prepaid proposal. */
  readonly purchaseId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Reports the failed payment of a purchase or of an approved prepaid proposal, which then never takes effect. */
export const failPurchase = operation({
  name: 'failPurchase',
  scope: 'proposals:write',
  async decide(input: FailPurchaseInput, work): Promise<Result<ChangedPurchase>> {
    const row = await purchaseById(work.store, input.purchaseId);
    return row
      ? actOn(work, row, 'FAIL', { ...input, idField: 'purchaseId' })
      : refuse(notFound('purchase', input.purchaseId, ['purchaseId']));
  },
});
