import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPlan, fee, items, mutate, perUnit, upsert } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

/** Reads a selection of a plan's latest version, in one call. */
async function latest(pricePlanId: string, selection: string) {
  const { data, errors, extensions } = await org.ask<{ pricePlan: Record<string, unknown> }>(
    `query ($id: String!) { pricePlan(pricePlanId: $id) { ${selection} } }`,
    { id: pricePlanId },
  );
  expect(errors).toBeUndefined();
  expect(extensions.cost.d1Calls).toBe(1);
  return data.pricePlan;
}

describe('PricePlanVersion.changesSince', () => {
  const CHANGES = `isEmpty terms { path before after } currencies { added removed }
    rateCards { added { name } removed { name } changed { name fields { path before after } } }
    pricingRules { added { name } removed { name } changed { name fields { path before after } } }`;
  const rule = (name: string, computation = '10') => ({ name, order: 1, computation, action: { type: 'ADD' } });

  it('tells terms, currencies, rate cards and rules that differ, in one call', async () => {
    const item = await items(org);
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.setup), calls: { usage: { billableId: item.calls, ...perUnit('1') } } });
    await mutate(org, 'updatePricePlanPricingRules', { pricePlanId, pricingRules: [rule('Discount')] });
    await mutate(org, 'finalizePricePlan', { pricePlanId });

    await mutate(org, 'updatePricePlan', { pricePlanId, description: 'Two.', supportedCurrencies: ['EUR'] });
    const operations = [
      { actionType: 'UPDATE', rateCardName: 'setup', rateCard: fee(item.setup, '250') },
      { actionType: 'DELETE', rateCardName: 'calls' },
      { actionType: 'CREATE', rateCardName: 'seats', rateCard: { license: { billableId: item.seats, ...perUnit('9') } } },
    ];
    await mutate(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations });
    await mutate(org, 'updatePricePlanPricingRules', { pricePlanId, pricingRules: [rule('Discount', '20')] });

    expect(await latest(pricePlanId, `changesSince(version: 1) { ${CHANGES} }`)).toEqual({
      changesSince: {
        isEmpty: false,
        terms: [{ path: ['description'], before: null, after: 'Two.' }],
        currencies: { added: ['EUR'], removed: ['USD'] },
        rateCards: {
          added: [{ name: 'seats' }],
          removed: [{ name: 'calls' }],
          changed: [{ name: 'setup', fields: [{ path: ['rateValues', 'USD', 'rate'], before: '100', after: '250' }] }],
        },
        pricingRules: {
          added: [],
          removed: [],
          changed: [{ name: 'Discount', fields: [{ path: ['computation'], before: '10', after: '20' }] }],
        },
      },
    });
  });

  it('shows each card as the version has it that it is of, with whatever is selected of it', async () => {
    const item = await items(org);
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.setup) });
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    await upsert(org, pricePlanId, { setup: fee(item.setup, '250'), seats: { license: { billableId: item.seats, ...perUnit('9') } } });
    const card = '... on FixedFeeRateCard { rateValues { rate } }';
    const selection = `changesSince(version: 1) { rateCards {
      added { __typename billable { displayName } } changed { before { ${card} } after { ${card} billable { name } } } } }`;
    expect(await latest(pricePlanId, selection)).toEqual({
      changesSince: {
        rateCards: {
          added: [{ __typename: 'LicenseRateCard', billable: { displayName: 'Seats' } }],
          changed: [{ before: { rateValues: [{ rate: '100' }] }, after: { rateValues: [{ rate: '250' }], billable: { name: 'Setup' } } }],
        },
      },
    });
  });

  it('is empty against itself and a copy of it, and null against a version that there is not', async () => {
    const pricePlanId = await org.plan('Gold');
    await mutate(org, 'updatePricePlan', { pricePlanId });
    expect(await latest(pricePlanId, 'changesSince(version: 1) { isEmpty }')).toEqual({ changesSince: { isEmpty: true } });
    expect(await latest(pricePlanId, 'changesSince(version: 2) { isEmpty }')).toEqual({ changesSince: { isEmpty: true } });
    expect(await latest(pricePlanId, 'changesSince(version: 9) { isEmpty }')).toEqual({ changesSince: null });
  });

  it('is right for each version when two are asked for at once', async () => {
    const pricePlanId = await org.plan('Gold');
    for (const description of ['Two.', 'Three.']) {
      await mutate(org, 'updatePricePlan', { pricePlanId, description });
      await mutate(org, 'finalizePricePlan', { pricePlanId });
    }
    const { data } = await org.ask(
      `query ($id: String!) { pricePlan(pricePlanId: $id) {
        first: changesSince(version: 1) { terms { before } } second: changesSince(version: 2) { terms { before } } } }`,
      { id: pricePlanId },
    );
    expect(data).toEqual({ pricePlan: { first: { terms: [{ before: null }] }, second: { terms: [{ before: 'Two.' }] } } });
  });
});

