import { describe, expect, it } from 'vitest';
import { entitlement, fixedFee } from '../../scripts/sample/rate-cards.ts';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { openShop, rowsOf, type Shop } from '../support/shop.ts';
import { copyOfShop } from '../support/world.ts';

const TERMS = `proposalId number revision status quantity expiryDate paymentMode effectiveFrom effectiveUntil
  price { amount } priceLines { rateCardName quantity amount } rateCardQuantities { rateCardName quantity }
  pricePlan { name version } rateCards { nodes { name } } associationOverride { pricingCycleConfig { interval } }
  walletTopupDetails { topupAmount { amount } purchaseAmount { amount } } supersedes { proposalId } supersededBy { proposalId }`;
const REVISE = `mutation ($input: ReviseProposalInput!) {
  reviseProposal(input: $input) {
    proposal { ${TERMS} } superseded { ${TERMS} } account { revision } isReplay
    userErrors { code message path ... on IllegalTransitionError { from to supersededBy } ... on ConflictError { currentRevision }
      ... on EffectiveDateError { earliest } }
  }
}`;
const READ = `query ($id: String!) { proposal(proposalId: $id) { ${TERMS} } }`;

interface Terms {
  readonly proposalId: string;
  readonly number: number;
  readonly revision: number;
  readonly status: string;
}
interface Revised {
  readonly reviseProposal: {
    readonly proposal: Terms | null;
    readonly superseded: Terms | null;
    readonly isReplay: boolean;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

const GRANT = { type: 'ENTITLEMENT_GRANT', paymentMode: 'POSTPAID' };
const NEXT_YEAR = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };

async function propose({ org, pack }: Shop, input: object = {}): Promise<Terms> {
  return org.done<Terms>(
    'createProposal',
    `proposal { ${TERMS} }`,
    { accountId: 'acme', ...GRANT, pricePlanId: pack, ...input },
    'proposal',
  );
}
const revise = ({ org }: Shop, proposalId: string, changes: object = {}) => org.ask<Revised>(REVISE, { input: { proposalId, ...changes } });
const read = async ({ org }: Shop, id: string) => (await org.ask<{ proposal: Terms }>(READ, { id })).data.proposal;

/** The new revision of a proposal that a test takes for granted. */
async function revised(shop: Shop, proposalId: string, changes: object = {}): Promise<Terms> {
  const { data, errors } = await revise(shop, proposalId, changes);
  const { proposal, userErrors } = data.reviseProposal;
  if (!proposal) throw new Error(JSON.stringify({ errors, userErrors }));
  return proposal;
}

/** A newer version of the pack: the setup fee costs 19.99 instead of 9.99, a support fee of 7 is added, seats are gone. */
async function raisePrices({ org, pack, setup, calls }: Shop): Promise<void> {
  const { addOnId } = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name: 'Care', type: 'FIXED_FEE' }, 'addOn');
  const operations = [
    { actionType: 'UPDATE', rateCardName: 'setup', rateCard: fixedFee(setup, { USD: '19.99' }) },
    { actionType: 'UPDATE', rateCardName: 'calls', rateCard: entitlement(calls, '100', 'P20D', { USD: '30' }) },
    { actionType: 'CREATE', rateCardName: 'care', rateCard: fixedFee(addOnId, { USD: '7' }) },
    { actionType: 'DELETE', rateCardName: 'seats' },
  ];
  await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId: pack, operations }, 'pricePlan');
  await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId: pack }, 'pricePlan');
}

