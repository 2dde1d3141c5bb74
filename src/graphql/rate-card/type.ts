import type { InvoiceTiming, RateCardType } from '../../domain/rate-card/rate-card.ts';
import { requires } from '../admission/scopes.ts';
import { BillableItem } from '../billable-item/type.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';

export const RateCardTypeEnum = builder.enumType('RateCardType', {
  description: 'The family of a rate card: what kind of item it prices.',
  values: describedEnum({
    FIXED_FEE: 'A fee that does not depend on usage.',
    LICENSE: 'Licenses, priced by the number held.',
    CREDIT_GRANT: 'Credits that the account can spend.',
    USAGE: 'Usage counted by a usage meter.',
    BILLING_ENTITLEMENT: 'An allowance of a feature.',
    ENTITLEMENT_OVERAGE: 'Usage of a feature beyond the allowance.',
    MINIMUM_COMMITMENT: 'The minimum amount of a pricing cycle.',
  } satisfies Record<RateCardType, string>),
});

export const InvoiceTimingEnum = builder.enumType('InvoiceTiming', {
  description: 'When a charge is invoiced.',
  values: describedEnum({
    IN_ADVANCE: 'Invoiced at the start of the cycle.',
    IN_ARREARS: 'Invoiced after the end of the cycle.',
    PREPAID: 'Invoiced and paid before it is granted.',
  } satisfies Record<InvoiceTiming, string>),
});

/** The name of each family's object type. */
export const RATE_CARD_TYPE_NAMES = {
  FIXED_FEE: 'FixedFeeRateCard',
  LICENSE: 'LicenseRateCard',
  CREDIT_GRANT: 'CreditGrantRateCard',
  USAGE: 'UsageRateCard',
  BILLING_ENTITLEMENT: 'BillingEntitlementRateCard',
  ENTITLEMENT_OVERAGE: 'EntitlementOverageRateCard',
  MINIMUM_COMMITMENT: 'MinimumCommitmentRateCard',
} as const satisfies Record<RateCardType, string>;

/** Descriptions of fields that are in both the output and the input types. */
export const RATE_CARD = {
  name: 'Name of the rate card, unique within its plan version or schedule.',
  displayName: 'Name shown to people, for example on invoices.',
  tag: 'Label that the caller chose. `null`: none.',
  invoiceTiming: 'When the charge is invoiced.',
} as const;

export const RateCard = builder.drizzleInterface('rateCards', {
  name: 'RateCard',
  description: 'The price of one billable item in a plan version or schedule. A rate card never changes: an edit creates a new one.',
  ...requires('plans:read'),
  interfaces: [builder.nodeInterfaceRef()],
  select: { columns: { id: true, type: true } },
  resolveType: ({ type }) => RATE_CARD_TYPE_NAMES[type],
  fields: (t) => ({
    name: t.exposeString('name', { description: RATE_CARD.name }),
    type: t.expose('type', { type: RateCardTypeEnum, description: 'The family of the rate card.' }),
    billableId: t.exposeString('billableId', {
      nullable: true,
      description: 'Id of the billable item that the card prices. `null` for a minimum commitment.',
    }),
    billable: t.relation('billable', {
      type: BillableItem,
      nullable: true,
      description: 'The billable item that the card prices. `null` for a minimum commitment, and when the item does not exist.',
    }),
    displayName: t.exposeString('displayName', { description: RATE_CARD.displayName }),
    tag: t.exposeString('tag', { nullable: true, description: RATE_CARD.tag }),
    invoiceTiming: t.expose('invoiceTiming', { type: InvoiceTimingEnum, description: RATE_CARD.invoiceTiming }),
    currencies: t.field({
      type: ['CurrencyCode'],
      description: 'Currencies that the card has prices in.',
      select: { columns: { card: true } },
      resolve: ({ card }) => (card.type === 'CREDIT_GRANT' ? card.creditRates : card.rateValues).map(({ currency }) => currency),
    }),
  }),
});

export const RateCardConnection = connectionOf('RateCard', RateCard);
