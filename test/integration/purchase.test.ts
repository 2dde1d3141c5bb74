import { describe, expect, it } from 'vitest';
import { openShop, rowsOf, type Shop } from '../support/shop.ts';
import { copyOfShop } from '../support/world.ts';

const INITIATE = `mutation ($input: InitiatePurchaseInput!) {
  initiatePurchase(input: $input) {
    purchase { purchaseId type status price { amount currency } availableActions { action allowed } }
    account { revision purchases { nodes { purchaseId } } proposals { totalCount } }
    userErrors { code message path }
  }
}`;

const outcome = (mutation: 'completePurchase' | 'failPurchase') => `mutation ($input: ${capitalized(mutation)}Input!) {
  ${mutation}(input: $input) {
    purchase { purchaseId status entitlements { nodes { creditsGranted effectiveFrom effectiveUntil } } }
    proposal { proposalId status }
    account { revision timelineRevision wallet { balance { amount } entries { nodes { amount { amount currency } purchaseId } } } }
    ${mutation === 'completePurchase' ? 'schedules { startDate endDate pricePlan { name } }' : ''}
    userErrors { __typename code message path ... on IllegalTransitionError { from to } ... on ConflictError { currentRevision } }
  }
}`;

interface Initiated {
  initiatePurchase: { purchase: { purchaseId: string } | null };
}
interface Outcome {
  completePurchase: object;
  failPurchase: object;
}

const NEXT_YEAR = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };

const initiate = ({ org }: Shop, input: object) => org.ask<Initiated>(INITIATE, { input: { accountId: 'acme', ...input } });
const complete = ({ org }: Shop, purchaseId: string, other: object = {}) =>
  org.ask<Outcome>(outcome('completePurchase'), { input: { purchaseId, ...other } });
const fail = ({ org }: Shop, purchaseId: string) => org.ask<Outcome>(outcome('failPurchase'), { input: { purchaseId } });

/** The id of a purchase that a test takes for granted. */
async function bought(shop: Shop, input: object): Promise<string> {
  const { data, errors } = await initiate(shop, input);
  if (!data?.initiatePurchase.purchase) throw new Error(JSON.stringify({ data, errors }));
  return data.initiatePurchase.purchase.purchaseId;
}