describe('reviseProposal', () => {
  it('puts an open proposal of the same number and the next revision in its place, and keeps the old one as it was offered', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop, {
      expiryDate: '2027-01-01T00:00:00Z',
      rateCardQuantities: [{ rateCardName: 'seats', quantity: '150' }],
    });
    expect(first).toMatchObject({ number: 1, revision: 1, status: 'PROPOSAL_ACTIVE', supersedes: null, supersededBy: null });

    const { data, extensions } = await revise(shop, first.proposalId, { quantity: 2 });
    const second = data.reviseProposal.proposal;
    expect(data.reviseProposal).toMatchObject({
      proposal: {
        number: 1,
        revision: 2,
        status: 'PROPOSAL_ACTIVE',
        quantity: 2,
        expiryDate: '2027-01-01T00:00:00.000Z',
        price: { amount: '319.98' },
        rateCardQuantities: [{ rateCardName: 'seats', quantity: '150' }],
        supersedes: { proposalId: first.proposalId },
        supersededBy: null,
      },
      superseded: { ...first, status: 'PROPOSAL_SUPERSEDED', supersededBy: { proposalId: second?.proposalId } },
      account: { revision: 3 },
      userErrors: [],
    });
    expect(second?.proposalId).not.toBe(first.proposalId);
    expect(extensions.cost.d1Calls).toBe(2);
    expect(await read(shop, first.proposalId)).toEqual(data.reviseProposal.superseded);
    expect(await read(shop, second?.proposalId ?? '')).toEqual(second);
  });

  it('prices anew by the newest active version of the plan, and leaves the old price', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop);
    await raisePrices(shop);
    expect(await revised(shop, first.proposalId)).toMatchObject({
      pricePlan: { version: 2 },
      price: { amount: '56.99' },
      rateCards: { nodes: [{ name: 'setup' }, { name: 'calls' }, { name: 'data' }, { name: 'care' }] },
    });
    expect(await read(shop, first.proposalId)).toMatchObject({ pricePlan: { version: 1 }, price: { amount: '36.99' } });
  });

  it('keeps rate cards of its own card by card: what they leave to the plan is as the plan says now', async () => {
    const shop = await copyOfShop();
    const discount = { actionType: 'UPDATE', rateCardName: 'setup', rateCard: fixedFee(shop.setup, { USD: '5' }) };
    const first = await propose(shop, { purchasePlanOverride: { rateCards: [discount] } });
    const second = await revised(shop, first.proposalId, { quantity: 2 });
    expect(second).toMatchObject({
      price: { amount: '64' },
      rateCards: { nodes: [{ name: 'setup' }, { name: 'calls' }, { name: 'seats' }, { name: 'data' }] },
    });

    await raisePrices(shop);
    const third = await revised(shop, second.proposalId, { quantity: null });
    expect(third).toMatchObject({
      priceLines: [
        { rateCardName: 'setup', amount: '5' },
        { rateCardName: 'calls', amount: '30' },
        { rateCardName: 'care', amount: '7' },
      ],
      rateCards: { nodes: [{ name: 'setup' }, { name: 'calls' }, { name: 'data' }, { name: 'care' }] },
    });
    expect(await revised(shop, third.proposalId, { purchasePlanOverride: null })).toMatchObject({ price: { amount: '56.99' } });
  });

  it('takes what is given, keeps what is absent and takes back what is null', async () => {
    const shop = await copyOfShop();
    const association = { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR, expiryDate: '2026-12-31T00:00:00Z', quantity: 3 };
    const annual = { pricingCycleConfig: { interval: 'ANNUALLY', gracePeriod: 0 } };
    const first = await propose(shop, { ...association, associationOverride: annual });
    const second = await revised(shop, first.proposalId, { effectiveFrom: '2027-02-01', paymentMode: 'PREPAID' });
    const { effectiveUntil } = NEXT_YEAR;
    const unchanged = { quantity: 3, associationOverride: { pricingCycleConfig: { interval: 'ANNUALLY' } }, effectiveUntil };
    expect(second).toMatchObject({
      ...unchanged,
      effectiveFrom: '2027-02-01',
      paymentMode: 'PREPAID',
      expiryDate: '2026-12-31T00:00:00.000Z',
    });
    const third = await revised(shop, second.proposalId, { quantity: null, associationOverride: null, expiryDate: null });
    expect(third).toMatchObject({ quantity: 1, associationOverride: null, expiryDate: null, effectiveFrom: '2027-02-01', effectiveUntil });
  });

  it('may offer another plan of the kind, and another top-up', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop, { type: 'PREPAID', paymentMode: 'PREPAID' });
    expect(await revised(shop, first.proposalId, { pricePlanId: shop.pro, ...NEXT_YEAR })).toMatchObject({
      pricePlan: { name: 'Pro' },
      price: { amount: '100' },
    });
    const details = { topupAmount: '10', purchaseAmount: '8' };
    const topup = await propose(shop, { type: 'WALLET_TOPUP', pricePlanId: null, walletTopupDetails: details });
    const same = await revised(shop, topup.proposalId);
    expect(same).toMatchObject({ price: { amount: '8' }, walletTopupDetails: { topupAmount: { amount: '10' } } });
    expect(await revised(shop, same.proposalId, { walletTopupDetails: { topupAmount: '20' } })).toMatchObject({ price: { amount: '20' } });
  });

  it('is written to the audit log as one change of both', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop);
    const second = await revised(shop, first.proposalId);
    const { data } = await shop.org.ask<{ auditLog: { nodes: { entities: string[] }[] } }>(
      '{ auditLog(where: { operation: { eq: "reviseProposal" } }) { nodes { entities before after } } }',
    );
    expect(data.auditLog.nodes).toMatchObject([
      { before: { id: first.proposalId, status: 'PROPOSAL_ACTIVE' }, after: { id: second.proposalId, number: 1, revision: 2 } },
    ]);
    expect(data.auditLog.nodes[0]?.entities).toEqual(expect.arrayContaining([first.proposalId, second.proposalId]));
  });

  it('is one revision for one idempotency key', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop);
    const answer = await revise(shop, first.proposalId, { quantity: 2, idempotencyKey: 'once' });
    const again = await revise(shop, first.proposalId, { quantity: 2, idempotencyKey: 'once' });
    expect(again.data.reviseProposal).toEqual({ ...answer.data.reviseProposal, isReplay: true });
  });

  it.each<[string, (shop: Shop) => object, (shop: Shop) => object, object]>([
    ['a quantity of 0', () => ({}), () => ({ quantity: 0 }), { code: 'INVALID_VALUE', path: ['input', 'quantity'] }],
    ['no plan where one is needed', () => ({}), () => ({ pricePlanId: null }), { code: 'INVALID_VALUE', path: ['input', 'pricePlanId'] }],
    ['no payment mode', () => ({}), () => ({ paymentMode: null }), { code: 'INVALID_VALUE', path: ['input', 'paymentMode'] }],
    ['a plan that does not exist', () => ({}), () => ({ pricePlanId: 'pp.0' }), { code: 'NOT_FOUND', path: ['input', 'pricePlanId'] }],
    [
      'a plan of another type',
      () => ({}),
      ({ pro }) => ({ pricePlanId: pro }),
      { code: 'PLAN_NOT_PURCHASABLE', path: ['input', 'pricePlanId'] },
    ],
    [
      'an expiry that has passed',
      () => ({}),
      () => ({ expiryDate: '2026-11-01T00:00:00Z' }),
      { code: 'INVALID_VALUE', path: ['input', 'expiryDate'] },
    ],
    [
      'an expiry after the first day of its association',
      ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, ...NEXT_YEAR }),
      () => ({ expiryDate: '2027-01-02T00:00:00Z' }),
      { code: 'PROPOSAL_STARTS_BEFORE_EXPIRY', path: ['input', 'effectiveFrom'] },
    ],
    [
      'an association without days',
      ({ pro }) => ({ type: 'ASSOCIATION', pricePlanId: pro, ...NEXT_YEAR }),
      () => ({ effectiveUntil: null }),
      { code: 'INVALID_VALUE', path: ['input', 'effectiveUntil'] },
    ],
    [
      'a top-up without details',
      () => ({ type: 'WALLET_TOPUP', pricePlanId: null, walletTopupDetails: { topupAmount: '5' } }),
      () => ({ walletTopupDetails: null }),
      { code: 'INVALID_VALUE', path: ['input', 'walletTopupDetails'] },
    ],
    [
      'the quantity of a card that the plan does not have',
      () => ({}),
      () => ({ rateCardQuantities: [{ rateCardName: 'nothing', quantity: '1' }] }),
      { code: 'RATE_CARD_NOT_FOUND', path: ['input', 'rateCardQuantities', '0'] },
    ],
    [
      'another plan under rate cards that were made from this one',
      ({ setup }) => ({
        type: 'PREPAID',
        paymentMode: 'PREPAID',
        purchasePlanOverride: {
          rateCards: [{ actionType: 'UPDATE', rateCardName: 'setup', rateCard: fixedFee(setup, { USD: '5' }) }],
        },
      }),
      ({ pro }) => ({ pricePlanId: pro, ...NEXT_YEAR }),
      { code: 'INVALID_VALUE', path: ['input', 'purchasePlanOverride'] },
    ],
    [
      'a revision of the account that has moved',
      () => ({}),
      () => ({ expectedRevision: 1 }),
      { code: 'CONFLICT', path: ['input', 'expectedRevision'], currentRevision: 2 },
    ],
  ])('refuses %s, and writes nothing', async (_title, before, changes, refusal) => {
    const shop = await copyOfShop();
    const first = await propose(shop, before(shop));
    const rows = await everyRow(shop.org);
    const { data, errors, extensions } = await revise(shop, first.proposalId, changes(shop));
    expect(errors).toBeUndefined();
    expect(data.reviseProposal).toMatchObject({ proposal: null, superseded: null, userErrors: [expect.objectContaining(refusal)] });
    expect(extensions.cost.d1Calls).toBe(1);
    expect(await everyRow(shop.org)).toEqual(rows);
  });

  it('refuses a quantity that it keeps of a card that the plan no longer has', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop, { rateCardQuantities: [{ rateCardName: 'seats', quantity: '5' }] });
    await raisePrices(shop);
    expect((await revise(shop, first.proposalId)).data.reviseProposal).toMatchObject({
      userErrors: [{ code: 'RATE_CARD_NOT_FOUND', path: ['input', 'rateCardQuantities'] }],
    });
    expect(await revised(shop, first.proposalId, { rateCardQuantities: null })).toMatchObject({ revision: 2 });
  });

  it('refuses what it keeps and may no longer say: a plan that was archived, a day that is past', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop, { type: 'ASSOCIATION', pricePlanId: shop.pro, ...NEXT_YEAR });
    const { org } = shop;
    await org.done(
      'updatePricingSchedule',
      'account { id }',
      { accountId: 'acme', pricePlanId: await org.plan('Another'), effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' },
      'account',
    );
    org.now = '2027-03-01T00:00:00Z';
    expect((await revise(shop, first.proposalId)).data.reviseProposal).toMatchObject({
      userErrors: [{ code: 'EFFECTIVE_FROM_TOO_EARLY', path: ['input', 'effectiveFrom'], earliest: '2027-03-02' }],
    });
  });

  it.each([
    ['one that does not exist', 'purchase.00000000000.00000'],
    ['an empty id', ''],
  ])('answers %s as no proposal', async (_title, proposalId) => {
    const shop = await copyOfShop();
    expect((await revise(shop, proposalId)).data.reviseProposal).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', message: `No proposal "${proposalId}".`, path: ['input', 'proposalId'] }],
    });
  });

  it('answers a purchase, and the proposal of another organization, as no proposal', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const bought = { accountId: 'acme', pricePlanId: shop.pack };
    const { purchaseId } = await shop.org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', bought, 'purchase');
    const foreign = await propose(other);
    for (const id of [purchaseId, foreign.proposalId]) {
      expect((await revise(shop, id)).data.reviseProposal).toMatchObject({
        userErrors: [{ code: 'NOT_FOUND', message: `No proposal "${id}".` }],
      });
    }
    expect(await read(other, foreign.proposalId)).toEqual(foreign);
  });
});

