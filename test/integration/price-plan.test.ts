import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPlan, fee, items, mutate, refusal, upsert } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

const MONTHLY = { interval: 'MONTHLY', gracePeriod: 3 };

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin();
});

describe('createPricePlan', () => {
  it('makes version 1, a draft, with everything that was said, in one read and one write', async () => {
    const startOffset = { dayOffset: '31', monthOffset: 'LAST' };
    const input = {
      name: 'Gold',
      description: 'For the few.',
      type: 'BILLING',
      pricingCycleConfig: { interval: 'QUARTERLY', startOffset, gracePeriod: 14, anniversaryCycle: true },
      supportedCurrencies: ['EUR', 'USD'],
      deferredRevenue: true,
      allowOngoingCycleUpdates: true,
    };
    const selection = `pricePlan { pricePlanId referenceId name type version status description supportedCurrencies deferredRevenue
      allowOngoingCycleUpdates pricingCycleConfig { interval startOffset { dayOffset monthOffset } gracePeriod anniversaryCycle }
      pricingRules { name } rateCards { totalCount } issues { code } createdAt updatedAt } plan { pricePlanId revision }`;
    const answer = await mutate<{ pricePlan: Record<string, string>; plan: object }>(org, 'createPricePlan', input, selection);
    expect(answer).toMatchObject({
      pricePlan: { ...input, version: 1, status: 'DRAFT', pricingRules: [], rateCards: { totalCount: 0 }, issues: [] },
      plan: { pricePlanId: answer.pricePlan.pricePlanId, revision: 1 },
      userErrors: [],
      d1Calls: 2,
    });
    expect(answer.pricePlan.pricePlanId).toMatch(/^pp\./);
    expect(answer.pricePlan.referenceId).toMatch(/^ppv\./);
  });

  it('refuses a name that a live plan has', async () => {
    await emptyPlan(org, { name: 'Gold' });
    const input = { name: 'Gold', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] };
    expect(await refusal(org, 'createPricePlan', input)).toMatchObject([{ code: 'ALREADY_EXISTS', path: ['input', 'name'] }]);
    expect((await mutate(await Organization.begin(), 'createPricePlan', input)).userErrors).toEqual([]);
  });

  it('refuses a BILLING plan without a cycle, a PURCHASE plan with one, and either without a currency', async () => {
    const recurring = { name: 'Gold', type: 'BILLING', supportedCurrencies: ['USD'] };
    const once = { name: 'Gold', type: 'PURCHASE', supportedCurrencies: ['USD'], pricingCycleConfig: MONTHLY };
    const unpriced = { name: 'Gold', type: 'PURCHASE', supportedCurrencies: [] };
    const cycleAtFault = { __typename: 'ValidationError', code: 'PRICING_CYCLE_INVALID', path: ['input', 'pricingCycleConfig'] };
    expect(await refusal(org, 'createPricePlan', recurring)).toMatchObject([cycleAtFault]);
    expect(await refusal(org, 'createPricePlan', once)).toMatchObject([cycleAtFault]);
    expect(await refusal(org, 'createPricePlan', unpriced)).toMatchObject([{ path: ['input', 'supportedCurrencies'] }]);
  });

  it('refuses a name above 50 characters, a description above 255, and a currency given twice, all at once', async () => {
    const input = { name: 'x'.repeat(51), description: 'x'.repeat(256), type: 'PURCHASE', supportedCurrencies: ['USD', 'USD'] };
    const { userErrors, d1Calls } = await mutate(org, 'createPricePlan', input);
    expect(userErrors.map(({ path }) => path.slice(1).join('.'))).toEqual(['name', 'description', 'supportedCurrencies.1']);
    expect(d1Calls).toBe(0);
  });

  it('refuses offsets that the interval does not have, each by its path', async () => {
    const pricingCycleConfig = { interval: 'WEEKLY', startOffset: { dayOffset: '8', monthOffset: '1' }, gracePeriod: -1 };
    const errors = await refusal(org, 'createPricePlan', {
      name: 'Gold',
      type: 'BILLING',
      pricingCycleConfig,
      supportedCurrencies: ['USD'],
    });
    expect(errors.map(({ path }) => path.slice(2).join('.'))).toEqual(['startOffset.dayOffset', 'startOffset.monthOffset', 'gracePeriod']);
  });

  it('refuses an unknown source', async () => {
    const input = {
      name: 'Gold',
      type: 'BILLING',
      pricingCycleConfig: MONTHLY,
      supportedCurrencies: ['USD'],
      sourcePricePlanId: 'pp.unknown',
    };
    expect(await refusal(org, 'createPricePlan', input)).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'sourcePricePlanId'] }]);
  });

  it('copies cycle, currencies, rate cards and rules of a source, as its newest active version has them', async () => {
    const { setup, credits } = await items(org);
    const rule = { name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } };
    const source = await emptyPlan(org, { name: 'Source', supportedCurrencies: ['USD'] });
    await upsert(org, source, { fee: fee(setup) });
    await mutate(org, 'updatePricePlanPricingRules', { pricePlanId: source, pricingRules: [rule] });
    await mutate(org, 'finalizePricePlan', { pricePlanId: source });
    await upsert(org, source, { other: fee(credits) });

    const selection =
      'pricePlan { version status supportedCurrencies pricingCycleConfig { interval } pricingRules { name } rateCards { nodes { name } } }';
    const copied = await mutate(org, 'createPricePlan', { name: 'Copy', type: 'BILLING', sourcePricePlanId: source }, selection);
    expect(copied).toMatchObject({
      pricePlan: {
        version: 1,
        status: 'DRAFT',
        supportedCurrencies: ['USD'],
        pricingCycleConfig: { interval: 'MONTHLY' },
        pricingRules: [{ name: 'Discount' }],
        rateCards: { nodes: [{ name: 'fee' }] },
      },
      d1Calls: 2,
    });
  });
});

