import { GraphQLError } from 'graphql';
import { scopeName } from '../../domain/token/scope-name.ts';
import { lackText, type Scope } from '../../operations/scope.ts';

/** The refusal of a caller that lacks some scopes: it names each, as the `Scope` enum spells it. */
export const forbidden = (scopes: readonly Scope[]): GraphQLError =>
  new GraphQLError(lackText(scopes), { extensions: { code: 'FORBIDDEN', scopes: scopes.map(scopeName) } });
