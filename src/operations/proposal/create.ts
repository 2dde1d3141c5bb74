import type { PaymentMode, PurchaseType } from '../../domain/purchase/purchase.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { makePurchase, type NewPurchaseInput } from '../purchase/make.ts';

export interface CreateProposalInput extends NewPurchaseInput {
  readonly type: PurchaseType;
  readonly paymentMode: PaymentMode;
  /** The instant from which the proposal is expired. Omit for a proposal that never expires. */
  readonly expiryDate?: number | null | undefined;
}

/** Creates a proposal: a purchase that needs an approval. */
export const createProposal = operation({
  name: 'createProposal',
  scope: 'proposals:write',
  async decide(input: CreateProposalInput, work): Promise<Result<{ proposal: string; account: string }>> {
    const { paymentMode, expiryDate } = input;
    const purchase = await makePurchase(work, input, { isProposal: true, paymentMode, expiryDate });
    return purchase.ok ? ok({ proposal: purchase.value.purchase, account: purchase.value.account }) : purchase;
  },
});