describe('updatePricePlan', () => {
  it('changes the draft in place while there is one', async () => {
    const pricePlanId = await emptyPlan(org);
    const input = { pricePlanId, description: 'Better.', supportedCurrencies: ['EUR'] };
    const answer = await mutate(org, 'updatePricePlan', input, 'pricePlan { version description supportedCurrencies plan { revision } }');
    expect(answer).toMatchObject({
      pricePlan: { version: 1, description: 'Better.', supportedCurrencies: ['EUR'], plan: { revision: 2 } },
      d1Calls: 2,
    });
    const cleared = await mutate(
      org,
      'updatePricePlan',
      { pricePlanId, description: null },
      'pricePlan { description supportedCurrencies }',
    );
    expect(cleared).toMatchObject({ pricePlan: { description: null, supportedCurrencies: ['EUR'] } });
  });

  it('opens version n + 1 when there is no draft; the active version never changes', async () => {
    const pricePlanId = await org.plan('Gold');
    const selection = 'pricePlan { version status description rateCards { nodes { name } } }';
    const opened = await mutate(org, 'updatePricePlan', { pricePlanId, description: 'Two.' }, selection);
    expect(opened).toMatchObject({
      pricePlan: { version: 2, status: 'DRAFT', description: 'Two.', rateCards: { nodes: [{ name: 'fee' }] } },
    });
    await mutate(org, 'finalizePricePlan', { pricePlanId });
    const next = await mutate(org, 'updatePricePlan', { pricePlanId, description: 'Three.' }, 'pricePlan { version }');
    expect(next).toMatchObject({ pricePlan: { version: 3 }, d1Calls: 2 });

    const { data } = await org.ask(
      `query ($id: String!) { pricePlan(pricePlanId: $id) { plan { versions { totalCount nodes { version status description } } } } }`,
      { id: pricePlanId },
    );
    expect(data).toMatchObject({
      pricePlan: {
        plan: {
          versions: {
            totalCount: 3,
            nodes: [
              { version: 3, status: 'DRAFT', description: 'Three.' },
              { version: 2, status: 'ACTIVE', description: 'Two.' },
              { version: 1, status: 'ACTIVE', description: null },
            ],
          },
        },
      },
    });
  });

  it('opens one draft, however many changes ask for it at once', async () => {
    const pricePlanId = await org.plan('Gold');
    const writers = Array.from({ length: 5 }, (_, i) =>
      mutate(org, 'updatePricePlan', { pricePlanId, description: `${i}` }, 'pricePlan { version }'),
    );
    for (const answer of await Promise.all(writers)) expect(answer).toMatchObject({ pricePlan: { version: 2 }, userErrors: [] });
    const { data } = await org.ask('query ($id: String!) { pricePlan(pricePlanId: $id) { plan { revision versions { totalCount } } } }', {
      id: pricePlanId,
    });
    expect(data).toMatchObject({ pricePlan: { plan: { versions: { totalCount: 2 } } } });
  });

  it('refuses a cycle for a PURCHASE plan, and to clear that of a BILLING plan', async () => {
    const once = await emptyPlan(org, { name: 'Once', type: 'PURCHASE', pricingCycleConfig: null });
    const recurring = await emptyPlan(org);
    const cycleAtFault = { code: 'PRICING_CYCLE_INVALID', path: ['input', 'pricingCycleConfig'] };
    expect(await refusal(org, 'updatePricePlan', { pricePlanId: once, pricingCycleConfig: MONTHLY })).toMatchObject([cycleAtFault]);
    expect(await refusal(org, 'updatePricePlan', { pricePlanId: recurring, pricingCycleConfig: null })).toMatchObject([cycleAtFault]);
  });

  it('refuses another revision than the current one, and says which that is', async () => {
    const pricePlanId = await emptyPlan(org);
    await mutate(org, 'updatePricePlan', { pricePlanId, description: 'First.', expectedRevision: 1 });
    expect(await refusal(org, 'updatePricePlan', { pricePlanId, description: 'Second.', expectedRevision: 1 })).toMatchObject([
      { __typename: 'ConflictError', code: 'CONFLICT', currentRevision: 2, path: ['input', 'expectedRevision'] },
    ]);
  });

  it('lets one of eight concurrent writers win on one revision', async () => {
    const pricePlanId = await emptyPlan(org);
    const writers = Array.from({ length: 8 }, (_, i) =>
      mutate(org, 'updatePricePlan', { pricePlanId, description: `${i}`, expectedRevision: 1 }),
    );
    const answers = await Promise.all(writers);
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(7).fill('CONFLICT'));
  });

  it('answers an unknown plan and one of another organization alike', async () => {
    const foreign = await emptyPlan(await Organization.begin());
    for (const pricePlanId of ['pp.unknown', foreign]) {
      expect(await refusal(org, 'updatePricePlan', { pricePlanId })).toEqual([
        { __typename: 'NotFoundError', code: 'NOT_FOUND', message: `No price plan "${pricePlanId}".`, path: ['input', 'pricePlanId'] },
      ]);
    }
  });
});

