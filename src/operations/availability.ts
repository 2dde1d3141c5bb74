import { type AvailableAction, unavailable } from '../domain/availability.ts';
import type { Actor } from './context.ts';
import type { Operation } from './operation.ts';
import { lacking, lackText, requiredAlways } from './scope.ts';

/** An operation that performs an action, whatever its input. */
export type ActionOperation = Pick<Operation<never, unknown>, 'operationName' | 'requirement' | 'forDelegates'>;

/**
 * Returns actions as they are available to a caller. An action is not allowed, whatever the state, if the caller may not call each of its
 * operations: with DELEGATE_NOT_ALLOWED, or with SCOPE_MISSING. A scope that is required only for some inputs is a matter of the input.
 */
export function permitted<Action extends string>(
  { scopes, delegate }: Actor,
  actions: readonly AvailableAction<Action>[],
  operationsOf: (action: Action) => readonly ActionOperation[],
): AvailableAction<Action>[] {
  return actions.map((available) => {
    const { action } = available;
    const operations = operationsOf(action);
    if (delegate && !operations.every(({ forDelegates }) => forDelegates))
      return { action, ...unavailable('DELEGATE_NOT_ALLOWED', 'A delegate token cannot take this action.') };
    const required = operations.flatMap(({ requirement }) => requiredAlways(requirement));
    const missing = lacking(required, scopes);
    return missing.length === 0 ? available : { action, ...unavailable('SCOPE_MISSING', lackText(missing)) };
  });
}