describe('a superseded proposal', () => {
  const superseded = async () => {
    const shop = await copyOfShop();
    const first = await propose(shop, { expiryDate: '2026-12-01T00:00:00Z' });
    const second = await revised(shop, first.proposalId, { expiryDate: null });
    return { shop, first, second };
  };

  it('is neither approved, declined nor revised: each refusal names the revision in its place', async () => {
    const { shop, first, second } = await superseded();
    const rows = await everyRow(shop.org);
    const ANSWER = `mutation ($input: UpdateProposalStatusInput!) { updateProposalStatus(input: $input) {
      proposal { status } userErrors { code message ... on IllegalTransitionError { from to supersededBy } } } }`;
    const refusal = (to: string) => ({
      code: 'PROPOSAL_SUPERSEDED',
      message: expect.stringContaining(second.proposalId),
      ...{ from: 'PROPOSAL_SUPERSEDED', to, supersededBy: second.proposalId },
    });
    for (const [status, to] of [
      ['APPROVE', 'PROPOSAL_APPROVED'],
      ['DECLINE', 'PROPOSAL_DECLINED'],
    ] as const) {
      const { data } = await shop.org.ask(ANSWER, { input: { proposalId: first.proposalId, status } });
      expect(data).toEqual({ updateProposalStatus: { proposal: null, userErrors: [refusal(to)] } });
    }
    expect((await revise(shop, first.proposalId)).data.reviseProposal).toMatchObject({ userErrors: [refusal('PROPOSAL_SUPERSEDED')] });
    expect(await everyRow(shop.org)).toEqual(rows);
  });

  it('never expires: the sweep leaves it alone', async () => {
    const { shop, first } = await superseded();
    shop.org.now = '2026-12-02T00:00:00Z';
    await send('/test/scheduled', {}, { 'x-test-now': shop.org.now });
    expect(await read(shop, first.proposalId)).toMatchObject({ status: 'PROPOSAL_SUPERSEDED' });
  });

  it('is listed as such, and not among the open ones', async () => {
    const { shop, first, second } = await superseded();
    const { data } = await shop.org.ask(`{
      open: proposals(where: { status: { eq: PROPOSAL_ACTIVE } }) { nodes { proposalId } }
      superseded: proposals(where: { status: { eq: PROPOSAL_SUPERSEDED } }) { nodes { proposalId } }
      account(by: { accountId: "acme" }) { proposals { totalCount } }
    }`);
    expect(data).toEqual({
      open: { nodes: [{ proposalId: second.proposalId }] },
      superseded: { nodes: [{ proposalId: first.proposalId }] },
      account: { proposals: { totalCount: 2 } },
    });
  });

  it('does not stand against archiving its plan or its account, once its revision is answered', async () => {
    const { shop, second } = await superseded();
    const { org, pack } = shop;
    expect(await mutate(org, 'archivePricePlan', { pricePlanId: pack })).toMatchObject({ userErrors: [{ code: 'PLAN_IN_USE' }] });
    expect(await mutate(org, 'deleteAccount', { accountId: 'acme' })).toMatchObject({
      userErrors: [{ code: 'ACCOUNT_HAS_OPEN_PROPOSALS' }],
    });
    await org.done('updateProposalStatus', 'proposal { status }', { proposalId: second.proposalId, status: 'DECLINE' }, 'proposal');
    expect(await mutate(org, 'archivePricePlan', { pricePlanId: pack })).toMatchObject({ userErrors: [] });
    expect(await mutate(org, 'deleteAccount', { accountId: 'acme' })).toMatchObject({ userErrors: [] });
  });

  it('is history: the database itself refuses to change what was offered, or anything of it', async () => {
    const { first, second } = await superseded();
    const write = (set: string, id: string) => DB.prepare(`update purchases set ${set} where id = ?`).bind(id).run();
    await expect(write("status = 'PROPOSAL_ACTIVE'", first.proposalId)).rejects.toThrow('PURCHASE_SUPERSEDED');
    const columns =
      'org_id, account_id, is_proposal, type, payment_mode, status, quantity, rate_card_quantities, number, revision, price_amount, price_currency, price_lines, created_at, updated_at';
    const again = DB.prepare(`insert into purchases (id, ${columns}) select 'purchase.again', ${columns} from purchases where id = ?`);
    await expect(again.bind(second.proposalId).run()).rejects.toThrow('REVISION_OVERLAP');
    for (const set of ["price_amount = '1'", 'quantity = 2', 'number = 7', 'revision = 7', "plan_version_id = 'ppv.1'", 'expires_at = 1']) {
      await expect(write(set, second.proposalId)).rejects.toThrow('PURCHASE_TERMS');
    }
  });
});

