import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type Organization, send } from '../support/organization.ts';
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
  (await env.DB.prepare('select key from idempotency_records where org_id = ?').bind(orgId).all<{ key: string }>()).results;

describe('an idempotency key', () => {
  it('makes one request of two that are the same: the second is answered by the first, marked, and writes nothing', async () => {
    const { org, initiate } = await begin();
    const first = await initiate('order-1');
    expect(first.data.initiatePurchase).toMatchObject({ purchase: { idempotencyKey: 'order-1' }, isReplay: false, userErrors: [] });
    // The record is looked for beside the read, so that two of the three calls are one after the other.
    expect(first.extensions.cost.d1Calls).toBe(3);
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
