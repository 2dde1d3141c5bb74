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
  const { isConditional, schema } = facts;
  const always = isConditional ? scopesOfSelection(includedFields(facts, variables)) : constantScopes(facts);
  const uses = isConditional ? includedFields(facts, variables).filter(hasScopes) : usesWithScopes(facts);
  if (uses.length === 0) return always;
  const byArguments = uses.flatMap(({ node, definition }) =>
    scopesOfArguments(definition, getArgumentValues(definition, node, variables), schema),
  );
  return byArguments.length === 0 ? always : new Set([...always, ...byArguments]);
}

const constantScopes = oncePerOperation(({ fields }) => scopesOfSelection(fields));

const hasScopes = ({ definition }: FieldUse): boolean => hasScopedArguments(definition);

const usesWithScopes = oncePerOperation(({ fields }) => fields.filter(hasScopes));

const scopesOfSelection = (fields: readonly FieldUse[]): ReadonlySet<Scope> =>
  new Set(fields.flatMap(({ parent, definition }) => [...scopesOfType(parent), ...scopesOfField(definition)]));
