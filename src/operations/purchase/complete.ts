import { notFound } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { purchaseById } from '../../store/purchases.ts';
import { operation } from '../operation.ts';
import { actOn, type ChangedPurchase } from './act.ts';

export interface CompletePurchaseInput {
  /** The id of a purchase, or of an approved prepaid proposal. */
  readonly purchaseId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Reports the payment of a purchase or of an approved prepaid proposal, which takes effect in the same write. */
export const completePurchase = operation({
  name: 'completePurchase',
  scope: 'proposals:write',
  async decide(input: CompletePurchaseInput, work): Promise<Result<ChangedPurchase>> {
    const row = await purchaseById(work.store, input.purchaseId);
    return row
      ? actOn(work, row, 'COMPLETE', { ...input, idField: 'purchaseId' })
      : refuse(notFound('purchase', input.purchaseId, ['purchaseId']));
  },
});
