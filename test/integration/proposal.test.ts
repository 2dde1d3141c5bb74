import { describe, expect, it } from 'vitest';
import { DB } from '../support/database.ts';
import { type Organization, send } from '../support/organization.ts';
import { openShop, rowsOf, type Shop } from '../support/shop.ts';
import { copyOfShop } from '../support/world.ts';

const CREATE = `mutation ($input: CreateProposalInput!) {
  createProposal(input: $input) {
    proposal {
      proposalId accountId type paymentMode status quantity rateCardQuantities { rateCardName quantity } effectiveFrom effectiveUntil expiryDate
      price { amount currency } priceLines { rateCardName quantity rate amount } pricePlan { name version }
      walletTopupDetails { topupAmount { amount currency } purchaseAmount { amount } } associationOverride { pricingCycleConfig { interval } }
      rateCards { nodes { name } } availableActions { action allowed reason }
    }
    account { revision }
    userErrors { __typename code message path ... on EffectiveDateError { earliest } ... on ConflictError { currentRevision } }
  }
}`;

const ANSWER = `mutation ($input: UpdateProposalStatusInput!) {
  updateProposalStatus(input: $input) {
    proposal { status comment proposalResponseDate entitlements { nodes { featureId creditsGranted effectiveFrom effectiveUntil } } }
    account { revision timelineRevision wallet { balance { amount currency } entries { totalCount } } }
    schedules { startDate endDate pricePlan { name version } isOverridden }
    userErrors { __typename code message path ... on EffectiveDateError { earliest } ... on IllegalTransitionError { from to } }
  }
}`;

interface Created {
  createProposal: { proposal: { proposalId: string } | null; account: { revision: number } | null; userErrors: object[] };
}
interface Answered {
  updateProposalStatus: { proposal: { status: string } | null; schedules: object[]; userErrors: object[] };
}

const POSTPAID = { accountId: 'acme', paymentMode: 'POSTPAID' };
const NEXT_YEAR = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };

const create = ({ org }: Pick<Shop, 'org'>, input: object) => org.ask<Created>(CREATE, { input: { ...POSTPAID, ...input } });
const answer = ({ org }: Pick<Shop, 'org'>, proposalId: string, status: string, other: object = {}) =>
  org.ask<Answered>(ANSWER, { input: { proposalId, status, ...other } });

/** The id of a proposal that a test takes for granted. */
async function proposed(shop: Shop, input: object): Promise<string> {
  const { data, errors } = await create(shop, input);
  if (!data?.createProposal.proposal) throw new Error(JSON.stringify({ data, errors }));
  return data.createProposal.proposal.proposalId;
}

const statusOf = async ({ org }: Shop, proposalId: string) => {
  const { data } = await org.ask<{ proposal: { status: string } }>('query ($id: String!) { proposal(proposalId: $id) { status } }', {
    id: proposalId,
  });
  return data.proposal.status;
};

