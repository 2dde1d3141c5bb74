import { GraphQLError } from 'graphql';
import { scopeName } from '../../domain/token/scope-name.ts';
import { lackText, type Scope } from '../../operations/scope.ts';

/** The error of a request that cannot be read. The message says how to fix it. */
export const badRequest = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/** The error of an operation that is over a limit of its size. */
export const tooExpensive = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'QUERY_TOO_EXPENSIVE' } });

/** The error of a caller that lacks scopes. It names each as the enum `Scope` spells it. */
export const lacksScopes = (scopes: readonly Scope[]): GraphQLError =>
  new GraphQLError(lackText(scopes), { extensions: { code: 'FORBIDDEN', scopes: scopes.map(scopeName) } });

/** The error of a delegate that selects a field or filters by a condition that is not for delegates, such as `Query.pricePlans`. */
export const closedToDelegates = (field: string, use: 'select' | 'filter by'): GraphQLError =>
  new GraphQLError(`A delegate token may not ${use} \`${field}\`: it sees its accounts, and what belongs to them.`, {
    extensions: { code: 'FORBIDDEN', field },
  });

/** The error of a subscription that a request runs. */
export const deliveredByWebhooks = (): GraphQLError =>
  new GraphQLError('A subscription is delivered by a webhook: give its document to `createWebhook`.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
