import { getNamedType, isInputObjectType, isObjectType, isScalarType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { Organization, send } from '../support/organization.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const MEDIA_TYPES = [JSON_TYPE, GRAPHQL_TYPE];

/** A value that is refused, written out and as a variable. */
interface Fault {
  readonly title: string;
  /** The type of the variable. */
  readonly type: string;
  /** A document in which `$v` stands for the value. */
  readonly document: string;
  readonly literal: string;
  readonly value?: unknown;
  readonly code: string;
  readonly argument: string | null;
}

const wrong = (title: string, type: string, document: string, literal: string, argument: string, value?: unknown): Fault => {
  return { title, type, document, literal, value: value === undefined ? JSON.parse(literal) : value, code: 'BAD_USER_INPUT', argument };
};

const updateAccount = (field: string) => `mutation { updateAccount(input: {accountId: "acme", ${field}: $v}) { userErrors { code } } }`;
const accounts = (argument: string) => `{ accounts(${argument}: $v) { nodes { name } } }`;
const LONG = JSON.stringify(Array.from({ length: 101 }, (_, i) => `id-${i}`));

/** One of each type that a value may be of, by the type's name. */
const OF_A_TYPE: Readonly<Record<string, Fault>> = {
  Boolean: wrong('a Boolean', 'Boolean!', '{ accounts { nodes { name @include(if: $v) } } }', '"yes"', 'if'),
  CurrencyCode: wrong('a CurrencyCode', 'CurrencyCode', updateAccount('invoiceCurrency'), '"XXZ"', 'input'),
  Date: wrong('a Date', 'Date!', '{ account(by: {accountId: "acme"}) { scheduleAt(day: $v) { scheduleId } } }', '"2026-02-30"', 'day'),
  DateTime: wrong('a DateTime', 'DateTime', '{ accounts(where: {createdAt: {gte: $v}}) { nodes { name } } }', '"2026-11-21"', 'where'),
  Decimal: wrong(
    'a Decimal',
    'Decimal!',
    'mutation { initiatePurchase(input: {accountId: "acme", rateCardQuantities: [{rateCardName: "fee", quantity: $v}]}) { userErrors { code } } }',
    '0.5',
    'input',
  ),
  ID: wrong('an ID', 'ID!', '{ node(id: $v) { id } }', 'true', 'id'),
  Int: wrong('an Int', 'Int', accounts('first'), '"many"', 'first'),
  JSON: wrong('a JSON', 'JSON', updateAccount('metadata'), '{constructor: "x"}', 'input', { constructor: 'x' }),
  String: wrong('a String', 'String', accounts('search'), '7', 'search'),
  enum: wrong('an enum', 'AccountOrder', accounts('orderBy'), 'NOWHERE', 'orderBy', 'NOWHERE'),
};

/** What else may be wrong with a value. */
const OTHERS: readonly Fault[] = [
  wrong('null', 'AccountBy!', '{ account(by: $v) { name } }', 'null', 'by'),
  wrong('an object with a field that its type lacks', 'AccountBy!', '{ account(by: $v) { name } }', '{nope: 1}', 'by', { nope: 1 }),
  wrong('an object without the one field that it takes', 'AccountBy!', '{ account(by: $v) { name } }', '{}', 'by'),
  wrong(
    'an object without a field that it must have',
    'CreateAccountInput!',
    'mutation { createAccount(input: $v) { userErrors { code } } }',
    '{customerId: "acme"}',
    'input',
    { customerId: 'acme' },
  ),
  wrong('a page that is too large', 'Int', accounts('first'), '500', 'first'),
  wrong('a page from the end that is too large', 'Int', accounts('last'), '500', 'last'),
  wrong(
    'a page of less than nothing',
    'Int',
    '{ account(by: {accountId: "acme"}) { schedules(first: $v) { nodes { startDate } } } }',
    '-1',
    'first',
  ),
  wrong('a cursor of no list', 'String', accounts('after'), '"cursor"', 'after'),
  wrong('a cursor of another list', 'String', accounts('before'), '"cursor"', 'before'),
  wrong('a text with a control character', 'String', accounts('search'), '"\\u0007"', 'search'),
  wrong('a condition on too many values', '[String!]', '{ accounts(where: {accountId: {in: $v}}) { nodes { name } } }', LONG, 'where'),
  wrong('too many ids', '[ID!]!', '{ nodes(ids: $v) { id } }', LONG, 'ids'),
  {
    title: 'page sizes that make a query too expensive',
    type: 'Int',
    document: '{ customers(first: $v) { nodes { accounts(first: $v) { nodes { schedules(first: $v) { nodes { startDate } } } } } } }',
    literal: '100',
    value: 100,
    code: 'QUERY_TOO_EXPENSIVE',
    argument: null,
  },
];

interface Refused {
  readonly data?: unknown;
  readonly errors: readonly { message: string; locations?: readonly object[]; extensions: Readonly<Record<string, unknown>> }[];
}

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
});

