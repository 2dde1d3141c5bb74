import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { furtherText, type Requirement, requiredAlways, requiredFor, type Scope } from '../../operations/scope.ts';

/** The scopes that a field requires for these arguments, in addition to those that it always requires. */
export type ScopesOfArguments = (args: Readonly<Record<string, unknown>>, schema: GraphQLSchema) => readonly Scope[];

interface Scoped {
  readonly scopes?: readonly Scope[];
  readonly scopesOfArguments?: ScopesOfArguments;
  readonly furtherScopes?: string;
}

/**
 * Marks an element of the schema that requires scopes: a type, with its fields and every list of it with its edges, cursors, counts and
 * arguments; a field whose value reveals more than its type; or an argument, input field or enum value, which requires them when it is given.
 */
export const requires = (...scopes: readonly Scope[]): { extensions: { scopes: readonly Scope[] } } => ({ extensions: { scopes } });

/** Marks a field whose scopes depend on its arguments. */
export const requiresByArguments = (scopesOfArguments: ScopesOfArguments): { extensions: { scopesOfArguments: ScopesOfArguments } } => ({
  extensions: { scopesOfArguments },
});

/** Marks the field of an operation, whose input may require further scopes. */
export const requiresOf = <Input>(
  requirement: Requirement<Input>,
  inputOf: (args: Readonly<Record<string, unknown>>) => Input,
): { extensions: Required<Scoped> } => ({
  extensions: {
    scopes: requiredAlways(requirement),
    scopesOfArguments: (args) => requiredFor(requirement, inputOf(args)),
    furtherScopes: furtherText(requirement),
  },
});

/** The sentences about the scopes that a field requires for some inputs only. `null`: there are none. */
export const furtherScopesOf = ({ extensions }: { readonly extensions: object }): string | null =>
  (extensions as Scoped).furtherScopes || null;

/** The scopes of the mark on an element of the schema. */
export const markedScopes = ({ extensions }: { readonly extensions: object }): readonly Scope[] => (extensions as Scoped).scopes ?? [];

/** The scopes of a type. A connection and an edge have those of their node. */
export function scopesOfType(type: GraphQLNamedType): readonly Scope[] {
  const within = isObjectType(type) ? (type.getFields().edges ?? (type.getFields().cursor && type.getFields().node)) : undefined;
  return within ? [...markedScopes(type), ...scopesOfType(getNamedType(within.type))] : markedScopes(type);
}

type Field = GraphQLField<unknown, unknown>;

/** The scopes that a field always requires, in addition to those of the type that it is on. */
export const scopesOfField = (field: Field): readonly Scope[] => [...markedScopes(field), ...scopesOfType(getNamedType(field.type))];

/** Whether the scopes of a field depend on its arguments. */
export function hasScopedArguments(field: Field): boolean {
  const known = withScopedArguments.get(field);
  if (known !== undefined) return known;
  const has =
    (field.extensions as Scoped).scopesOfArguments !== undefined ||
    field.args.some((arg) => markedScopes(arg).length > 0 || holdsScoped(arg.type, new Set()));
  withScopedArguments.set(field, has);
  return has;
}

const withScopedArguments = new WeakMap<Field, boolean>();

/** The scopes that the arguments of a field require. `args` are coerced. */
export function scopesOfArguments(field: Field, args: Readonly<Record<string, unknown>>, schema: GraphQLSchema): readonly Scope[] {
  const byArguments = (field.extensions as Scoped).scopesOfArguments?.(args, schema) ?? [];
  return [
    ...byArguments,
    ...field.args.flatMap((arg) => (args[arg.name] == null ? [] : [...markedScopes(arg), ...scopesIn(arg.type, args[arg.name])])),
  ];
}

/** The scopes of the input fields that have a value, and of the enum values that are given. */
function scopesIn(input: GraphQLInputType, value: unknown): readonly Scope[] {
  const type = getNullableType(input);
  if (isListType(type)) return Array.isArray(value) ? value.flatMap((item: unknown) => scopesIn(type.ofType, item)) : [];
  if (isEnumType(type)) return type.getValues().flatMap((each) => (each.value === value ? markedScopes(each) : []));
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const field = type.getFields()[name];
    return field && inner != null ? [...markedScopes(field), ...scopesIn(field.type, inner)] : [];
  });
}

function holdsScoped(input: GraphQLInputType, above: ReadonlySet<GraphQLNamedType>): boolean {
  const type = getNamedType(input);
  if (isEnumType(type)) return type.getValues().some((value) => markedScopes(value).length > 0);
  if (!isInputObjectType(type) || above.has(type)) return false;
  const within = new Set([...above, type]);
  return Object.values(type.getFields()).some((field) => markedScopes(field).length > 0 || holdsScoped(field.type, within));
}
