import * as v from 'valibot';
import { day, decimal, instant, integer, list, map, object } from '../fields.ts';
import { CreatePricePlanDetailsOverride } from '../plan-details/bodies.ts';
import { BillingEntitlementRateCard, CreditGrantRateCard, FixedFeeRateCard } from '../rate-card/bodies.ts';

export const PurchaseType = v.picklist(['ENTITLEMENT_GRANT', 'ASSOCIATION', 'WALLET_TOPUP', 'PREPAID']);
export const PaymentMode = v.picklist(['PREPAID', 'POSTPAID']);

export const PurchasePlanOverride = object({
  fixedFeeRateCards: v.optional(list(FixedFeeRateCard, { max: 50 })),
  billingEntitlementRateCards: v.optional(list(BillingEntitlementRateCard, { max: 50 })),
  creditGrantRateCards: v.optional(list(CreditGrantRateCard, { max: 50 })),
});

export const WalletTopupDetails = object({ purchaseAmount: v.optional(decimal), topupAmount: decimal });

const offer = {
  pricePlanId: v.optional(v.string()),
  quantity: v.optional(integer),
  rateCardQuantities: v.optional(map(decimal)),
  idempotencyKey: v.optional(v.string()),
  purchasePlanOverride: v.optional(PurchasePlanOverride),
  associationOverride: v.optional(CreatePricePlanDetailsOverride),
  walletTopupDetails: v.optional(WalletTopupDetails),
  effectiveFrom: v.optional(day),
  effectiveUntil: v.optional(day),
  expiryDate: v.optional(instant),
};

export const CreateProposalRequest = object({ ...offer, type: PurchaseType, paymentMode: PaymentMode });

export const CreatePurchaseRequest = object({ ...offer, type: v.optional(PurchaseType) });

export const UpdateProposalStatus = object({ status: v.picklist(['APPROVE', 'DECLINE']) });
