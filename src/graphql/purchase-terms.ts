import { type ActionAvailability, availableActions, type PurchaseAction, statusAt } from '../domain/purchase/transitions.ts';
import type { PriceLine, PurchaseOverride, PurchaseStatus, PurchaseType } from '../domain/purchase.ts';
import type { RateCardQuantity } from '../operations/purchase/offer.ts';
import { toPurchase } from '../store/purchases.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { seek } from './list.ts';
import { MoneyType } from './money.ts';
import { PricePlanVersion } from './price-plan.ts';
import { PricingCycleConfigType } from './pricing-cycle.ts';
import { RateCard } from './rate-card.ts';
import { requires } from './scopes.ts';

export const PurchaseTypeEnum = builder.enumType('PurchaseType', {
  description: 'What is bought.',
  values: describedEnum({
    ASSOCIATION: 'A `BILLING` plan, to be associated over a period.',
    ENTITLEMENT_GRANT: 'The entitlements of a `PURCHASE` plan.',
    WALLET_TOPUP: 'Money in the wallet.',
    PREPAID: "What the plan's type says, once it is paid for.",
  } satisfies Record<PurchaseType, string>),
});

export const PurchaseStatusEnum = builder.enumType('PurchaseStatus', {
  description: 'Where a purchase or proposal stands.',
  values: describedEnum({
    PENDING: 'Waits for its payment to begin.',
    IN_PROGRESS: 'Is being paid for.',
    SUCCESS: 'Paid for, and in effect.',
    FAILURE: 'The payment failed; nothing took effect.',
    PROPOSAL_ACTIVE: 'Waits for somebody to approve or decline it.',
    PROPOSAL_APPROVED: 'Approved. A postpaid one is in effect, a prepaid one waits for its payment.',
    PROPOSAL_DECLINED: 'Declined; nothing took effect.',
    PROPOSAL_EXPIRED: 'Its expiry has passed with no answer.',
    PROPOSAL_SUPERSEDED: 'A revision has taken its place: `supersededBy`.',
  } satisfies Record<PurchaseStatus, string>),
});

const PurchaseActionEnum = builder.enumType('PurchaseAction', {
  description: 'What can be done with a purchase or proposal.',
  values: describedEnum({
    APPROVE: '`updateProposalStatus(status: APPROVE)`.',
    DECLINE: '`updateProposalStatus(status: DECLINE)`.',
    REVISE: '`reviseProposal`.',
    COMPLETE: '`completePurchase`.',
    FAIL: '`failPurchase`.',
  } satisfies Record<PurchaseAction, string>),
});

const AvailableAction = builder.objectRef<ActionAvailability>('AvailableAction').implement({
  description: 'Whether an action would be accepted now.',
  fields: (t) => ({
    action: t.expose('action', { type: PurchaseActionEnum, description: 'The action.' }),
    allowed: t.exposeBoolean('allowed', { description: 'Whether the status of the object and of its account allows the action.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the action is not allowed. `null` when it is allowed.' }),
  }),
});

