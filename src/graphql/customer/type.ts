import { formatAddress } from '../../domain/customer.ts';
import { type AccountList, accountsWhere, examinesCustomersAccounts } from '../../store/account-list.ts';
import { type CustomerConditions, customersOnPage, customersWhere, examinesCustomers } from '../../store/customer-list.ts';
import { ACCOUNT_ORDERS, ORDERS } from '../../store/list.ts';
import { Account, AccountConnection, accountListArgs } from '../account/type.ts';
import { examines, examinesWithin } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import {
  CREATED_CONDITION,
  DateTimeRange,
  EXAMINES,
  enumFilter,
  examinesAllOf,
  listArgs,
  pageOf,
  placeOf,
  STATUS_CONDITION,
  severally,
  TextFilter,
  UPDATED_CONDITION,
  whereInput,
} from '../list.ts';
import { AddressType, SettingType } from './address.ts';

const CustomerStatus = builder.enumType('CustomerStatus', {
  description: 'Status of a customer.',
  values: describedEnum({ ACTIVE: 'In use.', ARCHIVED: 'Read-only. Lists omit it unless archived items are included.' }),
});

export const Customer = builder.drizzleNode('customers', {
  name: 'Customer',
  description: 'A company. Price plans are attached to its accounts.',
  ...requires('customers:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    customerId: t.exposeString('customerId', { description: 'Id chosen by the caller. It never changes.' }),
    togaiCustomerId: t.exposeString('id', { description: 'The generated id.' }),
    name: t.exposeString('name', { description: 'Name of the company.' }),
    primaryEmail: t.exposeString('primaryEmail', { description: 'Primary e-mail address.' }),
    address: t.expose('address', { type: AddressType, description: 'Postal address.' }),
    billingAddress: t.string({
      description: 'Postal address as one text, as an invoice shows it. Empty if every line is unknown.',
      select: { columns: { address: true } },
      resolve: ({ address }) => formatAddress(address),
    }),
    settings: t.field({
      type: [SettingType],
      description: 'Settings stored with the customer.',
      select: { columns: { settings: true } },
      resolve: (customer) => [...customer.settings],
    }),
    status: t.expose('status', { type: CustomerStatus, description: 'Status of the customer.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the customer was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the customer was last changed.' }),
    erasureRequestedAt: t.expose('erasureRequestedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the erasure of the personal data was requested. `null`: it was not.',
    }),
    erasedAt: t.expose('erasedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When all personal data was erased. `null`: it was not, or the erasure still runs.',
    }),
    accounts: t.relatedConnection(
      'accounts',
      {
        type: Account,
        totalCount: true,
        ...examinesWithin<AccountList>(examinesCustomersAccounts),
        description: `Accounts of the customer. ${examinesAllOf('of them')}`,
        args: accountListArgs(t),
        query: (args, context) => ({ where: { AND: [accountsWhere(context, args), pageOf(args)] }, orderBy: ACCOUNT_ORDERS[args.orderBy] }),
      },
      AccountConnection,
    ),
  }),
});

const CustomerConnection = connectionOf('Customer', Customer);

builder.drizzleObjectField(Account, 'customer', (t) =>
  t.relation('customer', { type: Customer, description: 'The customer that the account belongs to.' }),
);

const CustomerStatusFilter = enumFilter('CustomerStatusFilter', CustomerStatus, 'a status');

const CustomersWhere = whereInput<CustomerConditions>(
  'CustomersWhere',
  'customers',
  (t) => ({
    status: t.field({ type: CustomerStatusFilter, description: STATUS_CONDITION }),
    customerId: t.field({ type: TextFilter, description: 'Id chosen by the caller.' }),
    hasAccounts: t.boolean({
      ...requires('accounts:read'),
      description: `Whether the customer has an account that is not archived. With it, ${EXAMINES}`,
    }),
    createdAt: t.field({ type: DateTimeRange, description: CREATED_CONDITION }),
    updatedAt: t.field({ type: DateTimeRange, description: UPDATED_CONDITION }),
  }),
  severally('customerId'),
);

builder.queryFields((t) => ({
  customer: t.drizzleField({
    type: Customer,
    nullable: true,
    description: 'Returns a customer by the id that the caller chose. `null` when there is none.',
    args: { customerId: t.arg.string({ required: true, description: 'Id chosen by the caller.' }) },
    resolve: (query, _root, { customerId }, { store }) => store.db.query.customers.findFirst(query({ where: { customerId } })),
  }),
  customers: t.countedConnection(
    {
      type: Customer,
      ...examines(examinesCustomers),
      description: 'Returns the customers of the organization.',
      args: {
        where: t.arg({ type: CustomersWhere, description: 'Filters the list. Omit to return everything.' }),
        ...listArgs(t, 'name or chosen id'),
      },
      totalCount: (_root, args, { store }) => store.count('customers', customersWhere(store, args)),
      resolve: (query, _root, args, { store }) => {
        return store.db.query.customers.findMany(
          query({ columns: { id: true }, where: customersOnPage(store, args, placeOf(args)), orderBy: ORDERS[args.orderBy] }),
        );
      },
    },
    CustomerConnection,
  ),
}));
