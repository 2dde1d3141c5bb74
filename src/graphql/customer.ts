import { accountsWhere } from '../store/account-list.ts';
import { type CustomerConditions, customersWhere } from '../store/customer-list.ts';
import { ORDERS } from '../store/list.ts';
import { Account, accountListArgs } from './account.ts';
import { AddressType, SettingType } from './address.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { countAlong, counted, DateTimeRange, enumFilter, ListOrder, pageOf, STATUS_CONDITION, TextFilter, whereInput } from './list.ts';
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
      totalCount: true,
      description: 'Its accounts.',
      args: accountListArgs(t),
      query: (args, { store }) => ({ where: { AND: [accountsWhere(store, args), pageOf(args)] }, orderBy: ORDERS[args.orderBy] }),
    }),
  }),
});

builder.drizzleObjectField(Account, 'customer', (t) =>
  t.relation('customer', { type: Customer, description: 'The customer it belongs to.' }),
);

const CustomerStatusFilter = enumFilter('CustomerStatusFilter', CustomerStatus, 'a status');

const CustomersWhere = whereInput<CustomerConditions>('CustomersWhere', 'customers', (t) => ({
  status: t.field({ type: CustomerStatusFilter, description: STATUS_CONDITION }),
  customerId: t.field({ type: TextFilter, description: "The caller's own id." }),
  createdAt: t.field({ type: DateTimeRange, description: 'When they were created.' }),
}));

builder.queryFields((t) => ({
  customer: t.drizzleField({
    type: Customer,
    nullable: true,
    description: "A customer by the caller's own id; null when there is none.",
    args: { customerId: t.arg.string({ required: true, description: "The caller's own id." }) },
    resolve: (query, _root, { customerId }, { store }) => store.db.query.customers.findFirst(query({ where: { customerId } })),
  }),
  customers: t.drizzleConnection(
    {
      type: Customer,
      description: 'All customers.',
      args: {
        where: t.arg({ type: CustomersWhere, description: 'Only these; absent: all.' }),
        search: t.arg.string({ description: "Only those whose name or caller's own id contains this text; A to Z match in either case." }),
        orderBy: t.arg({ type: ListOrder, required: true, defaultValue: 'CREATED_AT_ASC', description: 'The order of the list.' }),
        includeArchived: t.arg.boolean({ defaultValue: false, description: 'Archived ones as well.' }),
      },
      totalCount: (_root, args, { store }) => counted(args, () => store.count('customers', customersWhere(store, args))),
      resolve: (query, _root, args, { store }, info) => {
        const where = customersWhere(store, args);
        countAlong(args, info, () => store.count('customers', where));
        return store.db.query.customers.findMany(
          query({ columns: { id: true }, where: { AND: [where, pageOf(args)] }, orderBy: ORDERS[args.orderBy] }),
        );
      },
    },
    { name: 'CustomerConnection' },
    { name: 'CustomerEdge' },
  ),
}));
