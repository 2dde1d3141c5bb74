import {
  type GraphQLSchema,
  execute as graphqlExecute,
  introspectionFromSchema,
  isInterfaceType,
  Kind,
  OperationTypeNode,
  parse,
  printSchema,
  validate,
  validateSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleVariables, isExample } from '../../scripts/sample/examples.ts';
import { type Seeded, seed } from '../../scripts/sample/seed.ts';
import { createContext } from '../../src/context.ts';
import { idFactory } from '../../src/domain/id.ts';
import { withinArgumentLimit } from '../../src/engine/d1/arguments.ts';
import type { D1 } from '../../src/engine/d1/d1.ts';
import { noUsage } from '../../src/engine/d1/metered.ts';
import { execute } from '../../src/engine/execute/execute.ts';
import { answerMeter } from '../../src/graphql/admission/answer-size.ts';
import { describeScopes } from '../../src/graphql/admission/scope-descriptions.ts';
import { builder } from '../../src/graphql/builder.ts';
import { schema, stockSchema } from '../../src/graphql/schema.ts';
import { SCOPES } from '../../src/operations/scope.ts';
import { byDrizzle, openStore } from '../../src/store/client.ts';
import { now } from '../support/clock.ts';
import { DB } from '../support/database.ts';
import { send } from '../support/organization.ts';
import { type RandomRequest, RandomRequests, randomFrom } from '../support/random-requests.ts';
import { RUNS } from '../support/runs.ts';
import { copyOf } from '../support/world.ts';

/**
 * What decides an upgrade of Drizzle or Pothos: the engine leans on members that they do not promise, so every answer through it is compared
 * with the answer of these libraries alone, from the same rows.
 */
const FILES = import.meta.glob('../../schema/{documents,examples}/*.graphql', { query: '?raw', import: 'default', eager: true });
const DOCUMENTS = Object.entries(FILES)
  .map(([path, text]) => [path.replace(/.*\/|\.graphql/g, ''), text] as const)
  .filter(([name]) => isExample(name));

/** Relations that one document selects in several ways, pages with cursors and counts among them. */
const SEVERAL_WAYS = {
  'one relation under two aliases': `{ accounts(first: 5) { nodes {
    first: schedules(first: 1) { totalCount nodes { startDate } }
    last: schedules(last: 2) { nodes { startDate endDate } pageInfo { hasPreviousPage startCursor } }
    proposals(first: 2) { edges { cursor node { proposalId } } totalCount }
  } } }`,
  'one relation beneath another, which is selected twice': `{ customers(first: 5) { nodes {
    few: accounts(first: 1) { nodes { accountId schedules(first: 1) { nodes { scheduleId } } } }
    more: accounts(first: 3) { nodes { accountId schedules(first: 2) { nodes { scheduleId pricePlanVersion { rateCards(first: 2) { nodes { name } } } } } } }
  } } }`,
  'one relation of the members of an interface': `{ billableItems(first: 50) { nodes {
    __typename
    ... on AddOn { rateCards(first: 1) { totalCount nodes { name } } }
    ... on Feature { rateCards(first: 2) { nodes { name } } }
  } } }`,
};

const SEED = 20261130;
/** Answers that are compared. Of the requests, the most are refused. */
const ANSWERS = Math.ceil(30 * RUNS);
const MOST_REQUESTS = ANSWERS * 20;

/** One instant for both. */
const NOW = now();

let larkspur: Seeded;
let variables: Readonly<Record<string, object>>;
const stock = stockSchema();

/** The database for the stock libraries, which write objects of more members than D1 takes. */
const STOCK: D1 = {
  prepare: (sql) => DB.prepare(withinArgumentLimit(sql)),
  batch: (statements) => DB.batch(statements),
};

beforeAll(async () => {
  [larkspur] = await seed(DB, NOW, digits());
  variables = await exampleVariables(DB, larkspur.orgId, NOW);
});

describe('a schema that builds its types when they are read', () => {
  it('is the schema that the stock libraries build at once, in the same order', () => {
    const lazy = describeScopes(builder.toSchema({ sortSchema: false }));
    expect(introspectionFromSchema(lazy)).toEqual(introspectionFromSchema(describeScopes(stock)));
    expect(printSchema(lazy)).toBe(printSchema(stock));
  });

  it('is valid, which a Worker does not check again', () => {
    expect(validateSchema(stock)).toEqual([]);
  });

  it('knows the members of each interface as the stock libraries do', () => {
    const lazy = builder.toSchema({ sortSchema: false });
    const membersOf = (of: GraphQLSchema) =>
      Object.values(of.getTypeMap())
        .filter(isInterfaceType)
        .map((type) => [type.name, of.getImplementations(type).objects.map(String), of.getImplementations(type).interfaces.map(String)]);
    expect(membersOf(lazy)).toEqual(membersOf(stock));
    expect(membersOf(lazy)).not.toEqual([]);
  });

  it('builds only the fields that a document selects', () => {
    const lazy = builder.toSchema({ sortSchema: false });
    const fields = lazy.getQueryType()?.getFields() ?? {};
    validate(lazy, parse('{ viewer { __typename } }'));
    const built = Object.entries(Object.getOwnPropertyDescriptors(fields)).flatMap(([name, { get }]) => (get ? [] : [name]));
    expect(built).toEqual(['viewer']);
  });

  it.each([
    ['a known document', '{ viewer { __typename } node(id: "1") { ... on Account { accountId } } }'],
    ['an unknown type', '{ node(id: "1") { ... on Acount { id } } }'],
    ['an unknown field', '{ acount { id } }'],
  ])('builds few of its types to validate %s', (_title, text) => {
    const lazy = builder.toSchema({ sortSchema: false });
    const errors = validate(lazy, parse(text));
    expect(errors).toEqual(validate(stock, parse(text)));
    const isBuilt = Object.values(Object.getOwnPropertyDescriptors(lazy.getTypeMap())).map(({ get }) => get === undefined);
    expect(isBuilt.filter(Boolean).length).toBeLessThan(isBuilt.length / 2);
  });
});

