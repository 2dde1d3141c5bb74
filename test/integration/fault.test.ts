import { exports } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { REFUSALS, type Refusal } from '../support/faulty.ts';
import { documentOf, mutationsOf, SCENARIOS } from '../support/mutations.ts';
import { answerFaults } from '../support/openapi-schemas.ts';
import { type Answer, type Organization, send } from '../support/organization.ts';
import { call } from '../support/rest.ts';
import { addressOf, REST_SCENARIOS } from '../support/rest-scenarios.ts';
import { everyRow } from '../support/rows.ts';
import { share } from '../support/runs.ts';
import { copyOf, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** Sends a document while D1 has a fault, as the test worker's header writes it. */
async function askDuring({ headers }: Organization, fault: string, query: string, variables: object = {}): Promise<Answer<unknown>> {
  const response = await send('/graphql', { query, variables }, { ...headers, 'x-test-fault': fault });
  return { status: response.status, headers: response.headers, ...(await response.json<Omit<Answer<unknown>, 'status' | 'headers'>>()) };
}

/** An honest error, and nothing of the inside. */
function expectUnavailable({ status, errors }: Answer<unknown>, message: RegExp): void {
  expect(status).toBe(503);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message), extensions: { code: 'UNAVAILABLE', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
  ]);
  expect(JSON.stringify(errors)).not.toMatch(/D1_|sql|select|connection|stack/i);
}

const LIST = '{ customers { nodes { customerId } } }';

describe('a read', () => {
  let org: Organization;
  beforeEach(async () => {
    org = await copyOf(world.org);
  });

  it('is tried again where D1 failed in transit, and answered as if nothing had been', async () => {
    for (const fault of ['fail:1', 'drop:1', 'fail:1x2']) {
      const { status, errors, data, extensions } = await askDuring(org, fault, LIST);
      expect([status, errors, data]).toEqual([
        200,
        undefined,
        { customers: { nodes: [{ customerId: 'acme' }, { customerId: 'leaving' }] } },
      ]);
      expect(extensions.cost.d1Calls).toBe(fault === 'fail:1x2' ? 3 : 2);
    }
  });

  it('is tried three times at most', async () => {
    const answer = await askDuring(org, 'fail:1x9', LIST);
    expectUnavailable(answer, /Nothing was written/);
    expect(answer.extensions.cost.d1Calls).toBe(3);
  });

  it('is not tried again where D1 has too much to do', async () => {
    const answer = await askDuring(org, 'overload:1', LIST);
    expectUnavailable(answer, /Nothing was written/);
    expect(answer.extensions.cost.d1Calls).toBe(1);
  });

  it('waits for an answer that takes long', async () => {
    expect((await askDuring(org, 'delay:1', LIST)).errors).toBeUndefined();
  });

  it('of the token is tried again as well, and is an honest error where that does not help', async () => {
    const again = (minutes: number, fault: string) => {
      const later = org.with(org.token);
      later.now = new Date(Date.parse(org.now) + minutes * 60_000).toISOString();
      return askDuring(later, fault, LIST);
    };
    expect((await again(1, 'fail:1')).status).toBe(200);
    expectUnavailable(await again(2, 'fail:1x9'), /database did not answer/);
  });
});