const PriceLineType = builder.objectRef<PriceLine>('PriceLine').implement({
  description: 'What one rate card adds to a price.',
  fields: (t) => ({
    rateCardName: t.exposeString('rateCard', { description: 'The rate card, by its name; `WALLET_TOPUP` for a top-up.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'How many.' }),
    rate: t.expose('rate', {
      type: 'Decimal',
      nullable: true,
      description: 'The price of one; null for a license, priced by its slabs as a whole.',
    }),
    amount: t.expose('amount', {
      type: 'Decimal',
      description: 'Exact, in the currency of the price; the sum of all, rounded once, is the price.',
    }),
  }),
});

const RateCardQuantityType = builder.objectRef<RateCardQuantity>('RateCardQuantity').implement({
  description: 'The quantity of one rate card.',
  fields: (t) => ({
    rateCardName: t.exposeString('rateCardName', { description: 'The rate card, by its name.' }),
    quantity: t.expose('quantity', { type: 'Decimal', description: 'How many of it are bought.' }),
  }),
});

const PricePlanDetailsOverride = builder.objectRef<PurchaseOverride>('PricePlanDetailsOverride').implement({
  description: 'What an association says otherwise than its plan.',
  fields: (t) => ({
    pricingCycleConfig: t.expose('pricingCycle', { type: PricingCycleConfigType, nullable: true, description: "Null: the plan's." }),
    supportedCurrencies: t.field({
      type: ['CurrencyCode'],
      nullable: true,
      description: "Null: the plan's.",
      resolve: ({ currencies }) => currencies && [...currencies],
    }),
  }),
});

const WalletTopupDetails = builder
  .objectRef<{ readonly topupAmount: PriceLine['amount']; readonly purchaseAmount: PriceLine['amount']; readonly currency: string }>(
    'WalletTopupDetails',
  )
  .implement({
    description: 'What is put into the wallet, and what that costs.',
    fields: (t) => ({
      topupAmount: t.field({
        type: MoneyType,
        description: 'What the wallet is credited with.',
        resolve: ({ topupAmount, currency }) => ({ amount: topupAmount, currency }),
      }),
      purchaseAmount: t.field({
        type: MoneyType,
        description: 'What is paid for it.',
        resolve: ({ purchaseAmount, currency }) => ({ amount: purchaseAmount, currency }),
      }),
    }),
  });

/** The columns that say where a purchase stands. */
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
  description: 'What a `Purchase` and a `Proposal` have in common: what is bought, for how much, and where it stands.',
  ...requires('proposals:read'),
  select: { columns: { id: true, isProposal: true } },
  resolveType: ({ isProposal }) => (isProposal ? 'Proposal' : 'Purchase'),
  fields: (t) => ({
    accountId: t.string({
      ...requires('accounts:read'),
      description: 'Id of the account, as the caller chose it.',
      select: { with: { account: { columns: { accountId: true } } } },
      resolve: ({ account }) => account.accountId,
    }),
    account: t.relation('account', { type: Account, description: 'The account it is for.' }),
    type: t.expose('type', { type: PurchaseTypeEnum, description: 'What is bought.' }),
    status: t.field({
      type: PurchaseStatusEnum,
      description: 'Where it stands now. An open proposal is expired from the instant of its expiry on.',
      select: { columns: STATE },
      resolve: (row, _args, { now }) => statusAt(toPurchase(row), now),
    }),
    availableActions: t.field({
      ...requires('accounts:read'),
      type: [AvailableAction],
      description: 'Every action, with whether it would change anything now.',
      select: { columns: STATE, with: { account: { columns: { status: true } } } },
      resolve: (row, _args, { now }) => [...availableActions(toPurchase(row), now, row.account.status)],
    }),
    pricePlanId: t.exposeString('pricePlanId', { nullable: true, description: 'The plan that is bought; null for a wallet top-up.' }),
    pricePlan: t.relation('planVersion', {
      type: PricePlanVersion,
      nullable: true,
      description: 'The plan at the version that was its newest active one when this was made; null for a wallet top-up.',
    }),
    rateCards: t.relatedConnection('rateCards', {
      type: RateCard,
      totalCount: true,
      description: 'The rate cards that are bought, overrides included; none for a wallet top-up.',
      query: (page) => ({ where: seek(page, 'position'), orderBy: { position: 'asc', id: 'asc' } }),
    }),
    quantity: t.exposeInt('quantity', { description: 'How many of the plan.' }),
    rateCardQuantities: t.field({
      type: [RateCardQuantityType],
      description: 'The rate cards whose quantity is another than `quantity`.',
      select: { columns: { rateCardQuantities: true } },
      resolve: (row) => Object.entries(row.rateCardQuantities).map(([rateCardName, quantity]) => ({ rateCardName, quantity })),
    }),
    associationOverride: t.expose('override', {
      type: PricePlanDetailsOverride,
      nullable: true,
      description: 'What the association says otherwise than its plan; null: nothing, or it is no association.',
    }),
    walletTopupDetails: t.field({
      type: WalletTopupDetails,
      nullable: true,
      description: 'What is put into the wallet; null for every type but a wallet top-up.',
      select: { columns: { topupAmount: true, purchaseAmount: true, priceCurrency: true } },
      resolve: ({ topupAmount, purchaseAmount, priceCurrency }) =>
        topupAmount && purchaseAmount ? { topupAmount, purchaseAmount, currency: priceCurrency } : null,
    }),
    effectiveFrom: t.expose('effectiveFrom', {
      type: 'Date',
      nullable: true,
      description: 'The first day of the association; null when it associates nothing.',
    }),
    effectiveUntil: t.expose('effectiveUntil', {
      type: 'Date',
      nullable: true,
      description: 'The first day that the association no longer covers; null when it associates nothing.',
    }),
    price: t.field({
      type: MoneyType,
      description: "What is due at the start, in the account's currency. Fixed when this was made.",
      select: { columns: { priceAmount: true, priceCurrency: true } },
      resolve: ({ priceAmount, priceCurrency }) => ({ amount: priceAmount, currency: priceCurrency }),
    }),
    priceLines: t.field({
      type: [PriceLineType],
      description: 'What the price is made of.',
      select: { columns: { priceLines: true } },
      resolve: ({ priceLines }) => [...priceLines],
    }),
    idempotencyKey: t.exposeString('idempotencyKey', {
      nullable: true,
      description: 'The key of the request that made it; null: none was given.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the entry was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
  }),
});
