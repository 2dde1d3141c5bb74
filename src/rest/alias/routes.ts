import { CreateAliasDocument, DeleteAliasDocument, GetAliasDocument, ListAliasesDocument } from '../documents.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { renamed, route, succeeded } from '../route.ts';
import { CreateBulkAliasRequest } from './bodies.ts';

export const aliasRoutes = [
  route({
    operation: 'listAliases',
    method: 'GET',
    path: '/aliases',
    query: page,
    document: ListAliasesDocument,
    variables: ({ query }) => pageArguments(query),
    answer: (aliases) => toPage(aliases, (alias) => alias),
  }),
  route({
    operation: 'createAlias',
    method: 'POST',
    path: '/aliases',
    body: CreateBulkAliasRequest,
    status: 201,
    document: CreateAliasDocument,
    inBody: (place) => place.replace(/^values\.(\d+)$/, 'aliases.$1.value').replace(/^values$/, 'aliases'),
    variables: ({ body: { aliases } }) => ({ input: { values: aliases.map(({ value }) => value) } }),
    answer: ({ reservedAliases }) => ({ data: reservedAliases }),
  }),
  route({
    operation: 'deleteAlias',
    method: 'DELETE',
    path: '/aliases/{alias}',
    document: DeleteAliasDocument,
    inPath: renamed({ value: 'alias' }),
    variables: ({ path: { alias } }) => ({ input: { value: alias } }),
    answer: succeeded,
  }),
  route({
    operation: 'getAlias',
    method: 'GET',
    path: '/aliases/{alias}',
    document: GetAliasDocument,
    inPath: renamed({ value: 'alias' }),
    variables: ({ path: { alias } }) => ({ value: alias }),
    answer: (alias) => alias,
  }),
];
