import { type GraphQLError, Kind } from 'graphql';
import { withoutValue } from './conditions.ts';
import { type Facts, oncePerOperation, type Variables } from './facts.ts';
import { inputError } from './input-errors.ts';

/**
 * Refuses a request that omits a variable which a condition needs: GraphQL would drop the condition, and the list would return more than the
 * caller selected. A variable for the whole `where` may be omitted.
 * @param sent the variables as they were sent
 */
export function omittedCondition(facts: Facts, sent: Variables): GraphQLError | null {
  const omitted = optionalConditions(facts).find(({ node }) => !(node.name.value in sent));
  if (!omitted) return null;
  return inputError(withoutValue(omitted.path, `: the variable \`$${omitted.node.name.value}\` is left out`), omitted.node, {});
}

/** The variables within a `where` that GraphQL allows to omit, with their path in it. */
const optionalConditions = oncePerOperation(({ operation, fields }) => {
  const optional = new Set(
    (operation.variableDefinitions ?? [])
      .filter(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE && !defaultValue)
      .map(({ variable }) => variable.name.value),
  );
  return fields
    .flatMap((use) => use.arguments)
    .filter(({ node }) => node.name.value === 'where' && node.value.kind === Kind.OBJECT)
    .flatMap(({ leaves }) => leaves)
    .flatMap(({ node, path }) => (node.kind === Kind.VARIABLE ? [{ node, path }] : []))
    .filter(({ node }) => optional.has(node.name.value));
});
