import type { DelegateAccess } from '../domain/token/delegate-token.ts';
import { scopeName } from '../domain/token/scope-name.ts';

/** Everything that a token can be allowed to do. */
export const SCOPES = [
  'customers:read',
  'customers:write',
  'accounts:read',
  'accounts:write',
  'plans:read',
  'plans:write',
  'schedules:read',
  'schedules:write',
  'schedules:finalize',
  'proposals:read',
  'proposals:write',
  'proposals:decide',
  'tokens:manage',
  'tokens:delegate',
  'events:read',
  'audit:read',
  'webhooks:manage',
  'data:erase',
] as const;

export type Scope = (typeof SCOPES)[number];

const READING: readonly Scope[] = ['customers:read', 'accounts:read', 'plans:read', 'schedules:read', 'proposals:read'];

/** The maximum scopes of a delegate, by its access. It also needs the scope of the token or issuer on whose behalf it calls. */
export const DELEGATED_SCOPES: Readonly<Record<DelegateAccess, readonly Scope[]>> = {
  READ: READING,
  DECIDE_PROPOSALS: [...READING, 'proposals:decide'],
};

/**
 * The maximum scopes of people who sign in at the organization's identity provider. A person makes no tokens and no webhooks: what outlives
 * the session would undo the person's revocation.
 */
export const STAFF_SCOPES: ReadonlySet<Scope> = new Set(
  SCOPES.filter((scope) => !scope.startsWith('tokens:') && !scope.startsWith('webhooks:')),
);

/** An additional scope of a verb, for every input or for some. */
export interface FurtherScope<Input> {
  readonly scope: Scope;
  /** Omitted: every input requires the scope. */
  readonly condition?: {
    /** Completes "Requires `X` …" in the schema: `if \`preActions\` are given`. */
    readonly when: string;
    readonly holds: (input: Input) => boolean;
  };
}

/** The scopes of a verb. They are enforced, and the schema describes them. */
export interface Requirement<Input> {
  readonly scope: Scope;
  readonly alsoRequires?: readonly FurtherScope<Input>[];
}

/** Returns the scopes that a verb requires for an input. */
export const requiredFor = <Input>({ scope, alsoRequires = [] }: Requirement<Input>, input: Input): readonly Scope[] => [
  scope,
  ...alsoRequires.filter(({ condition }) => condition?.holds(input) ?? true).map((further) => further.scope),
];

/** Returns the scopes that a verb requires for every input. */
export const requiredAlways = ({ scope, alsoRequires = [] }: Requirement<never>): readonly Scope[] => [
  scope,
  ...alsoRequires.filter(({ condition }) => !condition).map((further) => further.scope),
];

/** Returns sentences about the scopes that a verb requires only for some inputs. Empty if there are none. */
export function furtherText({ alsoRequires = [] }: Requirement<never>): string {
  const conditional = Map.groupBy(
    alsoRequires.filter(({ condition }) => condition),
    ({ condition }) => condition?.when ?? '',
  );
  return [...conditional].map(([when, scopes]) => `Also requires ${scopeList(scopes.map((further) => further.scope))} ${when}.`).join(' ');
}

/** Returns the scopes that a caller lacks, in the order of `SCOPES`. */
export function lacking(required: Iterable<Scope>, held: ReadonlySet<Scope>): readonly Scope[] {
  const all = new Set(required);
  return SCOPES.filter((scope) => all.has(scope) && !held.has(scope));
}

/** Returns the message of a caller that lacks scopes. */
export const lackText = (scopes: readonly Scope[]): string =>
  `This token lacks the scope${scopes.length > 1 ? 's' : ''} ${scopeList(scopes)}.`;

/** Returns scopes as a list in a sentence, in the schema's spelling. */
export function scopeList(scopes: readonly Scope[]): string {
  const names = scopes.map((scope) => `\`${scopeName(scope)}\``);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
