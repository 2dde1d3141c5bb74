import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Method } from '../../src/rest/route.ts';
import { delegateFor } from '../support/delegate.ts';
import { Organization } from '../support/organization.ts';
import { call } from '../support/rest.ts';
import { addressOf, REST_SCENARIOS, type RestScenario } from '../support/rest-scenarios.ts';
import { share } from '../support/runs.ts';
import { openWorld, type World } from '../support/world.ts';

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const ROUTED = REST_SCENARIOS.map(({ route }) => route);
const endpoints = ROUTED.map(({ method, path }) => ({ method, path }));
const reads = REST_SCENARIOS.filter(({ isWrite }) => !isWrite);
const named = REST_SCENARIOS.filter(({ route }) => route.path.includes('{'));
const selecting = REST_SCENARIOS.filter(({ route }) => route.selection);
const lists = REST_SCENARIOS.filter(({ route }) => route.query.pageSize);
const bodies = REST_SCENARIOS.filter(({ route }) => route.body);
const required = REST_SCENARIOS.flatMap((scenario) =>
  Object.entries(scenario.route.query)
    .filter(([, { type }]) => type !== 'optional')
    .map(([parameter]) => ({ ...scenario, parameter })),
);

/** Of an operation that is sent a share of the bad values. */
let turn = 0;

let world: World;
let other: Organization;
let delegate: Organization;
beforeAll(async () => {
  world = await openWorld();
  other = await Organization.begin();
  delegate = await delegateFor(world.org, ['contracted']);
});