describe('a document that ships is answered through the engine as by the stock libraries', () => {
  it.each(DOCUMENTS)('%s', async (name, text) => {
    const operations = parse(text).definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition] : []));
    const isWrite = operations.some(({ operation }) => operation === OperationTypeNode.MUTATION);
    // A cursor names its organization. What writes needs the same state twice, in two organizations.
    const state = { orgId: larkspur.orgId, now: new Date(NOW).toISOString() };
    const orgIds = isWrite ? [(await copyOf(state)).orgId, (await copyOf(state)).orgId] : [larkspur.orgId, larkspur.orgId];
    const [byEngine, byStock] = [requestsTo(orgIds[0] ?? '', 'engine'), requestsTo(orgIds[1] ?? '', 'stock')];
    for (const operation of operations) {
      const request = { query: text, variables: { ...variables[name] }, operationName: operation.name?.value };
      const answer = await byEngine(request);
      expect(answer.errors).toBeUndefined();
      expect(answer).toEqual(await byStock(request));
    }
  });
});

describe('a document that selects a relation in several ways is answered through the engine as by the stock libraries', () => {
  it.each(Object.entries(SEVERAL_WAYS))('%s', async (_title, query) => {
    const request = { query, variables: {} };
    const answer = await requestsTo(larkspur.orgId, 'engine')(request);
    expect(answer.errors).toBeUndefined();
    expect(answer).toEqual(await requestsTo(larkspur.orgId, 'stock')(request));
  });
});

describe('random queries', () => {
  it('are answered through the engine as by the stock libraries', async () => {
    const requests = new RandomRequests(schema, randomFrom(SEED), await textsOf(larkspur.orgId));
    const byStock = requestsTo(larkspur.orgId, 'stock');
    const differences: object[] = [];
    let compared = 0;
    for (let sent = 0; compared < ANSWERS && sent < MOST_REQUESTS; sent++) {
      const request = nextQuery(requests);
      const answer = await served(request);
      // What is refused, or has an error somewhere, never comes as far as the rows.
      if (!answer.data || answer.errors) continue;
      compared++;
      const expected = await byStock(request);
      if (JSON.stringify(answer.data) !== JSON.stringify(expected.data)) differences.push({ ...request, answer, expected });
    }
    expect(differences.slice(0, 3)).toEqual([]);
    expect(compared).toBe(ANSWERS);
  });
});

interface Request extends RandomRequest {
  readonly operationName?: string | undefined;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Sends requests to a schema without HTTP around it. Each gives new objects the same ids in every organization. */
function requestsTo(orgId: string, by: 'engine' | 'stock'): (request: Request) => Promise<Answer> {
  const newId = idFactory(NOW, digits());
  return async ({ query, variables: variableValues, operationName }) => {
    const token = await DB.prepare('select id from api_tokens where org_id = ? order by id limit 1').bind(orgId).first<string>('id');
    const identity = { orgId, actor: { id: token ?? '', scopes: new Set(SCOPES), expiresAt: null, delegate: null, staff: null } };
    const request = { requestId: 'contract', idempotencyKey: null, now: NOW, newId };
    const context = createContext(identity, request, { d1: DB, delegateKey: null, afterwards: () => undefined });
    const operation = { document: parse(query), variableValues, operationName };
    const stockContext = { ...context, store: openStore(STOCK, orgId, null, noUsage(), byDrizzle) };
    const answer =
      by === 'engine'
        ? await execute({ ...operation, schema, contextValue: context }, answerMeter(context))
        : await graphqlExecute({ ...operation, schema: stock, contextValue: stockContext });
    // Without prototypes and instances of errors, as JSON has it.
    return JSON.parse(JSON.stringify(answer));
  };
}

/** The answer of the Worker, with all that it refuses before anything runs. */
async function served(request: RandomRequest): Promise<Answer> {
  const headers = { authorization: `Bearer ${larkspur.token}`, 'x-test-now': new Date(NOW).toISOString() };
  return (await send('/graphql', request, headers)).json();
}

function nextQuery(requests: RandomRequests): RandomRequest {
  for (;;) {
    const request = requests.next();
    if (request.query.startsWith('query')) return request;
  }
}

/** Digits of ids, one after the other. */
function digits(): (n: number) => string {
  let next = 0;
  return (n) => String(next++).padStart(n, '0').slice(-n);
}

/** Ids and names that exist, so that requests reach something. */
async function textsOf(orgId: string): Promise<string[]> {
  const { data } = await requestsTo(
    orgId,
    'engine',
  )({
    query: `{
      accounts { nodes { id accountId name schedules { nodes { id } } } } customers { nodes { id customerId } }
      pricePlans { nodes { id pricePlanId name } } proposals { nodes { id proposalId } }
      billableItems { nodes { id billableId } } jobs { nodes { id jobId } }
    }`,
    variables: {},
  });
  return JSON.stringify(data).match(/(?<=":")[^"]+/g) ?? [];
}