describe('a database that refuses', () => {
  const NOTHING = /did not answer\. Nothing was written/;
  const UNKNOWN = /not known whether this was done/;
  /** How often a call is tried, and what is known of a write that it refuses. */
  const KINDS: readonly (readonly [Refusal, { readonly reads: number; readonly writes: number; readonly message: RegExp }])[] = [
    ['fail', { reads: 3, writes: 1, message: UNKNOWN }],
    ['reset', { reads: 3, writes: 1, message: UNKNOWN }],
    ['internal', { reads: 3, writes: 1, message: UNKNOWN }],
    ['busy', { reads: 3, writes: 3, message: NOTHING }],
    ['locked', { reads: 3, writes: 3, message: NOTHING }],
    ['full', { reads: 1, writes: 1, message: NOTHING }],
    ['size', { reads: 1, writes: 1, message: NOTHING }],
    ['readonly', { reads: 1, writes: 1, message: NOTHING }],
    ['absent', { reads: 1, writes: 1, message: NOTHING }],
    ['disk', { reads: 1, writes: 1, message: UNKNOWN }],
    ['overload', { reads: 1, writes: 1, message: UNKNOWN }],
    ['timeout', { reads: 1, writes: 1, message: UNKNOWN }],
  ];
  const WRITE = 'mutation { updateAccount(input: { accountId: "acme", name: "Renamed" }) { userErrors { code } } }';

  it('is tried in every way that it can', () => {
    expect(KINDS.map(([kind]) => kind).toSorted()).toEqual(Object.keys(REFUSALS).toSorted());
  });

  it.each(KINDS)('(%s) answers a query 503, and a mutation 503 with nothing written', async (kind, { reads, writes, message }) => {
    const org = await copyOf(world.org);
    const read = await askDuring(org, `${kind}:1x9`, LIST);
    expectUnavailable(read, NOTHING);
    expect(read.extensions.cost.d1Calls).toBe(reads);

    const before = await everyRow(org);
    expectUnavailable(await askDuring(org, `${kind}:1x9`, WRITE), NOTHING);
    const write = await askDuring(org, `${kind}:2x9`, WRITE);
    expectUnavailable(write, message);
    expect(write.extensions.cost.d1Calls).toBe(1 + writes);
    expect(await everyRow(org)).toEqual(before);
  });

  it.each(KINDS)('(%s) answers 503 where the token is looked up, and where an `ETag` is', async (kind) => {
    const org = await copyOf(world.org);
    const later = org.with(org.token);
    later.now = new Date(Date.parse(org.now) + 60_000).toISOString();
    expectUnavailable(await askDuring(later, `${kind}:1x9`, LIST), NOTHING);

    const id = `sha256:${[...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(LIST)))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    await send('/graphql', { query: LIST, documentId: id }, org.headers);
    const url = `https://api.example.com/graphql?documentId=${encodeURIComponent(id)}`;
    const headers = { ...org.headers, 'if-none-match': 'W/"0"', 'x-test-fault': `${kind}:1x9` };
    expect((await exports.default.fetch(url, { headers })).status).toBe(503);
  });

  it.each(KINDS)('(%s) leaves the scheduled work to the next run', async (kind, { reads }) => {
    const org = await copyOf(world.org);
    const before = await everyRow(org);
    const clock = async (fault: string) => (await send('/test/clock', {}, { 'x-test-now': org.now, 'x-test-fault': fault })).json();
    // Expired proposals, old keys, jobs, erasures, old deliveries, due events, and jobs again.
    expect(await clock(`${kind}:1x99`)).toEqual(Array(7).fill(REFUSALS[kind]));
    expect(await everyRow(org)).toEqual(before);
    // One part that breaks leaves the others to be done.
    expect(await clock(`${kind}:1x${reads}`)).toEqual([REFUSALS[kind]]);
  });
});

describe('an error of ours', () => {
  it('is logged with the id of the request that met it, once for all fields that failed with it', async () => {
    const org = await copyOf(world.org);
    const query = '{ customers { nodes { customerId } } accounts { nodes { accountId } } }';
    const response = await send('/graphql', { query }, { ...org.headers, 'x-test-fault': 'full:1x9', 'x-test-log': 'yes' });
    const { answer, lines, errors } = await response.json<{ answer: string; lines: object[]; errors: object[] }>();
    const [{ extensions }] = JSON.parse(answer).errors;
    expect(lines).toMatchObject([{ requestId: extensions.requestId, outcome: 'UNAVAILABLE' }]);
    expect(errors).toEqual([{ requestId: extensions.requestId, name: 'Error', message: REFUSALS.full }]);
  });
});

describe('the scheduled work', () => {
  it('that was cut off at any call is done by the next run, once', async () => {
    const org = await copyOf(world.org);
    const topup = { accountId: 'spare', type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: '1' } };
    await mutate(org, 'createProposal', { ...topup, expiryDate: '2026-12-01T00:00:00Z' });
    const run = async (fault = 'delay:1') =>
      (await send('/test/scheduled', {}, { 'x-test-now': '2026-12-02T00:00:00Z', 'x-test-fault': fault })).status;
    const entries = async () => {
      const query = DB.prepare("select count(*) as entries from audit_entries where org_id = ? and operation = 'sweepExpiredProposals'");
      return query.bind(org.orgId).first('entries');
    };
    // It forgets keys, looks which organizations have something due, reads what, and records that.
    for (const call of [1, 2, 3, 4]) expect(await run(`overload:${call}`)).toBe(500);
    expect(await entries()).toBe(0);
    expect(await run('drop:4')).toBe(500);
    expect(await entries()).toBe(1);
    for (let again = 0; again < 2; again++) expect(await run()).toBe(200);
    expect(await entries()).toBe(1);
  });
});