async function ask(body: object, accept: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await send('/graphql', body, { ...org.headers, accept, ...headers });
  const answer = await response.json<Refused>();
  return { status: response.status, type: response.headers.get('content-type'), answer, first: answer.errors[0] };
}

const written = ({ document, literal }: Fault) => ({ query: document.replaceAll('$v', literal) });
const asVariable = ({ document, type, value }: Fault) => {
  const operation = document.startsWith('mutation')
    ? document.replace('mutation', `mutation ($v: ${type})`)
    : `query ($v: ${type}) ${document}`;
  return { query: operation, variables: { v: value } };
};

describe('a wrong value', () => {
  it('is tried of every scalar that there is', () => {
    const inputs = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type)) return Object.values(type.getFields());
      return isObjectType(type) ? Object.values(type.getFields()).flatMap(({ args }) => args) : [];
    });
    const scalars = new Set(inputs.map(({ type }) => getNamedType(type)).filter(isScalarType));
    expect([...scalars].map(({ name }) => name).filter((name) => !(name in OF_A_TYPE))).toEqual([]);
  });

  const cases = [...Object.values(OF_A_TYPE), ...OTHERS].flatMap((fault) => MEDIA_TYPES.map((mediaType) => ({ ...fault, mediaType })));

  it.each(cases)('such as $title has one code, written out or as a variable, in $mediaType', async ({ mediaType, ...fault }) => {
    for (const request of [written(fault), asVariable(fault)]) {
      const { status, type, answer, first } = await ask(request, mediaType);
      expect([status, type]).toEqual([mediaType === JSON_TYPE ? 200 : 400, `${mediaType}; charset=utf-8`]);
      expect('data' in answer).toBe(false);
      expect(first?.extensions.code).toBe(fault.code);
      expect(first?.message).not.toMatch(/``|undefined|NaN|\[object/);
    }
  });

  it.each([...Object.values(OF_A_TYPE), ...OTHERS].filter(({ argument }) => argument !== null))(
    'such as $title is told with its place and its argument',
    async (fault) => {
      const { first } = await ask(written(fault), GRAPHQL_TYPE);
      expect(first).toMatchObject({ locations: [{ line: 1, column: expect.any(Number) }], extensions: { argument: fault.argument } });
      const variable = (await ask(asVariable(fault), GRAPHQL_TYPE)).first;
      expect(variable?.locations).toHaveLength(1);
      expect(variable?.extensions).toMatchObject(variable?.extensions.variable === 'v' ? {} : { argument: fault.argument });
    },
  );

  it('is refused alike by a document that was answered before', async () => {
    const query = 'query ($v: [String!]) { accounts(where: {accountId: {in: $v}}) { nodes { name } } }';
    expect((await send('/graphql', { query, variables: { v: ['acme'] } }, org.headers)).status).toBe(200);
    expect(await ask({ query, variables: { v: JSON.parse(LONG) } }, GRAPHQL_TYPE)).toMatchObject({
      status: 400,
      first: { extensions: { code: 'BAD_USER_INPUT', argument: 'where' } },
    });
  });

  it('of a global id is refused alike by a document that was answered before', async () => {
    const query = 'query ($by: AccountBy!) { account(by: $by) { name } }';
    const wrongId = { query, variables: { by: { id: btoa('Account') } } };
    const first = await ask(wrongId, GRAPHQL_TYPE);
    expect(first).toMatchObject({ status: 400, first: { extensions: { code: 'BAD_USER_INPUT' } } });
    expect((await send('/graphql', { query, variables: { by: { accountId: 'acme' } } }, org.headers)).status).toBe(200);
    const { message, locations } = (await ask(wrongId, GRAPHQL_TYPE)).first ?? {};
    expect({ message, locations }).toEqual({ message: first.first?.message, locations: first.first?.locations });
  });

  it('of syntax, or of a name that does not exist, is told at its place', async () => {
    for (const [query, place] of [
      ['{\n  accounts {', { line: 2, column: 13 }],
      ['{\n  "', { line: 2, column: 4 }],
      ['{\n  nothing }', { line: 2, column: 3 }],
    ] as const) {
      for (const type of MEDIA_TYPES) expect((await ask({ query }, type)).first?.locations).toEqual([place]);
    }
  });

  it.each<[string, object, RegExp]>([
    ['no document', {}, /`query`.*`documentId`/],
    ['two operations and no name', { query: 'query A { __typename } query B { __typename }' }, /`operationName` must name one/],
    ['a name that no operation has', { query: 'query A { __typename }', operationName: 'B' }, /`operationName` must name one/],
  ])('of a request with %s names the parameter that is missing', async (_title, request, message) => {
    for (const type of MEDIA_TYPES) expect((await ask(request, type)).first?.message).toMatch(message);
  });

  it('is told at the field that it is of, among others that are sound', async () => {
    const query = '{ accounts(first: 5) { nodes { name } }\n  customers(first: 500) { nodes { name } } }';
    expect((await ask({ query }, GRAPHQL_TYPE)).first?.locations).toEqual([{ line: 2, column: 20 }]);
  });
});

