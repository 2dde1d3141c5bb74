import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPlan, fee, items, mutate, perUnit, refusal, upsert } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

let org: Organization;
let item: Awaited<ReturnType<typeof items>>;
beforeEach(async () => {
  org = await Organization.begin();
  item = await items(org);
});

/** What stands against a draft: as the plan lists it, and, the very same, as finalize refuses it. */
async function issues(pricePlanId: string): Promise<string[]> {
  const { data, extensions } = await org.ask<{ pricePlan: { issues: { code: string; entityType: string; entityId: string }[] } }>(
    'query ($id: String!) { pricePlan(pricePlanId: $id) { issues { code entityType entityId } } }',
    { id: pricePlanId },
  );
  expect(extensions.cost.d1Calls).toBe(1);
  const listed = data.pricePlan.issues;
  const [error] = await refusal(org, 'finalizePricePlan', { pricePlanId });
  expect(error).toMatchObject({ __typename: 'FinalizeBlockedError', code: 'FINALIZE_BLOCKED', issues: listed });
  return listed.map(({ code, entityId }) => `${entityId}: ${code}`);
}

const rule = (name: string, order: number, other: object = {}) => ({ name, order, computation: '10', action: { type: 'ADD' }, ...other });

describe('finalizePricePlan', () => {
  it('makes the draft active, in one read and one write', async () => {
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.setup) });
    const selection = 'pricePlan { version status issues { code } plan { activeVersion { version } draft { version } } }';
    expect(await mutate(org, 'finalizePricePlan', { pricePlanId }, selection)).toMatchObject({
      pricePlan: { version: 1, status: 'ACTIVE', issues: [], plan: { activeVersion: { version: 1 }, draft: null } },
      userErrors: [],
      d1Calls: 2,
    });
  });

  it('refuses a plan without a draft', async () => {
    const pricePlanId = await org.plan('Gold');
    expect(await refusal(org, 'finalizePricePlan', { pricePlanId })).toMatchObject([{ code: 'NO_DRAFT' }]);
  });

  it('refuses a stale revision, even if nothing else stands against it', async () => {
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.setup) });
    expect(await refusal(org, 'finalizePricePlan', { pricePlanId, expectedRevision: 1 })).toMatchObject([
      { code: 'CONFLICT', currentRevision: 2 },
    ]);
  });

  it('happens once, however many ask for it at the same time', async () => {
    const pricePlanId = await emptyPlan(org);
    const answers = await Promise.all(Array.from({ length: 5 }, () => mutate(org, 'finalizePricePlan', { pricePlanId })));
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(4).fill('NO_DRAFT'));
  });

  it('grows the revision by one with each step, and leaves an audit entry for each', async () => {
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.setup) });
    const finalized = await mutate(org, 'finalizePricePlan', { pricePlanId }, 'pricePlan { plan { revision } }');
    expect(finalized).toMatchObject({ pricePlan: { plan: { revision: 3 } } });
    const entries = DB.prepare('select operation from audit_entries where org_id = ? and subject_id = ? order by rowid');
    const { results } = await entries.bind(org.orgId, pricePlanId).all();
    expect(results.map(({ operation }) => operation)).toEqual(['createPricePlan', 'bulkPricePlanRateCardOperations', 'finalizePricePlan']);
  });

  it('is for good: the database itself refuses to change or delete an active version, or a rate card', async () => {
    const pricePlanId = await org.plan('Gold');
    const run = (sql: string) => DB.prepare(sql).bind(org.orgId, pricePlanId).run();
    const ofPlan = 'where org_id = ? and price_plan_id = ?';
    await expect(run(`update price_plan_versions set description = 'Other' ${ofPlan}`)).rejects.toThrow('PLAN_VERSION_FROZEN');
    await expect(run(`delete from price_plan_versions ${ofPlan}`)).rejects.toThrow('PLAN_VERSION_FROZEN');
    const ofSet = `where org_id = ?1 and set_id in (select rate_card_set_id from price_plan_versions where price_plan_id = ?2)`;
    await expect(run(`update rate_cards set name = 'Other' ${ofSet}`)).rejects.toThrow('RATE_CARD_FROZEN');
  });
});

