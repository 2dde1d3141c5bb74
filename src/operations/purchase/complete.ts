import { notFound } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { purchaseById } from '../../store/purchases.ts';
import { operation } from '../operation.ts';
import { actOn, type ChangedPurchase } from './act.ts';

export interface CompletePurchaseInput {
  /** Of a purchase, or of an approved prepaid proposal. */
  readonly purchaseId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Reports that a purchase, or an approved prepaid proposal, was paid: it takes effect in the same write. */
export const completePurchase = operation({
  name: 'completePurchase',
  scope: 'proposals:write',
  async decide(input: CompletePurchaseInput, work): Promise<Result<ChangedPurchase>> {
    const row = await purchaseById(work.store, input.purchaseId);
    return row
      ? actOn(work, row, 'COMPLETE', { ...input, named: 'purchaseId' })
      : refuse(notFound('purchase', input.purchaseId, ['purchaseId']));
  },
});
