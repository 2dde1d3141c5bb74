import * as v from 'valibot';
import { answeredDay, answeredInstant, answeredInteger, pageOf } from '../answer-fields.ts';
import { decimal } from '../fields.ts';
import { PricePlanDetails } from '../plan-details/answers.ts';
import { CreatePricePlanDetailsOverride } from '../plan-details/bodies.ts';
import { PaymentMode, PurchaseType, WalletTopupDetails } from './bodies.ts';

export const PurchaseStatus = v.picklist([
  'SUCCESS',
  'FAILURE',
  'PENDING',
  'IN_PROGRESS',
  'PROPOSAL_ACTIVE',
  'PROPOSAL_APPROVED',
  'PROPOSAL_DECLINED',
  'PROPOSAL_EXPIRED',
]);

const quantities = v.record(v.string(), decimal);

const offer = {
  id: v.string(),
  accountId: v.string(),
  pricePlanId: v.optional(v.string()),
  quantity: v.optional(answeredInteger),
  rateCardQuantities: v.optional(quantities),
  idempotencyKey: v.optional(v.string()),
  pricePlanVersion: v.optional(answeredInteger),
  associationOverride: v.optional(CreatePricePlanDetailsOverride),
  walletTopupDetails: v.optional(WalletTopupDetails),
  createdAt: answeredInstant,
  updatedAt: v.optional(answeredInstant),
  effectiveFrom: v.optional(answeredDay),
  effectiveUntil: v.optional(answeredDay),
  price: v.optional(decimal),
  invoiceCurrency: v.optional(v.string()),
  status: PurchaseStatus,
  type: PurchaseType,
};

const proposal = {
  ...offer,
  expiryDate: v.optional(answeredInstant),
  comment: v.optional(v.string()),
  paymentMode: PaymentMode,
  proposalResponseDate: v.optional(answeredInstant),
};

export const Proposal = v.object(proposal);

export const GetProposalResponse = v.object(proposal);

export const ProposalsListResponse = v.object({
  id: v.string(),
  pricePlanId: v.optional(v.string()),
  pricePlanName: v.optional(v.string()),
  pricePlanVersion: v.optional(answeredInteger),
  status: PurchaseStatus,
  walletTopupDetails: v.optional(WalletTopupDetails),
  idempotencyKey: v.optional(v.string()),
  createdAt: answeredInstant,
  updatedAt: answeredInstant,
  expiryDate: v.optional(answeredInstant),
  paymentMode: PaymentMode,
  type: PurchaseType,
});

export const ProposalsPaginatedResponse = pageOf(ProposalsListResponse);

export const Purchase = v.object(offer);

export const PurchaseFeatureDetails = v.object({
  id: v.string(),
  name: v.string(),
  creditsGranted: decimal,
  creditsAvailable: decimal,
  updatedAt: answeredInstant,
  effectiveFrom: answeredInstant,
  effectiveUntil: answeredInstant,
});

export const GetPurchaseResponse = v.object({
  ...offer,
  purchasePlan: v.optional(PricePlanDetails),
  features: v.optional(v.array(PurchaseFeatureDetails)),
});

export const PurchaseListResponse = v.object({
  id: v.string(),
  pricePlanId: v.optional(v.string()),
  pricePlanName: v.optional(v.string()),
  quantity: v.optional(answeredInteger),
  rateCardQuantities: v.optional(quantities),
  pricePlanVersion: v.optional(answeredInteger),
  status: PurchaseStatus,
  idempotencyKey: v.optional(v.string()),
  walletTopupDetails: v.optional(WalletTopupDetails),
  price: v.optional(decimal),
  invoiceCurrency: v.optional(v.string()),
  createdAt: answeredInstant,
  updatedAt: v.optional(answeredInstant),
  type: PurchaseType,
});

export const PurchasePaginatedListData = pageOf(PurchaseListResponse);
