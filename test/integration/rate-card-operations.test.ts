import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPlan, fee, items, mutate, perUnit, refusal, upsert } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

let org: Organization;
let item: Awaited<ReturnType<typeof items>>;
let pricePlanId: string;
beforeEach(async () => {
  org = await Organization.begin();
  item = await items(org);
  pricePlanId = await emptyPlan(org);
});

async function cards() {
  const { data } = await org.ask<{ pricePlan: { rateCards: { nodes: { id: string; name: string }[] } } }>(
    'query ($id: String!) { pricePlan(pricePlanId: $id) { rateCards { nodes { id name } } } }',
    { id: pricePlanId },
  );
  return data.pricePlan.rateCards.nodes;
}

describe('bulkPricePlanRateCardOperations', () => {
  const bulk = (...operations: object[]) =>
    mutate(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations }, 'pricePlan { version } rateCards { name displayName }');
  const names = async () => (await cards()).map(({ name }) => name);
  const ids = async () => (await cards()).map(({ id }) => id);

  it('applies operations in their order: a card updated keeps its place, a new one comes last', async () => {
    await bulk(
      { actionType: 'CREATE', rateCardName: 'setup', rateCard: fee(item.setup) },
      { actionType: 'CREATE', rateCardName: 'calls', rateCard: { usage: { billableId: item.calls, ...perUnit('1') } } },
    );
    const answer = await bulk(
      { actionType: 'UPSERT', rateCardName: 'floor', rateCard: { minimumCommitment: { rateValues: [{ currency: 'USD', rate: '1' }] } } },
      { actionType: 'UPDATE', rateCardName: 'setup', rateCard: fee(item.setup, '200') },
      { actionType: 'DELETE', rateCardName: 'calls' },
    );
    expect(answer).toMatchObject({ rateCards: [{ name: 'setup' }, { name: 'floor' }], d1Calls: 2 });
    expect(await names()).toEqual(['setup', 'floor']);
  });

  it('makes a name for a new card that is given none', async () => {
    await bulk({ actionType: 'CREATE', rateCard: fee(item.setup) });
    expect(await names()).toEqual([item.setup]);
  });

  it('writes the same set of cards once, whoever writes it: an edit and its undoing leave one', async () => {
    await bulk({ actionType: 'CREATE', rateCardName: 'fee', rateCard: fee(item.setup, '1') });
    const [before] = await ids();
    await bulk({ actionType: 'UPDATE', rateCardName: 'fee', rateCard: fee(item.setup, '2') });
    expect(await ids()).not.toEqual([before]);
    const undone = await bulk({ actionType: 'UPDATE', rateCardName: 'fee', rateCard: fee(item.setup, '1') });
    expect(undone).toMatchObject({ rateCards: [{ name: 'fee' }], userErrors: [] });
    expect(await ids()).toEqual([before]);
  });

  it('opens a version where there is no draft, and leaves the active one as it is', async () => {
    await upsert(org, pricePlanId, { setup: fee(item.setup) });
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    expect(await bulk({ actionType: 'DELETE', rateCardName: 'setup' })).toMatchObject({ pricePlan: { version: 2 }, rateCards: [] });
    const { data } = await org.ask(
      'query ($id: String!) { pricePlan(pricePlanId: $id, version: { number: 1 }) { rateCards { nodes { name } } } }',
      { id: pricePlanId },
    );
    expect(data).toEqual({ pricePlan: { rateCards: { nodes: [{ name: 'setup' }] } } });
  });

  it('is all or nothing: the operation at fault is named, and nothing before it stays', async () => {
    const operations = [
      { actionType: 'CREATE', rateCardName: 'setup', rateCard: fee(item.setup) },
      { actionType: 'UPDATE', rateCardName: 'unknown', rateCard: fee(item.seats) },
    ];
    expect(await refusal(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations })).toMatchObject([
      { __typename: 'NotFoundError', code: 'RATE_CARD_NOT_FOUND', path: ['input', 'operations', '1', 'rateCardName'] },
    ]);
    expect(await names()).toEqual([]);
  });

  it('refuses a name twice, a second card for one item, and a second minimum commitment', async () => {
    const floor = { minimumCommitment: { rateValues: [{ currency: 'USD', rate: '1' }] } };
    await upsert(org, pricePlanId, { setup: fee(item.setup), floor });
    const create = (rateCardName: string, rateCard: object) =>
      refusal(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations: [{ actionType: 'CREATE', rateCardName, rateCard }] });
    expect(await create('setup', fee(item.seats))).toMatchObject([{ code: 'DUPLICATE_NAME' }]);
    expect(await create('again', fee(item.setup))).toMatchObject([{ code: 'DUPLICATE_BILLABLE' }]);
    expect(await create('again', floor)).toMatchObject([{ code: 'DUPLICATE_BILLABLE' }]);
    expect(await names()).toEqual(['setup', 'floor']);
  });

  it('refuses a DELETE of what is not there, and no or too many operations', async () => {
    const run = (operations: object[]) => refusal(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations });
    expect(await run([{ actionType: 'DELETE', rateCardName: 'unknown' }])).toMatchObject([{ code: 'RATE_CARD_NOT_FOUND' }]);
    expect(await run([])).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['input', 'operations'] }]);
    expect(await run(Array(101).fill({ actionType: 'DELETE', rateCardName: 'x' }))).toMatchObject([{ code: 'LIMIT_EXCEEDED' }]);
  });

  it('keeps up to 200 cards of a plan, reads and finalizes them in one call each, and refuses another', async () => {
    const floor = { minimumCommitment: { rateValues: [{ currency: 'USD', rate: '1' }] } };
    const unpriced = Array.from({ length: 199 }, (_, i) => [`card-${i + 1}`, { fixedFee: { rateValues: [] } }] as const);
    await upsert(org, pricePlanId, Object.fromEntries(unpriced.slice(0, 100)));
    await upsert(org, pricePlanId, Object.fromEntries(unpriced.slice(100)));
    expect(await upsert(org, pricePlanId, { floor })).toMatchObject({ userErrors: [], d1Calls: 2 });
    const operations = [{ actionType: 'CREATE', rateCardName: 'another', rateCard: { fixedFee: { rateValues: [] } } }];
    expect(await refusal(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations })).toMatchObject([
      { code: 'LIMIT_EXCEEDED', path: ['input', 'operations', '0'] },
    ]);
    const [{ issues } = {}] = await refusal(org, 'finalizePricePlan', { pricePlanId });
    expect(issues).toHaveLength(2 * 199);
  });

  it('keeps up to 500,000 bytes of cards, and reads them in one call, with what is computed from them', async () => {
    const orders = Array.from({ length: 100 }, (_, i) => i + 1);
    const slabs = orders.map((order) => ({ order, startAfter: `${order - 1}`, priceType: 'PER_UNIT' }));
    const rateValues = ['USD', 'EUR', 'GBP', 'JPY', 'INR'].map((currency) => ({
      currency,
      slabRates: orders.map((order) => ({ order, rate: '0.1' })),
    }));
    const heavy = { usage: { ratePlan: { pricingModel: 'TIERED', slabs }, rateValues } };
    const write = async (from: number, count: number) => {
      const cards = Array.from({ length: count }, (_, i) => [`card-${from + i}`, heavy] as const);
      return upsert(org, pricePlanId, Object.fromEntries(cards));
    };
    const refusals = [];
    for (let from = 1; from <= 45 && refusals.length === 0; from += 9) refusals.push(...(await write(from, 9)).userErrors);
    expect(refusals).toMatchObject([{ code: 'LIMIT_EXCEEDED', message: expect.stringContaining('500,000 bytes') }]);

    const { data, errors, extensions } = await org.ask<{ pricePlans: { nodes: { latestVersion: { rateCards: { nodes: object[] } } }[] } }>(
      `{ pricePlans { nodes { latestVersion { issues { code } rateCards(first: 100) { nodes {
        ... on UsageRateCard { rateValues { currency slabRates { rate } } } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(extensions.cost.d1Calls).toBe(1);
    expect(data.pricePlans.nodes[0]?.latestVersion.rateCards.nodes.length).toBeGreaterThan(8);
  });

  it('answers a card as a node under its own family alone, and an active version goes on answering it after an edit', async () => {
    await bulk({ actionType: 'CREATE', rateCardName: 'fee', rateCard: fee(item.setup) });
    const [id = ''] = await ids();
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    await bulk({ actionType: 'UPDATE', rateCardName: 'fee', rateCard: fee(item.setup, '2') });
    const asUsage = btoa(atob(id).replace('FixedFee', 'Usage'));
    const { data } = await org.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on FixedFeeRateCard { rateValues { rate } } ... on UsageRateCard { name } } }',
      { ids: [id, asUsage] },
    );
    expect(data).toEqual({ nodes: [{ rateValues: [{ rate: '100' }] }, null] });
  });

  it('answers null for a card of a draft that an edit has replaced: nothing has it any more', async () => {
    await bulk({ actionType: 'CREATE', rateCardName: 'fee', rateCard: fee(item.setup) });
    const [id = ''] = await ids();
    await bulk({ actionType: 'UPDATE', rateCardName: 'fee', rateCard: fee(item.setup, '2') });
    expect((await org.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).data).toEqual({ node: null });
  });

  it('filters the cards of a plan by family', async () => {
    await upsert(org, pricePlanId, { setup: fee(item.setup), calls: { usage: { billableId: item.calls, ...perUnit('1') } } });
    const { data, extensions } = await org.ask(
      `query ($id: String!) { pricePlan(pricePlanId: $id) {
        all: rateCards(first: 1) { totalCount nodes { name } } usage: rateCards(type: USAGE) { totalCount nodes { name } } } }`,
      { id: pricePlanId },
    );
    expect(data).toEqual({
      pricePlan: { all: { totalCount: 2, nodes: [{ name: 'setup' }] }, usage: { totalCount: 1, nodes: [{ name: 'calls' }] } },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