describe('PricePlanVersion.availableActions', () => {
  const actions = async (pricePlanId: string) => {
    const { availableActions } = await latest(pricePlanId, 'availableActions { action allowed reason }');
    const actions = availableActions as { action: string; allowed: boolean; reason: string | null }[];
    return Object.fromEntries(actions.map(({ action, allowed, reason }) => [action, allowed || reason]));
  };

  it('says of a draft what can be done, and what the operations would refuse', async () => {
    const item = await items(org);
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.seats) });
    expect(await actions(pricePlanId)).toEqual({
      UPDATE: true,
      FINALIZE: expect.stringContaining('Rate card "setup"'),
      DISCARD: true,
      ARCHIVE: true,
      ASSOCIATE: expect.stringContaining('is a draft. Finalize it first.'),
    });
    const { userErrors } = await mutate(org, 'finalizePricePlan', { pricePlanId });
    expect(userErrors[0]?.message).toBe((await actions(pricePlanId)).FINALIZE);
  });

  it('says that a plan in use cannot be archived, with the message of archivePricePlan', async () => {
    const pricePlanId = await org.plan('Gold');
    await org.customer('acme');
    const period = { effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' };
    await mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId, ...period });
    const { userErrors } = await mutate(org, 'archivePricePlan', { pricePlanId });
    expect(await actions(pricePlanId)).toMatchObject({ UPDATE: true, ASSOCIATE: true, ARCHIVE: userErrors[0]?.message });
  });

  it('allows nothing of an archived plan', async () => {
    const pricePlanId = await org.plan('Gold');
    await mutate(org, 'archivePricePlan', { pricePlanId });
    const reasons = Object.values(await actions(pricePlanId));
    expect(reasons).toEqual(Array(5).fill(expect.stringContaining('is archived')));
  });
});

