import type { Day } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import type { PlanVersion, PricePlanType } from '../price-plan/price-plan.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import type { ScheduleOverrides } from '../schedule/schedule.ts';

export const PURCHASE_TYPES = ['ENTITLEMENT_GRANT', 'ASSOCIATION', 'WALLET_TOPUP', 'PREPAID'] as const;
export type PurchaseType = (typeof PURCHASE_TYPES)[number];

/** POSTPAID: the approval of a proposal applies the effect. PREPAID: the effect waits for payment. */
export const PAYMENT_MODES = ['PREPAID', 'POSTPAID'] as const;
export type PaymentMode = (typeof PAYMENT_MODES)[number];

export const PURCHASE_STATUSES = [
  'PENDING',
  'IN_PROGRESS',
  'SUCCESS',
  'FAILURE',
  'PROPOSAL_ACTIVE',
  'PROPOSAL_APPROVED',
  'PROPOSAL_DECLINED',
  'PROPOSAL_EXPIRED',
  'PROPOSAL_SUPERSEDED',
] as const;
export type PurchaseStatus = (typeof PURCHASE_STATUSES)[number];

/** A purchase's overrides of its plan version, without rate cards: its own rate-card set identifies those. */
export type PurchaseOverride = Pick<ScheduleOverrides, 'pricingCycle' | 'currencies'>;

/** The terms of a purchase. A field that the type does not have is `null`. */
export interface PurchaseTerms {
  readonly type: PurchaseType;
  readonly isProposal: boolean;
  /** PREPAID for a purchase that is not a proposal. */
  readonly paymentMode: PaymentMode;
  /** `null` for a wallet top-up. The version and the set are then `null` too. */
  readonly pricePlanId: string | null;
  readonly planVersionId: string | null;
  readonly rateCardSetId: string | null;
  readonly quantity: number;
  /** The quantities of the cards whose quantity is not `quantity`, by rate-card name. */
  readonly rateCardQuantities: Readonly<Record<string, Decimal>>;
  readonly override: PurchaseOverride | null;
  readonly purchaseAmount: Decimal | null;
  readonly topupAmount: Decimal | null;
  readonly effectiveFrom: Day | null;
  readonly effectiveUntil: Day | null;
  /** The instant (milliseconds since 1970) from which an open proposal is expired. `null`: it never expires. */
  readonly expiresAt: number | null;
}

/** The plan that is bought: its newest active version, and its rate cards after the purchase's overrides. */
export interface PurchasedPlan {
  readonly version: PlanVersion;
  readonly rateCardSetId: string;
  readonly cards: readonly RateCard[];
}

/** Returns the kind of effect of a purchase. For type PREPAID, the plan's type determines it (README, "Proposals and purchases"). */
export function effectKind(type: PurchaseType, plan: PricePlanType | null): 'ASSOCIATION' | 'ENTITLEMENTS' | 'WALLET_CREDIT' {
  if (type === 'WALLET_TOPUP') return 'WALLET_CREDIT';
  const associates = type === 'ASSOCIATION' || (type === 'PREPAID' && plan === 'BILLING');
  return associates ? 'ASSOCIATION' : 'ENTITLEMENTS';
}

/** The state of a purchase (README, "Proposals and purchases"). `respondedAt` is the instant of approval or decline. */
export type PurchaseState =
  | { readonly isProposal: false; readonly status: 'PENDING' | 'IN_PROGRESS' | Outcome; readonly comment: null; readonly respondedAt: null }
  | {
      readonly isProposal: true;
      readonly status: 'PROPOSAL_ACTIVE' | 'PROPOSAL_EXPIRED';
      readonly comment: null;
      readonly respondedAt: null;
    }
  | {
      readonly isProposal: true;
      readonly status: 'PROPOSAL_SUPERSEDED';
      readonly comment: null;
      readonly respondedAt: null;
      /** The id of the proposal that replaced this one. */
      readonly supersededById: string;
    }
  | {
      readonly isProposal: true;
      readonly status: 'PROPOSAL_APPROVED' | 'PROPOSAL_DECLINED' | Outcome;
      readonly comment: string | null;
      readonly respondedAt: number;
    };
/** The outcome of a payment. */
export type Outcome = 'SUCCESS' | 'FAILURE';

export type Purchase = PurchaseState & Pick<PurchaseTerms, 'paymentMode' | 'expiresAt'>;
