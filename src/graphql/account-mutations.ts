import { addAccountAliases } from '../operations/account/add-aliases.ts';
import { createAccount } from '../operations/account/create.ts';
import { deleteAccount } from '../operations/account/delete.ts';
import { removeAccountAliases } from '../operations/account/remove-aliases.ts';
import { updateAccount } from '../operations/account/update.ts';
import { Account } from './account.ts';
import { AddressInput, SettingInput } from './address.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { mutation, one } from './payload.ts';

const BillingInformationInput = builder.inputType('BillingInformationInput', {
  description: 'Who receives the invoices of an account.',
  fields: (t) => ({
    emailRecipients: t.stringList({ description: 'Addressed directly.' }),
    additionalEmailRecipients: t.stringList({ description: 'In copy.' }),
  }),
});

const AccountAliasInput = builder.inputType('AccountAliasInput', {
  description: 'Another name for an account.',
  fields: (t) => ({
    value: t.string({ required: true, description: 'The name, 1 to 50 characters. Names one account at a time.' }),
    effectiveFrom: t.field({ type: 'DateTime', description: 'The first instant it names the account; absent: now.' }),
    effectiveUntil: t.field({ type: 'DateTime', description: 'The first instant it no longer does; absent: never.' }),
  }),
});

const NewAccountStatus = builder.enumType('NewAccountStatus', {
  description: 'The statuses that an account can be given.',
  values: describedEnum({ ACTIVE: 'Takes plans and approvals.', DRAFT: 'May hold a draft and proposals, but takes no plan yet.' }),
});

/** The fields of an account to be created, wherever it is created from. */
const newAccountFields = (t: PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>) => ({
  accountId: t.string({ required: true, description: "The caller's own id, 1 to 50 characters, unique in the organization." }),
  name: t.string({ required: true, description: 'Name of the account, 3 to 255 characters.' }),
  invoiceCurrency: t.field({ type: 'CurrencyCode', description: "What to invoice in; absent: the organization's base currency." }),
  status: t.field({ type: NewAccountStatus, description: 'Absent: ACTIVE.' }),
  primaryEmail: t.string({ description: "Where to write to; absent: the customer's." }),
  address: t.field({ type: AddressInput, description: "Postal address; absent: the customer's." }),
  billingInformation: t.field({ type: BillingInformationInput, description: 'Who receives its invoices.' }),
  settings: t.field({ type: [SettingInput], description: 'Named values to keep, at most 10.' }),
  netTermDays: t.int({ description: "Days to pay an invoice; absent: the organization's terms." }),
  metadata: t.field({ type: 'JSON', description: 'A map of text to text, at most 50 keys and 16 KB.' }),
  tags: t.stringList({ description: 'Kept in lower case.' }),
  aliases: t.field({ type: [AccountAliasInput], description: 'Other names, at most 10.' }),
});

export const NewAccountInput = builder.inputType('NewAccountInput', {
  description: 'The first account of a customer.',
  fields: newAccountFields,
});

const CreateAccountInput = builder.inputType('CreateAccountInput', {
  description: 'An account to create.',
  fields: (t) => ({
    customerId: t.string({ required: true, description: "The customer it belongs to, by the caller's own id." }),
    ...newAccountFields(t),
  }),
});

const accountId = "The account, by the caller's own id.";
const expectedRevision =
  'The revision of the account that this was decided on: refused with `CONFLICT` when it has moved. Absent: whatever it is.';

const account = one<{ readonly account: string }>(
  { type: Account, typeName: 'Account', table: 'accounts', description: 'The account.' },
  (changed) => changed.account,
);

mutation(createAccount, { description: 'Adds an account to a customer.', input: CreateAccountInput, payload: { account } });

mutation(updateAccount, {
  description: 'Changes the details of an account. A field that is absent keeps its value; null clears it where it may be empty.',
  input: builder.inputType('UpdateAccountInput', {
    description: 'What to change.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      name: t.string({ description: 'Name of the account, 3 to 255 characters; cannot be cleared.' }),
      invoiceCurrency: t.field({
        type: 'CurrencyCode',
        description: 'What to invoice in; refused with `CURRENCY_FIXED` once a schedule or purchase exists. Cannot be cleared.',
      }),
      status: t.field({
        type: NewAccountStatus,
        description: 'Back to `DRAFT` only while no schedule is in force or ahead. Cannot be cleared; `deleteAccount` archives.',
      }),
      primaryEmail: t.string({ description: "Where to write to; null: the customer's." }),
      address: t.field({ type: AddressInput, description: "Replaces the postal address as a whole; null: the customer's." }),
      billingInformation: t.field({
        type: BillingInformationInput,
        description: 'Replaces who receives its invoices; null: the primary e-mail address.',
      }),
      netTermDays: t.int({ description: "Days to pay an invoice; null: the organization's terms." }),
      metadata: t.field({ type: 'JSON', description: 'Replaces the whole map of text to text; `{}` and null empty it.' }),
      tags: t.stringList({ description: 'Replaces all tags; `[]` and null remove them.' }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});

mutation(deleteAccount, {
  description:
    'Archives an account: it is read-only from then on, left out of lists unless asked for, and its aliases are free. Refused while a schedule covers today or a later day, or a proposal is open. To archive it twice is to archive it once.',
  input: builder.inputType('DeleteAccountInput', {
    description: 'What to archive.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});

mutation(addAccountAliases, {
  description: 'Gives an account further names, all of them or none.',
  input: builder.inputType('AddAccountAliasesInput', {
    description: 'The names to add.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      aliases: t.field({
        type: [AccountAliasInput],
        required: true,
        description: 'At least one; an account has at most 10 that are live or ahead.',
      }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});

const AccountAliasRemovalInput = builder.inputType('AccountAliasRemovalInput', {
  description: 'A name that ends, given by `aliasId` or by `value`.',
  fields: (t) => ({
    aliasId: t.string({ description: 'By the generated id of the alias.' }),
    value: t.string({ description: 'By the name: all aliases of the account with this value that are live or ahead.' }),
    from: t.field({
      type: 'DateTime',
      description: 'The first instant at which it no longer names the account, not in the past; absent: now.',
    }),
  }),
});

mutation(removeAccountAliases, {
  description: 'Ends names of an account, all of them or none. One that had not begun is gone; of the others the past stays known.',
  input: builder.inputType('RemoveAccountAliasesInput', {
    description: 'The names to end.',
    fields: (t) => ({
      accountId: t.string({ required: true, description: accountId }),
      aliases: t.field({ type: [AccountAliasRemovalInput], required: true, description: 'At least one.' }),
      expectedRevision: t.int({ description: expectedRevision }),
    }),
  }),
  payload: { account },
});