describe('PricePlanVersion.schedules', () => {
  const ON_IT = 'totalCount nodes { startDate account { accountId } }';

  it('is who is on the version on a day, today unless said otherwise, whatever other versions they were on', async () => {
    const pricePlanId = await org.plan('Gold');
    const associate = async (accountId: string, effectiveFrom: string, effectiveUntil: string) => {
      await org.customer(accountId);
      await mutate(org, 'updatePricingSchedule', { accountId, pricePlanId, effectiveFrom, effectiveUntil });
    };
    await associate('acme', '2026-01-01', '2027-01-01');
    await associate('brook', '2026-01-01', '2026-11-21');
    await associate('crane', '2026-11-21', '2027-01-01');
    await associate('delta', '2026-11-22', '2027-01-01');
    const selection = `today: schedules { ${ON_IT} } past: schedules(on: "2026-01-01") { ${ON_IT} } page: schedules(first: 1) { ${ON_IT} }`;
    const on = (accountId: string, startDate: string) => ({ startDate, account: { accountId } });
    expect(await latest(pricePlanId, selection)).toEqual({
      today: { totalCount: 2, nodes: [on('acme', '2026-01-01'), on('crane', '2026-11-21')] },
      past: { totalCount: 2, nodes: [on('brook', '2026-01-01'), on('acme', '2026-01-01')] },
      page: { totalCount: 2, nodes: [on('acme', '2026-01-01')] },
    });

    await mutate(org, 'updatePricePlan', { pricePlanId, description: 'Two.' });
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    expect(await latest(pricePlanId, 'version schedules { totalCount }')).toEqual({ version: 2, schedules: { totalCount: 0 } });
  });

  it('leads to the accounts themselves, page by page and with what is selected beneath them, in one call', async () => {
    const pricePlanId = await org.plan('Gold');
    for (const accountId of ['acme', 'brook', 'crane']) {
      await org.customer(accountId);
      await mutate(org, 'updatePricingSchedule', { accountId, pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' });
    }
    const page =
      'pageInfo { hasNextPage endCursor } nodes { account { accountId customer { customerId } scheduleAt { pricePlan { name } } } }';
    const account = (accountId: string) => ({
      account: { accountId, customer: { customerId: accountId }, scheduleAt: { pricePlan: { name: 'Gold' } } },
    });
    const ask = async (args: string) => {
      const { data, errors, extensions } = await org.ask<{
        pricePlan: { schedules: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      }>(`query ($id: String!) { pricePlan(pricePlanId: $id) { schedules${args} { ${page} } } }`, { id: pricePlanId });
      expect([errors, extensions.cost.d1Calls]).toEqual([undefined, 1]);
      return data.pricePlan.schedules;
    };
    const first = await ask('(first: 2)');
    expect(first).toMatchObject({ nodes: [account('acme'), account('brook')], pageInfo: { hasNextPage: true } });
    expect(await ask(`(first: 2, after: "${first.pageInfo.endCursor}")`)).toMatchObject({
      nodes: [account('crane')],
      pageInfo: { hasNextPage: false },
    });
    expect(await ask('(on: "2027-01-01")')).toMatchObject({ nodes: [] });
  });

  it('leaves out drafts and what was superseded', async () => {
    const pricePlanId = await org.plan('Gold');
    for (const accountId of ['acme', 'brook']) await org.customer(accountId);
    const period = { effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' };
    await mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId, ...period });
    await mutate(org, 'updatePricingSchedule', {
      accountId: 'acme',
      mode: 'DISASSOCIATE',
      effectiveFrom: '2026-11-22',
      effectiveUntil: '2027-01-01',
    });
    const edits = [{ effectiveFrom: '2026-11-22', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId } }];
    await org.done('bulkEditSchedules', 'draft { isStale }', { accountId: 'brook', edits }, 'draft');
    org.now = '2026-11-22T08:00:00Z';
    expect(await latest(pricePlanId, `schedules { ${ON_IT} }`)).toEqual({ schedules: { totalCount: 0, nodes: [] } });
  });
});

describe('where a billable item is priced', () => {
  const PRICED = `rateCards { totalCount nodes { name pricePlanVersions { totalCount nodes { name version status } } } }`;
  const priced = async (billableId: string) => {
    const { data, errors, extensions } = await org.ask<{ billableItem: { rateCards: { nodes: unknown[] } } }>(
      `query ($id: String!) { billableItem(billableId: $id) { ${PRICED} } }`,
      { id: billableId },
    );
    expect(errors).toBeUndefined();
    expect(extensions.cost.d1Calls).toBe(1);
    return data.billableItem.rateCards;
  };

  it('is its rate cards with the plan versions that have them, cards that nobody has any more left out', async () => {
    const { setup } = await items(org);
    expect(await priced(setup)).toEqual({ totalCount: 0, nodes: [] });
    const pricePlanId = await emptyPlan(org, { name: 'Gold' });
    await upsert(org, pricePlanId, { leftover: fee(setup, '1') });
    await mutate(org, 'bulkPricePlanRateCardOperations', { pricePlanId, operations: [{ actionType: 'DELETE', rateCardName: 'leftover' }] });
    await upsert(org, pricePlanId, { fee: fee(setup) });
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    org.now = '2026-11-21T09:00:00Z';
    await mutate(org, 'updatePricePlan', { pricePlanId });
    const [draft, active] = [
      { name: 'Gold', version: 2, status: 'DRAFT' },
      { name: 'Gold', version: 1, status: 'ACTIVE' },
    ];
    expect(await priced(setup)).toEqual({
      totalCount: 1,
      nodes: [{ name: 'fee', pricePlanVersions: { totalCount: 2, nodes: [draft, active] } }],
    });
  });

  it('does not count archived plans, nor plans of another organization', async () => {
    const { setup } = await items(org);
    const pricePlanId = await emptyPlan(org, { name: 'Gold' });
    await upsert(org, pricePlanId, { fee: fee(setup) });
    const stranger = await Organization.begin();
    await upsert(stranger, await emptyPlan(stranger), { fee: fee(setup) });
    expect(await priced(setup)).toMatchObject({ totalCount: 1, nodes: [{ pricePlanVersions: { totalCount: 1 } }] });
    await mutate(org, 'archivePricePlan', { pricePlanId });
    expect(await priced(setup)).toEqual({ totalCount: 0, nodes: [] });
  });
});
