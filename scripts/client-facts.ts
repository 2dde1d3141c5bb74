import {
  type GraphQLSchema,
  type IntrospectionTypeRef,
  introspectionFromSchema,
  isAbstractType,
  isEnumType,
  isObjectType,
  lexicographicSortSchema,
} from 'graphql';

/** The TypeScript type of each scalar in answers and variables. A decimal or a date is a string: a number would lose digits. */
export const SCALARS = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  CurrencyCode: 'string',
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  JSON: 'unknown',
} as const;

/** Every code in `extensions.code` of an error, and of an answer that GraphQL did not make. */
export const REQUEST_ERROR_CODES = [
  'ANSWER_TOO_LARGE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'DOCUMENT_NOT_TRUSTED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
  'METHOD_NOT_ALLOWED',
  'NOT_FOUND',
  'PERSISTED_QUERY_NOT_FOUND',
  'QUERY_TOO_EXPENSIVE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
] as const;

/** Returns a TypeScript module of what clients need to know about the schema besides its types. */
export function clientModule(unsorted: GraphQLSchema): string {
  const schema = lexicographicSortSchema(unsorted);
  return [
    `/** The object types of each interface and union, for the cache of Apollo Client. */
export const possibleTypes: Record<string, string[]> = ${json(possibleTypes(schema))};`,
    `const embeddedTypes: readonly string[] = ${json(embeddedTypes(schema))};`,
    `/** Types without an id, for \`keys\` of urql's graphcache: they are part of the object above them. */
export const keys: Record<string, () => null> = Object.fromEntries(embeddedTypes.map((name) => [name, () => null]));`,
    `/** Types without an id, for \`typePolicies\` of Apollo Client: its cache then keeps what several documents select of one. */
export const typePolicies: Record<string, { merge: true }> = Object.fromEntries(embeddedTypes.map((name) => [name, { merge: true }]));`,
    constant('scalars', 'The TypeScript type of each scalar, for `scalars` of codegen.', SCALARS),
    constant('UserErrorCode', 'Codes of `userErrors`.', enumOf(schema, 'UserErrorCode')),
    constant('IssueCode', 'Codes of the issues of a draft.', enumOf(schema, 'IssueCode')),
    constant('ActionCode', 'Codes of `availableActions`.', enumOf(schema, 'ActionCode')),
    constant('RequestErrorCode', 'Codes of `errors`, in `extensions.code`.', byName(REQUEST_ERROR_CODES)),
  ].join('\n\n');
}

/**
 * Returns a TypeScript module of the schema for `schema` of graphcache, which then knows which fragment is of which type. A tenth of the whole
 * introspection: object types, interfaces and unions, with one scalar in the place of all others, of enums and of inputs.
 */
export function introspectionModule(schema: GraphQLSchema): string {
  const { __schema } = introspectionFromSchema(lexicographicSortSchema(schema), { descriptions: false });
  const types = __schema.types.flatMap((type): readonly object[] => {
    const { kind, name } = type;
    if (name.startsWith('__')) return [];
    if (kind === 'UNION') return [{ kind, name, possibleTypes: type.possibleTypes }];
    if (kind !== 'OBJECT' && kind !== 'INTERFACE') return [];
    const fields = type.fields.map((field) => ({
      name: field.name,
      type: withoutLeaves(field.type),
      args: field.args.map((argument) => ({ name: argument.name, type: withoutLeaves(argument.type) })),
    }));
    return [{ kind, name, interfaces: type.interfaces, fields }];
  });
  const { queryType, mutationType } = __schema;
  return `/** The types of the schema and their fields, for \`schema\` of urql's graphcache. */
export const introspection: {
  readonly __schema: {
    readonly queryType: { readonly name: string };
    readonly mutationType: { readonly name: string };
    readonly types: readonly {
      readonly kind: string;
      readonly name: string;
      readonly fields?: readonly { readonly name: string }[];
      readonly interfaces?: readonly { readonly name: string }[];
      readonly possibleTypes?: readonly { readonly name: string }[];
    }[];
  };
} = ${JSON.stringify({ __schema: { queryType, mutationType, types: [...types, ANY] } })};`;
}

const ANY = { kind: 'SCALAR', name: 'Any' };

function withoutLeaves(type: IntrospectionTypeRef): object {
  if (type.kind === 'LIST' || type.kind === 'NON_NULL') return { kind: type.kind, ofType: withoutLeaves(type.ofType) };
  return ['OBJECT', 'INTERFACE', 'UNION'].includes(type.kind) ? { kind: type.kind, name: type.name } : ANY;
}

const json = (value: object): string => JSON.stringify(value, null, 2);

const constant = (name: string, description: string, value: object): string =>
  `/** ${description} */\nexport const ${name} = ${json(value)} as const;`;

function possibleTypes(schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> {
  const abstractTypes = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(abstractTypes.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]));
}

function embeddedTypes(schema: GraphQLSchema): readonly string[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return types.filter((type) => !type.name.startsWith('__') && !roots.has(type) && !type.getFields().id).map(({ name }) => name);
}

function enumOf(schema: GraphQLSchema, name: string): Readonly<Record<string, string>> {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`the schema has no enum ${name}`);
  return byName(type.getValues().map((value) => value.name));
}

const byName = (names: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(names.map((name) => [name, name]));
