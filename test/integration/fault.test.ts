import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, type Organization, send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
let org: Organization;
beforeEach(async () => {
  shop = await openShop();
  ({ org } = shop);
  // The token is looked up, so that the calls that are counted are the operation's own.
  await org.ask('{ __typename }');
});

/** Sends a document while D1 has a fault, as the test worker's header writes it. */
async function askDuring(fault: string, query: string, variables: object = {}, token = org.token): Promise<Answer<unknown>> {
  const headers = { authorization: `Bearer ${token}`, 'x-test-now': org.now, 'x-test-fault': fault };
  const response = await send('/graphql', { query, variables }, headers);
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

const LIST = '{ accounts { nodes { accountId } } }';

describe('a read', () => {
  it('is tried again where D1 failed in transit, and answered as if nothing had been', async () => {
    for (const fault of ['fail:1', 'drop:1', 'fail:1x2']) {
      const { status, errors, data, extensions } = await askDuring(fault, LIST);
      expect([status, errors, data]).toEqual([200, undefined, { accounts: { nodes: [{ accountId: 'acme' }] } }]);
      expect(extensions.cost.d1Calls).toBe(fault === 'fail:1x2' ? 3 : 2);
    }
  });

  it('is tried three times at most', async () => {
    const answer = await askDuring('fail:1x9', LIST);
    expectUnavailable(answer, /Nothing was written/);
    expect(answer.extensions.cost.d1Calls).toBe(3);
  });

  it('is not tried again where D1 has too much to do', async () => {
    const answer = await askDuring('overload:1', LIST);
    expectUnavailable(answer, /Nothing was written/);
    expect(answer.extensions.cost.d1Calls).toBe(1);
  });

  it('waits for an answer that takes long', async () => {
    expect((await askDuring('delay:1', LIST)).errors).toBeUndefined();
  });

  it('of the token is tried again as well, and is an honest error where that does not help', async () => {
    const other = await openShop();
    const later = (minutes: number) => {
      org.now = new Date(Date.parse(other.org.now) + minutes * 60_000).toISOString();
    };
    later(1);
    expect((await askDuring('fail:1', LIST, {}, other.org.token)).status).toBe(200);
    later(2);
    expectUnavailable(await askDuring('fail:1x9', LIST, {}, other.org.token), /database did not answer/);
  });
});

/** Mutations of each kind: what they need to be there, and the answer of the same request afterwards when it has been done already. */
const MUTATIONS: readonly { name: string; input: (shop: Shop) => object; again: string | null }[] = [
  {
    name: 'createCustomer',
    input: () => ({ customerId: 'new', name: 'New', primaryEmail: 'a@b.co', address: {} }),
    again: 'ALREADY_EXISTS',
  },
  { name: 'createAccount', input: () => ({ customerId: 'acme', accountId: 'new', name: 'New' }), again: 'ALREADY_EXISTS' },
  { name: 'updateAccount', input: () => ({ accountId: 'acme', name: 'Renamed', expectedRevision: 1 }), again: 'CONFLICT' },
  { name: 'addAccountAliases', input: () => ({ accountId: 'acme', aliases: [{ value: 'a' }], expectedRevision: 1 }), again: 'CONFLICT' },
  { name: 'createPricePlan', input: () => ({ name: 'New', type: 'PURCHASE', supportedCurrencies: ['USD'] }), again: 'ALREADY_EXISTS' },
  {
    name: 'updatePricingSchedule',
    input: ({ pro }) => ({ accountId: 'acme', pricePlanId: pro, ...FOR_EVER, expectedRevision: 1 }),
    again: 'CONFLICT',
  },
  {
    name: 'bulkEditSchedules',
    input: ({ pro }) => ({ accountId: 'acme', edits: [{ ...FOR_EVER, associationConfig: { pricePlanId: pro } }], expectedRevision: 1 }),
    again: 'CONFLICT',
  },
  { name: 'initiatePurchase', input: ({ pack }) => ({ accountId: 'acme', pricePlanId: pack, idempotencyKey: 'order-1' }), again: null },
  {
    name: 'createProposal',
    input: () => ({
      accountId: 'acme',
      type: 'WALLET_TOPUP',
      paymentMode: 'PREPAID',
      walletTopupDetails: { topupAmount: '1', purchaseAmount: '1' },
      idempotencyKey: 'order-1',
    }),
    again: null,
  },
];
const FOR_EVER = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };

const documentOf = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code } } }`;

describe.each(MUTATIONS)('$name', ({ name, input, again }) => {
  const during = (fault: string) => askDuring(fault, documentOf(name), { input: input(shop) });
  const answerOf = async () =>
    (await org.ask<Record<string, { userErrors: { code: string }[] }>>(documentOf(name), { input: input(shop) })).data[name];

  it('writes nothing where any of its calls fails for good, and then happens as if it were the first', async () => {
    const before = await everyRow(org);
    for (const call of [1, 2]) {
      for (const fault of [`fail:${call}x9`, `overload:${call}`]) {
        const answer = await during(fault);
        expectUnavailable(answer, /did not answer/);
        expect(await everyRow(org), fault).toEqual(before);
      }
    }
    expect(await answerOf()).toEqual({ userErrors: [] });
    expect(await everyRow(org)).not.toEqual(before);
  });

  it('has happened once where only the answer of its write was lost, whoever asks again', async () => {
    expectUnavailable(await during('drop:2'), /not known whether this was done.*`idempotencyKey`/);
    const after = await everyRow(org);
    expect(await answerOf()).toEqual({ userErrors: again === null ? [] : [{ code: again }] });
    expect(await everyRow(org)).toEqual(after);
  });

  it('happens once where a read before it had to be tried again', async () => {
    const begun = await entriesOf(name);
    expect(await during('drop:1')).toMatchObject({ status: 200, data: { [name]: { userErrors: [] } } });
    expect(await entriesOf(name)).toBe(begun + 1);
  });
});

/** How often an operation has changed something. */
async function entriesOf(operation: string): Promise<number> {
  const query = env.DB.prepare('select count(*) as entries from audit_entries where org_id = ? and operation = ?');
  return Number(await query.bind(org.orgId, operation).first('entries'));
}