it('every mutation of the schema is tried below', async () => {
  const tried = new Set(SCENARIOS.map(({ mutation }) => mutation));
  expect((await mutationsOf(world.org)).filter((name) => !tried.has(name))).toEqual([]);
});

describe.each(share(SCENARIOS, 6, 1).map((scenario, turn) => ({ ...scenario, turn })))('$mutation', ({ mutation, accepted, turn }) => {
  /** A fresh state, and the mutation under a key in it. */
  async function begin() {
    const org = await copyOf(world.org);
    const input = { ...accepted(world.ids), idempotencyKey: 'once' };
    return { org, during: (fault: string) => askDuring(org, fault, documentOf(mutation), { input }) };
  }

  it('writes nothing where a call fails for good, or its batch breaks in the middle, and then happens as if it were the first', async () => {
    const { org, during } = await begin();
    const before = await everyRow(org);
    for (const fault of share(['fail:1x9', 'overload:1', 'fail:2', 'overload:2'], 2, turn))
      expectUnavailable(await during(fault), /did not answer/);
    expect((await during('crash:2@3')).errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(await everyRow(org)).toEqual(before);
    expect((await during('delay:2')).data).toEqual({ [mutation]: DONE });
    expect(await effectsIn(org)).toEqual([mutation]);
  });

  it('has happened once where only the answer of its write was lost, and is told so when it is sent again', async () => {
    const { org, during } = await begin();
    expectUnavailable(await during('drop:2'), /not known whether this was done.*`idempotencyKey`/);
    expect(await effectsIn(org)).toEqual([mutation]);
    const after = await everyRow(org);
    for (const fault of share(['delay:1', 'fail:1', 'drop:2'], 3, turn)) {
      expect((await during(fault)).data).toEqual({ [mutation]: { ...DONE, isReplay: true } });
    }
    expect(await everyRow(org)).toEqual(after);
  });

  it('happens once where the answer of its read was lost', async () => {
    const { org, during } = await begin();
    expect((await during('drop:1')).data).toEqual({ [mutation]: DONE });
    expect(await effectsIn(org)).toEqual([mutation]);
  });
});

describe.each(
  share(
    REST_SCENARIOS.filter(({ isWrite }) => isWrite),
    4,
    1,
  ).map((scenario, turn) => ({ ...scenario, turn })),
)('$operation of REST', (scenario) => {
  const { operation, route, accepted, turn } = scenario;

  it('writes nothing where a call fails, happens once where only its answer was lost, and is answered the same whenever it is sent again', async () => {
    const org = await copyOf(world.org);
    const request = accepted(world.ids);
    const during = async (fault: string) => {
      const headers = { 'idempotency-key': '"once"', 'x-test-fault': fault };
      const answer = await call(org, route.method, addressOf(route, request), { body: request.body, headers });
      return { ...answer, code: answer.headers.get('x-error-code') };
    };
    const before = await everyRow(org);
    for (const fault of share(['fail:1x9', 'overload:1', 'fail:2', 'overload:2'], 2, turn))
      expect(await during(fault)).toMatchObject({
        status: 503,
        code: 'UNAVAILABLE',
        body: { message: expect.stringMatching(/did not answer/) },
      });
    expect(await during('crash:2@3')).toMatchObject({ status: 500, code: 'INTERNAL_SERVER_ERROR' });
    expect(await everyRow(org)).toEqual(before);

    const lost = await during('drop:2');
    expect(lost).toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
      body: { message: expect.stringMatching(/not known whether this was done/) },
    });
    const after = await everyRow(org);
    expect(after).not.toEqual(before);
    const again = await during('delay:1');
    expect([again.status, answerFaults(operation, again.status, again.body)]).toEqual([route.status, []]);
    for (const fault of share(['fail:1', 'drop:2', 'drop:1'], 3, turn))
      expect(await during(fault)).toMatchObject({ status: again.status, body: again.body });
    expect(await everyRow(org)).toEqual(after);
  });
});

const DONE = { isReplay: false, userErrors: [] };

/** The operations of a copy that are in its audit log and have a record of their key: each is one change. */
async function effectsIn({ orgId, now }: Organization): Promise<readonly string[]> {
  const sql = `select operation from audit_entries a join idempotency_records r on r.org_id = a.org_id and r.created_at = a.at
    where a.org_id = ? and a.at = ?`;
  const { results } = await DB.prepare(sql).bind(orgId, Date.parse(now)).all<{ operation: string }>();
  return results.map(({ operation }) => operation);
}