describe('what blocks a finalize', () => {
  it('a supported currency without a rate, and slabs without one', async () => {
    const pricePlanId = await emptyPlan(org, { supportedCurrencies: ['USD', 'EUR'] });
    const { ratePlan } = perUnit('1');
    const twoRates = [1, 2].map((order) => ({ order, rate: '1' }));
    const rateValues = ['USD', 'EUR'].map((currency) => ({ currency, slabRates: twoRates }));
    await upsert(org, pricePlanId, { setup: fee(item.setup), calls: { usage: { billableId: item.calls, ratePlan, rateValues } } });
    expect(await issues(pricePlanId)).toEqual(['setup: RATE_MISSING', 'calls: RATES_MISMATCH', 'calls: RATES_MISMATCH']);
  });

  it('an item that is unknown, foreign, archived or of the wrong kind, or none', async () => {
    const pricePlanId = await emptyPlan(org);
    const { setup: foreign } = await items(await Organization.begin());
    await upsert(org, pricePlanId, {
      unknown: fee('addon.unknown'),
      foreign: fee(foreign),
      archived: fee(item.setup),
      wrong: fee(item.seats),
      none: { usage: perUnit('1') },
    });
    await mutate(org, 'archiveAddOn', { addOnId: item.setup });
    expect(await issues(pricePlanId)).toEqual([
      'unknown: BILLABLE_UNKNOWN',
      'foreign: BILLABLE_UNKNOWN',
      'archived: BILLABLE_ARCHIVED',
      'wrong: BILLABLE_WRONG_KIND',
      'none: BILLABLE_UNKNOWN',
    ]);
  });

  it('usage or overage in advance', async () => {
    const pricePlanId = await emptyPlan(org);
    const card = { ...perUnit('1'), invoiceTiming: 'IN_ADVANCE' };
    await upsert(org, pricePlanId, {
      calls: { usage: { ...card, billableId: item.calls } },
      storage: { entitlementOverage: { ...card, billableId: item.storage } },
    });
    expect(await issues(pricePlanId)).toEqual(['calls: INVOICE_TIMING', 'storage: INVOICE_TIMING']);
  });

  it('what deferred revenue excludes', async () => {
    const pricePlanId = await emptyPlan(org, { deferredRevenue: true });
    const featureConfigs = [{ effectiveUntil: 'P20D', featureCreditLimit: '1' }];
    await upsert(org, pricePlanId, {
      advance: fee(item.setup),
      storage: { billingEntitlement: { ...perUnit('1'), billableId: item.storage, featureConfigs } },
      calls: { usage: { ...perUnit('1'), billableId: item.calls } },
    });
    expect(await issues(pricePlanId)).toEqual(['advance: DEFERRED_REVENUE_LIMIT', 'storage: DEFERRED_REVENUE_LIMIT']);
  });

  it('rules that repeat an order, do not work, or update nothing', async () => {
    const pricePlanId = await emptyPlan(org);
    const pricingRules = [
      rule('First', 1),
      rule('Again', 1),
      rule('Broken', 2, { computation: '{"+": [' }),
      rule('Odd', 3, { computation: '{"launch": [1]}' }),
      rule('Blind', 4, { computation: '{"var": "nobody.knows"}' }),
      rule('Aimless', 5, { action: { type: 'UPDATE' } }),
    ];
    await mutate(org, 'updatePricePlanPricingRules', { pricePlanId, pricingRules });
    expect(await issues(pricePlanId)).toEqual([
      'Again: RULE_ORDER_REPEATED',
      'Broken: RULE_MALFORMED',
      'Odd: RULE_UNKNOWN_OPERATOR',
      'Blind: RULE_UNKNOWN_VARIABLE',
      'Aimless: RULE_TARGET_MISSING',
    ]);
  });

  it('goes away with its cause', async () => {
    const pricePlanId = await emptyPlan(org);
    await upsert(org, pricePlanId, { setup: fee(item.seats) });
    expect(await issues(pricePlanId)).toEqual(['setup: BILLABLE_WRONG_KIND']);
    await upsert(org, pricePlanId, { setup: fee(item.setup) });
    expect((await mutate(org, 'finalizePricePlan', { pricePlanId })).userErrors).toEqual([]);
  });
});
