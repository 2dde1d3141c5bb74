import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { documentOf, mutationsOf, SCENARIOS } from '../support/mutations.ts';
import { type Answer, type Organization, send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
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

describe('the scheduled work', () => {
  it('that was cut off at any call is done by the next run, once', async () => {
    const org = await copyOf(world.org);
    const topup = { accountId: 'spare', type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: '1' } };
    await mutate(org, 'createProposal', { ...topup, expiryDate: '2026-12-01T00:00:00Z' });
    const run = async (fault = 'delay:1') =>
      (await send('/test/scheduled', {}, { 'x-test-now': '2026-12-02T00:00:00Z', 'x-test-fault': fault })).status;
    const entries = async () => {
      const query = env.DB.prepare(
        "select count(*) as entries from audit_entries where org_id = ? and operation = 'sweepExpiredProposals'",
      );
      return query.bind(org.orgId).first('entries');
    };
    // It forgets keys, looks what is due, and records that.
    for (const call of [1, 2, 3]) expect(await run(`fail:${call}`)).toBe(500);
    expect(await entries()).toBe(0);
    expect(await run('drop:3')).toBe(500);
    expect(await entries()).toBe(1);
    for (let again = 0; again < 2; again++) expect(await run()).toBe(200);
    expect(await entries()).toBe(1);
  });
});

it('every mutation of the schema is tried below', async () => {
  const tried = new Set(SCENARIOS.map(({ mutation }) => mutation));
  expect((await mutationsOf(world.org)).filter((name) => !tried.has(name))).toEqual([]);
});

describe.each(SCENARIOS)('$mutation', ({ mutation, accepted }) => {
  /** A fresh state, and the mutation under a key in it. */
  async function begin() {
    const org = await copyOf(world.org);
    const input = { ...accepted(world.ids), idempotencyKey: 'once' };
    return { org, during: (fault: string) => askDuring(org, fault, documentOf(mutation), { input }) };
  }

  it('writes nothing where a call fails for good, or its batch breaks in the middle, and then happens as if it were the first', async () => {
    const { org, during } = await begin();
    const before = await everyRow(org);
    for (const fault of ['fail:1x9', 'overload:1', 'fail:2', 'overload:2']) expectUnavailable(await during(fault), /did not answer/);
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
    for (const fault of ['delay:1', 'fail:1', 'drop:2']) {
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

const DONE = { isReplay: false, userErrors: [] };

/** The operations of a copy that are in its audit log and have a record of their key: each is one change. */
async function effectsIn({ orgId, now }: Organization): Promise<readonly string[]> {
  const sql = `select operation from audit_entries a join idempotency_records r on r.org_id = a.org_id and r.created_at = a.at
    where a.org_id = ? and a.at = ?`;
  const { results } = await env.DB.prepare(sql).bind(orgId, Date.parse(now)).all<{ operation: string }>();
  return results.map(({ operation }) => operation);
}
