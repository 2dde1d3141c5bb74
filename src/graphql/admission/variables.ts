import { type GraphQLError, getVariableValues, Kind } from 'graphql';
import { type Facts, oncePerOperation, type Variables } from './facts.ts';
import { inputError } from './input-errors.ts';

/**
 * The variables of an operation as the executor coerces them, or the error of the first that is wrong. The error names the variable and the
 * argument that it is first used in.
 * @param sent the variables as they were sent
 */
export function coerceVariables(facts: Facts, sent: Variables): Variables | GraphQLError {
  const { schema, operation } = facts;
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return {};
  const { coerced = {}, errors: [error] = [] } = getVariableValues(schema, variableDefinitions, sent);
  if (!error) return coerced;
  const [node] = error.nodes ?? [];
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return inputError(error, node, {});
  const variable = node.variable.name.value;
  const argument = argumentsByVariable(facts).get(variable);
  return inputError(error, node, { variable, ...(argument !== undefined && { argument }) });
}

/** The first argument that uses each variable. */
const argumentsByVariable = oncePerOperation(
  ({ fields }): ReadonlyMap<string, string> =>
    new Map(
      fields
        .flatMap((use) => use.arguments)
        .flatMap(({ node: { name }, leaves }) =>
          leaves.flatMap(({ node }) => (node.kind === Kind.VARIABLE ? [[node.name.value, name.value] as const] : [])),
        )
        .reverse(),
    ),
);
