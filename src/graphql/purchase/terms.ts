import type { Decimal } from '../../domain/decimal.ts';
import { PRICE_LINE_KINDS, type PriceLine, toPriceLine } from '../../domain/purchase/price-line.ts';
import type { PurchaseOverride, PurchaseStatus, PurchaseType } from '../../domain/purchase/purchase.ts';
import { type PurchaseAction, statusAt } from '../../domain/purchase/transitions.ts';
import { reviseProposal } from '../../operations/proposal/revise.ts';
import { updateProposalStatus } from '../../operations/proposal/update-status.ts';
import { actionsOn } from '../../operations/purchase/act.ts';
import { completePurchase } from '../../operations/purchase/complete.ts';
import { failPurchase } from '../../operations/purchase/fail.ts';
import type { RateCardQuantity } from '../../operations/purchase/offer.ts';
import { toPurchase, withEffectOn } from '../../store/purchases.ts';
import { Account } from '../account/type.ts';
import { actionsOf } from '../actions.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { enumFilter, seek } from '../list.ts';
import { MoneyType } from '../money.ts';
import { PricingCycleConfigType } from '../price-plan/pricing-cycle.ts';
import { PricePlanVersion } from '../price-plan/type.ts';
import { RateCard, RateCardConnection } from '../rate-card/type.ts';

export const PurchaseTypeEnum = builder.enumType('PurchaseType', {
  description: 'What is bought.',
  values: describedEnum({
    ASSOCIATION: 'A `BILLING` plan, attached to the account for a period.',
    ENTITLEMENT_GRANT: 'The entitlements of a `PURCHASE` plan, granted to the account.',
    WALLET_TOPUP: 'Money that is credited to the wallet.',
    PREPAID: 'A plan that takes effect, as its type says, once it is paid.',
  } satisfies Record<PurchaseType, string>),
});

export const PurchaseStatusEnum = builder.enumType('PurchaseStatus', {
  description: 'Status of a purchase or proposal.',
  values: describedEnum({
    PENDING: 'The payment has not started yet.',
    IN_PROGRESS: 'The payment is in progress.',
    SUCCESS: 'Paid and in effect.',
    FAILURE: 'The payment failed. Nothing took effect.',
    PROPOSAL_ACTIVE: 'The proposal can be approved or declined.',
    PROPOSAL_APPROVED: 'The proposal is approved. A postpaid one is in effect; a prepaid one waits for its payment.',
    PROPOSAL_DECLINED: 'The proposal is declined. Nothing took effect.',
    PROPOSAL_EXPIRED: 'The proposal expired without an answer.',
    PROPOSAL_SUPERSEDED: 'The proposal was replaced by a revision. See `supersededBy`.',
  } satisfies Record<PurchaseStatus, string>),
});

const { type: AvailablePurchaseAction, forCaller } = actionsOf<PurchaseAction>('Purchase', 'a purchase or proposal', {
  APPROVE: { does: 'Approves the proposal', by: [updateProposalStatus] },
  DECLINE: { does: 'Declines the proposal', by: [updateProposalStatus] },
  REVISE: { does: 'Replaces the proposal by a new revision', by: [reviseProposal] },
  COMPLETE: { does: 'Reports the payment', by: [completePurchase] },
  FAIL: { does: 'Reports a failed payment', by: [failPurchase] },
});

const PriceShare = builder.objectRef<NonNullable<PriceLine['share']>>('PriceShare').implement({
  description: 'The share of a whole cycle that a price line covers.',
  fields: (t) => ({
    days: t.exposeInt('days', { description: 'Days of the first cycle in which the plan is in force.' }),
    ofDays: t.exposeInt('ofDays', { description: 'Days of the whole cycle, or of all cycles that the rate card is charged for at once.' }),
  }),
});

/** Conditions of lists of purchases and proposals. */
export const PurchaseStatusFilter = enumFilter('PurchaseStatusFilter', PurchaseStatusEnum, 'a status');
export const PurchaseTypeFilter = enumFilter('PurchaseTypeFilter', PurchaseTypeEnum, 'what is bought');

