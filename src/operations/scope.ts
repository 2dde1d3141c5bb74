import type { DelegateAccess } from '../domain/token/delegate-token.ts';
import { scopeName } from '../domain/token/scope-name.ts';

/** Everything a token can be allowed to do. A refusal names each scope that is missing. */
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
  'audit:read',
] as const;

export type Scope = (typeof SCOPES)[number];

const READING: readonly Scope[] = ['customers:read', 'accounts:read', 'plans:read', 'schedules:read', 'proposals:read'];

/** What a delegate may do at most, by its access: of that, it may do what the one it speaks for may do. */
export const DELEGATED_SCOPES: Readonly<Record<DelegateAccess, readonly Scope[]>> = {
  READ: READING,
  DECIDE_PROPOSALS: [...READING, 'proposals:decide'],
};

/** A further scope of a verb, for every input or for some. */
export interface FurtherScope<Input> {
  readonly scope: Scope;
  /** Absent: every input requires it. */
  readonly condition?: {
    /** Completes "Requires `X` …" in the schema: `if \`preActions\` are given`. */
    readonly when: string;
    readonly holds: (input: Input) => boolean;
  };
}

/** The scopes of a verb: what is enforced, and what the schema says. */
export interface Requirement<Input> {
  readonly scope: Scope;
  readonly alsoRequires?: readonly FurtherScope<Input>[];
}

/** The scopes that a verb requires for an input. */
export const requiredFor = <Input>({ scope, alsoRequires = [] }: Requirement<Input>, input: Input): readonly Scope[] => [
  scope,
  ...alsoRequires.filter(({ condition }) => condition?.holds(input) ?? true).map((further) => further.scope),
];

/** What a verb requires, in words. */
export function requirementText<Input>({ scope, alsoRequires = [] }: Requirement<Input>): string {
  const always = alsoRequires.filter(({ condition }) => !condition).map((further) => further.scope);
  const conditional = Map.groupBy(
    alsoRequires.filter(({ condition }) => condition),
    ({ condition }) => condition?.when ?? '',
  );
  const also = [...conditional].map(([when, scopes]) => `Also requires ${scopeList(scopes.map((further) => further.scope))} ${when}.`);
  return [`Requires ${scopeList([scope, ...always])}.`, ...also].join(' ');
}

/** Which of some scopes a caller lacks, in the order of `SCOPES`. */
export function lacking(required: Iterable<Scope>, held: ReadonlySet<Scope>): readonly Scope[] {
  const all = new Set(required);
  return SCOPES.filter((scope) => all.has(scope) && !held.has(scope));
}

/** Why a caller without some scopes is refused. */
export const lackText = (scopes: readonly Scope[]): string =>
  `This token lacks the scope${scopes.length > 1 ? 's' : ''} ${scopeList(scopes)}.`;

/** Scopes in a sentence, as the schema spells them. */
export function scopeList(scopes: readonly Scope[]): string {
  const names = scopes.map((scope) => `\`${scopeName(scope)}\``);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
