import { ACTION_CODES, type Availability, type AvailableAction } from '../domain/availability.ts';
import { REFUSAL_CODES } from '../domain/refusal.ts';
import { type ActionOperation, permitted } from '../operations/availability.ts';
import type { Actor } from '../operations/context.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

const ActionCode = builder.enumType('ActionCode', {
  description: 'Code of a reason why an action is not allowed: that of the refusal, or one that only actions have.',
  values: describedEnum({ ...ACTION_CODES, ...REFUSAL_CODES }),
});

const AvailableActionType = builder.interfaceRef<Availability>('AvailableAction').implement({
  description: 'Whether an action would be accepted now.',
  fields: (t) => ({
    allowed: t.exposeBoolean('allowed', {
      description:
        "Whether the caller's token and the state of the object allow the action, and the action would change something. The input of the action can still be refused.",
    }),
    code: t.expose('code', {
      type: ActionCode,
      nullable: true,
      description:
        'Code of the reason why the action is not allowed, for programs: the code that the refusal of its mutation has. `null` when it is allowed.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why the action is not allowed and how to fix it, for people. `null` when it is allowed.',
    }),
  }),
});

/** What an action does, and the operations that perform it. A caller needs the scopes of all of them. */
interface PerformedAction {
  readonly does: string;
  readonly by: readonly [ActionOperation, ...ActionOperation[]];
}

/**
 * Adds the actions of a noun to the schema: the enum `<Noun>Action`, and the type `Available<Noun>Action`. `forCaller` adds what the caller
 * may do to what the state allows.
 * @param article the noun with its article: `a price plan`
 */
export function actionsOf<Action extends string>(noun: string, article: string, actions: Readonly<Record<Action, PerformedAction>>) {
  const descriptions = Object.entries<PerformedAction>(actions).map(([action, { does, by }]) => {
    const mutations = by.map(({ operationName }) => `\`${operationName}\``);
    return [action, `${does}: ${mutations.join(', ')}.`] as const;
  });
  const enumType = builder.enumType(`${noun}Action`, {
    description: `An action on ${article}.`,
    values: describedEnum(Object.fromEntries(descriptions)),
  });
  const type = builder.objectRef<AvailableAction<string>>(`Available${noun}Action`).implement({
    description: `Whether an action on ${article} would be accepted now.`,
    interfaces: [AvailableActionType],
    fields: (t) => ({ action: t.expose('action', { type: enumType, description: 'The action.' }) }),
  });
  const forCaller = (actor: Actor, available: readonly AvailableAction<Action>[]) =>
    permitted(actor, available, (action) => actions[action].by);
  return { type, forCaller };
}