describe('createProposal', () => {
  it('prices entitlements at once: fees and packs by quantity, seats by their slabs, usage never', async () => {
    const shop = await copyOfShop();
    const { data, extensions, errors } = await create(shop, {
      type: 'ENTITLEMENT_GRANT',
      pricePlanId: shop.pack,
      quantity: 3,
      rateCardQuantities: [{ rateCardName: 'seats', quantity: '150' }],
    });
    expect(errors).toBeUndefined();
    expect(data.createProposal).toMatchObject({
      proposal: {
        accountId: 'acme',
        status: 'PROPOSAL_ACTIVE',
        price: { amount: '354.97', currency: 'USD' },
        priceLines: [
          { rateCardName: 'setup', quantity: '3', rate: '9.99', amount: '29.97' },
          { rateCardName: 'calls', quantity: '3', rate: '25', amount: '75' },
          { rateCardName: 'seats', quantity: '150', rate: null, amount: '250' },
        ],
        rateCardQuantities: [{ rateCardName: 'seats', quantity: '150' }],
        pricePlan: { name: 'Pack', version: 1 },
        rateCards: { nodes: [{ name: 'setup' }, { name: 'calls' }, { name: 'seats' }, { name: 'data' }] },
        availableActions: [
          { action: 'APPROVE', allowed: true, reason: null },
          { action: 'DECLINE', allowed: true, reason: null },
          { action: 'REVISE', allowed: true, reason: null },
          { action: 'COMPLETE', allowed: false, reason: expect.stringContaining('PROPOSAL_ACTIVE') },
          { action: 'FAIL', allowed: false, reason: expect.stringContaining('PROPOSAL_ACTIVE') },
        ],
      },
      account: { revision: 2 },
      userErrors: [],
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('prices an association by what its first cycle costs in advance', async () => {
    const shop = await copyOfShop();
    const { data } = await create(shop, {
      type: 'ASSOCIATION',
      pricePlanId: shop.pro,
      quantity: 2,
      ...NEXT_YEAR,
      expiryDate: '2026-12-31T12:00:00Z',
      associationOverride: { pricingCycleConfig: { interval: 'ANNUALLY', gracePeriod: 0 } },
    });
    expect(data.createProposal).toMatchObject({
      proposal: {
        price: { amount: '200', currency: 'USD' },
        priceLines: [{ rateCardName: 'base' }],
        ...NEXT_YEAR,
        expiryDate: '2026-12-31T12:00:00.000Z',
        associationOverride: { pricingCycleConfig: { interval: 'ANNUALLY' } },
      },
    });
  });

  it('prices a top-up at its purchase amount', async () => {
    const shop = await copyOfShop();
    const { data } = await create(shop, { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '100', purchaseAmount: '90.50' } });
    expect(data.createProposal).toMatchObject({
      proposal: {
        price: { amount: '90.5', currency: 'USD' },
        walletTopupDetails: { topupAmount: { amount: '100', currency: 'USD' }, purchaseAmount: { amount: '90.5' } },
        pricePlan: null,
        rateCards: { nodes: [] },
      },
      userErrors: [],
    });
  });

  it("prices the purchase's own rate cards in the place of the plan's, and leaves the plan as it is", async () => {
    const shop = await copyOfShop();
    const { data, extensions } = await create(shop, {
      type: 'ENTITLEMENT_GRANT',
      pricePlanId: shop.pack,
      purchasePlanOverride: {
        rateCards: [
          {
            actionType: 'UPDATE',
            rateCardName: 'setup',
            rateCard: { fixedFee: { billableId: shop.setup, rateValues: [{ currency: 'USD', rate: '5' }] } },
          },
          { actionType: 'DELETE', rateCardName: 'seats' },
        ],
      },
    });
    expect(data.createProposal).toMatchObject({
      proposal: { price: { amount: '30' }, rateCards: { nodes: [{ name: 'setup' }, { name: 'calls' }, { name: 'data' }] } },
      userErrors: [],
    });
    expect(extensions.cost.d1Calls).toBe(2);
    const plan = await shop.org.ask('query ($id: String!) { pricePlan(pricePlanId: $id) { rateCards { totalCount } } }', { id: shop.pack });
    expect(plan.data).toMatchObject({ pricePlan: { rateCards: { totalCount: 4 } } });
  });

  it.each<[string, (shop: Shop) => object, object]>([
    [
      'an account that does not exist',
      ({ pack }) => ({ accountId: 'nobody', pricePlanId: pack }),
      { code: 'NOT_FOUND', path: ['input', 'accountId'] },
    ],
    ['a plan that does not exist', () => ({ pricePlanId: 'pp.0' }), { code: 'NOT_FOUND', path: ['input', 'pricePlanId'] }],
    ['no plan', () => ({}), { code: 'INVALID_VALUE', path: ['input', 'pricePlanId'] }],
    ['a recurring plan to grant', ({ pro }) => ({ pricePlanId: pro }), { code: 'PLAN_NOT_PURCHASABLE', path: ['input', 'pricePlanId'] }],
    [
      'a one-time plan to associate',
      ({ pack }) => ({ type: 'ASSOCIATION', pricePlanId: pack, ...NEXT_YEAR }),
      { code: 'PLAN_NOT_ASSOCIABLE', path: ['input', 'pricePlanId'] },
    ],
    ['a quantity of 0', ({ pack }) => ({ pricePlanId: pack, quantity: 0 }), { code: 'INVALID_VALUE', path: ['input', 'quantity'] }],
    [
      'the quantity of a card that the plan does not have',
      ({ pack }) => ({
        pricePlanId: pack,
        rateCardQuantities: [
          { rateCardName: 'seats', quantity: '1' },
          { rateCardName: 'nothing', quantity: '1' },
        ],
      }),
      { code: 'RATE_CARD_NOT_FOUND', path: ['input', 'rateCardQuantities', '1'] },
    ],
    [
      'the quantity of what is measured',
      ({ pack }) => ({ pricePlanId: pack, rateCardQuantities: [{ rateCardName: 'data', quantity: '1' }] }),
      { code: 'INVALID_VALUE', path: ['input', 'rateCardQuantities', '0'] },
    ],
    [
      'the quantity of one card twice',
      ({ pack }) => ({
        pricePlanId: pack,
        rateCardQuantities: [
          { rateCardName: 'seats', quantity: '1' },
          { rateCardName: 'seats', quantity: '2' },
        ],
      }),
      { code: 'INVALID_VALUE', path: ['input', 'rateCardQuantities', '1', 'rateCardName'] },
    ],
    [
      'an expiry that has passed',
      ({ pack }) => ({ pricePlanId: pack, expiryDate: '2026-11-21T08:00:00Z' }),
      { code: 'INVALID_VALUE', path: ['input', 'expiryDate'] },
    ],
    [
      'an association before the day of the expiry',
      ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, ...NEXT_YEAR, expiryDate: '2027-01-02T00:00:00Z' }),
      { code: 'PROPOSAL_STARTS_BEFORE_EXPIRY', path: ['input', 'effectiveFrom'] },
    ],
    [
      'an association without days',
      ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, effectiveFrom: '2027-01-01' }),
      { code: 'INVALID_VALUE', path: ['input', 'effectiveUntil'] },
    ],
    [
      'an association of no days',
      ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, effectiveFrom: '2027-01-01', effectiveUntil: '2027-01-01' }),
      { code: 'EMPTY_PERIOD' },
    ],
    [
      'days that a grant does not have',
      ({ pack }) => ({ pricePlanId: pack, effectiveFrom: '2027-01-01' }),
      { code: 'INVALID_VALUE', path: ['input', 'effectiveFrom'] },
    ],
    ['a top-up of nothing', () => ({ type: 'WALLET_TOPUP' }), { code: 'INVALID_VALUE', path: ['input', 'walletTopupDetails'] }],
    [
      'a top-up of 0',
      () => ({ type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '0' } }),
      { code: 'INVALID_VALUE', path: ['input', 'walletTopupDetails', 'topupAmount'] },
    ],
    [
      'a type PREPAID that is paid afterwards',
      ({ pack }) => ({ type: 'PREPAID', pricePlanId: pack }),
      { code: 'INVALID_VALUE', path: ['input', 'paymentMode'] },
    ],
    [
      'currencies without that of the account',
      ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, ...NEXT_YEAR, associationOverride: { supportedCurrencies: ['EUR'] } }),
      { code: 'CURRENCY_NOT_SUPPORTED' },
    ],
    [
      'a rate card of an item that does not exist',
      ({ pack }) => ({
        pricePlanId: pack,
        purchasePlanOverride: {
          rateCards: [
            {
              actionType: 'CREATE',
              rateCardName: 'ghost',
              rateCard: { fixedFee: { billableId: 'addon.0', rateValues: [{ currency: 'USD', rate: '5' }] } },
            },
          ],
        },
      }),
      { code: 'BILLABLE_UNKNOWN', path: ['input', 'purchasePlanOverride', 'rateCards', '0'] },
    ],
    [
      'a rate card without a rate in a currency of the plan',
      ({ pack, setup }) => ({
        pricePlanId: pack,
        purchasePlanOverride: {
          rateCards: [
            {
              actionType: 'UPDATE',
              rateCardName: 'setup',
              rateCard: { fixedFee: { billableId: setup, rateValues: [{ currency: 'EUR', rate: '5' }] } },
            },
          ],
        },
      }),
      { code: 'RATE_MISSING', path: ['input', 'purchasePlanOverride', 'rateCards', '0'] },
    ],
    [
      'a revision that has moved',
      ({ pack }) => ({ pricePlanId: pack, expectedRevision: 7 }),
      { code: 'CONFLICT', path: ['input', 'expectedRevision'], currentRevision: 1 },
    ],
  ])('refuses %s, and writes nothing', async (_title, input, refusal) => {
    const shop = await copyOfShop();
    const before = await rowsOf(shop.org);
    const { data, errors, extensions } = await create(shop, { type: 'ENTITLEMENT_GRANT', ...input(shop) });
    expect(errors).toBeUndefined();
    expect(data.createProposal).toMatchObject({ proposal: null, account: null, userErrors: [expect.objectContaining(refusal)] });
    expect(extensions.cost.d1Calls).toBe(1);
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('keeps the price and the plan version through later versions of the plan', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    await shop.org.done('updatePricePlan', 'pricePlan { version }', { pricePlanId: shop.pro, description: 'Dearer' }, 'pricePlan');
    await shop.org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId: shop.pro }, 'pricePlan');
    const { data } = await answer(shop, proposalId, 'APPROVE');
    expect(data.updateProposalStatus).toMatchObject({ schedules: [{ pricePlan: { name: 'Pro', version: 1 } }], userErrors: [] });
  });
});