describe('updatePricePlanPricingRules', () => {
  const rule = (name: string, order: number, computation = '10') => ({ name, order, computation, action: { type: 'ADD' } });
  const selection = 'pricePlan { version pricingRules { pricingRuleId name order version computation action { type target metadata } } }';
  const put = (pricePlanId: string, pricingRules: object[]) =>
    mutate<{ pricePlan: { pricingRules: { pricingRuleId: string }[] } }>(
      org,
      'updatePricePlanPricingRules',
      { pricePlanId, pricingRules },
      selection,
    );

  it('replaces all rules, and answers them in their order', async () => {
    const pricePlanId = await emptyPlan(org);
    await put(pricePlanId, [rule('Old', 1)]);
    const answer = await put(pricePlanId, [
      rule('Second', 2),
      { ...rule('First', 1), action: { type: 'UPDATE', target: 'fee', metadata: { reason: 'promised' } } },
    ]);
    expect(answer).toMatchObject({
      pricePlan: {
        pricingRules: [
          { name: 'First', order: 1, version: 1, action: { type: 'UPDATE', target: 'fee', metadata: { reason: 'promised' } } },
          { name: 'Second', order: 2, version: 1 },
        ],
      },
      d1Calls: 2,
    });
  });

  it('keeps the id of a rule by its name, and grows its version with another content', async () => {
    const pricePlanId = await emptyPlan(org);
    const [before] = (await put(pricePlanId, [rule('Discount', 1)])).pricePlan.pricingRules;
    const same = await put(pricePlanId, [rule('Discount', 1)]);
    expect(same.pricePlan.pricingRules).toEqual([before]);
    const changed = await put(pricePlanId, [rule('Discount', 1, '20')]);
    expect(changed.pricePlan.pricingRules).toEqual([{ ...before, version: 2, computation: '20' }]);
  });

  it('opens a version where there is no draft', async () => {
    const pricePlanId = await org.plan('Gold');
    expect(await put(pricePlanId, [rule('Discount', 1)])).toMatchObject({ pricePlan: { version: 2 } });
  });

  it('refuses a name twice, an order below 1 and a reserved key, and keeps the rules there are', async () => {
    const pricePlanId = await emptyPlan(org);
    const refused = (...pricingRules: object[]) => refusal(org, 'updatePricePlanPricingRules', { pricePlanId, pricingRules });
    expect(await refused(rule('A', 1), rule('A', 2))).toMatchObject([
      { code: 'ALREADY_EXISTS', path: ['input', 'pricingRules', '1', 'name'] },
    ]);
    expect(await refused(rule('A', 0))).toMatchObject([{ path: ['input', 'pricingRules', '0', 'order'] }]);
    expect(await refused(rule('A', 1, '{"var": {"__proto__": 1}}'))).toMatchObject([{ code: 'PRICING_RULE_INVALID' }]);
  });
});

