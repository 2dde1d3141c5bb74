import { type DocumentNode, type GraphQLSchema, getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { SCOPES, type Scope } from '../operations/scope.ts';

const known = new WeakMap<DocumentNode, ReadonlySet<Scope>>();

/**
 * Every scope that a document reads with: those of the types whose fields it selects. Static, so that a request is refused
 * before it reads anything, and computed once a document.
 */
export function requiredScopes(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<Scope> {
  const before = known.get(document);
  if (before) return before;
  const scopes = new Set<Scope>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        for (const type of [types.getParentType(), getNamedType(types.getType())]) {
          const scope = SCOPES.find((name) => name === type?.extensions.scope);
          if (scope) scopes.add(scope);
        }
      },
    }),
  );
  known.set(document, scopes);
  return scopes;
}
