import {
  CreateProposalDocument,
  GetProposalDocument,
  GetPurchaseDocument,
  InitiateOneTimeEntitlementPlanDocument,
  ListAccountProposalsDocument,
  ListAccountPurchasesDocument,
  UpdateProposalStatusDocument,
} from '../documents.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { NotServed, renamed, route } from '../route.ts';
import { CreateProposalRequest, CreatePurchaseRequest, UpdateProposalStatus } from './bodies.ts';
import { offerInBody, toOffer } from './inputs.ts';
import { toListedProposal, toListedPurchase, toProposal, toPurchase, toWholePurchase } from './shapes.ts';

export const purchaseRoutes = [
  route({
    operation: 'listAccountProposals',
    method: 'GET',
    path: '/accounts/{accountId}/purchase_proposals',
    query: page,
    document: ListAccountProposalsDocument,
    variables: ({ path: { accountId }, query }) => ({ accountId, ...pageArguments(query) }),
    answer: ({ proposals }) => toPage(proposals, toListedProposal),
  }),
  route({
    operation: 'createProposal',
    method: 'POST',
    path: '/accounts/{accountId}/purchase_proposals',
    body: CreateProposalRequest,
    document: CreateProposalDocument,
    inBody: offerInBody,
    variables: ({ path: { accountId }, body: { type, paymentMode, expiryDate, ...offer } }) => ({
      input: { ...toOffer(accountId, offer), type, paymentMode, expiryDate },
    }),
    answer: ({ proposal }) => proposal && toProposal(proposal),
  }),
  route({
    operation: 'getProposal',
    method: 'GET',
    path: '/purchase_proposals/{purchaseProposalId}',
    document: GetProposalDocument,
    inPath: renamed({ proposalId: 'purchaseProposalId' }),
    variables: ({ path: { purchaseProposalId } }) => ({ proposalId: purchaseProposalId }),
    answer: toProposal,
  }),
  route({
    operation: 'updateProposalStatus',
    method: 'POST',
    path: '/purchase_proposals/{purchaseProposalId}/update_status',
    body: UpdateProposalStatus,
    document: UpdateProposalStatusDocument,
    inPath: renamed({ proposalId: 'purchaseProposalId' }),
    variables: ({ path: { purchaseProposalId }, body: { status } }) => ({ input: { proposalId: purchaseProposalId, status } }),
    answer: ({ proposal }) => proposal && toProposal(proposal),
  }),
  route({
    operation: 'listAccountPurchases',
    method: 'GET',
    path: '/accounts/{accountId}/purchases',
    query: page,
    document: ListAccountPurchasesDocument,
    variables: ({ path: { accountId }, query }) => ({ accountId, ...pageArguments(query) }),
    answer: ({ purchases }) => toPage(purchases, toListedPurchase),
  }),
  route({
    operation: 'initiateOneTimeEntitlementPlan',
    method: 'POST',
    path: '/accounts/{accountId}/purchases',
    body: CreatePurchaseRequest,
    document: InitiateOneTimeEntitlementPlanDocument,
    inBody: offerInBody,
    variables: ({ path: { accountId }, body: { type, expiryDate, ...offer } }) =>
      expiryDate === undefined
        ? { input: { ...toOffer(accountId, offer), type } }
        : new NotServed('body.expiryDate', 'A purchase does not expire. Create a proposal, or omit the field.'),
    answer: ({ purchase }) => purchase && toPurchase(purchase),
  }),
  route({
    operation: 'getPurchase',
    method: 'GET',
    path: '/purchases/{purchaseId}',
    document: GetPurchaseDocument,
    variables: ({ path: { purchaseId } }) => ({ purchaseId }),
    answer: toWholePurchase,
  }),
];