describe('discardPricePlan', () => {
  it('deletes the draft, and answers the version that is left', async () => {
    const pricePlanId = await org.plan('Gold');
    await mutate(org, 'updatePricePlan', { pricePlanId, description: 'Never.' });
    const discarded = await mutate(org, 'discardPricePlan', { pricePlanId }, 'pricePlan { version status description }');
    expect(discarded).toMatchObject({ pricePlan: { version: 1, status: 'ACTIVE', description: null }, d1Calls: 2 });
    expect(await mutate(org, 'updatePricePlan', { pricePlanId }, 'pricePlan { version }')).toMatchObject({ pricePlan: { version: 2 } });
  });

  it('takes a plan with it that was never finalized, and so frees its name', async () => {
    const pricePlanId = await emptyPlan(org, { name: 'Gold' });
    expect(await mutate(org, 'discardPricePlan', { pricePlanId }, 'pricePlan { version }')).toMatchObject({
      pricePlan: null,
      userErrors: [],
    });
    const { data } = await org.ask('query ($id: String!) { pricePlan(pricePlanId: $id) { name } pricePlans { nodes { name } } }', {
      id: pricePlanId,
    });
    expect(data).toEqual({ pricePlan: null, pricePlans: { nodes: [] } });
    await emptyPlan(org, { name: 'Gold' });
  });

  it('refuses a plan without a draft', async () => {
    const pricePlanId = await org.plan('Gold');
    expect(await refusal(org, 'discardPricePlan', { pricePlanId })).toMatchObject([{ code: 'NO_DRAFT' }]);
  });
});