describe('updateProposalStatus: APPROVE', () => {
  it('associates the plan in the same write', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, {
      type: 'ASSOCIATION',
      pricePlanId: shop.pro,
      ...NEXT_YEAR,
      associationOverride: { pricingCycleConfig: { interval: 'ANNUALLY', gracePeriod: 0 } },
    });
    const { data, extensions } = await answer(shop, proposalId, 'APPROVE', { comment: 'Go.' });
    expect(data.updateProposalStatus).toMatchObject({
      proposal: { status: 'PROPOSAL_APPROVED', comment: 'Go.', proposalResponseDate: new Date(shop.org.now).toISOString() },
      account: { revision: 3, timelineRevision: 1 },
      schedules: [{ startDate: '2027-01-01', endDate: '2028-01-01', pricePlan: { name: 'Pro', version: 1 }, isOverridden: true }],
      userErrors: [],
    });
    expect(extensions.cost.d1Calls).toBe(2);
    const { data: read } = await shop.org.ask(
      '{ account(by: {accountId: "acme"}) { schedules { nodes { startDate pricePlan { name } } } } }',
    );
    expect(read).toEqual({ account: { schedules: { nodes: [{ startDate: '2027-01-01', pricePlan: { name: 'Pro' } }] } } });
  });

  it('grants the credits of each entitlement, times its quantity, from the day of the approval', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, quantity: 3 });
    const { data } = await answer(shop, proposalId, 'APPROVE');
    expect(data.updateProposalStatus).toMatchObject({
      proposal: {
        status: 'PROPOSAL_APPROVED',
        entitlements: {
          nodes: [{ featureId: shop.calls, creditsGranted: '300', effectiveFrom: '2026-11-21', effectiveUntil: '2026-12-11' }],
        },
      },
      schedules: [],
    });
    const { data: read, extensions } = await shop.org.ask(
      '{ account(by: {accountId: "acme"}) { entitlements { nodes { creditsGranted feature { name } purchase { __typename ... on Proposal { proposalId } } } } } }',
    );
    expect(read).toEqual({
      account: {
        entitlements: { nodes: [{ creditsGranted: '300', feature: { name: 'Calls' }, purchase: { __typename: 'Proposal', proposalId } }] },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('credits the wallet with what was to be topped up, not with what it cost', async () => {
    const shop = await copyOfShop();
    const topup = { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '0.1', purchaseAmount: '0.05' } };
    await answer(shop, await proposed(shop, topup), 'APPROVE');
    const { data } = await answer(shop, await proposed(shop, { ...topup, walletTopupDetails: { topupAmount: '0.2' } }), 'APPROVE');
    expect(data.updateProposalStatus).toMatchObject({
      account: { wallet: { balance: { amount: '0.3', currency: 'USD' }, entries: { totalCount: 2 } } },
    });
  });

  it('is one approval however often it is said: the same answer, and nothing written again', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    const first = await answer(shop, proposalId, 'APPROVE', { comment: 'Go.' });
    const before = await rowsOf(shop.org);
    const second = await answer(shop, proposalId, 'APPROVE', { comment: 'Go again.' });
    expect(second.data).toEqual(first.data);
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('is refused when the association begins too early by then, and the proposal stays active', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    const pricePlanId = await shop.org.plan('Another');
    const current = { accountId: 'acme', pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
    await shop.org.done('updatePricingSchedule', 'account { revision }', current, 'account');
    shop.org.now = '2027-01-01T00:00:00Z';
    const before = await rowsOf(shop.org);
    const { data, extensions } = await answer(shop, proposalId, 'APPROVE');
    expect(data.updateProposalStatus).toEqual({
      proposal: null,
      account: null,
      schedules: [],
      userErrors: [
        {
          __typename: 'EffectiveDateError',
          code: 'EFFECTIVE_FROM_TOO_EARLY',
          message: expect.stringContaining('2027-01-02'),
          path: ['input', 'proposalId'],
          earliest: '2027-01-02',
        },
      ],
    });
    expect(extensions.cost.d1Calls).toBe(1);
    expect(await rowsOf(shop.org)).toEqual(before);
    expect(await statusOf(shop, proposalId)).toBe('PROPOSAL_ACTIVE');
  });

  it('needs an active account: a draft one may hold the proposal alone', async () => {
    const shop = await copyOfShop();
    const details = { accountId: 'draft', customerId: 'acme', name: 'Draft', status: 'DRAFT' };
    await shop.org.done('createAccount', 'account { id }', details, 'account');
    const proposalId = await proposed(shop, { accountId: 'draft', type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    const { data } = await answer(shop, proposalId, 'APPROVE');
    expect(data.updateProposalStatus).toMatchObject({ proposal: null, userErrors: [{ code: 'ACCOUNT_NOT_ACTIVE' }] });
    expect((await answer(shop, proposalId, 'DECLINE')).data.updateProposalStatus).toMatchObject({
      proposal: { status: 'PROPOSAL_DECLINED' },
    });
  });

  it('lets one of two concurrent answers win, and tells the other what it found', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    const answers = await Promise.all([answer(shop, proposalId, 'APPROVE'), answer(shop, proposalId, 'DECLINE')]);
    const accepted = answers.filter(({ data }) => data.updateProposalStatus.userErrors.length === 0);
    expect(accepted).toHaveLength(1);
    const status = await statusOf(shop, proposalId);
    expect(accepted[0]?.data.updateProposalStatus.proposal?.status).toBe(status);
    expect(await rowsOf(shop.org)).toMatchObject({ revision: 3, entitlements: status === 'PROPOSAL_APPROVED' ? 1 : 0 });
  });
});

describe('updateProposalStatus: DECLINE', () => {
  it('takes no effect, and cannot be undone', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    const { data } = await answer(shop, proposalId, 'DECLINE', { comment: 'Too dear.' });
    expect(data.updateProposalStatus).toMatchObject({
      proposal: { status: 'PROPOSAL_DECLINED', comment: 'Too dear.', entitlements: { nodes: [] } },
    });
    const { data: late } = await answer(shop, proposalId, 'APPROVE');
    expect(late.updateProposalStatus).toMatchObject({
      userErrors: [
        { __typename: 'IllegalTransitionError', code: 'ILLEGAL_TRANSITION', from: 'PROPOSAL_DECLINED', to: 'PROPOSAL_APPROVED' },
      ],
    });
  });
});

describe('a foreign proposal', () => {
  it('is answered as one that does not exist, and so is the id of a purchase', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const foreign = await proposed(other, { type: 'ENTITLEMENT_GRANT', pricePlanId: other.pack });
    const { purchaseId } = await shop.org.done<{ purchaseId: string }>(
      'initiatePurchase',
      'purchase { purchaseId }',
      { accountId: 'acme', pricePlanId: shop.pack },
      'purchase',
    );
    for (const id of [foreign, purchaseId, 'purchase.00000000000.00000']) {
      const { data, extensions } = await answer(shop, id, 'APPROVE');
      expect(data.updateProposalStatus).toEqual({
        proposal: null,
        account: null,
        schedules: [],
        userErrors: [{ __typename: 'NotFoundError', code: 'NOT_FOUND', message: `No proposal "${id}".`, path: ['input', 'proposalId'] }],
      });
      expect(extensions.cost.d1Calls).toBe(1);
      const read = await shop.org.ask('query ($id: String!) { proposal(proposalId: $id) { status } }', { id });
      expect(read.data).toEqual({ proposal: null });
    }
    expect(await statusOf(other, foreign)).toBe('PROPOSAL_ACTIVE');
  });
});