describe('an answer without data', () => {
  const QUERY = { query: '{ accounts { nodes { name } } }' };
  const unknown = { documentId: `sha256:${'0'.repeat(64)}` };

  it.each<[string, object, Readonly<Record<string, string>>, string, number, number]>([
    ['a document that does not parse', { query: '{' }, {}, 'GRAPHQL_PARSE_FAILED', 200, 400],
    ['the definition of a type', { query: 'type A { a: Int }' }, {}, 'GRAPHQL_PARSE_FAILED', 200, 400],
    ['the extension of a type', { query: 'extend type Query { a: Int }' }, {}, 'GRAPHQL_PARSE_FAILED', 200, 400],
    ['a definition with a description', { query: '"A number." scalar A' }, {}, 'GRAPHQL_PARSE_FAILED', 200, 400],
    ['a field that does not exist', { query: '{ nothing }' }, {}, 'GRAPHQL_VALIDATION_FAILED', 200, 400],
    [
      'a variable of another type',
      { query: 'query ($v: String) { accounts(first: $v) { nodes { name } } }' },
      {},
      'GRAPHQL_VALIDATION_FAILED',
      200,
      400,
    ],
    ['an argument that is missing', { query: '{ account { name } }' }, {}, 'BAD_USER_INPUT', 200, 400],
    ['a variable that is missing', { query: 'query ($v: AccountBy!) { account(by: $v) { name } }' }, {}, 'BAD_USER_INPUT', 200, 400],
    ['a document that is too deep', { query: `{ a${' { a'.repeat(101)}${' }'.repeat(102)}` }, {}, 'BAD_REQUEST', 400, 400],
    ['no document', {}, {}, 'BAD_REQUEST', 400, 400],
    ['one of several operations', { query: 'query A { __typename } query B { __typename }' }, {}, 'OPERATION_RESOLUTION_FAILURE', 200, 400],
    ['an operation that is not there', { ...QUERY, operationName: 'Nothing' }, {}, 'OPERATION_RESOLUTION_FAILURE', 200, 400],
    ['a document that nobody knows', unknown, {}, 'PERSISTED_QUERY_NOT_FOUND', 200, 404],
    ['a document that is not trusted', QUERY, { 'x-test-trusted-only': 'yes' }, 'DOCUMENT_NOT_TRUSTED', 200, 403],
    ['no token', QUERY, { authorization: '' }, 'UNAUTHENTICATED', 401, 401],
    ['too many requests', QUERY, { 'x-test-limited': 'yes' }, 'RATE_LIMITED', 429, 429],
    ['another content type', QUERY, { 'content-type': 'text/plain' }, 'BAD_REQUEST', 415, 415],
    ['an idempotency key that is none', QUERY, { 'idempotency-key': '' }, 'BAD_REQUEST', 400, 400],
  ])('because of %s has its status, and the media type that is accepted', async (_title, request, headers, code, asJson, asGraphQL) => {
    for (const [mediaType, expected] of [
      [JSON_TYPE, asJson],
      [GRAPHQL_TYPE, asGraphQL],
    ] as const) {
      const { status, type, answer, first } = await ask(request, mediaType, headers);
      expect([status, type?.toLowerCase(), first?.extensions.code]).toEqual([expected, `${mediaType}; charset=utf-8`, code]);
      expect('data' in answer).toBe(false);
    }
  });

  it('because of a scope is 403 as `application/graphql-response+json`', async () => {
    const narrow = org.with(await org.done<string>('createApiToken', 'secret', { name: 'ci', scopes: ['PLANS_READ'] }, 'secret'));
    const headers = { authorization: `Bearer ${narrow.token}`, 'x-test-now': narrow.now };
    for (const [mediaType, expected] of [
      [JSON_TYPE, 200],
      [GRAPHQL_TYPE, 403],
    ] as const) {
      expect(await ask(QUERY, mediaType, headers)).toMatchObject({ status: expected, first: { extensions: { code: 'FORBIDDEN' } } });
    }
  });
});

describe('an answer with data', () => {
  it.each(MEDIA_TYPES)('is 200 as %s, whatever is liked less', async (mediaType) => {
    const accept = MEDIA_TYPES.map((each) => `${each};q=${each === mediaType ? 0.9 : 0.5}`).join(', ');
    const response = await send('/graphql', { query: '{ __typename }' }, { ...org.headers, accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${mediaType}; charset=utf-8`]);
  });
});
