import { createCustomer } from '../operations/customer/create.ts';
import { deleteCustomer } from '../operations/customer/delete.ts';
import { updateCustomer } from '../operations/customer/update.ts';
import { Account } from './account.ts';
import { NewAccountInput } from './account-mutations.ts';
import { AddressInput, SettingInput } from './address.ts';
import { builder } from './builder.ts';
import { Customer } from './customer.ts';
import { mutation, one } from './payload.ts';

const CreateCustomerInput = builder.inputType('CreateCustomerInput', {
  description: 'A customer to create.',
  fields: (t) => ({
    customerId: t.string({ required: true, description: "The caller's own id, 1 to 50 characters, unique in the organization." }),
    name: t.string({ required: true, description: 'Name of the company, 3 to 255 characters.' }),
    primaryEmail: t.string({ required: true, description: 'Where to write to.' }),
    address: t.field({ type: AddressInput, required: true, description: 'Postal address.' }),
    settings: t.field({ type: [SettingInput], description: 'Named values to keep, at most 10.' }),
    account: t.field({ type: NewAccountInput, description: 'The first account; absent, one with the same id and details is made.' }),
  }),
});

const customerId = "The customer, by the caller's own id.";

const customer = one<{ readonly customer: string }>(
  { type: Customer, typeName: 'Customer', table: 'customers', description: 'The customer.' },
  (changed) => changed.customer,
);

mutation(createCustomer, {
  description: 'Creates a customer and its first account.',
  input: CreateCustomerInput,
  payload: {
    customer,
    account: one(
      { type: Account, typeName: 'Account', table: 'accounts', description: 'Its first account.' },
      (changed) => changed.account,
    ),
  },
});

mutation(updateCustomer, {
  description: 'Changes a customer. A field that is absent keeps its value; none can be cleared.',
  input: builder.inputType('UpdateCustomerInput', {
    description: 'What to change.',
    fields: (t) => ({
      customerId: t.string({ required: true, description: customerId }),
      name: t.string({ description: 'Name of the company, 3 to 255 characters.' }),
      primaryEmail: t.string({ description: 'Where to write to.' }),
      address: t.field({ type: AddressInput, description: 'Replaces the postal address as a whole.' }),
    }),
  }),
  payload: { customer },
});

mutation(deleteCustomer, {
  description:
    'Archives a customer: it is read-only from then on, and left out of lists unless asked for. Refused while an account of it is not archived. To archive it twice is to archive it once.',
  input: builder.inputType('DeleteCustomerInput', {
    description: 'What to archive.',
    fields: (t) => ({ customerId: t.string({ required: true, description: customerId }) }),
  }),
  payload: { customer },
});
