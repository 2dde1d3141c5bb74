import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { yoga } from '../../src/graphql/yoga.ts';
import { SCOPES } from '../../src/operations/scope.ts';
import { share } from '../support/runs.ts';
import { argumentsWith, callWith, type Filler, isAnything, type LeafPath, waysTo } from '../support/schema-walk.ts';

/** A value that its type does not have, as a document writes it and as a variable has it. */
class Wrong {
  readonly literal: string;
  readonly value: unknown;
  constructor(literal: string, value: unknown = JSON.parse(literal)) {
    this.literal = literal;
    this.value = value;
  }
}

/** Wrong values of each scalar that there is. */
const OF_SCALARS: Readonly<Record<string, readonly Wrong[]>> = {
  Boolean: [new Wrong('"yes"'), new Wrong('1')],
  CurrencyCode: [new Wrong('"XXZ"'), new Wrong('7')],
  Date: [new Wrong('"2026-02-30"'), new Wrong('7')],
  DateTime: [new Wrong('"2026-11-21"'), new Wrong('7')],
  Decimal: [new Wrong('0.5'), new Wrong('"many"')],
  ID: [new Wrong('true'), new Wrong('"zzz"'), new Wrong(JSON.stringify(btoa('Nothing:x')))],
  Int: [new Wrong('"many"'), new Wrong('1.5'), new Wrong('3000000000')],
  JSON: [new Wrong('{constructor: 1}', { constructor: 1 })],
  String: [new Wrong('7'), new Wrong('true')],
};
const WORD = new Wrong('NOWHERE', 'NOWHERE');
const OBJECT = new Wrong('{}');
const UNKNOWN_FIELD = new Wrong('{nothing: 1}', { nothing: 1 });
const NUMBER = new Wrong('7');

function wrongValues(type: GraphQLNamedType): readonly Wrong[] {
  if (isInputObjectType(type)) return [NUMBER, UNKNOWN_FIELD, ...(type.isOneOf ? [OBJECT] : [])];
  if (isEnumType(type)) return [WORD, NUMBER, OBJECT];
  const wrong = OF_SCALARS[type.name];
  if (!wrong) throw new Error(`add wrong values of ${type.name}`);
  return [...wrong, ...(type.name === 'JSON' ? [] : [OBJECT])];
}

const fill: Filler = (name, type) =>
  ({ Int: 1, Boolean: true, Date: '2027-01-01', DateTime: '2027-01-01T00:00:00Z', Decimal: '1', CurrencyCode: 'USD', JSON: {} })[
    type.name
  ] ?? (name === 'id' || name === 'ids' ? btoa('Account:x') : 'x');

interface Case {
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
  readonly path: LeafPath;
  readonly wrong: Wrong;
}

/** Every argument of every field, and each field of each input type once: one wrong value of each, and all that its type has the first time. */
function* allCases(): Generator<Case> {
  const seen = new Set<string>();
  const tried = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      for (const argument of field.args) {
        for (const { path, type: wanted } of placesBelow(argument.type, [argument.name], seen)) {
          const wrongs = wrongValues(wanted);
          for (const wrong of tried.has(wanted.name) ? wrongs.slice(0, 1) : wrongs)
            yield { parent: type.name, field, argument, path, wrong };
          tried.add(wanted.name);
        }
      }
    }
  }
}

function placesBelow(type: GraphQLInputType, path: LeafPath, seen: Set<string>): { path: LeafPath; type: GraphQLNamedType }[] {
  const named = getNamedType(type);
  const here = { path, type: named };
  if (!isInputObjectType(named) || seen.has(named.name)) return [here];
  seen.add(named.name);
  return [here, ...Object.values(named.getFields()).flatMap((field) => placesBelow(field.type, [...path, field.name], seen))];
}

/** A value as a document writes it. */
function literal(value: unknown, input: GraphQLInputType): string {
  if (value instanceof Wrong) return value.literal;
  const type = getNullableType(input);
  if (isListType(type)) return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(([name, inner]) => `${name}: ${literal(inner, type.getFields()[name]?.type ?? type)}`);
  return `{${fields.join(', ')}}`;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_, inner) => (inner instanceof Wrong ? inner.value : inner)));

const below = (type: GraphQLField<unknown, unknown>['type']): string => (isLeafType(getNamedType(type)) ? '' : '{ __typename }');

const ways = waysTo(schema, isAnything, fill);
const mutations = schema.getMutationType()?.name;

/** A request with one wrong value, written out and in a variable. */
function requestsOf({ parent, field, argument, path, wrong }: Case): readonly { query: string; variables?: object }[] {
  const values = argumentsWith(field, path, wrong, fill);
  const ask = (call: string, variable = ''): string => {
    const selection = `${field.name}(${call}) ${below(field.type)}`;
    if (parent === mutations) return `mutation ${variable} { ${selection} }`;
    const way = ways.get(parent);
    return way ? `query ${variable} ${way(selection)}` : '';
  };
  const written = (isOut: (name: string) => boolean) =>
    field.args
      .filter(({ name }) => name in values)
      .map(({ name, type }) => `${name}: ${isOut(name) ? literal(values[name], type) : '$v'}`)
      .join(', ');
  return [
    { query: ask(written(() => true)) },
    {
      query: ask(
        written((name) => name !== argument.name),
        `($v: ${argument.type})`,
      ),
      variables: { v: plain(values[argument.name]) },
    },
  ];
}

