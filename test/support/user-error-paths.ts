import {
  buildSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  parse,
} from 'graphql';

const SDL = Object.values(import.meta.glob('../../schema/schema.graphql', { query: '?raw', import: 'default', eager: true })).join('');
let built: GraphQLSchema | undefined;

/**
 * The user errors of an answer whose path is none of the mutation's input: a client marks the field at the path, and finds none. A list
 * index has an item in the variables, or a literal that is not looked into.
 */
export function misplacedUserErrors(document: string, data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !document.includes('userErrors')) return [];
  const [operation] = parse(document).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'mutation') return [];
  return operation.selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const payload: { userErrors?: readonly { path?: readonly string[]; message?: string }[] } | null =
      Reflect.get(data, field.alias?.value ?? field.name.value) ?? null;
    return (payload?.userErrors ?? [])
      .filter(({ path }) => path && path.length > 0 && !isPlaceOf(field.name.value, path))
      .map(({ path, message }) => `${field.name.value}: ${path?.join('.')}: ${message}`);
  });
}

function isPlaceOf(mutation: string, [argument, ...steps]: readonly string[]): boolean {
  built ??= buildSchema(SDL, { assumeValid: true });
  const { args = [] } = built.getMutationType()?.getFields()[mutation] ?? {};
  const type = args.find(({ name }) => name === argument)?.type;
  return type !== undefined && isPlaceBeneath(type, steps);
}

function isPlaceBeneath(type: GraphQLInputType, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  const holder = getNullableType(type);
  if (isListType(holder)) return /^\d+$/.test(step) && isPlaceBeneath(holder.ofType, rest);
  if (isInputObjectType(holder)) {
    const field = holder.getFields()[step];
    return field !== undefined && isPlaceBeneath(field.type, rest);
  }
  // A scalar with parts of its own, such as a rule.
  return getNamedType(holder).name.startsWith('JSON');
}
