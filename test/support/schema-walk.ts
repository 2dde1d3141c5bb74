import {
  astFromValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
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
 * each type go by `<type>__<field>`, since their types may differ; an `id` is one everywhere, and a field has few aliases.
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
    const alias = prefix && field.name !== 'id' ? `${prefix}${field.name}: ` : '';
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

/** Where in the arguments of a field a value can be given: the names on the way, list items without one. */
export type LeafPath = readonly string[];

/** A value that the arguments of a field can have, and where. */
export interface Place {
  readonly path: LeafPath;
  readonly type: GraphQLNamedType;
  /** The field of the input type that it is the value of, as `AddressInput.city`; for an argument its name. */
  readonly owner: string;
}

/** Every such place; where an input contains itself, once around. */
export function placesIn(field: Field): Place[] {
  return field.args.flatMap((arg) => within(arg.type, [arg.name], arg.name, new Set()));
}

/** The places that take a text or an id. */
export const textPlaces = (field: Field): LeafPath[] =>
  placesIn(field)
    .filter(({ type }) => type.name === 'String' || type.name === 'ID')
    .map(({ path }) => path);

function within(input: GraphQLInputType, path: LeafPath, owner: string, above: ReadonlySet<string>): Place[] {
  const type = getNamedType(input);
  if (!isInputObjectType(type)) return [{ path, type, owner }];
  if (above.has(type.name)) return [];
  const inner = new Set([...above, type.name]);
  return Object.values(type.getFields()).flatMap((f) => within(f.type, [...path, f.name], `${type.name}.${f.name}`, inner));
}

/** The input of a mutation with a value at a place of it, and the least that is needed beside it. */
export function withValueAt(field: Field, input: unknown, place: LeafPath, value: unknown, fill: Filler): unknown {
  const [, ...path] = place;
  return merged(input, argumentsWith(field, place, value, fill).input, path);
}

/** An input with what another has at a place, which goes through the first item of a list. */
function merged(input: unknown, other: unknown, [first, ...rest]: LeafPath): unknown {
  if (first === undefined) return other;
  if (Array.isArray(other)) return merged(input, other[0], [first, ...rest]);
  if (Array.isArray(input)) return [merged(input[0], other, [first, ...rest]), ...input.slice(1)];
  if (!isObject(input) || !isObject(other)) return other;
  // One of several kinds of thing: it cannot be two.
  if (Object.keys(input).length === 1 && Object.keys(other).length === 1 && !(first in input)) return other;
  return { ...input, [first]: merged(input[first], other[first], rest) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** How to fill what a call needs beside the place in question. */
export type Filler = (name: string, type: GraphQLNamedType) => unknown;

/** The only order in which a list has a condition, by the condition. */
const ORDER_OF: Readonly<Record<string, string>> = { updatedAt: 'UPDATED_AT_ASC', timelineEndDate: 'TIMELINE_END_ASC' };

/** What an input refuses without another of its fields. */
const NEEDED_BESIDE: Readonly<Record<string, string>> = { version: 'pricePlanId' };

/** The least arguments of a field that have `value` at `place`, with what the API requires beside it. */
export function argumentsWith(field: Field, place: LeafPath, value: unknown, fill: Filler): Record<string, unknown> {
  const [first, ...rest] = place;
  const args = field.args.filter((arg) => arg.name === first || isRequiredArgument(arg));
  const orderBy = first === 'where' && rest.flatMap((name) => ORDER_OF[name] ?? [])[0];
  return {
    ...Object.fromEntries(args.map((arg) => [arg.name, inputFor(arg.type, arg.name, arg.name === first ? rest : null, value, fill)])),
    ...(orderBy && { orderBy }),
  };
}

function inputFor(input: GraphQLInputType, name: string, place: LeafPath | null, value: unknown, fill: Filler): unknown {
  if (isNonNullType(input)) return inputFor(input.ofType, name, place, value, fill);
  if (isListType(input)) return [inputFor(input.ofType, name, place, value, fill)];
  if (place?.length === 0) return value;
  if (!isInputObjectType(input)) return isEnumType(input) ? input.getValues()[0]?.name : fill(name, input);
  const [first, ...rest] = place ?? [];
  const fields = Object.values(input.getFields());
  const isBeside = (f: GraphQLInputField) => first !== undefined && NEEDED_BESIDE[first] === f.name && !isRequiredInputField(f);
  const given = input.isOneOf
    ? fields.filter((f) => f.name === (first ?? fields[0]?.name))
    : fields.filter((f) => f.name === first || isRequiredInputField(f) || isBeside(f));
  return Object.fromEntries(
    given.map((f) => [
      f.name,
      isBeside(f) ? matching(f, fill(f.name, GraphQLString)) : inputFor(f.type, f.name, f.name === first ? rest : null, value, fill),
    ]),
  );
}

/** A value, or the condition that it meets where a field takes conditions. */
const matching = ({ type }: GraphQLInputField, value: unknown): unknown => (isInputObjectType(type) ? { eq: value } : value);

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

/** The field with the least arguments that it can be asked with, and with a value at a place of them; a page is short. */
export function callOf(field: Field, fill: Filler, place: LeafPath = [], value: unknown = null): string {
  const values = argumentsWith(field, place, value, fill);
  const isSized = !isPage(field) || 'first' in values || 'last' in values;
  return callWith(field, isSized ? values : { ...values, first: 5 });
}

/** The field with these arguments, written out. */
export function callWith(field: Field, values: Readonly<Record<string, unknown>>): string {
  const given = field.args.filter(({ name }) => name in values).map(({ name, type }) => `${name}: ${literal(values[name], type)}`);
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
}

function literal(value: unknown, type: GraphQLInputType): string {
  const ast = astFromValue(value, type);
  return ast ? print(ast) : 'null';
}

const hasFields = (type: unknown) => isObjectType(type) || isInterfaceType(type);
