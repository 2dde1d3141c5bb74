import { createCustomer } from '../operations/customer/create.ts';
import { Account, NewAccountInput } from './account.ts';
import { AddressInput, AddressType, SettingInput, SettingType } from './address.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { mutation, one } from './payload.ts';
import { requires } from './scopes.ts';

const CustomerStatus = builder.enumType('CustomerStatus', {
  description: 'Where a customer is in its life.',
  values: describedEnum({ ACTIVE: 'In use.', ARCHIVED: 'Read-only, and left out of lists unless asked for.' }),
});

export const Customer = builder.drizzleNode('customers', {
  name: 'Customer',
  description: 'A company. Plans are attached to its accounts.',
  ...requires('customers:read'),
  id: { column: (table) => table.id, description: 'Opaque global id.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    customerId: t.exposeString('customerId', { description: "The caller's own id; never changes." }),
    togaiCustomerId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: 'Name of the company.' }),
    primaryEmail: t.exposeString('primaryEmail', { description: 'Where to write to.' }),
    address: t.expose('address', { type: AddressType, description: 'Postal address.' }),
    settings: t.field({
      type: [SettingType],
      description: 'Named values kept with the customer.',
      select: { columns: { settings: true } },
      resolve: (customer) => [...customer.settings],
    }),
    status: t.expose('status', { type: CustomerStatus, description: 'Where the customer is in its life.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it last changed.' }),
    accounts: t.relatedConnection('accounts', {
      type: Account,
      description: 'Its accounts, in the order of their creation.',
      query: { orderBy: { id: 'asc' } },
    }),
  }),
});

builder.drizzleObjectField(Account, 'customer', (t) =>
  t.relation('customer', { type: Customer, description: 'The customer it belongs to.' }),
);

builder.queryFields((t) => ({
  customer: t.drizzleField({
    type: Customer,
    nullable: true,
    description: "A customer by the caller's own id; null when there is none.",
    args: { customerId: t.arg.string({ required: true, description: "The caller's own id." }) },
    resolve: (query, _root, { customerId }, { store }) => store.db.query.customers.findFirst(query({ where: { customerId } })),
  }),
  customers: t.drizzleConnection({
    type: Customer,
    description: 'Customers in the order of their creation.',
    args: { includeArchived: t.arg.boolean({ defaultValue: false, description: 'Archived ones as well.' }) },
    resolve: (query, _root, { includeArchived }, { store }) =>
      store.db.query.customers.findMany(
        query({ columns: { id: true }, where: includeArchived ? {} : { status: 'ACTIVE' }, orderBy: { id: 'asc' } }),
      ),
  }),
}));

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

mutation(createCustomer, {
  description: 'Creates a customer and its first account.',
  input: CreateCustomerInput,
  payload: {
    customer: one(
      { type: Customer, typeName: 'Customer', table: 'customers', description: 'The customer.' },
      (changed) => changed.customer,
    ),
    account: one(
      { type: Account, typeName: 'Account', table: 'accounts', description: 'Its first account.' },
      (changed) => changed.account,
    ),
  },
});