describe('expiry', () => {
  const EXPIRY = '2026-12-01T12:00:00.000Z';
  const expiring = (shop: Shop) => proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, expiryDate: EXPIRY });
  const sweep = (now: string) => send('/test/scheduled', {}, { 'x-test-now': now });
  const recorded = (proposalId: string) =>
    DB.prepare('select status, updated_at from purchases where id = ?').bind(proposalId).first<{ status: string; updated_at: number }>();
  const listed = (shop: Shop, status: string) =>
    shop.org.ask<{ proposals: { nodes: object[] } }>(`{ proposals(where: {status: {eq: ${status}}}) { nodes { status } } }`);

  it('is true from its very instant on, whether or not it was recorded: the status, the lists and the actions say so', async () => {
    const shop = await copyOfShop();
    const proposalId = await expiring(shop);
    shop.org.now = '2026-12-01T11:59:59.999Z';
    expect(await statusOf(shop, proposalId)).toBe('PROPOSAL_ACTIVE');
    expect((await listed(shop, 'PROPOSAL_EXPIRED')).data.proposals.nodes).toEqual([]);
    shop.org.now = EXPIRY;
    expect(await statusOf(shop, proposalId)).toBe('PROPOSAL_EXPIRED');
    expect((await listed(shop, 'PROPOSAL_ACTIVE')).data.proposals.nodes).toEqual([]);
    expect((await listed(shop, 'PROPOSAL_EXPIRED')).data.proposals.nodes).toEqual([{ status: 'PROPOSAL_EXPIRED' }]);
    expect(await recorded(proposalId)).toMatchObject({ status: 'PROPOSAL_ACTIVE' });
  });

  it('refuses an approval at that instant, and writes nothing', async () => {
    const shop = await copyOfShop();
    const proposalId = await expiring(shop);
    shop.org.now = EXPIRY;
    const before = await rowsOf(shop.org);
    const { data } = await answer(shop, proposalId, 'APPROVE');
    expect(data.updateProposalStatus).toMatchObject({
      proposal: null,
      userErrors: [{ code: 'PROPOSAL_EXPIRED', from: 'PROPOSAL_EXPIRED', to: 'PROPOSAL_APPROVED' }],
    });
    expect(await rowsOf(shop.org)).toEqual(before);
  });

  it('is recorded by the sweep for all organizations, each with an audit entry, and once', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const [due, foreign] = [await expiring(shop), await expiring(other)];
    const open = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    const approved = await expiring(shop);
    await answer(shop, approved, 'APPROVE');

    await sweep('2026-12-01T11:59:59.999Z');
    expect(await recorded(due)).toMatchObject({ status: 'PROPOSAL_ACTIVE' });
    await Promise.all([sweep(EXPIRY), sweep(EXPIRY)]);
    await sweep('2026-12-02T00:00:00Z');

    expect(await recorded(due)).toEqual({ status: 'PROPOSAL_EXPIRED', updated_at: Date.parse(EXPIRY) });
    expect(await recorded(foreign)).toMatchObject({ status: 'PROPOSAL_EXPIRED' });
    expect(await recorded(open)).toMatchObject({ status: 'PROPOSAL_ACTIVE' });
    expect(await recorded(approved)).toMatchObject({ status: 'PROPOSAL_APPROVED' });
    const { results } = await DB.prepare(
      "select org_id, actor, operation, json_extract(entities, '$[1]') as proposal from audit_entries where actor = 'system' and org_id in (?, ?) order by id",
    )
      .bind(shop.org.orgId, other.org.orgId)
      .all();
    const entry = (org: Organization, proposal: string) => ({
      org_id: org.orgId,
      actor: 'system',
      operation: 'sweepExpiredProposals',
      proposal,
    });
    expect(results).toHaveLength(2);
    expect(results).toEqual(expect.arrayContaining([entry(shop.org, due), entry(other.org, foreign)]));
  });
});

