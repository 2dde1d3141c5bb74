import { expect, it } from 'vitest';
import { emptyPlan, fee, items, mutate, perUnit, upsert } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

/** Every byte of a plan's version 1, of its set of rate cards, and of nothing else. */
async function bytesOf({ orgId }: Organization, pricePlanId: string): Promise<string> {
  const version = DB.prepare('select * from price_plan_versions where org_id = ? and price_plan_id = ? and version = 1');
  const row = await version.bind(orgId, pricePlanId).first<{ rate_card_set_id: string }>();
  const set = DB.prepare('select * from rate_cards where org_id = ? and set_id = ? order by position');
  const { results } = await set.bind(orgId, row?.rate_card_set_id ?? '').all();
  expect([row, ...results].length).toBe(3);
  return JSON.stringify([row, results]);
}

it('an active version keeps every byte, whatever is done with its plan, its schedules and the items that it prices', async () => {
  const org = await Organization.begin();
  const item = await items(org);
  const pricePlanId = await emptyPlan(org, { supportedCurrencies: ['USD'] });
  await upsert(org, pricePlanId, { setup: fee(item.setup), calls: { usage: { billableId: item.calls, ...perUnit('1') } } });
  await mutate(org, 'finalizePricePlan', { pricePlanId });
  await org.customer('acme');
  const before = await bytesOf(org, pricePlanId);

  const rule = { name: 'Discount', order: 1, computation: '10', action: { type: 'ADD' } };
  const operations = [{ actionType: 'UPDATE', rateCardName: 'setup', rateCard: fee(item.setup, '250') }];
  const thisYear = { effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' };
  const nextYear = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
  const plan = { pricePlanId };
  const account = { accountId: 'acme' };
  const edits = [{ ...nextYear, associationConfig: plan }];
  const scheduleId = async () => {
    const { data } = await org.ask<{ account: { draft: { schedules: { nodes: { scheduleId: string }[] } } } }>(
      '{ account(by: { accountId: "acme" }) { draft { schedules { nodes { scheduleId } } } } }',
    );
    return data.account.draft.schedules.nodes.at(-1)?.scheduleId;
  };
  const purchaseId = async () => {
    const { data } = await org.ask<{ account: { purchases: { nodes: { purchaseId: string }[] } } }>(
      '{ account(by: { accountId: "acme" }) { purchases(first: 1) { nodes { purchaseId } } } }',
    );
    return data.account.purchases.nodes[0]?.purchaseId;
  };

  // Each of them is accepted, and after each the version is what it was.
  const steps: readonly (readonly [string, () => object | Promise<object>])[] = [
    ['updatePricingSchedule', () => ({ ...account, ...plan, ...thisYear })],
    ['updatePricePlan', () => ({ ...plan, description: 'Two.', supportedCurrencies: ['EUR', 'USD'] })],
    ['bulkPricePlanRateCardOperations', () => ({ ...plan, operations })],
    ['updatePricePlanPricingRules', () => ({ ...plan, pricingRules: [rule] })],
    ['discardPricePlan', () => plan],
    ['updatePricePlan', () => ({ ...plan, description: 'Two again.' })],
    ['bulkPricePlanRateCardOperations', () => ({ ...plan, operations: [{ actionType: 'DELETE', rateCardName: 'calls' }] })],
    ['finalizePricePlan', () => plan],
    ['createPricePlan', () => ({ name: 'Copy', type: 'BILLING', sourcePricePlanId: pricePlanId })],
    ['bulkEditSchedules', () => ({ ...account, edits })],
    ['bulkRateCardOperationsOnSchedule', async () => ({ scheduleId: await scheduleId(), operations })],
    ['updateSchedulePricingRules', async () => ({ scheduleId: await scheduleId(), pricingRules: [rule] })],
    ['finalizeAccountSchedules', () => account],
    ['bulkEditSchedules', () => ({ ...account, edits: [{ ...nextYear, associationConfig: plan }] })],
    ['discardAccountSchedules', () => account],
    [
      'createProposal',
      () => ({ ...account, ...plan, ...nextYear, type: 'ASSOCIATION', paymentMode: 'POSTPAID', expiryDate: '2026-12-01T00:00:00Z' }),
    ],
    ['initiatePurchase', () => ({ ...account, ...plan, ...nextYear, type: 'ASSOCIATION' })],
    ['failPurchase', async () => ({ purchaseId: await purchaseId() })],
    ['updateAddOn', () => ({ addOnId: item.setup, name: 'Renamed' })],
    ['archiveAddOn', () => ({ addOnId: item.setup })],
    ['updateUsageMeter', () => ({ usageMeterId: item.calls, billableName: 'Requests' })],
  ];
  for (const [mutation, input] of steps) {
    const { userErrors } = await mutate(org, mutation, await input());
    expect([mutation, userErrors]).toEqual([mutation, []]);
    expect([mutation, await bytesOf(org, pricePlanId)]).toEqual([mutation, before]);
  }

  org.now = '2029-01-01T00:00:00Z';
  const archived = await mutate(org, 'archivePricePlan', plan);
  expect(archived.userErrors).toEqual([]);
  expect(await bytesOf(org, pricePlanId)).toBe(before);
});
