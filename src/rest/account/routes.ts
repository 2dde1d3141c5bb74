import * as v from 'valibot';
import {
  AddAliasesDocument,
  CreateAccountDocument,
  DeleteAccountDocument,
  GetAccountDocument,
  GetAccountsDocument,
  ListAccountAliasesDocument,
  RemoveAliasesDocument,
  UpdateAccountDocument,
} from '../documents.ts';
import { flag, instant } from '../fields.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { NotServed, renamed, route, succeeded } from '../route.ts';
import { AddAccountAliasesRequest, CreateAccountRequest, RemoveAccountAliasesRequest, UpdateAccountRequest } from './bodies.ts';
import { aliasesOf, aliasInBody, newAccountOf, toAccount } from './shapes.ts';

const inNewAccount = renamed({ accountId: 'id' });

export const accountRoutes = [
  route({
    operation: 'getAccounts',
    method: 'GET',
    path: '/accounts',
    query: page,
    document: GetAccountsDocument,
    variables: ({ query, now }) => ({ ...pageArguments(query), at: now }),
    answer: (accounts) => toPage(accounts, toAccount),
  }),
  route({
    operation: 'createAccount',
    method: 'POST',
    path: '/accounts',
    body: CreateAccountRequest,
    status: 201,
    document: CreateAccountDocument,
    inBody: (place, body) => aliasInBody(inNewAccount(place), body),
    variables: ({ body: { customerId, ...account }, now }) => ({ input: { customerId, ...newAccountOf(account) }, at: now }),
    answer: ({ account }) => account && toAccount(account),
  }),
  route({
    operation: 'getAccount',
    method: 'GET',
    path: '/accounts/{accountId}',
    query: { effectiveOn: v.optional(instant), includeGroupDetails: v.optional(flag) },
    document: GetAccountDocument,
    variables: ({ path: { accountId }, query: { effectiveOn, includeGroupDetails }, now }) =>
      includeGroupDetails
        ? new NotServed('query.includeGroupDetails', 'There are no invoice groups here. Read the account without it.')
        : { accountId, at: effectiveOn ?? now },
    answer: toAccount,
  }),
  route({
    operation: 'updateAccount',
    method: 'PATCH',
    path: '/accounts/{accountId}',
    body: UpdateAccountRequest,
    document: UpdateAccountDocument,
    variables: ({ path: { accountId }, body, now }) => ({ input: { accountId, ...body }, at: now }),
    answer: ({ account }) => account && toAccount(account),
  }),
  route({
    operation: 'deleteAccount',
    method: 'DELETE',
    path: '/accounts/{accountId}',
    document: DeleteAccountDocument,
    variables: ({ path: { accountId } }) => ({ input: { accountId } }),
    answer: succeeded,
  }),
  route({
    operation: 'listAccountAliases',
    method: 'GET',
    path: '/accounts/{accountId}/account_aliases',
    query: page,
    document: ListAccountAliasesDocument,
    variables: ({ path: { accountId }, query }) => ({ accountId, ...pageArguments(query) }),
    answer: ({ aliases }) => toPage(aliases, (alias) => alias),
  }),
  route({
    operation: 'addAliases',
    method: 'POST',
    path: '/accounts/{accountId}/add_aliases',
    body: AddAccountAliasesRequest,
    document: AddAliasesDocument,
    inBody: aliasInBody,
    variables: ({ path: { accountId }, body, now }) => ({ input: { accountId, aliases: aliasesOf(body) }, at: now }),
    answer: ({ account }) => account && toAccount(account),
  }),
  route({
    operation: 'removeAliases',
    method: 'POST',
    path: '/accounts/{accountId}/remove_aliases',
    body: RemoveAccountAliasesRequest,
    document: RemoveAliasesDocument,
    inBody: (place, body) => aliasInBody(place, body).replace(/\.aliasId$/, '.id'),
    variables: ({ path: { accountId }, body: { aliases, accountAliases = [] }, now }) => ({
      input: { accountId, aliases: aliasesOf({ aliases, accountAliases: accountAliases.map(({ id, from }) => ({ aliasId: id, from })) }) },
      at: now,
    }),
    answer: ({ account }) => account && toAccount(account),
  }),
];