const PriceLineKindEnum = builder.enumType('PriceLineKind', {
  description: 'What a line of a price is.',
  values: describedEnum(PRICE_LINE_KINDS),
});

const PriceLineType = builder.objectRef<PriceLine>('PriceLine').implement({
  description: 'A part of a price. The lines of a price sum to it.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PriceLineKindEnum, description: 'What the line is.' }),
    rateCardName: t.exposeString('rateCard', {
      nullable: true,
      description: 'Name of the rate card. `null`: the line belongs to no rate card.',
    }),
    label: t.exposeString('label', { description: 'Name of the line, for people.' }),
    quantity: t.expose('quantity', {
      type: 'Decimal',
      nullable: true,
      description: 'Quantity that is bought. `null`: a pricing rule computes the line.',
    }),
    rate: t.expose('rate', {
      type: 'Decimal',
      nullable: true,
      description:
        'Price of one for a whole cycle, before rounding. `null` for a license, whose slabs price the whole quantity, and for a pricing rule.',
    }),
    share: t.expose('share', {
      type: PriceShare,
      nullable: true,
      description: 'Share of the price of a whole cycle. `null`: the line is not prorated, or its usage cycles are prorated one by one.',
    }),
    amount: t.expose('amount', {
      type: 'Decimal',
      description: 'Amount to show, in whole minor units of the currency of the price.',
    }),
  }),
});