/** An approved proposal that waits for its payment. */
async function approved(shop: Shop, input: object): Promise<string> {
  const proposal = { accountId: 'acme', paymentMode: 'PREPAID', ...input };
  const { proposalId } = await shop.org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', proposal, 'proposal');
  await shop.org.done('updateProposalStatus', 'proposal { status }', { proposalId, status: 'APPROVE' }, 'proposal');
  return proposalId;
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

describe('initiatePurchase', () => {
  it('grants entitlements by default, fixes the price, and waits for the payment', async () => {
    const shop = await copyOfShop();
    const { data, extensions } = await initiate(shop, { pricePlanId: shop.pack });
    expect(data.initiatePurchase).toMatchObject({
      purchase: {
        type: 'ENTITLEMENT_GRANT',
        status: 'PENDING',
        price: { amount: '36.99', currency: 'USD' },
        availableActions: [
          { action: 'COMPLETE', allowed: true },
          { action: 'FAIL', allowed: true },
        ],
      },
      account: { revision: 2, purchases: { nodes: [{}] }, proposals: { totalCount: 0 } },
      userErrors: [],
    });
    expect(extensions.cost.d1Calls).toBe(2);
    expect(await rowsOf(shop.org)).toMatchObject({ entitlements: 0 });
  });

  it('needs an active account, where a proposal needs none', async () => {
    const shop = await copyOfShop();
    const details = { accountId: 'draft', customerId: 'acme', name: 'Draft', status: 'DRAFT' };
    await shop.org.done('createAccount', 'account { id }', details, 'account');
    const before = await rowsOf(shop.org);
    const { data } = await initiate(shop, { accountId: 'draft', pricePlanId: shop.pack });
    expect(data.initiatePurchase).toMatchObject({ purchase: null, userErrors: [{ code: 'ACCOUNT_NOT_ACTIVE' }] });
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('is read by its id in one call, and is no proposal', async () => {
    const shop = await copyOfShop();
    const id = await bought(shop, { pricePlanId: shop.pack });
    const { data, extensions } = await shop.org.ask(
      `query ($id: String!) { purchase(purchaseId: $id) { purchaseId accountId status pricePlan { name } rateCards { totalCount } } proposal(proposalId: $id) { status } }`,
      { id },
    );
    expect(data).toEqual({
      purchase: { purchaseId: id, accountId: 'acme', status: 'PENDING', pricePlan: { name: 'Pack' }, rateCards: { totalCount: 4 } },
      proposal: null,
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});

describe('completePurchase', () => {
  it('grants what was bought, from the day of the payment on', async () => {
    const shop = await copyOfShop();
    const id = await bought(shop, { pricePlanId: shop.pack, quantity: 2 });
    shop.org.now = '2026-12-01T10:00:00Z';
    const { data, extensions } = await complete(shop, id);
    expect(data.completePurchase).toMatchObject({
      purchase: {
        status: 'SUCCESS',
        entitlements: { nodes: [{ creditsGranted: '200', effectiveFrom: '2026-12-01', effectiveUntil: '2026-12-21' }] },
      },
      proposal: null,
      account: { revision: 3, timelineRevision: 0 },
      schedules: [],
      userErrors: [],
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('associates a recurring plan', async () => {
    const shop = await copyOfShop();
    const { data } = await complete(shop, await bought(shop, { type: 'PREPAID', pricePlanId: shop.pro, ...NEXT_YEAR }));
    expect(data.completePurchase).toMatchObject({
      purchase: { status: 'SUCCESS' },
      account: { revision: 3, timelineRevision: 1 },
      schedules: [{ startDate: '2027-01-01', endDate: '2028-01-01', pricePlan: { name: 'Pro' } }],
    });
  });

  it('credits the wallet', async () => {
    const shop = await copyOfShop();
    const id = await bought(shop, { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '50.25' } });
    const { data } = await complete(shop, id);
    expect(data.completePurchase).toMatchObject({
      account: {
        wallet: { balance: { amount: '50.25' }, entries: { nodes: [{ amount: { amount: '50.25', currency: 'USD' }, purchaseId: id }] } },
      },
    });
  });

  it('gives an approved prepaid proposal its effect, which the approval alone did not', async () => {
    const shop = await copyOfShop();
    const id = await approved(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    expect(await rowsOf(shop.org)).toMatchObject({ schedules: 0 });
    const { data } = await complete(shop, id);
    expect(data.completePurchase).toMatchObject({
      purchase: null,
      proposal: { proposalId: id, status: 'SUCCESS' },
      schedules: [{ startDate: '2027-01-01' }],
    });
  });

  it('is one completion however often it is reported: the same answer, and nothing written again', async () => {
    const shop = await copyOfShop();
    const id = await bought(shop, { type: 'PREPAID', pricePlanId: shop.pro, ...NEXT_YEAR });
    const first = await complete(shop, id, { expectedRevision: 2 });
    const before = await rowsOf(shop.org);
    const second = await complete(shop, id, { expectedRevision: 2 });
    expect(second.data).toEqual(first.data);
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it.each<[string, (shop: Shop) => Promise<string>, object]>([
    [
      'a proposal that nobody approved',
      async (shop) => {
        const proposal = { accountId: 'acme', type: 'ENTITLEMENT_GRANT', paymentMode: 'PREPAID', pricePlanId: shop.pack };
        const selection = 'proposal { proposalId }';
        return (await shop.org.done<{ proposalId: string }>('createProposal', selection, proposal, 'proposal')).proposalId;
      },
      { code: 'ILLEGAL_TRANSITION', from: 'PROPOSAL_ACTIVE', to: 'SUCCESS' },
    ],
    [
      'a postpaid proposal, which takes effect with its approval',
      (shop) => approved(shop, { type: 'ENTITLEMENT_GRANT', paymentMode: 'POSTPAID', pricePlanId: shop.pack }),
      { code: 'ILLEGAL_TRANSITION', from: 'PROPOSAL_APPROVED', to: 'SUCCESS' },
    ],
    [
      'what has failed',
      async (shop) => {
        const id = await bought(shop, { pricePlanId: shop.pack });
        await fail(shop, id);
        return id;
      },
      { code: 'ILLEGAL_TRANSITION', from: 'FAILURE', to: 'SUCCESS' },
    ],
    [
      'an association that begins too early by now, which stays as it was',
      async (shop) => {
        const id = await bought(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
        // Not the content that the purchase associates: what is in force already is no change.
        const overridden = { pricePlanDetailsOverride: { rateCards: [{ actionType: 'DELETE', rateCardName: 'support' }] } };
        const current = { accountId: 'acme', pricePlanId: shop.pro, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
        await shop.org.done('updatePricingSchedule', 'account { revision }', { ...current, ...overridden }, 'account');
        shop.org.now = '2027-02-01T00:00:00Z';
        return id;
      },
      { code: 'EFFECTIVE_FROM_TOO_EARLY', path: ['input', 'purchaseId'] },
    ],
    ['an unknown id', async () => 'purchase.00000000000.00000', { code: 'NOT_FOUND', path: ['input', 'purchaseId'] }],
    [
      "another organization's purchase",
      async () => {
        const other = await openShop();
        return bought(other, { pricePlanId: other.pack });
      },
      { code: 'NOT_FOUND', path: ['input', 'purchaseId'] },
    ],
  ])('refuses %s, and writes nothing', async (_title, prepare, refusal) => {
    const shop = await copyOfShop();
    const id = await prepare(shop);
    const before = await rowsOf(shop.org);
    const { data, extensions } = await complete(shop, id);
    expect(data.completePurchase).toMatchObject({ purchase: null, proposal: null, schedules: [], userErrors: [refusal] });
    expect(extensions.cost.d1Calls).toBe(1);
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('refuses a revision that has moved', async () => {
    const shop = await copyOfShop();
    const { data } = await complete(shop, await bought(shop, { pricePlanId: shop.pack }), { expectedRevision: 1 });
    expect(data.completePurchase).toMatchObject({
      userErrors: [{ code: 'CONFLICT', path: ['input', 'expectedRevision'], currentRevision: 2 }],
    });
  });
});

describe('failPurchase', () => {
  it('ends a purchase without effect, once', async () => {
    const shop = await copyOfShop();
    const id = await bought(shop, { pricePlanId: shop.pack });
    const { data } = await fail(shop, id);
    expect(data.failPurchase).toMatchObject({ purchase: { status: 'FAILURE', entitlements: { nodes: [] } }, account: { revision: 3 } });
    const before = await rowsOf(shop.org);
    expect((await fail(shop, id)).data).toEqual(data);
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('ends an approved prepaid proposal', async () => {
    const shop = await copyOfShop();
    const id = await approved(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    expect((await fail(shop, id)).data.failPurchase).toMatchObject({ proposal: { proposalId: id, status: 'FAILURE' }, purchase: null });
  });

  it('refuses what has succeeded', async () => {
    const shop = await copyOfShop();
    const id = await bought(shop, { pricePlanId: shop.pack });
    await complete(shop, id);
    expect((await fail(shop, id)).data.failPurchase).toMatchObject({
      userErrors: [{ __typename: 'IllegalTransitionError', from: 'SUCCESS', to: 'FAILURE' }],
    });
  });
});

describe('what an account holds', () => {
  it('is its license updates, newest first, with its wallet and entitlements in one call', async () => {
    const shop = await copyOfShop();
    const { addOnId: licenseId } = await shop.org.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: 'Desk', type: 'LICENSE' },
      'addOn',
    );
    const config = { licenseId, updateType: 'ABSOLUTE', quantity: '5' };
    const edit = { accountId: 'acme', pricePlanId: shop.pro, ...NEXT_YEAR, preActions: [{ type: 'GRANT_LICENSE', config }] };
    await shop.org.done('updatePricingSchedule', 'account { revision }', edit, 'account');
    const { data, extensions } = await shop.org.ask(`{
      account(by: {accountId: "acme"}) {
        licenseUpdates { nodes { updateType quantity license { name } } }
        wallet { balance { amount currency } entries { totalCount } }
        entitlements { totalCount }
      }
    }`);
    expect(data).toEqual({
      account: {
        licenseUpdates: { nodes: [{ updateType: 'ABSOLUTE', quantity: '5', license: { name: 'Desk' } }] },
        wallet: { balance: { amount: '0', currency: 'USD' }, entries: { totalCount: 0 } },
        entitlements: { totalCount: 0 },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