describe('archivePricePlan', () => {
  it('makes a plan read-only, leaves it out of lists unless asked for, and frees its name', async () => {
    const pricePlanId = await org.plan('Gold');
    expect(await mutate(org, 'archivePricePlan', { pricePlanId }, 'plan { archivedAt }')).toMatchObject({
      plan: { archivedAt: expect.stringMatching(/^2026-11-21T/) },
      d1Calls: 2,
    });
    expect(await refusal(org, 'updatePricePlan', { pricePlanId })).toMatchObject([{ code: 'ARCHIVED' }]);
    const { data } = await org.ask('{ pricePlans { nodes { name } } all: pricePlans(includeArchived: true) { nodes { name } } }');
    expect(data).toEqual({ pricePlans: { nodes: [] }, all: { nodes: [{ name: 'Gold' }] } });
    await emptyPlan(org, { name: 'Gold' });
  });

  it('refuses everything of an archived plan, to archive it again as well, and to associate it', async () => {
    const pricePlanId = await org.plan('Gold');
    await mutate(org, 'archivePricePlan', { pricePlanId });
    const inputs = {
      updatePricePlan: {},
      bulkPricePlanRateCardOperations: { operations: [{ actionType: 'DELETE', rateCardName: 'fee' }] },
      updatePricePlanPricingRules: { pricingRules: [] },
      finalizePricePlan: {},
      discardPricePlan: {},
      archivePricePlan: {},
    };
    for (const [mutation, input] of Object.entries(inputs)) {
      expect(await refusal(org, mutation, { pricePlanId, ...input })).toMatchObject([{ code: 'ARCHIVED', path: ['input', 'pricePlanId'] }]);
    }
    await org.customer('acme');
    const association = { accountId: 'acme', pricePlanId, effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    expect(await refusal(org, 'updatePricingSchedule', association)).toMatchObject([
      { code: 'PLAN_NOT_ASSOCIABLE', path: ['input', 'pricePlanId'] },
    ]);
  });

  it('is refused while a schedule of the plan is in force or ahead', async () => {
    const pricePlanId = await org.plan('Gold');
    await org.customer('acme');
    const period = { effectiveFrom: '2026-01-01', effectiveUntil: '2026-11-22' };
    await mutate(org, 'updatePricingSchedule', { accountId: 'acme', pricePlanId, ...period });
    expect(await refusal(org, 'archivePricePlan', { pricePlanId })).toMatchObject([{ code: 'PLAN_IN_USE' }]);
    org.now = '2026-11-22T00:00:00Z';
    expect((await mutate(org, 'archivePricePlan', { pricePlanId })).userErrors).toEqual([]);
  });

  it('is refused until the proposal can no longer take effect', async () => {
    const pricePlanId = await org.plan('Gold');
    await org.customer('acme');
    const period = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    const terms = { type: 'ASSOCIATION', paymentMode: 'POSTPAID', expiryDate: '2026-12-01T00:00:00Z' };
    expect((await mutate(org, 'createProposal', { accountId: 'acme', pricePlanId, ...terms, ...period })).userErrors).toEqual([]);
    expect(await refusal(org, 'archivePricePlan', { pricePlanId })).toMatchObject([{ code: 'PLAN_IN_USE' }]);
    org.now = '2026-12-01T00:00:00Z';
    expect((await mutate(org, 'archivePricePlan', { pricePlanId })).userErrors).toEqual([]);
  });
});

describe('pricePlan', () => {
  const document = `query ($id: String!) {
    latest: pricePlan(pricePlanId: $id) { version status }
    active: pricePlan(pricePlanId: $id, version: { label: ACTIVE }) { version status }
    first: pricePlan(pricePlanId: $id, version: { number: 1 }) { version status }
    ninth: pricePlan(pricePlanId: $id, version: { number: 9 }) { version status }
  }`;

  it('answers the latest version, the active one or a number; null where there is none', async () => {
    const pricePlanId = await emptyPlan(org);
    const draft = { version: 1, status: 'DRAFT' };
    expect((await org.ask(document, { id: pricePlanId })).data).toEqual({ latest: draft, active: null, first: draft, ninth: null });

    const gold = await org.plan('Gold');
    await mutate(org, 'updatePricePlan', { pricePlanId: gold });
    const { data, extensions } = await org.ask(document, { id: gold });
    const active = { version: 1, status: 'ACTIVE' };
    expect(data).toEqual({ latest: { version: 2, status: 'DRAFT' }, active, first: active, ninth: null });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('refuses to be told a version in two ways', async () => {
    const { errors } = await org.ask('{ pricePlan(pricePlanId: "x", version: { label: ACTIVE, number: 1 }) { name } }');
    expect(errors).toHaveLength(1);
  });

  it("does not know another organization's plan", async () => {
    const foreign = await (await Organization.begin()).plan('Gold');
    expect((await org.ask(document, { id: foreign })).data).toEqual({ latest: null, active: null, first: null, ninth: null });
  });

  it('reads a plan with its versions, draft, rate cards, items and issues in one call', async () => {
    const pricePlanId = await org.plan('Gold');
    await mutate(org, 'updatePricePlan', { pricePlanId });
    const { data, extensions } = await org.ask(
      `query ($id: String!) { pricePlan(pricePlanId: $id) { name issues { code } rateCards { totalCount nodes { id name billable { displayName } } }
        plan { latestVersion { version } activeVersion { version rateCards { nodes { id } } } draft { version } versions { nodes { version issues { code } } } } } }`,
      { id: pricePlanId },
    );
    expect(data).toMatchObject({
      pricePlan: {
        name: 'Gold',
        issues: [],
        rateCards: { totalCount: 1, nodes: [{ name: 'fee', billable: { displayName: 'Gold fee' } }] },
        plan: { latestVersion: { version: 2 }, activeVersion: { version: 1 }, draft: { version: 2 }, versions: { nodes: [{}, {}] } },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });
});

describe('pricePlans', () => {
  it('lists plans in the order of their creation, found by part of a name or by type', async () => {
    await emptyPlan(org, { name: 'Gold' });
    await emptyPlan(org, { name: 'Golden credits', type: 'PURCHASE', pricingCycleConfig: null });
    await emptyPlan(org, { name: 'Silver' });
    const { data, extensions } = await org.ask(
      '{ all: pricePlans { nodes { name } } found: pricePlans(search: "gOLD") { nodes { name } } once: pricePlans(where: { type: { eq: PURCHASE } }) { nodes { name } } }',
    );
    const [gold, golden, silver] = [{ name: 'Gold' }, { name: 'Golden credits' }, { name: 'Silver' }];
    expect(data).toEqual({ all: { nodes: [gold, golden, silver] }, found: { nodes: [gold, golden] }, once: { nodes: [golden] } });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('lists them by name or the newest first, page by page, with their count', async () => {
    for (const name of ['Silver', 'Gold', 'Iron']) await emptyPlan(org, { name });
    const page = async (args: string) => {
      const { data, extensions } = await org.ask<{
        pricePlans: { totalCount: number; nodes: { name: string }[]; pageInfo: { endCursor: string } };
      }>(`{ pricePlans(${args}) { totalCount nodes { name } pageInfo { endCursor } } }`);
      expect(extensions.cost.d1Calls).toBe(1);
      const { totalCount, nodes, pageInfo } = data.pricePlans;
      return { totalCount, names: nodes.map(({ name }) => name), end: pageInfo.endCursor };
    };
    const first = await page('orderBy: NAME_ASC, first: 2');
    expect(first).toMatchObject({ totalCount: 3, names: ['Gold', 'Iron'] });
    expect(await page(`orderBy: NAME_ASC, first: 2, after: "${first.end}"`)).toMatchObject({ totalCount: 3, names: ['Silver'] });
    expect(await page('orderBy: NAME_DESC')).toMatchObject({ names: ['Silver', 'Iron', 'Gold'] });
    expect(await page('orderBy: CREATED_AT_DESC')).toMatchObject({ names: ['Iron', 'Gold', 'Silver'] });
    expect(await page('where: { type: { in: [PURCHASE] } }')).toMatchObject({ totalCount: 0, names: [] });
    expect(await page('where: { createdAt: { lt: "2026-01-01T00:00:00Z" } }')).toMatchObject({ totalCount: 0 });
  });
});