describe('the sweep', () => {
  it('takes from each organization in turn, and records all that is due, once', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const expiryDate = '2026-12-01T12:00:00.000Z';
    const propose = (of: Shop) => proposed(of, { type: 'ENTITLEMENT_GRANT', pricePlanId: of.pack, expiryDate });
    await propose(shop);
    await propose(other);
    const { results: columns } = await DB.prepare(
      "select name from pragma_table_info('purchases') where name not in ('id', 'number')",
    ).all<{
      name: string;
    }>();
    const names = columns.map(({ name }) => name).join(', ');
    await DB.prepare(
      `insert into purchases (id, number, ${names}) with recursive n(i) as (select 1 union all select i + 1 from n where i < 60)
      select id || i, number + i, ${names} from n, (select * from purchases where org_id = ?)`,
    )
      .bind(shop.org.orgId)
      .run();
    await Promise.all([1, 2].map(() => send('/test/scheduled', {}, { 'x-test-now': expiryDate })));
    const counts =
      "select count(*) as entries, count(distinct json_extract(entities, '$[1]')) as proposals from audit_entries where org_id = ? and actor = 'system'";
    const recordedIn = ({ org }: Shop) => DB.prepare(counts).bind(org.orgId).first();
    expect(await recordedIn(shop)).toEqual({ entries: 61, proposals: 61 });
    expect(await recordedIn(other)).toEqual({ entries: 1, proposals: 1 });
  });
});

