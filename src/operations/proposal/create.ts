import type { PaymentMode, PurchaseType } from '../../domain/purchase/purchase.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { makePurchase, type NewPurchaseInput } from '../purchase/make.ts';

export interface CreateProposalInput extends NewPurchaseInput {
  readonly type: PurchaseType;
  readonly paymentMode: PaymentMode;
  /** The instant from which it is expired; absent: it never is. */
  readonly expiryDate?: number | null | undefined;
}

/** Proposes a purchase, for somebody to approve or decline. */
export const createProposal = operation({
  name: 'createProposal',
  scope: 'proposals:write',
  async decide(input: CreateProposalInput, work): Promise<Result<{ proposal: string; account: string }>> {
    const { paymentMode, expiryDate } = input;
    const made = await makePurchase(work, input, { isProposal: true, paymentMode, expiryDate });
    return made.ok ? ok({ proposal: made.value.purchase, account: made.value.account }) : made;
  },
});
