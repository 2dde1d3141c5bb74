import { createProposal } from '../../operations/proposal/create.ts';
import { reviseProposal } from '../../operations/proposal/revise.ts';
import { Account } from '../account/type.ts';
import { builder } from '../builder.ts';
import { mutation, one } from '../payload.ts';
import { newPurchaseFields, offerFields } from '../purchase/inputs.ts';
import { PurchaseTypeEnum } from '../purchase/terms.ts';
import { PaymentModeEnum, Proposal } from './type.ts';

const paymentMode = 'When the purchase is paid.';
const expiryDate = 'Instant at which the proposal expires, in the future. For an association, not after its first day. Omit for no expiry.';

mutation(createProposal, {
  description: 'Creates a proposal that somebody can approve or decline. Its price and plan version are fixed now.',
  input: builder.inputType('CreateProposalInput', {
    description: 'The proposal to create.',
    fields: (t) => ({
      ...newPurchaseFields(t),
      type: t.field({ type: PurchaseTypeEnum, required: true, description: 'What is bought.' }),
      paymentMode: t.field({ type: PaymentModeEnum, required: true, description: paymentMode }),
      expiryDate: t.field({ type: 'DateTime', description: expiryDate }),
    }),
  }),
  payload: {
    proposal: one(
      { type: Proposal, typeName: 'Proposal', table: 'purchases', description: 'The proposal. `null` when the change was refused.' },
      (changed) => changed.proposal,
    ),
    account: one(
      { type: Account, typeName: 'Account', table: 'accounts', description: 'The account. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
  },
});

mutation(reviseProposal, {
  description:
    'Replaces an open proposal by a new one with the same number and the next revision. Its price and plan version are fixed anew. The old proposal stays readable and can no longer be answered.',
  input: builder.inputType('ReviseProposalInput', {
    description:
      "Changes of the new revision. An omitted field keeps the proposal's value; `null` removes it. Type and account cannot change. Rate cards that the proposal overrides are kept; other cards are taken from the current plan version.",
    fields: (t) => ({
      proposalId: t.string({ required: true, description: 'Generated id of the open proposal.' }),
      ...offerFields(t),
      paymentMode: t.field({ type: PaymentModeEnum, description: paymentMode }),
      expiryDate: t.field({ type: 'DateTime', description: expiryDate }),
    }),
  }),
  payload: {
    proposal: one(
      { type: Proposal, typeName: 'Proposal', table: 'purchases', description: 'The new revision. `null` when the change was refused.' },
      (changed) => changed.proposal,
    ),
    superseded: one(
      {
        type: Proposal,
        typeName: 'Proposal',
        table: 'purchases',
        description: 'The revision that it replaces. `null` when the change was refused.',
      },
      (changed) => changed.superseded,
    ),
    account: one(
      { type: Account, typeName: 'Account', table: 'accounts', description: 'The account. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
  },
});
