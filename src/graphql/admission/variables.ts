import { type GraphQLError, getVariableValues } from 'graphql';
import type { Facts, Variables } from './facts.ts';
import { inputError } from './input-errors.ts';

/**
 * The variables of an operation as the executor coerces them, or the error of the first that is wrong.
 * @param sent the variables as they were sent
 */
export function coerceVariables({ schema, operation: { variableDefinitions = [] } }: Facts, sent: Variables): Variables | GraphQLError {
  if (variableDefinitions.length === 0) return {};
  const { coerced = {}, errors: [error] = [] } = getVariableValues(schema, variableDefinitions, sent);
  if (!error) return coerced;
  const [node] = error.nodes ?? [];
  return inputError(error, node, node && 'variable' in node ? { variable: node.variable.name.value } : {});
}
