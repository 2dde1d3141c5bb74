import { addAccountAliases } from '../../operations/account/add-aliases.ts';
import { createAccount } from '../../operations/account/create.ts';
import { deleteAccount } from '../../operations/account/delete.ts';
import { removeAccountAliases } from '../../operations/account/remove-aliases.ts';
import { updateAccount } from '../../operations/account/update.ts';
import { builder } from '../builder.ts';
import { AddressInput, SettingInput } from '../customer/address.ts';
import { describedEnum } from '../enums.ts';
import { mutation, one } from '../payload.ts';
import { Account } from './type.ts';

const BillingInformationInput = builder.inputType('BillingInformationInput', {
  description: 'Recipients of the invoices of an account.',
  fields: (t) => ({
    emailRecipients: t.stringList({
      description: 'E-mail addresses of the recipients. Maximum 320, each of up to 320 characters. Omit for none.',
    }),
    additionalEmailRecipients: t.stringList({
      description: 'E-mail addresses that receive a copy. Maximum 320, each of up to 320 characters. Omit for none.',
    }),
  }),
});

const AccountAliasInput = builder.inputType('AccountAliasInput', {
  description: 'An alias to add to an account.',
  fields: (t) => ({
    value: t.string({
      required: true,
      description: 'The alias, 1 to 50 characters, not beginning with `[erased `. It names one account at a time.',
    }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'First instant at which the alias names the account. Defaults to now.' }),
    effectiveUntil: t.field({
      type: 'DateTime',
      description: 'First instant at which the alias no longer names the account. Omit for no end.',
    }),
  }),
});

const NewAccountStatus = builder.enumType('NewAccountStatus', {
  description: 'The statuses that a caller can give an account.',
  values: describedEnum({
    ACTIVE: 'In use. Plans can be attached and proposals approved.',
    DRAFT: 'The account is not in use yet. It can have a draft and proposals, but no plan can be attached.',
  }),
});

/** Returns the input fields of a new account, for all mutations that create accounts. */
const newAccountFields = (t: PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  accountId: t.string({ required: true, description: 'Id chosen by the caller, 1 to 50 characters, unique in the organization.' }),
  name: t.string({ required: true, description: 'Name of the account, 3 to 255 characters.' }),
  invoiceCurrency: t.field({
    type: 'CurrencyCode',
    description: "Currency of the invoices. Defaults to the organization's base currency.",
  }),
  status: t.field({ type: NewAccountStatus, description: 'Status of the account. Defaults to ACTIVE.' }),
  primaryEmail: t.string({ description: "Primary e-mail address. Maximum 320 characters. Omit to use the customer's." }),
  address: t.field({ type: AddressInput, description: "Postal address. Omit to use the customer's." }),
  billingInformation: t.field({
    type: BillingInformationInput,
    description: 'Recipients of the invoices. Omit to use the primary e-mail address.',
  }),
  settings: t.field({ type: [SettingInput], description: 'Settings to store. Maximum 10. Omit for none.' }),
  netTermDays: t.int({ description: "Days until an invoice must be paid, 0 to 3,650. Omit to use the organization's terms." }),
  metadata: t.field({ type: 'JSON', description: 'A map of text to text. Maximum 50 keys and 16 KB. Omit for an empty map.' }),
  tags: t.stringList({ description: 'Tags, stored in lower case. Maximum 50, each of 1 to 100 characters. Omit for none.' }),
  aliases: t.field({ type: [AccountAliasInput], description: 'Aliases of the account. Maximum 10. Omit for none.' }),
});

export const NewAccountInput = builder.inputType('NewAccountInput', {
  description: 'The first account of a new customer.',
  fields: newAccountFields,
});

const CreateAccountInput = builder.inputType('CreateAccountInput', {
  description: 'The account to create.',
  fields: (t) => ({
    customerId: t.string({ required: true, description: 'Id of the customer that the account belongs to, as the caller chose it.' }),
    ...newAccountFields(t),
  }),
});