/** Everything but the arguments is in order, and nothing may be read. */
const D1 = new Proxy({} as D1Database, {
  get: (_, name) => {
    throw new Error(`read by ${String(name)}`);
  },
});

async function ask(request: object) {
  const identity = { orgId: 'org', actor: { id: 'token', scopes: new Set(SCOPES), expiresAt: null, delegate: null, staff: null } };
  const context = createContext(
    identity,
    { requestId: 'request', idempotencyKey: null, now: Date.parse('2026-11-21T08:00:00Z') },
    { d1: D1, delegateKey: null, afterwards: () => {} },
  );
  const response = await yoga.handleRequest(
    new Request('http://api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify(request),
    }),
    {
      context: {
        ...context,
        suggestions: false,
        trustedOnly: false,
        reportUntrusted: null,
        pages: null,
        documentId: null,
        version: null,
        countMore: async () => true,
        logError: () => {},
        outcome: { operation: null, code: 'OK' },
      },
    },
  );
  return { status: response.status, text: await response.text() };
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { message: string; locations?: readonly object[]; extensions: Readonly<Record<string, unknown>> }[];
}

/** Returns what a request was told, unless it names the code, the place and the argument, and has the status of an answer without data. */
async function faultOf(request: object, argument: string): Promise<string[]> {
  const { status, text } = await ask(request);
  const { data, errors: [first] = [] }: Told = JSON.parse(text);
  const isTold = first?.extensions.code === 'BAD_USER_INPUT' && first.locations?.length && first.extensions.argument === argument;
  return isTold && status === (data == null ? 400 : 200) ? [] : [`${status} ${JSON.stringify(request)} -> ${text}`];
}

describe('a wrong value of any argument of any field', () => {
  it('is told with a code, its place and its argument, written out or in a variable, before anything is read', async () => {
    const faults: string[] = [];
    for (const each of share([...allCases()], 5)) {
      for (const request of requestsOf(each)) faults.push(...(await faultOf(request, each.argument.name)));
    }
    expect(faults).toEqual([]);
  });

  it('is told of each argument that must be given and is not', async () => {
    const faults: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      const way = isObjectType(type) && (type.name === mutations ? (text: string) => `mutation { ${text} }` : ways.get(type.name));
      if (!way) continue;
      for (const field of Object.values(type.getFields())) {
        for (const missing of field.args.filter(isRequiredArgument)) {
          const values = Object.entries(argumentsWith(field, [], null, fill)).filter(([name]) => name !== missing.name);
          const given = callWith(field, Object.fromEntries(values));
          faults.push(...(await faultOf({ query: way(`${given} ${below(field.type)}`) }, missing.name)));
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('is told of a condition whose variable is left out', async () => {
    const query = 'query ($v: String) { accounts(where: {accountId: {eq: $v}}) { __typename } }';
    expect(await faultOf({ query }, 'where')).toEqual([]);
  });

  it('is told of a directive without its argument', async () => {
    expect(await faultOf({ query: '{ accounts @include { __typename } }' }, 'if')).toEqual([]);
  });
});

describe('an error', () => {
  const LONG = 'long '.repeat(40_000);

  it.each<[string, object]>([
    ['an enum', { query: 'query ($v: AccountOrder) { accounts(orderBy: $v) { __typename } }', variables: { v: LONG } }],
    ['an object', { query: 'query ($v: Int) { accounts(first: $v) { __typename } }', variables: { v: { a: LONG, b: [LONG] } } }],
    [
      'many keys',
      {
        query: 'query ($v: Int) { accounts(first: $v) { __typename } }',
        variables: { v: Object.fromEntries([...LONG].map((_, i) => [i, i])) },
      },
    ],
    ['a scalar', { query: 'query ($v: Date) { accounts(where: {createdAt: {gte: $v}}) { __typename } }', variables: { v: LONG } }],
    ['an id', { query: 'query ($v: ID!) { node(id: $v) { __typename } }', variables: { v: LONG } }],
    ['the id of an account', { query: 'query ($v: ID!) { account(by: {id: $v}) { __typename } }', variables: { v: LONG } }],
    ['a field', { query: `{ ${'a'.repeat(30_000)} }` }],
    ['a number', { query: `{ accounts(first: ${'9'.repeat(30_000)}) { __typename } }` }],
    ['a list that is written out', { query: `{ accounts(first: [${'1, '.repeat(1_500)}]) { __typename } }` }],
    ['the name of an operation', { query: '{ __typename }', operationName: LONG }],
    ['an id of a document', { documentId: LONG }],
  ])('repeats at most 100 characters of %s', async (_title, request) => {
    const { text } = await ask(request);
    const { errors = [] }: Told = JSON.parse(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map(({ message }) => message.length).filter((length) => length > 400)).toEqual([]);
  });
});