const RateCardQuantityType = builder.objectRef<RateCardQuantity>('RateCardQuantity').implement({
  description: 'The quantity of one rate card.',
  fields: (t) => ({
    rateCardName: t.exposeString('rateCardName', { description: 'Name of the rate card.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'Quantity that is bought.' }),
  }),
});

const PricePlanDetailsOverride = builder.objectRef<PurchaseOverride>('PricePlanDetailsOverride').implement({
  description: "Overrides of the plan's terms by an association.",
  fields: (t) => ({
    pricingCycleConfig: t.expose('pricingCycle', {
      type: PricingCycleConfigType,
      nullable: true,
      description: "Override of the pricing cycle. `null`: the plan's cycle applies.",
    }),
    supportedCurrencies: t.field({
      type: ['CurrencyCode'],
      nullable: true,
      description: "Override of the supported currencies. `null`: the plan's currencies apply.",
      resolve: ({ currencies }) => currencies && [...currencies],
    }),
  }),
});

const WalletTopupDetails = builder
  .objectRef<{ readonly topupAmount: Decimal; readonly purchaseAmount: Decimal; readonly currency: string }>('WalletTopupDetails')
  .implement({
    description: 'The amounts of a wallet top-up.',
    fields: (t) => ({
      topupAmount: t.field({
        type: MoneyType,
        description: 'Amount that is credited to the wallet.',
        resolve: ({ topupAmount, currency }) => ({ amount: topupAmount, currency }),
      }),
      purchaseAmount: t.field({
        type: MoneyType,
        description: 'Amount that is paid for the top-up.',
        resolve: ({ purchaseAmount, currency }) => ({ amount: purchaseAmount, currency }),
      }),
    }),
  });

/** The columns that decide the status of a purchase. */
const STATE = {
  isProposal: true,
  status: true,
  comment: true,
  respondedAt: true,
  supersededById: true,
  paymentMode: true,
  expiresAt: true,
} as const;

export const PurchaseTerms = builder.drizzleInterface('purchases', {
  name: 'PurchaseTerms',
  description: 'The common fields of `Purchase` and `Proposal`: what is bought, its price and its status.',
  ...requires('proposals:read'),
  interfaces: [builder.nodeInterfaceRef()],
  select: { columns: { id: true, isProposal: true } },
  resolveType: ({ isProposal }) => (isProposal ? 'Proposal' : 'Purchase'),
  fields: (t) => ({
    accountId: t.string({
      ...requires('accounts:read'),
      description: 'Id of the account, as the caller chose it.',
      select: { with: { account: { columns: { accountId: true } } } },
      resolve: ({ account }) => account.accountId,
    }),
    account: t.relation('account', { type: Account, description: 'The account that the purchase is for.' }),
    type: t.expose('type', { type: PurchaseTypeEnum, description: 'What is bought.' }),
    status: t.field({
      type: PurchaseStatusEnum,
      computedFrom: COMPUTED_FROM.row,
      description: 'Current status. An open proposal is expired from the instant of its expiry.',
      select: { columns: STATE },
      resolve: (row, _args, { now }) => statusAt(toPurchase(row), now),
    }),
    availableActions: t.field({
      ...requires('accounts:read', 'plans:read', 'schedules:read'),
      type: [AvailablePurchaseAction],
      computedFrom: COMPUTED_FROM.timeline,
      description:
        'Actions, and whether they would be accepted now. A purchase has `COMPLETE` and `FAIL` alone. `REVISE` is allowed while the proposal can be replaced. The terms of a revision are checked when it is sent.',
      select: (_args, { today }) => withEffectOn(today),
      resolve: (row, _args, context) => forCaller(context.actor, actionsOn(context, row)),
    }),
    pricePlanId: t.exposeString('pricePlanId', {
      nullable: true,
      description: 'Id of the plan that is bought. `null` for a wallet top-up.',
    }),
    pricePlan: t.relation('planVersion', {
      type: PricePlanVersion,
      nullable: true,
      description: 'The plan, at the version that was the newest active one when it was created. `null` for a wallet top-up.',
    }),
    rateCards: t.relatedConnection(
      'rateCards',
      {
        type: RateCard,
        totalCount: true,
        description: 'Rate cards that are bought, with overrides applied. Empty for a wallet top-up.',
        query: (page) => ({ where: seek(page, 'position'), orderBy: { position: 'asc', id: 'asc' } }),
      },
      RateCardConnection,
    ),
    quantity: t.exposeInt('quantity', { description: 'Quantity of the plan.' }),
    rateCardQuantities: t.field({
      type: [RateCardQuantityType],
      description: 'Rate cards whose quantity differs from `quantity`.',
      select: { columns: { rateCardQuantities: true } },
      resolve: (row) => Object.entries(row.rateCardQuantities).map(([rateCardName, quantity]) => ({ rateCardName, quantity })),
    }),
    associationOverride: t.expose('override', {
      type: PricePlanDetailsOverride,
      nullable: true,
      description: "Overrides of the plan's terms. `null`: there are none, or nothing is associated.",
    }),
    walletTopupDetails: t.field({
      type: WalletTopupDetails,
      nullable: true,
      description: 'Amounts of the top-up. `null` unless it is a wallet top-up.',
      select: { columns: { topupAmount: true, purchaseAmount: true, priceCurrency: true } },
      resolve: ({ topupAmount, purchaseAmount, priceCurrency }) =>
        topupAmount && purchaseAmount ? { topupAmount, purchaseAmount, currency: priceCurrency } : null,
    }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: 'First day of the association. `null` when nothing is associated.',
    }),
    effectiveUntil: t.expose('effectiveUntil', {
      type: 'Date',
      nullable: true,
      description: 'First day after the association. `null` when nothing is associated.',
    }),
    price: t.field({
      type: MoneyType,
      description: "Amount due at the start, in the account's currency. Fixed when it was created.",
      select: { columns: { priceAmount: true, priceCurrency: true } },
      resolve: ({ priceAmount, priceCurrency }) => ({ amount: priceAmount, currency: priceCurrency }),
    }),
    priceLines: t.field({
      type: [PriceLineType],
      description: 'Lines that sum to the price.',
      select: { columns: { priceLines: true } },
      resolve: ({ priceLines }) => priceLines.map(toPriceLine),
    }),
    idempotencyKey: t.exposeString('idempotencyKey', {
      nullable: true,
      description: 'Idempotency key of the request that created it. `null`: there was none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the entry was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the purchase or proposal was last changed.' }),
  }),
});