const accountId = 'Id of the account, as the caller chose it.';
const expectedRevision =
  'Revision of the account that the caller last read. Fails with `CONFLICT` if the account changed since this revision. Omit to skip the check.';

const account = one<{ readonly account: string }>(
  { type: Account, typeName: 'Account', table: 'accounts', description: 'The account. `null` when the change was refused.' },
  (changed) => changed.account,
);

mutation(createAccount, { description: 'Creates an account of a customer.', input: CreateAccountInput, payload: { account } });

mutation(updateAccount, {
  description: 'Changes the details of an account. An omitted field keeps its value; `null` clears an optional one.',
  input: builder.inputType('UpdateAccountInput', {
    description: 'The fields to change. An omitted field keeps its value.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      name: t.string({ description: 'Name of the account, 3 to 255 characters. Cannot be cleared.' }),
      invoiceCurrency: t.field({
        type: 'CurrencyCode',
        description: 'Currency of the invoices. Fails with `CURRENCY_FIXED` if a schedule or purchase exists. Cannot be cleared.',
      }),
      status: t.field({
        type: NewAccountStatus,
        description:
          'Status of the account. `DRAFT` is allowed only while no schedule is in force now or later. Cannot be cleared. To archive the account, use `deleteAccount`.',
      }),
      primaryEmail: t.string({ description: "Primary e-mail address. Maximum 320 characters. `null`: the customer's." }),
      address: t.field({ type: AddressInput, description: "Replaces the whole postal address. `null`: the customer's." }),
      billingInformation: t.field({
        type: BillingInformationInput,
        description: 'Replaces the recipients of the invoices. `null`: the primary e-mail address.',
      }),
      netTermDays: t.int({ description: "Days until an invoice must be paid, 0 to 3,650. `null`: the organization's terms." }),
      metadata: t.field({
        type: 'JSON',
        description: 'Replaces the whole map of text to text. Maximum 50 keys and 16 KB. `{}` and `null` empty it.',
      }),
      tags: t.stringList({ description: 'Replaces all tags. Maximum 50, each of 1 to 100 characters. `[]` and `null` remove them.' }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});

mutation(deleteAccount, {
  description:
    'Archives an account. It becomes read-only, lists omit it, and its aliases can be used again. Fails with `ACCOUNT_HAS_SCHEDULES` if a schedule covers today or a later day, and with `ACCOUNT_HAS_OPEN_PROPOSALS` if a proposal is open. Archiving it again changes nothing.',
  input: builder.inputType('DeleteAccountInput', {
    description: 'The item to archive.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});

mutation(addAccountAliases, {
  description: 'Adds aliases to an account, all or none.',
  input: builder.inputType('AddAccountAliasesInput', {
    description: 'The aliases to add.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      aliases: t.field({
        type: [AccountAliasInput],
        required: true,
        description: 'Aliases to add. Minimum one. An account has a maximum of 10 current and future aliases.',
      }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});

const AccountAliasRemovalInput = builder.inputType('AccountAliasRemovalInput', {
  description: 'An alias to end, given by `aliasId` or by `value`.',
  fields: (t) => ({
    aliasId: t.string({ description: 'Generated id of the alias. Omit when `value` is given.' }),
    value: t.string({
      description: 'Value of the alias. Ends all current and future aliases of the account with this value. Omit when `aliasId` is given.',
    }),
    from: t.field({
      type: 'DateTime',
      description: 'First instant at which the alias no longer names the account, not in the past. Defaults to now.',
    }),
  }),
});

mutation(removeAccountAliases, {
  description: 'Ends aliases of an account, all or none. An alias that has not begun is deleted; other aliases keep their past.',
  input: builder.inputType('RemoveAccountAliasesInput', {
    description: 'The aliases to end.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      aliases: t.field({ type: [AccountAliasRemovalInput], required: true, description: 'Aliases to end. Minimum one.' }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});
