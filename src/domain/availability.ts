import type { RefusalCode } from './refusal.ts';
import type { Result } from './result.ts';

/**
 * The codes of an action that is not allowed although no refusal of its mutation has such a code, with their meaning. Otherwise the code
 * is that of the refusal.
 */
export const ACTION_CODES = {
  SCOPE_MISSING: 'The token lacks a scope that the action requires. The reason names the scope.',
  DELEGATE_NOT_ALLOWED: 'No delegate token can take the action.',
  ALREADY_DONE: 'The action has been taken. Its mutation would succeed again and change nothing.',
  OTHER_VERSION: 'The mutation would use another version of the plan.',
} as const satisfies Record<string, string>;

export type ActionCode = keyof typeof ACTION_CODES | RefusalCode;

/** Whether an action would be accepted and change something now. `reason` is a sentence that explains why not. */
export type Availability =
  | { readonly allowed: true; readonly code: null; readonly reason: null }
  | { readonly allowed: false; readonly code: ActionCode; readonly reason: string };

export type AvailableAction<Action extends string> = Availability & { readonly action: Action };

const ALLOWED: Availability = { allowed: true, code: null, reason: null };

export const unavailable = (code: ActionCode, reason: string): Availability => ({ allowed: false, code, reason });

/**
 * Returns the availability of each action, from the decision that performs it: the refusal's own code and message if it is refused, and
 * ALREADY_DONE if the decision says `changed: false`. A decision that depends on more than the state returns an `Availability` itself.
 */
export function availableActions<Action extends string>(
  actions: readonly Action[],
  decide: (action: Action) => Result<unknown> | Availability,
): readonly AvailableAction<Action>[] {
  return actions.map((action) => {
    const decision = decide(action);
    return { action, ...('allowed' in decision ? decision : availabilityOf(decision)) };
  });
}

function availabilityOf(decision: Result<unknown>): Availability {
  if (!decision.ok) return unavailable(decision.refusals[0].code, decision.refusals[0].message);
  return isUnchanged(decision.value) ? unavailable('ALREADY_DONE', 'This has been done already.') : ALLOWED;
}

const isUnchanged = (value: unknown): boolean => typeof value === 'object' && value !== null && 'changed' in value && !value.changed;
