import type { ACCOUNT_STATUSES } from '../domain/account.ts';
import { createAccount } from '../operations/account/create.ts';
import { accountWithAliasAt } from '../store/accounts.ts';
import { AddressInput, AddressType, SettingInput, SettingType } from './address.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { mutation, one } from './payload.ts';
import { requires } from './scopes.ts';

const AccountStatus = builder.enumType('AccountStatus', {
  description: 'Where an account is in its life.',
  values: describedEnum({
    ACTIVE: 'Takes plans and approvals.',
    DRAFT: 'May hold a draft and proposals, but takes no plan yet.',
    ARCHIVED: 'Read-only, and left out of lists unless asked for.',
  } satisfies Record<(typeof ACCOUNT_STATUSES)[number], string>),
});

const BillingInformation = builder
  .objectRef<{ emailRecipients: readonly string[]; additionalEmailRecipients: readonly string[] }>('BillingInformation')
  .implement({
    description: 'Who receives the invoices of an account.',
    fields: (t) => ({
      emailRecipients: t.stringList({ description: 'Addressed directly.', resolve: (to) => [...to.emailRecipients] }),
      additionalEmailRecipients: t.stringList({ description: 'In copy.', resolve: (to) => [...to.additionalEmailRecipients] }),
    }),
  });

const AccountAlias = builder.drizzleObject('accountAliases', {
  name: 'AccountAlias',
  description: 'Another name of an account, for a span of time.',
  ...requires('accounts:read'),
  fields: (t) => ({
    aliasId: t.exposeString('id', { description: 'The generated id.' }),
    value: t.exposeString('value', { description: 'The name.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'DateTime', description: 'The first instant it names the account.' }),
    effectiveUntil: t.expose('effectiveUntil', { type: 'DateTime', description: 'The first instant it no longer does.' }),
  }),
});

export const Account = builder.drizzleNode('accounts', {
  name: 'Account',
  description: 'What plans are attached to: a customer has one or more.',
  ...requires('accounts:read'),
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    accountId: t.exposeString('accountId', { description: "The caller's own id; never changes." }),
    togaiAccountId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: 'Name of the account.' }),
    invoiceCurrency: t.expose('invoiceCurrency', {
      type: 'CurrencyCode',
      description: 'What it is invoiced in; fixed once a schedule or purchase exists.',
    }),
    status: t.expose('status', { type: AccountStatus, description: 'Where the account is in its life.' }),
    primaryEmail: t.exposeString('primaryEmail', { nullable: true, description: "Where to write to; null: the customer's." }),
    address: t.expose('address', { type: AddressType, nullable: true, description: "Postal address; null: the customer's." }),
    billingInformation: t.expose('billingInformation', {
      type: BillingInformation,
      nullable: true,
      description: 'Who receives its invoices; null: the primary e-mail address.',
    }),
    settings: t.field({
      type: [SettingType],
      description: 'Named values kept with the account.',
      select: { columns: { settings: true } },
      resolve: (account) => [...account.settings],
    }),
    netTermDays: t.exposeInt('netTermDays', { nullable: true, description: "Days to pay an invoice; null: the organization's terms." }),
    metadata: t.expose('metadata', { type: 'JSON', description: "The caller's own map of text to text." }),
    tags: t.stringList({
      description: 'In lower case, each once.',
      select: { columns: { tags: true } },
      resolve: (account) => [...account.tags],
    }),
    revision: t.exposeInt('revision', {
      description: 'Grows by one with every accepted change. Give it as `expectedRevision` to be told of a change in between.',
    }),
    timelineRevision: t.exposeInt('timelineRevision', { description: 'Grows by one when the active timeline changes.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
    aliases: t.relation('aliases', {
      type: AccountAlias,
      description: 'Its aliases, those of the past and of the future included.',
      query: { orderBy: { effectiveFrom: 'asc', id: 'asc' } },
    }),
  }),
});

const AccountBy = builder.inputType('AccountBy', {
  isOneOf: true,
  description: 'One way to name an account.',
  fields: (t) => ({
    accountId: t.string({ description: "The caller's own id." }),
    alias: t.string({ description: 'An alias that is live now.' }),
    id: t.globalID({ for: [Account], description: 'The opaque global id.' }),
  }),
});

builder.queryFields((t) => ({
  account: t.drizzleField({
    type: Account,
    nullable: true,
    description: 'An account; null when there is none.',
    args: { by: t.arg({ type: AccountBy, required: true, description: 'How it is named: exactly one way.' }) },
    resolve: (query, _root, { by: { accountId, alias, id } }, { store, now }) => {
      if (alias != null) return store.db.query.accounts.findFirst(query({ where: accountWithAliasAt(store, alias, now) }));
      return store.db.query.accounts.findFirst(query({ where: accountId != null ? { accountId } : { id: id?.id ?? '' } }));
    },
  }),
  accounts: t.drizzleConnection({
    type: Account,
    description: 'Accounts in the order of their creation.',
    args: { includeArchived: t.arg.boolean({ defaultValue: false, description: 'Archived ones as well.' }) },
    resolve: (query, _root, { includeArchived }, { store }) =>
      store.db.query.accounts.findMany(
        query({ columns: { id: true }, where: includeArchived ? {} : { status: { ne: 'ARCHIVED' } }, orderBy: { id: 'asc' } }),
      ),
  }),
}));

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

mutation(createAccount, {
  description: 'Adds an account to a customer.',
  input: CreateAccountInput,
  payload: {
    account: one({ type: Account, typeName: 'Account', table: 'accounts', description: 'The account.' }, (changed) => changed.account),
  },
});
