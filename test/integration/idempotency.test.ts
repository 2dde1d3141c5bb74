import { describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { copyRow } from '../support/copies.ts';
import { DB } from '../support/database.ts';
import { type Answer, Organization, send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { openShop, rowsOf } from '../support/shop.ts';

const INITIATE = `mutation ($input: InitiatePurchaseInput!) {
  initiatePurchase(input: $input) {
    purchase { purchaseId idempotencyKey status } account { revision } isReplay
    userErrors { code message path }
  }
}`;

interface Initiated {
  initiatePurchase: { purchase: { purchaseId: string } | null; isReplay: boolean; userErrors: { code: string }[] };
}

async function begin() {
  const { org, pack } = await openShop();
  const initiate = (idempotencyKey: string | null, other: object = {}) =>
    org.ask<Initiated>(INITIATE, { input: { accountId: 'acme', pricePlanId: pack, idempotencyKey, ...other } });
  return { org, initiate };
}

const recordsOf = async ({ orgId }: Organization) =>
  (await DB.prepare('select key from idempotency_records where org_id = ?').bind(orgId).all<{ key: string }>()).results;

describe('an idempotency key', () => {
  it('makes one request of two that are the same: the second is answered by the first, marked, and writes nothing', async () => {
    const { org, initiate } = await begin();
    const first = await initiate('order-1');
    expect(first.data.initiatePurchase).toMatchObject({ purchase: { idempotencyKey: 'order-1' }, isReplay: false, userErrors: [] });
    // The record is looked for in the batch of the operation's own read.
    expect(first.extensions.cost.d1Calls).toBe(2);
    const before = await rowsOf(org);
    const second = await initiate('order-1');
    expect(second.data.initiatePurchase).toEqual({ ...first.data.initiatePurchase, isReplay: true });
    expect(await rowsOf(org)).toEqual(before);
  });

  it('is answered even where the request would be refused by now', async () => {
    const { initiate } = await begin();
    const { data: first } = await initiate('order-1', { expectedRevision: 1 });
    const { data: second } = await initiate('order-1', { expectedRevision: 1 });
    expect(second.initiatePurchase).toEqual({ ...first.initiatePurchase, isReplay: true });
  });

  it('makes one request of two that come at once', async () => {
    const { org, initiate } = await begin();
    const answers = await Promise.all([initiate('order-1'), initiate('order-1')]);
    const [one, other] = answers.map(({ data }) => data.initiatePurchase);
    expect(one?.purchase?.purchaseId).toBe(other?.purchase?.purchaseId);
    expect(answers.map(({ data }) => data.initiatePurchase.isReplay).toSorted()).toEqual([false, true]);
    expect(await rowsOf(org)).toMatchObject({ purchases: 1 });
  });

  it('is refused with another input, or for another mutation, and writes nothing', async () => {
    const { org, initiate } = await begin();
    await initiate('order-1');
    const before = await rowsOf(org);
    const { data } = await initiate('order-1', { quantity: 2 });
    expect(data.initiatePurchase).toMatchObject({
      purchase: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }],
    });
    const proposal = { accountId: 'acme', type: 'WALLET_TOPUP', paymentMode: 'PREPAID', walletTopupDetails: { topupAmount: '1' } };
    const { data: proposed } = await org.ask(
      'mutation ($input: CreateProposalInput!) { createProposal(input: $input) { userErrors { code } } }',
      { input: { ...proposal, idempotencyKey: 'order-1' } },
    );
    expect(proposed).toEqual({ createProposal: { userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] } });
    expect(await rowsOf(org)).toEqual(before);
  });

  it('is not used up by a request that was refused', async () => {
    const { initiate } = await begin();
    expect((await initiate('order-1', { quantity: 0 })).data.initiatePurchase).toMatchObject({ userErrors: [{ code: 'INVALID_VALUE' }] });
    expect((await initiate('order-1')).data.initiatePurchase).toMatchObject({ isReplay: false, userErrors: [] });
  });

  it('lives for 48 hours: then the same request is a new one', async () => {
    const { org, initiate } = await begin();
    const made = Date.parse(org.now);
    const idAt = async (age: number) => {
      org.now = new Date(made + age).toISOString();
      return (await initiate('order-1')).data.initiatePurchase.purchase?.purchaseId;
    };
    const hours = 3_600_000;
    const first = await idAt(0);
    expect(await idAt(48 * hours - 1)).toBe(first);
    expect(await idAt(48 * hours)).not.toBe(first);
  });

  it('is forgotten by the scheduled work when it has lived', async () => {
    const { org, initiate } = await begin();
    await initiate('order-1');
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-22T00:00:00Z' });
    expect(await recordsOf(org)).toEqual([{ key: 'order-1' }]);
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-24T00:00:00Z' });
    expect(await recordsOf(org)).toEqual([]);
  });

  it('is forgotten in portions of 10,000 a minute, the oldest first', async () => {
    const { org, initiate } = await begin();
    await initiate('order-1');
    const older = { key: "'old-' || i", created_at: '1 + i / 10001' };
    await copyRow(org, 'idempotency_records', 'true', 10_001, older);
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-22T00:00:00Z' });
    expect((await recordsOf(org)).map(({ key }) => key).toSorted()).toEqual(['old-10001', 'order-1']);
    await send('/test/scheduled', {}, { 'x-test-now': '2026-11-22T00:01:00Z' });
    expect(await recordsOf(org)).toEqual([{ key: 'order-1' }]);
  });

  it("is an organization's own", async () => {
    const [one, other] = [await begin(), await begin()];
    await one.initiate('order-1');
    expect((await other.initiate('order-1')).data.initiatePurchase).toMatchObject({ isReplay: false, userErrors: [] });
  });

  it.each([
    ['an empty one', ''],
    ['one too long', 'x'.repeat(256)],
    ['one with a line break', 'order\n1'],
  ])('is refused as %s, before anything is read', async (_title, key) => {
    const { initiate } = await begin();
    const { data, extensions } = await initiate(key);
    expect(data.initiatePurchase).toMatchObject({ userErrors: [{ code: 'INVALID_VALUE', path: ['input', 'idempotencyKey'] }] });
    expect(extensions.cost.d1Calls).toBe(0);
  });
});