interface Change {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the accepted request of an operation, changed. */
async function send({ route, accepted }: RestScenario, { path, query, headers, ...change }: Change = {}, org = world.org) {
  const request = accepted(world.ids);
  const parameters = Object.entries({ ...request.query, ...query }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const address = addressOf(route, { path: { ...request.path, ...path }, query: Object.fromEntries(parameters) });
  const body = 'body' in change ? change.body : request.body;
  const answer = await call(org, route.method, address, { body, headers });
  return { ...answer, code: answer.headers.get('x-error-code'), place: answer.headers.get('x-error-path') };
}

/** The name of the last parameter of a path. */
const lastParameter = ({ route }: RestScenario): string => route.path.match(/\w+(?=\}[^{]*$)/)?.[0] ?? '';

describe('every operation of the mirror', () => {
  it.each(endpoints)('needs a token: $method $path', async ({ method, path }) => {
    const answer = await call(world.org, method, path.replace(/\{\w+\}/g, 'some'), { headers: { authorization: '' } });
    expect(answer.status).toBe(401);
    expect(Object.keys(answer.body)).toEqual(['message']);
  });

  // Over HTTP, most clients send no content type without a body, and the server hands on a body that is empty.
  it.each(endpoints.filter(({ method }) => method !== 'GET'))(
    'is not refused for its type without a body: $method $path',
    async (endpoint) => {
      const { method, path } = endpoint;
      const url = `https://api.example.com${path.replace(/\{\w+\}/g, 'some')}`;
      const answer = await exports.default.fetch(url, { method, body: new Uint8Array(), headers: {} });
      expect(answer.status).toBe(401);
    },
  );
});

describe('a delegate of an account', () => {
  it.each(REST_SCENARIOS)('is answered or refused, without a word of GraphQL: $operation', async (scenario) => {
    const { status, code, body } = await send(scenario, {}, delegate);
    expect([200, 403, 404]).toContain(status);
    // `call` compares the names in a message with those of the request.
    if (status === 403)
      expect([code, body.message]).toEqual(['FORBIDDEN', expect.stringMatching(/^(A delegate token may not|This token lacks)/)]);
  });
});

describe('every path of the mirror', () => {
  it.each([...Map.groupBy(endpoints, ({ path }) => path)])('says which methods it takes: %s', async (path, all) => {
    const taken = all.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    // A literal path may be what another takes for an id: that path takes the method then.
    const literals = endpoints.filter((each) => each.path !== path && isMatch(each.path, path)).map(({ method }) => method);
    for (const method of METHODS.filter((each) => !taken.includes(each) && !literals.includes(each))) {
      const answer = await call(world.org, method, path.replace(/\{\w+\}/g, 'some'));
      expect([method, answer.status, answer.headers.get('allow')?.split(', ').toSorted()]).toEqual([method, 405, taken.toSorted()]);
    }
  });

  it.each(reads)('may end with a slash: $operation', async (read) => {
    const { path, query, body } = read.accepted(world.ids);
    const address = addressOf(read.route, { path, query: {} });
    const parameters = new URLSearchParams(query);
    const [bare, slashed] = [
      await call(world.org, read.route.method, `${address}?${parameters}`, { body }),
      await call(world.org, read.route.method, `${address}/?${parameters}`, { body }),
    ];
    expect([slashed.status, slashed.body]).toEqual([200, bare.body]);
  });

  it.each(named)('names nothing by an id that does not exist, or that contains a slash: $operation', async (scenario) => {
    const parameter = lastParameter(scenario);
    for (const id of ['none', 'a/b%']) {
      const { status, code, place, body } = await send(scenario, { path: { [parameter]: id } });
      expect({ status, code, place }).toEqual({ status: 404, code: 'NOT_FOUND', place: `path.${parameter}` });
      expect(body).toEqual({ message: expect.stringContaining(id) });
    }
  });

  it.each(named)('names the id that no text may be: $operation', async (scenario) => {
    const parameter = lastParameter(scenario);
    const { status, code, place, body } = await send(scenario, { path: { [parameter]: 'a\u0000' } });
    expect([400, 404]).toContain(status);
    expect({ code, place }).toEqual({
      code: status === 404 ? 'NOT_FOUND' : expect.stringMatching(/^(BAD_REQUEST|INVALID_VALUE)$/),
      place: `path.${parameter}`,
    });
    expect(body.message).not.toContain('$');
  });

  it.each(selecting)('is told from the state of it that a query selects: $operation', async (scenario) => {
    const { parameter = '' } = scenario.route.selection ?? {};
    const { body: active } = await call(world.org, 'GET', '/v2/accounts/contracted/schedules?mode=ACTIVE');
    const path = { pricePlanId: world.ids.basic, scheduleId: active.data[0].id };
    const state = parameter === 'version' ? '99' : 'DRAFT';
    const { status, code, place, body } = await send(scenario, { path, query: { [parameter]: state } });
    expect({ status, code, place }).toEqual({ status: 404, code: 'NOT_FOUND', place: `query.${parameter}` });
    expect(body.message).toContain(state);
  });
});

const isMatch = (template: string, path: string): boolean =>
  new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path.replace(/\{\w+\}/g, 'some'));

describe('every read of the mirror', () => {
  it.each(reads)('finds nothing of another organization: $operation', async (scenario) => {
    const { status, code, body } = await send(scenario, {}, other);
    if (scenario.route.path.includes('{')) expect([status, code]).toEqual([404, 'NOT_FOUND']);
    else if (scenario.route.method === 'GET') expect([status, body]).toEqual([200, { data: [] }]);
    else expect(status).toBe(400);
  });

  it.each(reads)('says that the database did not answer: $operation', async (scenario) => {
    const { status, code, body } = await send(scenario, { headers: { 'x-test-fault': 'fail:1x9' } });
    expect([status, code, Object.keys(body)]).toEqual([503, 'UNAVAILABLE', ['message']]);
  });
});

/** Both are the list of billable items, and a cursor is of a list whatever it is filtered by. */
const ONE_LIST: ReadonlySet<string> = new Set(['getAddOns', 'getFeatures']);

describe('every list of the mirror', () => {
  it.each(lists)('has 1 to 50 items a page: $operation', async (scenario) => {
    for (const pageSize of share(['0', '51', '-1', '1.5', 'ten', ''], 3, turn++)) {
      const { status, place, body } = await send(scenario, { query: { pageSize } });
      expect([pageSize, status, place, body.message]).toEqual([
        pageSize,
        400,
        'query.pageSize',
        `query.pageSize: Must be 1 to 50, not "${pageSize}".`,
      ]);
    }
    expect((await send(scenario, { query: { pageSize: '50' } })).status).toBe(200);
  });

  it('refuses the token of another list, and one that is no token', async () => {
    const tokens = new Map<string, string>();
    for (const list of lists) {
      const { nextToken } = (await send(list, { query: { pageSize: '1' } })).body;
      if (nextToken !== undefined) tokens.set(list.operation, nextToken);
    }
    expect(tokens.size).toBeGreaterThan(2);
    for (const list of lists) {
      for (const [operation, nextToken] of [...tokens, ['none', 'n'], ['none', 'no-token'], ['none', 'p!'], ['none', '']] as const) {
        if (operation === list.operation || (ONE_LIST.has(operation) && ONE_LIST.has(list.operation))) continue;
        const { status, code, place, body } = await send(list, { query: { nextToken } });
        const refused = [list.operation, operation, 400, 'BAD_REQUEST', 'query.nextToken'];
        expect([list.operation, operation, status, code, place]).toEqual(refused);
        expect(body.message).toMatch(/^query.nextToken: Is not a token of this list/);
      }
    }
  });

  it('finds nothing of another organization by the token of its page', async () => {
    for (const list of lists.filter(({ route }) => !route.path.includes('{'))) {
      const { nextToken } = (await send(list, { query: { pageSize: '1' } })).body;
      if (nextToken === undefined) continue;
      const { status, body } = await send(list, { query: { nextToken } }, other);
      if (status === 200) expect(body).toEqual({ data: [] });
      else expect(status).toBe(400);
    }
  });
});

describe('every parameter of a query', () => {
  it.each(required)(
    'that is required is named where it is missing or unknown: $parameter of $operation',
    async ({ parameter, ...scenario }) => {
      const missing = await send(scenario, { query: { [parameter]: undefined } });
      expect([missing.status, missing.place, missing.body.message]).toEqual([
        400,
        `query.${parameter}`,
        `query.${parameter}: Must be given.`,
      ]);
      const unknown = await send(scenario, { query: { [parameter]: 'NO_SUCH_VALUE' } });
      expect([unknown.status, unknown.place]).toEqual([400, `query.${parameter}`]);
    },
  );

  it.each(REST_SCENARIOS)('is one that the operation takes: $operation', async (scenario) => {
    const { status, place } = await send(scenario, { query: { unknown: '1' } });
    expect([status, place]).toEqual([400, 'query.unknown']);
  });
});

describe('every body', () => {
  it.each(bodies)('is JSON, and an object: $operation', async (scenario) => {
    for (const body of share(['{', '{"a": 1,}', '\u0000'], 3, turn)) {
      const { status, place, ...answer } = await send(scenario, { body });
      expect([status, place, answer.body]).toEqual([400, null, { message: 'The body is not JSON.' }]);
    }
    for (const body of share(['[]', '1', '"text"', 'null', 'true'], 5, turn++)) {
      const { status, place } = await send(scenario, { body });
      expect([body, status, place]).toEqual([body, 400, 'body']);
    }
  });
});
