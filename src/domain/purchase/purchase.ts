import type { Day } from '../day.ts';
import type { Decimal } from '../decimal.ts';
import type { PlanVersion, PricePlanType } from '../price-plan/price-plan.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import type { ScheduleOverrides } from '../schedule/schedule.ts';

export const PURCHASE_TYPES = ['ENTITLEMENT_GRANT', 'ASSOCIATION', 'WALLET_TOPUP', 'PREPAID'] as const;
export type PurchaseType = (typeof PURCHASE_TYPES)[number];

/** POSTPAID: a proposal's approval applies the effect. PREPAID: the effect waits for payment. */
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

/** What a purchase says otherwise than its plan version, rate cards aside: those are named by its own rate-card set. */
export type PurchaseOverride = Pick<ScheduleOverrides, 'pricingCycle' | 'currencies'>;

/** What is bought. Fields that a type does not have are null. */
export interface PurchaseTerms {
  readonly type: PurchaseType;
  readonly isProposal: boolean;
  /** PREPAID for a purchase that is no proposal. */
  readonly paymentMode: PaymentMode;
  /** Null for a wallet top-up, as are the version and the set. */
  readonly pricePlanId: string | null;
  readonly planVersionId: string | null;
  readonly rateCardSetId: string | null;
  readonly quantity: number;
  /** By rate-card name: where a card's quantity is another than `quantity`. */
  readonly rateCardQuantities: Readonly<Record<string, Decimal>>;
  readonly override: PurchaseOverride | null;
  readonly purchaseAmount: Decimal | null;
  readonly topupAmount: Decimal | null;
  readonly effectiveFrom: Day | null;
  readonly effectiveUntil: Day | null;
  /** The instant (milliseconds since the epoch) from which an open proposal is expired; null where it never is. */
  readonly expiresAt: number | null;
}

/** The plan bought: its newest active version, and the rate cards with the purchase's own overrides in their place. */
export interface PurchasedPlan {
  readonly version: PlanVersion;
  readonly rateCardSetId: string;
  readonly cards: readonly RateCard[];
}

/** What success does: for type PREPAID, as its plan's type says (README, "Proposals and purchases"). */
export function effectKind(type: PurchaseType, plan: PricePlanType | null): 'ASSOCIATION' | 'ENTITLEMENTS' | 'WALLET_CREDIT' {
  if (type === 'WALLET_TOPUP') return 'WALLET_CREDIT';
  const associates = type === 'ASSOCIATION' || (type === 'PREPAID' && plan === 'BILLING');
  return associates ? 'ASSOCIATION' : 'ENTITLEMENTS';
}

/** A rate card's part in a price: `amount` is exact, `quantity` x `rate` unless slabs made it. */
export interface PriceLine {
  /** The rate card's name; `WALLET_TOPUP` for a top-up. */
  readonly rateCard: string;
  readonly quantity: Decimal;
  /** The price of one; null for a license, which its slabs price as a whole. */
  readonly rate: Decimal | null;
  readonly amount: Decimal;
}

/** Where a purchase stands (README, "Proposals and purchases"). `respondedAt` is the instant of approval or decline. */
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
      /** The proposal that took its place, by its id. */
      readonly supersededById: string;
    }
  | {
      readonly isProposal: true;
      readonly status: 'PROPOSAL_APPROVED' | 'PROPOSAL_DECLINED' | Outcome;
      readonly comment: string | null;
      readonly respondedAt: number;
    };
/** How a payment ended. */
export type Outcome = 'SUCCESS' | 'FAILURE';

export type Purchase = PurchaseState & Pick<PurchaseTerms, 'paymentMode' | 'expiresAt'>;
