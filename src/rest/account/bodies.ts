import * as v from 'valibot';
import { Address, CreateEntitySetting } from '../address.ts';
import { instant, integer, list, object, text, textMap } from '../fields.ts';

const name = text({ min: 3, max: 255 });
const currency = text({ min: 3, max: 3 });
const primaryEmail = text({ max: 320 });
const status = v.picklist(['ACTIVE', 'DRAFT']);

export const AccountsBillingInformation = object({
  emailRecipients: v.optional(list(v.string(), { max: 320 })),
  additionalEmailRecipients: v.optional(list(v.string(), { max: 320 })),
});

export const CreateAccountAliasRequest = object({
  value: text({ min: 1, max: 50 }),
  effectiveFrom: v.optional(instant),
  effectiveUntil: v.optional(instant),
});

const newAccount = {
  id: text({ max: 50 }),
  name,
  invoiceCurrency: v.optional(currency),
  aliases: v.optional(list(v.string(), { max: 10 })),
  accountAliases: v.optional(list(CreateAccountAliasRequest)),
  address: v.optional(Address),
  primaryEmail: v.optional(primaryEmail),
  billingInformation: v.optional(AccountsBillingInformation),
  settings: v.optional(list(CreateEntitySetting, { max: 10 })),
  netTermDays: v.optional(integer),
  metadata: v.optional(textMap),
  tags: v.optional(list(v.string())),
  status: v.optional(status),
};

export const CreateAccountRequestWithoutCustomerId = object(newAccount);

export const CreateAccountRequest = object({ ...newAccount, customerId: text({ min: 1, max: 255 }) });

export const UpdateAccountRequest = object({
  name: v.optional(name),
  status: v.optional(status),
  invoiceCurrency: v.optional(currency),
  netTermDays: v.optional(integer),
  primaryEmail: v.optional(primaryEmail),
  billingInformation: v.optional(AccountsBillingInformation),
  address: v.optional(Address),
  metadata: v.optional(textMap),
  tags: v.optional(list(v.string())),
});

export const AddAccountAliasesRequest = object({
  aliases: v.optional(list(v.string(), { min: 1, max: 10 })),
  accountAliases: v.optional(list(CreateAccountAliasRequest, { min: 1, max: 10 })),
});

export const RemoveAccountAliasRequest = object({ id: v.string(), from: v.optional(instant) });

export const RemoveAccountAliasesRequest = object({
  aliases: v.optional(list(v.string())),
  accountAliases: v.optional(list(RemoveAccountAliasRequest)),
});