describe('a sweep and an approval at once', () => {
  it('leave either an expired proposal without effect, or an approved one with it', async () => {
    const shop = await copyOfShop();
    const expiryDate = '2026-12-01T12:00:00.000Z';
    const proposalId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, expiryDate });
    shop.org.now = '2026-12-01T11:59:59.999Z';
    await Promise.all([send('/test/scheduled', {}, { 'x-test-now': expiryDate }), answer(shop, proposalId, 'APPROVE')]);
    const status = await statusOf(shop, proposalId);
    expect(['PROPOSAL_EXPIRED', 'PROPOSAL_APPROVED']).toContain(status);
    expect(await rowsOf(shop.org)).toMatchObject({ entitlements: status === 'PROPOSAL_APPROVED' ? 1 : 0 });
  });
});

describe('proposals', () => {
  it('are listed newest first, by account and for all accounts, each in one call', async () => {
    const shop = await copyOfShop();
    const first = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    shop.org.now = '2026-11-22T00:00:00Z';
    const second = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    await answer(shop, first, 'DECLINE');
    const { data, extensions } = await shop.org.ask(`{
      account(by: {accountId: "acme"}) {
        proposals { totalCount nodes { proposalId } }
        declined: proposals(where: {status: {eq: PROPOSAL_DECLINED}}) { nodes { proposalId } }
        purchases { totalCount }
      }
      proposals { nodes { proposalId account { accountId } } }
      open: proposals(where: {status: {in: [PROPOSAL_ACTIVE]}}) { nodes { proposalId } }
      ofAcme: proposals(where: {accountId: {eq: "acme"}, status: {eq: PROPOSAL_ACTIVE}}) { totalCount nodes { proposalId } }
      ofNobody: proposals(where: {accountId: {eq: "nobody"}}) { totalCount nodes { proposalId } }
      expiring: proposals(where: {expiryDate: {lt: "2026-12-01T00:00:00Z"}}) { nodes { proposalId } }
    }`);
    expect(data).toEqual({
      account: {
        proposals: { totalCount: 2, nodes: [{ proposalId: second }, { proposalId: first }] },
        declined: { nodes: [{ proposalId: first }] },
        purchases: { totalCount: 0 },
      },
      proposals: {
        nodes: [
          { proposalId: second, account: { accountId: 'acme' } },
          { proposalId: first, account: { accountId: 'acme' } },
        ],
      },
      open: { nodes: [{ proposalId: second }] },
      ofAcme: { totalCount: 1, nodes: [{ proposalId: second }] },
      ofNobody: { totalCount: 0, nodes: [] },
      expiring: { nodes: [] },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('page backwards through time by cursor', async () => {
    const shop = await copyOfShop();
    for (const day of ['22', '23', '24']) {
      shop.org.now = `2026-11-${day}T00:00:00Z`;
      await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    }
    interface Page {
      proposals: { nodes: { createdAt: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }
    const page = (after: string | null) =>
      shop.org.ask<Page>(
        'query ($after: String) { proposals(first: 2, after: $after) { nodes { createdAt } pageInfo { endCursor hasNextPage } } }',
        {
          after,
        },
      );
    const { proposals: newest } = (await page(null)).data;
    const { proposals: rest } = (await page(newest.pageInfo.endCursor)).data;
    expect([...newest.nodes, ...rest.nodes].map(({ createdAt }) => createdAt.slice(8, 10))).toEqual(['24', '23', '22']);
    expect([newest.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('have global ids of their own: the id of a purchase under the name of a proposal is nothing’s', async () => {
    const shop = await copyOfShop();
    const proposalId = await proposed(shop, { type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack });
    const { data } = await shop.org.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on PurchaseTerms { accountId } } }', {
      ids: [btoa(`Proposal:${proposalId}`), btoa(`Purchase:${proposalId}`)],
    });
    expect(data).toEqual({ nodes: [{ __typename: 'Proposal', accountId: 'acme' }, null] });
  });
});
