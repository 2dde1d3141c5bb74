import { createCustomer } from '../../operations/customer/create.ts';
import { deleteCustomer } from '../../operations/customer/delete.ts';
import { eraseCustomer } from '../../operations/customer/erase.ts';
import { updateCustomer } from '../../operations/customer/update.ts';
import { NewAccountInput } from '../account/mutations.ts';
import { Account } from '../account/type.ts';
import { builder } from '../builder.ts';
import { mutation, one } from '../payload.ts';
import { AddressInput, SettingInput } from './address.ts';
import { Customer } from './type.ts';

const CreateCustomerInput = builder.inputType('CreateCustomerInput', {
  description: 'The customer to create.',
  fields: (t) => ({
    customerId: t.string({ required: true, description: 'Id chosen by the caller, 1 to 50 characters, unique in the organization.' }),
    name: t.string({ required: true, description: 'Name of the company, 3 to 255 characters.' }),
    primaryEmail: t.string({ required: true, description: 'Primary e-mail address. Maximum 320 characters.' }),
    address: t.field({ type: AddressInput, required: true, description: 'Postal address.' }),
    settings: t.field({ type: [SettingInput], description: 'Settings to store. Maximum 10. Omit for none.' }),
    account: t.field({
      type: NewAccountInput,
      description: 'The first account. Omit to create one with the id and details of the customer.',
    }),
  }),
});

const customerId = 'Id of the customer, as the caller chose it.';

const customer = one<{ readonly customer: string }>(
  { type: Customer, typeName: 'Customer', table: 'customers', description: 'The customer. `null` when the change was refused.' },
  (changed) => changed.customer,
);

mutation(createCustomer, {
  description: 'Creates a customer and its first account.',
  input: CreateCustomerInput,
  payload: {
    customer,
    account: one(
      { type: Account, typeName: 'Account', table: 'accounts', description: 'The first account. `null` when the change was refused.' },
      (changed) => changed.account,
    ),
  },
});

mutation(updateCustomer, {
  description: 'Changes a customer. An omitted field keeps its value; no field can be cleared.',
  input: builder.inputType('UpdateCustomerInput', {
    description: 'The fields to change. An omitted field keeps its value.',
    fields: (t) => ({
      customerId: t.string({ required: true, description: customerId }),
      name: t.string({ description: 'Name of the company, 3 to 255 characters.' }),
      primaryEmail: t.string({ description: 'Primary e-mail address. Maximum 320 characters.' }),
      address: t.field({ type: AddressInput, description: 'Replaces the whole postal address.' }),
    }),
  }),
  payload: { customer },
});

mutation(deleteCustomer, {
  description:
    'Archives a customer. It becomes read-only, and lists omit it. Fails with `CUSTOMER_HAS_ACCOUNTS` if one of its accounts is not archived. Archiving it again changes nothing.',
  input: builder.inputType('DeleteCustomerInput', {
    description: 'The item to archive.',
    fields: (t) => ({ customerId: t.string({ required: true, description: customerId }) }),
  }),
  payload: { customer },
});

mutation(eraseCustomer, {
  description:
    'Erases the personal data of an archived customer and of its accounts, for good: names, e-mail addresses, addresses, settings, billing information, metadata, tags, aliases, and the comments on its proposals, also in the audit log. Ids, amounts, dates, terms and events stay. A name, an e-mail address or a comment becomes `[erased]`, and an alias `[erased <aliasId>]`; everything else becomes empty. The data of the customer itself is erased at once, the rest within minutes; `Customer.erasedAt` says when nothing is left. Fails with `CUSTOMER_NOT_ARCHIVED` if the customer is not archived. Erasing it again changes nothing.',
  input: builder.inputType('EraseCustomerInput', {
    description: 'The customer to erase.',
    fields: (t) => ({ customerId: t.string({ required: true, description: customerId }) }),
  }),
  payload: { customer },
});
