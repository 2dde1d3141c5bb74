import type { InvoiceTiming, RateCardType } from '../domain/rate-card.ts';
import { BillableItem } from './billable-item.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { requires } from './scopes.ts';

export const RateCardTypeEnum = builder.enumType('RateCardType', {
  description: 'The family of a rate card.',
  values: describedEnum({
    FIXED_FEE: 'An add-on that costs the same whatever is used.',
    LICENSE: 'Licenses, by how many are held.',
    CREDIT_GRANT: 'Credits to spend.',
    USAGE: 'What a usage meter counts.',
    BILLING_ENTITLEMENT: 'What an account may use of a feature.',
    ENTITLEMENT_OVERAGE: 'What an account uses of a feature beyond its entitlements.',
    MINIMUM_COMMITMENT: 'What a cycle comes to at least.',
  } satisfies Record<RateCardType, string>),
});

export const InvoiceTimingEnum = builder.enumType('InvoiceTiming', {
  description: 'When something is invoiced.',
  values: describedEnum({
    IN_ADVANCE: 'At the start of the cycle.',
    IN_ARREARS: 'After the end of the cycle.',
    PREPAID: 'Before it is given.',
  } satisfies Record<InvoiceTiming, string>),
});

/** The object type of each family. */
export const RATE_CARD_TYPE_NAMES = {
  FIXED_FEE: 'FixedFeeRateCard',
  LICENSE: 'LicenseRateCard',
  CREDIT_GRANT: 'CreditGrantRateCard',
  USAGE: 'UsageRateCard',
  BILLING_ENTITLEMENT: 'BillingEntitlementRateCard',
  ENTITLEMENT_OVERAGE: 'EntitlementOverageRateCard',
  MINIMUM_COMMITMENT: 'MinimumCommitmentRateCard',
} as const satisfies Record<RateCardType, string>;

/** The words of what is both read and written. */
export const RATE_CARD = {
  name: 'Unique among the rate cards of its owner.',
  displayName: 'What people read, on invoices as well.',
  tag: "The caller's own mark, at most 50 characters; null: none.",
  invoiceTiming: 'When it is invoiced.',
} as const;

export const RateCard = builder.drizzleInterface('rateCards', {
  name: 'RateCard',
  description: 'How one billable item is priced, under a plan version or a schedule. Rate cards never change: an edit makes others.',
  ...requires('plans:read'),
  interfaces: [builder.nodeInterfaceRef()],
  select: { columns: { id: true, type: true } },
  resolveType: ({ type }) => RATE_CARD_TYPE_NAMES[type],
  fields: (t) => ({
    name: t.exposeString('name', { description: RATE_CARD.name }),
    type: t.expose('type', { type: RateCardTypeEnum, description: 'Its family.' }),
    billableId: t.exposeString('billableId', { nullable: true, description: 'The id of what it prices; null for a minimum commitment.' }),
    billable: t.relation('billable', {
      type: BillableItem,
      nullable: true,
      description: 'What it prices; null for a minimum commitment, and for an item that does not exist.',
    }),
    displayName: t.exposeString('displayName', { description: RATE_CARD.displayName }),
    tag: t.exposeString('tag', { nullable: true, description: RATE_CARD.tag }),
    invoiceTiming: t.expose('invoiceTiming', { type: InvoiceTimingEnum, description: RATE_CARD.invoiceTiming }),
    currencies: t.field({
      type: ['CurrencyCode'],
      description: 'What it has prices in.',
      select: { columns: { card: true } },
      resolve: ({ card }) => (card.type === 'CREDIT_GRANT' ? card.creditRates : card.rateValues).map(({ currency }) => currency),
    }),
  }),
});
