import type { RateCardType } from './rate-card.ts';

export const BILLABLE_KINDS = ['LICENSE', 'NAMED_LICENSE', 'FIXED_FEE', 'CREDIT_GRANT', 'FEATURE', 'USAGE_METER'] as const;
export type BillableKind = (typeof BILLABLE_KINDS)[number];

/** Something a rate card can price: an add-on, a feature or a usage meter. */
export interface BillableItem {
  readonly id: string;
  readonly kind: BillableKind;
  readonly name: string;
  readonly billableName: string | null;
  readonly status: 'ACTIVE' | 'ARCHIVED';
}

/** Which kinds each family of rate card may price (README, "Billable items"). */
export const KINDS_BY_RATE_CARD_TYPE: Readonly<Record<RateCardType, readonly BillableKind[]>> = {
  FIXED_FEE: ['FIXED_FEE'],
  LICENSE: ['LICENSE', 'NAMED_LICENSE'],
  CREDIT_GRANT: ['CREDIT_GRANT'],
  USAGE: ['USAGE_METER'],
  BILLING_ENTITLEMENT: ['FEATURE'],
  ENTITLEMENT_OVERAGE: ['FEATURE'],
  MINIMUM_COMMITMENT: [],
};

/** An attribute of an event schema that counts towards a feature. */
export interface SchemaAssociation {
  readonly schemaName: string;
  readonly attributeName: string;
}