describe('revisions', () => {
  it('are read from any of them, the newest first, in one call', async () => {
    const shop = await copyOfShop();
    const [first, other] = [await propose(shop), await propose(shop)];
    const second = await revised(shop, first.proposalId);
    const third = await revised(shop, second.proposalId);
    expect(other).toMatchObject({ number: 2, revision: 1 });
    const { data, extensions } = await shop.org.ask(
      `query ($first: String!, $other: String!) {
        first: proposal(proposalId: $first) { revisions { totalCount nodes { revision status } } supersededBy { revision supersededBy { revision } } }
        other: proposal(proposalId: $other) { revisions { nodes { number revision } } }
      }`,
      { first: first.proposalId, other: other.proposalId },
    );
    expect(data).toEqual({
      first: {
        revisions: {
          totalCount: 3,
          nodes: [
            { revision: 3, status: 'PROPOSAL_ACTIVE' },
            { revision: 2, status: 'PROPOSAL_SUPERSEDED' },
            { revision: 1, status: 'PROPOSAL_SUPERSEDED' },
          ],
        },
        supersededBy: { revision: 2, supersededBy: { revision: 3 } },
      },
      other: { revisions: { nodes: [{ number: 2, revision: 1 }] } },
    });
    expect(third.number).toBe(1);
    expect(extensions.cost.d1Calls).toBe(1);
  });
});

