import { builder } from './builder.ts';
import { RateCardOperationInput } from './rate-card-input.ts';
import { AssociationOverrideInput } from './schedule-mutations.ts';

const RateCardQuantityInput = builder.inputType('RateCardQuantityInput', {
  description: 'The quantity of one rate card, where it is another than that of the whole.',
  fields: (t) => ({
    rateCardName: t.string({
      required: true,
      description: 'The rate card, by its name. A card whose quantity is measured cannot be named.',
    }),
    quantity: t.field({ type: 'Decimal', required: true, description: 'How many of it are bought, 0 or more.' }),
  }),
});

const WalletTopupDetailsInput = builder.inputType('WalletTopupDetailsInput', {
  description:
    "What is put into the wallet, and what that costs, in the account's invoice currency. Neither amount may have more decimal places than the currency.",
  fields: (t) => ({
    topupAmount: t.field({ type: 'Decimal', required: true, description: 'What the wallet is credited with, above 0.' }),
    purchaseAmount: t.field({ type: 'Decimal', description: 'What is paid for it, above 0; absent: as much.' }),
  }),
});

const PurchasePlanOverrideInput = builder.inputType('PurchasePlanOverrideInput', {
  description: "What is to be otherwise than in the plan's rate cards.",
  fields: (t) => ({
    rateCards: t.field({
      type: [RateCardOperationInput],
      required: true,
      description: "1 to 100 changes to the plan's rate cards, applied in this order.",
    }),
  }),
});

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

/** The fields of a new purchase or proposal. */
export const newPurchaseFields = (t: Fields) => ({
  accountId: t.string({ required: true, description: "The account it is for, by the caller's own id." }),
  ...offerFields(t),
});

/** The fields of what is bought. */
export const offerFields = (t: Fields) => ({
  pricePlanId: t.string({ description: 'The plan to buy; its newest active version is fixed. Needed for every type but a wallet top-up.' }),
  quantity: t.int({ description: 'How many of the plan, from 1 to 1,000,000; not said: 1.' }),
  rateCardQuantities: t.field({ type: [RateCardQuantityInput], description: 'Where the quantity of a rate card is another.' }),
  purchasePlanOverride: t.field({ type: PurchasePlanOverrideInput, description: 'Other rate cards than those of the plan.' }),
  associationOverride: t.field({
    type: AssociationOverrideInput,
    description: 'Another pricing cycle or other currencies than those of the plan; only of an association.',
  }),
  walletTopupDetails: t.field({ type: WalletTopupDetailsInput, description: 'What to put into the wallet; only of a `WALLET_TOPUP`.' }),
  effectiveFrom: t.field({ type: 'Date', description: 'The first day of an association, and needed for one.' }),
  effectiveUntil: t.field({
    type: 'Date',
    description: 'The first day an association no longer covers, `9999-01-01` for ever, and needed for one.',
  }),
  expectedRevision: t.int({
    description: 'The revision of the account that this was decided on: refused with `CONFLICT` when it has moved. Absent: whatever it is.',
  }),
});
