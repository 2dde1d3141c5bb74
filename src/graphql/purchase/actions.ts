import { updateProposalStatus } from '../../operations/proposal/update-status.ts';
import type { ChangedPurchase } from '../../operations/purchase/act.ts';
import { completePurchase } from '../../operations/purchase/complete.ts';
import { failPurchase } from '../../operations/purchase/fail.ts';
import { Account } from '../account/type.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { many, mutation, one } from '../payload.ts';
import { Proposal } from '../proposal/type.ts';
import { Schedule } from '../schedule/type.ts';
import { Purchase } from './type.ts';

const expectedRevision =
  'Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check.';
const purchaseId = 'Generated id of the purchase, or of the approved prepaid proposal.';

const changed = {
  account: one<ChangedPurchase>(
    { type: Account, typeName: 'Account', table: 'accounts', description: 'The account. `null` when the change was refused.' },
    ({ account }) => account,
  ),
  schedules: many<ChangedPurchase>(
    {
      type: Schedule,
      typeName: 'Schedule',
      table: 'schedules',
      description: "The account's active timeline, in order, if a plan was associated. Otherwise empty.",
    },
    ({ schedules }) => schedules,
  ),
};
const purchase = one<ChangedPurchase>(
  {
    type: Purchase,
    typeName: 'Purchase',
    table: 'purchases',
    description: 'The purchase. `null` for a proposal, and when the change was refused.',
  },
  (each) => each.purchase,
);
const proposal = (description: string) =>
  one<ChangedPurchase>({ type: Proposal, typeName: 'Proposal', table: 'purchases', description }, (each) => each.proposal);

const ProposalResponse = builder.enumType('ProposalResponse', {
  description: 'An answer to a proposal.',
  values: describedEnum({
    APPROVE: 'Approves the proposal. A postpaid one takes effect at once, a prepaid one when it is paid.',
    DECLINE: 'Declines the proposal. It never takes effect.',
  }),
});

mutation(updateProposalStatus, {
  description:
    'Approves or declines a proposal. A postpaid proposal takes effect in the same atomic write; if the effect is refused, nothing changes. Giving the same answer again changes nothing.',
  input: builder.inputType('UpdateProposalStatusInput', {
    description: 'The answer to a proposal.',
    fields: (t) => ({
      proposalId: t.string({ required: true, description: 'Generated id of the proposal.' }),
      status: t.field({ type: ProposalResponse, required: true, description: 'The answer.' }),
      comment: t.string({ description: 'Comment on the answer. Maximum 1,000 characters. Omit for none. A blank text is none.' }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { proposal: proposal('The proposal. `null` when the change was refused.'), ...changed },
});

mutation(completePurchase, {
  description:
    'Reports that a purchase, or an approved prepaid proposal, was paid. It takes effect in the same atomic write; if the effect is refused, nothing changes. Reporting it again changes nothing.',
  input: builder.inputType('CompletePurchaseInput', {
    description: 'The purchase that was paid.',
    fields: (t) => ({
      purchaseId: t.string({ required: true, description: purchaseId }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { purchase, proposal: proposal('The proposal. `null` for a purchase, and when the change was refused.'), ...changed },
});

mutation(failPurchase, {
  description:
    'Reports that the payment of a purchase, or of an approved prepaid proposal, failed. It never takes effect. Reporting it again changes nothing.',
  input: builder.inputType('FailPurchaseInput', {
    description: 'The purchase whose payment failed.',
    fields: (t) => ({
      purchaseId: t.string({ required: true, description: purchaseId }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: {
    purchase,
    proposal: proposal('The proposal. `null` for a purchase, and when the change was refused.'),
    account: changed.account,
  },
});
