import { grouped } from '../../domain/count.ts';
import { MAX_QUANTITY } from '../../domain/rating/quantities.ts';
import { builder } from '../builder.ts';
import { rateCardsOverrideFields } from '../rate-card/inputs.ts';
import { AssociationOverrideInput } from '../schedule/mutations.ts';

const RateCardQuantityInput = builder.inputType('RateCardQuantityInput', {
  description: 'The quantity of one rate card, when it differs from the quantity of the purchase.',
  fields: (t) => ({
    rateCardName: t.string({
      required: true,
      description: 'Name of the rate card. A card whose quantity is measured cannot be named.',
    }),
    quantity: t.field({
      type: 'Decimal',
      required: true,
      description: `Quantity that is bought, 0 or more. Maximum ${grouped(MAX_QUANTITY)}.`,
    }),
  }),
});

const WalletTopupDetailsInput = builder.inputType('WalletTopupDetailsInput', {
  description:
    "The amounts of a wallet top-up, in the account's invoice currency. An amount cannot have more decimal places than the currency.",
  fields: (t) => ({
    topupAmount: t.field({ type: 'Decimal', required: true, description: 'Amount that is credited to the wallet, above 0.' }),
    purchaseAmount: t.field({ type: 'Decimal', description: 'Amount that is paid for the top-up, above 0. Defaults to `topupAmount`.' }),
  }),
});

const PurchasePlanOverrideInput = builder.inputType('PurchasePlanOverrideInput', {
  description: "Overrides of the plan's rate cards.",
  fields: rateCardsOverrideFields,
});

type Fields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;

/** Returns the input fields of a new purchase or proposal. */
export const newPurchaseFields = (t: Fields) => ({
  accountId: t.string({ required: true, description: 'Id of the account, as the caller chose it.' }),
  ...offerFields(t),
});

/** Returns the input fields of what is bought. */
export const offerFields = (t: Fields) => ({
  pricePlanId: t.string({
    description: 'Id of the plan to buy, at its newest active version. Required for every type except `WALLET_TOPUP`.',
  }),
  quantity: t.int({ description: 'Quantity of the plan, 1 to 1,000,000. Defaults to 1.' }),
  rateCardQuantities: t.field({
    type: [RateCardQuantityInput],
    description:
      'Quantities of single rate cards. Omit to use `quantity` for all. From the first day of an association on, the account holds the licenses that are bought, whatever number it held before.',
  }),
  purchasePlanOverride: t.field({ type: PurchasePlanOverrideInput, description: "Overrides of the plan's rate cards. Omit for none." }),
  associationOverride: t.field({
    type: AssociationOverrideInput,
    description: "Overrides of the plan's pricing cycle and currencies. Allowed only for an `ASSOCIATION`.",
  }),
  walletTopupDetails: t.field({
    type: WalletTopupDetailsInput,
    description: 'Amounts of the top-up. Required for a `WALLET_TOPUP`, not allowed otherwise.',
  }),
  effectiveFrom: t.field({ type: 'Date', description: 'First day of the association. Required for an `ASSOCIATION`.' }),
  effectiveUntil: t.field({
    type: 'Date',
    description: 'First day after the association; `9999-01-01` means forever. Required for an `ASSOCIATION`.',
  }),
  expectedRevision: t.int({
    description:
      'Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check.',
  }),
});