describe('the header Idempotency-Key', () => {
  const CREATE = 'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { isReplay userErrors { code path message } } }';

  /** Creates a customer under the key of a header, and of the input where one is given. */
  async function creating() {
    const org = await Organization.begin();
    const create = async (header: string, idempotencyKey: string | null = null, query = CREATE) => {
      const input = { customerId: 'acme', name: 'Acme', primaryEmail: 'ap@example.com', address: {}, idempotencyKey };
      const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'idempotency-key': header };
      const response = await send('/graphql', { query, variables: { input } }, headers);
      return { status: response.status, ...(await response.json<Omit<Answer<{ createCustomer: Created }>, 'status'>>()) };
    };
    return { org, create };
  }

  interface Created {
    readonly isReplay: boolean;
    readonly userErrors: readonly object[];
  }

  it.each([
    ['a string of structured fields', '"order-1"'],
    ['bare, as many clients send it', 'order-1'],
  ])('is the key of the one mutation that comes with it, as %s', async (_title, header) => {
    const { org, create } = await creating();
    expect((await create(header)).data.createCustomer).toEqual({ isReplay: false, userErrors: [] });
    const after = await everyRow(org);
    for (const again of ['"order-1"', 'order-1']) {
      expect((await create(again)).data.createCustomer).toEqual({ isReplay: true, userErrors: [] });
    }
    expect(await recordsOf(org)).toEqual([{ key: 'order-1' }]);
    expect(await everyRow(org)).toEqual(after);
  });

  it('is one and the same with the key of the input', async () => {
    const { create } = await creating();
    await create('"order-1"');
    expect((await create('"order-1"', 'order-1')).data.createCustomer.isReplay).toBe(true);
  });

  it("is refused where the input's key is another, before anything is read", async () => {
    const { org, create } = await creating();
    const before = await everyRow(org);
    const { data, extensions } = await create('"order-1"', 'order-2');
    expect(data.createCustomer.userErrors).toEqual([
      { code: 'INVALID_VALUE', path: ['input', 'idempotencyKey'], message: expect.stringMatching(/"order-1".*"order-2"/) },
    ]);
    expect(extensions.cost.d1Calls).toBe(0);
    expect(await everyRow(org)).toEqual(before);
  });

  it('keeps what is quoted within it, and is recorded of a purchase', async () => {
    const { org, pack } = await openShop();
    const headers = { authorization: `Bearer ${org.token}`, 'x-test-now': org.now, 'idempotency-key': '"the \\"first\\" \\\\ order"' };
    const response = await send('/graphql', { query: INITIATE, variables: { input: { accountId: 'acme', pricePlanId: pack } } }, headers);
    expect(await response.json()).toMatchObject({
      data: { initiatePurchase: { purchase: { idempotencyKey: 'the "first" \\ order' }, userErrors: [] } },
    });
  });

  it.each([
    ['empty', '""'],
    ['over 255 characters', 'x'.repeat(256)],
    ['a quote that never ends', '"order-1'],
    ['two keys', 'order-1, order-2'],
    ['a stray backslash', '"order\\1"'],
  ])('is refused with 400 as %s', async (_title, header) => {
    const { org, create } = await creating();
    const before = await everyRow(org);
    expect(await create(header)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('1 to 255 printable ASCII characters'), extensions: { code: 'BAD_REQUEST' } }],
    });
    expect(await everyRow(org)).toEqual(before);
  });

  it('is refused for several mutations, through fragments as well, and then nothing is written', async () => {
    const { org, create } = await creating();
    const before = await everyRow(org);
    const two = `mutation ($input: CreateCustomerInput!) { __typename one: createCustomer(input: $input) { isReplay } ...F }
      fragment F on Mutation { other: createCustomer(input: $input) { isReplay } }`;
    expect(await create('"order-1"', null, two)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('for one mutation, and this request has 2'), extensions: { code: 'BAD_REQUEST' } }],
      extensions: { cost: { d1Calls: 0 } },
    });
    expect(await everyRow(org)).toEqual(before);
  });

  it('means nothing to a query, which is the same however often it is sent', async () => {
    const { create } = await creating();
    const { errors, data } = await create('"order-1"', null, '{ a: __typename b: __typename accounts { nodes { name } } }');
    expect([errors, data]).toEqual([undefined, { a: 'Query', b: 'Query', accounts: { nodes: [] } }]);
  });
});

