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
 * The user errors of an answer, also those within a preview, whose path is none of the mutation's input: a client marks the field at the
 * path, and finds none.
 */
export function misplacedUserErrors(document: string, data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !document.includes('path')) return [];
  const [operation] = parse(document).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'mutation') return [];
  return operation.selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const { value: mutation } = field.name;
    return pathsIn(Reflect.get(data, field.alias?.value ?? mutation))
      .filter((path) => path.length > 0 && !isPlaceOf(mutation, path))
      .map((path) => `${mutation}: ${path.join('.')}`);
  });
}

/** The paths of the user errors in a value: of all objects that have one. */
function pathsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const path: unknown = Reflect.get(value, 'path');
  const beneath = Object.values(value).flatMap(pathsIn);
  return Array.isArray(path) && path.every((step) => typeof step === 'string') ? [path, ...beneath] : beneath;
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
