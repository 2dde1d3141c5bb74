import { notFound } from '../../domain/refusal.ts';
import { type Result, refuse } from '../../domain/result.ts';
import { purchaseById } from '../../store/purchases.ts';
import { operation } from '../operation.ts';
import { actOn, type ChangedPurchase } from '../purchase/act.ts';

export interface UpdateProposalStatusInput {
  readonly proposalId: string;
  readonly status: 'APPROVE' | 'DECLINE';
  readonly comment?: string | null | undefined;
  readonly expectedRevision?: number | null | undefined;
}

/** Approves or declines a proposal. A postpaid proposal takes effect in the same write. A prepaid one waits for its payment. */
export const updateProposalStatus = operation({
  name: 'updateProposalStatus',
  scope: 'proposals:decide',
  forDelegates: true,
  async decide(input: UpdateProposalStatusInput, work): Promise<Result<ChangedPurchase>> {
    const row = await purchaseById(work.store, input.proposalId);
    if (!row?.isProposal) return refuse(notFound('proposal', input.proposalId, ['proposalId']));
    return actOn(work, row, input.status, { ...input, idField: 'proposalId' });
  },
});