describe('a replay', () => {
  it('of a token shows no secret, which is stored nowhere', async () => {
    const org = await Organization.begin();
    const input = { name: 'ci', scopes: ['ACCOUNTS_READ'], idempotencyKey: 'token-1' };
    const create = () =>
      mutate<{ secret: string | null; apiToken: object; isReplay: boolean }>(
        org,
        'createApiToken',
        input,
        'secret apiToken { apiTokenId prefix } isReplay',
      );
    const first = await create();
    expect(first).toMatchObject({ secret: expect.stringMatching(/^tg_live_/), isReplay: false });
    expect(JSON.stringify(await everyRow(org))).not.toContain(first.secret);
    expect(await create()).toMatchObject({ secret: null, apiToken: first.apiToken, isReplay: true, userErrors: [] });
  });

  it('of a batch of edits answers the outline as it was', async () => {
    const { org, pro } = await openShop();
    const edits = [{ pricePlanId: pro, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' }];
    const selection = 'isReplay outline { schedules { startDate endDate } changes { __typename } } schedules { scheduleId }';
    const edit = () => mutate(org, 'updatePricingScheduleBatch', { accountId: 'acme', edits, idempotencyKey: 'edit-1' }, selection);
    const first = await edit();
    expect(await edit()).toEqual({ ...first, isReplay: true });
  });
});

describe('what changes nothing leaves its key free:', () => {
  it('a dry run, of which the same key is then the real one', async () => {
    const { org, pro } = await openShop();
    const edits = [{ pricePlanId: pro, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' }];
    const edit = (dryRun: boolean) =>
      mutate(org, 'updatePricingScheduleBatch', { accountId: 'acme', edits, dryRun, idempotencyKey: 'edit-1' }, 'isReplay');
    const before = await everyRow(org);
    for (let i = 0; i < 2; i++) expect(await edit(true)).toMatchObject({ isReplay: false, userErrors: [] });
    expect(await everyRow(org)).toEqual(before);
    expect(await edit(false)).toMatchObject({ isReplay: false, userErrors: [] });
    expect(await edit(false)).toMatchObject({ isReplay: true, userErrors: [] });
    expect((await edit(true)).userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  it('what was done already', async () => {
    const org = await Organization.begin();
    const { apiTokenId } = await org.done<{ apiTokenId: string }>(
      'createApiToken',
      'apiToken { apiTokenId }',
      { name: 'ci', scopes: ['ACCOUNTS_READ'] },
      'apiToken',
    );
    await mutate(org, 'revokeApiToken', { apiTokenId });
    const before = await everyRow(org);
    const again = await mutate(org, 'revokeApiToken', { apiTokenId, idempotencyKey: 'revoke-1' }, 'isReplay');
    expect(again).toMatchObject({ isReplay: false, userErrors: [] });
    expect(await everyRow(org)).toEqual(before);
  });
});
