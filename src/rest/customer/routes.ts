import type * as v from 'valibot';
import { aliasInBody, newAccountOf, toAccount } from '../account/shapes.ts';
import {
  CreateCustomerDocument,
  DeleteCustomerDocument,
  GetCustomerDocument,
  GetCustomersDocument,
  UpdateCustomerDocument,
} from '../documents.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { renamed, route, succeeded } from '../route.ts';
import { CreateCustomerRequest, UpdateCustomerRequest } from './bodies.ts';

const inNewCustomer = renamed({ customerId: 'id', 'account.accountId': 'account.id' });

/** The first account has aliases of its own, in two lists. */
function inBody(place: string, { account }: v.InferOutput<typeof CreateCustomerRequest>): string {
  const [, inAccount] = /^account\.(aliases\..*)$/.exec(place) ?? [];
  return inAccount === undefined ? inNewCustomer(place) : `account.${aliasInBody(inAccount, account ?? {})}`;
}

export const customerRoutes = [
  route({
    operation: 'getCustomers',
    method: 'GET',
    path: '/customers',
    query: page,
    document: GetCustomersDocument,
    variables: ({ query }) => pageArguments(query),
    answer: (customers) => toPage(customers, (customer) => customer),
  }),
  route({
    operation: 'createCustomer',
    method: 'POST',
    path: '/customers',
    body: CreateCustomerRequest,
    status: 201,
    document: CreateCustomerDocument,
    inBody,
    variables: ({ body: { id, account, ...customer }, now }) => ({
      input: { ...customer, customerId: id, ...(account && { account: newAccountOf(account) }) },
      at: now,
    }),
    answer: ({ customer, account }) => customer && { ...customer, account: account && toAccount(account) },
  }),
  route({
    operation: 'getCustomer',
    method: 'GET',
    path: '/customers/{customerId}',
    document: GetCustomerDocument,
    variables: ({ path: { customerId } }) => ({ customerId }),
    answer: (customer) => customer,
  }),
  route({
    operation: 'updateCustomer',
    method: 'PATCH',
    path: '/customers/{customerId}',
    body: UpdateCustomerRequest,
    document: UpdateCustomerDocument,
    variables: ({ path: { customerId }, body }) => ({ input: { customerId, ...body } }),
    answer: ({ customer }) => customer,
  }),
  route({
    operation: 'deleteCustomer',
    method: 'DELETE',
    path: '/customers/{customerId}',
    document: DeleteCustomerDocument,
    variables: ({ path: { customerId } }) => ({ input: { customerId } }),
    answer: succeeded,
  }),
];
