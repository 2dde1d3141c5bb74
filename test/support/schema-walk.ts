import {
  astFromValue,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

const needsNothing = (field: Field): boolean => !field.args.some(isRequiredArgument);
const isPage = (field: Field): boolean => field.args.some(({ name }) => name === 'first');

/** Whether somebody may select a field of a type. */
export type IsOpen = (type: GraphQLNamedType, field: string) => boolean;

export const isAnything: IsOpen = () => true;

/**
 * Everything open that can be selected of a type without arguments, to a depth; pages are short. Under an interface or a union, the fields of
 * each type go by `<type>__<field>`, since their types may differ.
 */
export function selectionOf(
  schema: GraphQLSchema,
  output: GraphQLOutputType | GraphQLNamedType,
  depth: number,
  isOpen: IsOpen = isAnything,
  prefix = '',
): string {
  const type = getNamedType(output);
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((member) => `... on ${member.name} ${selectionOf(schema, member, depth, isOpen, `${member.name}__`)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter((field) => needsNothing(field) && isOpen(type, field.name));
  const selected = fields.flatMap((field) => {
    const alias = prefix ? `${prefix}${field.name}: ` : '';
    if (isLeafType(getNamedType(field.type))) return [`${alias}${field.name}`];
    // What a page is made of is no level of its own.
    const isWrapping = /(Connection|Edge)$/.test(type.name);
    if (field.name === 'edges' || (depth === 0 && !isWrapping)) return [];
    return [
      `${alias}${field.name}${isPage(field) ? '(first: 3)' : ''} ${selectionOf(schema, field.type, isWrapping ? depth : depth - 1, isOpen)}`,
    ];
  });
  return `{ __typename ${selected.join(' ')} }`;
}

/** Where in the arguments of a field a text or an id can be given: the names on the way, list items without one. */
export type LeafPath = readonly string[];

/** Every such place. */
export function textPlaces(field: Field): LeafPath[] {
  return field.args.flatMap((arg) => within(arg.type, [arg.name], new Set()));
}

function within(input: GraphQLInputType, path: LeafPath, above: ReadonlySet<string>): LeafPath[] {
  const type = getNamedType(input);
  if (type.name === 'String' || type.name === 'ID') return [path];
  if (!isInputObjectType(type) || above.has(type.name)) return [];
  return Object.values(type.getFields()).flatMap((f) => within(f.type, [...path, f.name], new Set([...above, type.name])));
}

/** How to fill what a call needs beside the place in question. */
export type Filler = (name: string, type: GraphQLNamedType) => unknown;

/** The least arguments of a field that have `value` at `place`. */
export function argumentsWith(field: Field, place: LeafPath, value: unknown, fill: Filler): Record<string, unknown> {
  const [first, ...rest] = place;
  const args = field.args.filter((arg) => arg.name === first || isRequiredArgument(arg));
  return Object.fromEntries(args.map((arg) => [arg.name, inputFor(arg.type, arg.name, arg.name === first ? rest : null, value, fill)]));
}

function inputFor(input: GraphQLInputType, name: string, place: LeafPath | null, value: unknown, fill: Filler): unknown {
  if (isNonNullType(input)) return inputFor(input.ofType, name, place, value, fill);
  if (isListType(input)) return [inputFor(input.ofType, name, place, value, fill)];
  if (!isInputObjectType(input)) return place?.length === 0 ? value : isEnumType(input) ? input.getValues()[0]?.name : fill(name, input);
  const [first, ...rest] = place ?? [];
  const fields = Object.values(input.getFields());
  const given = input.isOneOf
    ? fields.filter((f) => f.name === (first ?? fields[0]?.name))
    : fields.filter((f) => f.name === first || isRequiredInputField(f));
  return Object.fromEntries(given.map((f) => [f.name, inputFor(f.type, f.name, f.name === first ? rest : null, value, fill)]));
}

/** Puts a selection of a type into a document. */
type Way = (selection: string) => string;

/**
 * How to come to each type through open fields alone.
 * @param start from what type, and how to come to that: by default the root of the queries
 */
export function waysTo(
  schema: GraphQLSchema,
  isOpen: IsOpen,
  fill: Filler,
  start: readonly [type: string, way: Way] = ['Query', (selection) => `{ ${selection} }`],
): ReadonlyMap<string, Way> {
  const ways = new Map([start]);
  // A map is walked in the order of its entries, and so on to those that are added meanwhile.
  for (const [name, way] of ways) {
    const type = schema.getType(name);
    for (const field of hasFields(type) ? Object.values(type.getFields()).filter((each) => isOpen(type, each.name)) : []) {
      const to = getNamedType(field.type);
      if (!isLeafType(to) && !ways.has(to.name)) ways.set(to.name, (selection) => way(`${callOf(field, fill)} { ${selection} }`));
    }
    for (const member of isAbstractType(type) ? schema.getPossibleTypes(type) : []) {
      const isSeen = Object.keys(member.getFields()).some((field) => isOpen(member, field));
      if (isSeen && !ways.has(member.name)) ways.set(member.name, (selection) => way(`... on ${member.name} { ${selection} }`));
    }
  }
  return ways;
}

/** The field with the least arguments that it can be asked with; a page is short. */
export function callOf(field: Field, fill: Filler): string {
  const values = argumentsWith(field, [], null, fill);
  const given = field.args.filter(({ name }) => name in values).map(({ name, type }) => `${name}: ${literal(values[name], type)}`);
  const all = [...given, ...(isPage(field) ? ['first: 5'] : [])];
  return `${field.name}${all.length > 0 ? `(${all.join(', ')})` : ''}`;
}

function literal(value: unknown, type: GraphQLInputType): string {
  const ast = astFromValue(value, type);
  return ast ? print(ast) : 'null';
}

const hasFields = (type: unknown) => isObjectType(type) || isInterfaceType(type);