describe('numbers', () => {
  it('are counted in the organization, one for each of many proposals that are made at once', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    for (const id of ['b', 'c', 'd']) await shop.org.customer(id);
    const made = await Promise.all(['acme', 'b', 'c', 'd', 'acme', 'b'].map((accountId) => propose(shop, { accountId })));
    expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await propose(other)).toMatchObject({ number: 1 });
  });
});

describe('at once', () => {
  const approve = ({ org }: Shop, proposalId: string, status: string) =>
    org.ask<{ updateProposalStatus: { userErrors: { code: string }[] } }>(
      'mutation ($input: UpdateProposalStatusInput!) { updateProposalStatus(input: $input) { proposal { status } userErrors { code } } }',
      { input: { proposalId, status } },
    );

  it.each(['APPROVE', 'DECLINE'])('a revision and %s: exactly one of them happens, and the other hears why not', async (status) => {
    const shop = await copyOfShop();
    const first = await propose(shop);
    const [revision, answer] = await Promise.all([revise(shop, first.proposalId), approve(shop, first.proposalId, status)]);
    const codes = [revision.data.reviseProposal.userErrors, answer.data.updateProposalStatus.userErrors].map((all) => all[0]?.code ?? null);
    const now = (await read(shop, first.proposalId)).status;
    const isRevised = now === 'PROPOSAL_SUPERSEDED';
    expect(codes).toEqual(isRevised ? [null, 'PROPOSAL_SUPERSEDED'] : ['ILLEGAL_TRANSITION', null]);
    expect(await rowsOf(shop.org)).toMatchObject({
      revision: 3,
      purchases: isRevised ? 2 : 1,
      entitlements: now === 'PROPOSAL_APPROVED' ? 1 : 0,
    });
  });

  it('eight revisions: one happens, and the rest hear which one took the place', async () => {
    const shop = await copyOfShop();
    const first = await propose(shop);
    const answers = await Promise.all(Array.from({ length: 8 }, (_each, i) => revise(shop, first.proposalId, { quantity: i + 1 })));
    const outcomes = answers.map(({ data }) => data.reviseProposal);
    const [winner, ...others] = outcomes.filter(({ proposal }) => proposal !== null);
    expect(others).toEqual([]);
    for (const { userErrors } of outcomes.filter(({ proposal }) => proposal === null)) {
      expect(userErrors).toMatchObject([{ code: 'PROPOSAL_SUPERSEDED', supersededBy: winner?.proposal?.proposalId }]);
    }
    expect(await rowsOf(shop.org)).toMatchObject({ revision: 3, purchases: 2 });
  });
});
