import { getArgumentValues } from 'graphql';
import type { Scope } from '../../operations/scope.ts';
import { type Facts, type FieldUse, includedFields, oncePerOperation, type Variables } from './facts.ts';
import { hasScopedArguments, scopesOfArguments, scopesOfField, scopesOfType } from './scopes.ts';

/**
 * Every scope that an operation requires: those of the types whose fields it selects, of those fields, and of their arguments. It is known
 * before anything is read. What `@skip` and `@include` leave out requires nothing.
 * @param variables coerced
 */
export function requiredScopes(facts: Facts, variables: Variables): ReadonlySet<Scope> {
  return dependsOnVariables(facts) ? scopesOf(facts, variables) : constantScopes(facts);
}

const dependsOnVariables = oncePerOperation(
  ({ isConditional, fields }) => isConditional || fields.some(({ definition }) => hasScopedArguments(definition)),
);

const constantScopes = oncePerOperation((facts) => scopesOf(facts, {}));

const scopesOf = (facts: Facts, variables: Variables): ReadonlySet<Scope> =>
  new Set(includedFields(facts, variables).flatMap((use) => scopesOfUse(use, facts, variables)));

function scopesOfUse({ node, parent, definition }: FieldUse, { schema }: Facts, variables: Variables): readonly Scope[] {
  const scopes = [...scopesOfType(parent), ...scopesOfField(definition)];
  if (!hasScopedArguments(definition)) return scopes;
  return [...scopes, ...scopesOfArguments(definition, getArgumentValues(definition, node, variables), schema)];
}
