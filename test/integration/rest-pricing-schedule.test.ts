import { beforeEach, describe, expect, it } from 'vitest';
import { fee, items, upsert } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';
import { cardsOf } from '../support/rest-rate-cards.ts';

let org: Organization;
let pricePlanId: string;
beforeEach(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  pricePlanId = await org.plan('Pro');
});

const ASSOCIATION = () => ({ pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
const associate = (body: object = {}) => call(org, 'POST', '/accounts/acme/price_plans', { body: { ...ASSOCIATION(), ...body } });
const listed = async (query = '') => (await call(org, 'GET', `/accounts/acme/pricing_schedules${query}`)).body.data;

/** The families of an override, each with one card of a plan for everything. */
async function families() {
  const details = cardsOf(await items(org)).map(({ rateCardDetails }) => Object.entries(rateCardDetails)[0] ?? []);
  return Object.fromEntries(
    details.map(([name, card]) => (name === 'minimumCommitmentRateCard' ? ['minimumCommitment', card] : [`${name}s`, [card]])),
  );
}

describe('a plan of an account', () => {
  it('is attached at once, in the active timeline, and answered with the whole timeline', async () => {
    const { answer, line } = await callLogged(org, 'POST', '/accounts/acme/price_plans', { body: ASSOCIATION() });
    expect(contractFaults('UpdatePricingScheduleResponse', answer)).toEqual([]);
    expect(answer).toMatchObject({
      accountId: 'acme',
      accountName: 'acme',
      pricingSchedules: [{ pricePlanId, pricePlanName: 'Pro', startDate: '2026-01-01T00:00:00Z', endDate: '9999-01-01T00:00:00Z' }],
    });
    expect(line).toMatchObject({ operation: 'updatePricingSchedule', status: 200, d1Calls: 2 });
    expect((await listed())[0].id).toBe(answer.pricingSchedules[0].id);
    const { headers } = await call(org, 'GET', '/accounts/acme/pricing_schedules');
    expect(headers.get('deprecation')).toMatch(/^@\d+$/);
  });

  it('may have other rate cards of whole families, other terms and rules, and a license update', async () => {
    const own = await families();
    const pricingRules = [{ name: 'discount', order: 1, computation: '{"-": [0, 5]}', action: { type: 'ADD' } }];
    const { data } = await org.ask<{ billableItems: { nodes: { id: string; addOnId?: string; name: string }[] } }>(
      '{ billableItems { nodes { ... on AddOn { addOnId name } } } }',
    );
    const licenseId = data?.billableItems.nodes.find(({ name }) => name === 'Seats')?.addOnId;
    const answer = await associate({
      pricePlanDetailsOverride: { pricingCycleConfig: { interval: 'QUARTERLY', gracePeriod: 3 }, supportedCurrencies: ['USD'], ...own },
      pricingRulesOverride: pricingRules,
      preActions: [{ type: 'GRANT_LICENSE', config: { licenseId, updateType: 'RELATIVE', quantity: '2' } }],
    });
    expect(answer.status).toBe(200);
    const [schedule] = await listed();
    expect(contractFaults('PricingScheduleWithPricePlanId', schedule)).toEqual([]);
    expect(schedule).toMatchObject({
      isOverriden: true,
      version: 1,
      pricingRules,
      pricePlanDetails: {
        ...own,
        supportedCurrencies: ['USD'],
        activeCurrencies: ['USD'],
        pricingCycleConfig: { interval: 'QUARTERLY', gracePeriod: 3 },
        allow_ongoing_cycle_updates: false,
      },
    });
    // The plan's own fee is of a family that was replaced.
    expect(schedule.pricePlanDetails.fixedFeeRateCards).toHaveLength(1);
  });

  it('is the plan’s own where the override repeats its cards', async () => {
    await associate();
    const [{ pricePlanDetails }] = await listed();
    const nameless = pricePlanDetails.fixedFeeRateCards.map(({ name: _name, ...card }: { name: string }) => card);
    const later = { effectiveFrom: '2027-01-01' };
    await associate({ ...later, pricePlanDetailsOverride: { fixedFeeRateCards: nameless } });
    expect(await listed('?startDate=2027-01-01')).toMatchObject([{ startDate: '2027-01-01T00:00:00Z', isOverriden: false }]);
    await associate({ ...later, pricePlanDetailsOverride: { fixedFeeRateCards: [] } });
    expect(await listed('?startDate=2027-01-01')).toMatchObject([{ isOverriden: true, pricePlanDetails: { fixedFeeRateCards: [] } }]);
  });

  it('is tried before it is written, whichever way the query is spelt', async () => {
    const edits = [
      { ...ASSOCIATION(), effectiveUntil: '2027-01-01' },
      { ...ASSOCIATION(), effectiveFrom: '2027-06-01' },
    ];
    for (const flag of ['dryRun=true', 'dry_run=true']) {
      const { answer, line } = await callLogged(org, 'POST', `/accounts/acme/edit_schedules?${flag}`, { body: { edits } });
      expect(contractFaults('UpdatePricingScheduleResponse', answer)).toEqual([]);
      expect(answer).toMatchObject({ accountName: 'acme', pricingSchedules: [{ id: 'dryrun.1' }, { id: 'dryrun.2' }] });
      expect(line).toMatchObject({ operation: 'updatePricingScheduleBatch', status: 200 });
    }
    expect(await listed()).toEqual([]);
    const { body } = await call(org, 'POST', '/accounts/acme/edit_schedules', { body: { edits } });
    expect(body.pricingSchedules.map(({ id }: { id: string }) => id)).toEqual((await listed()).map(({ id }: { id: string }) => id));
  });

  it('is listed by days, in brief, and with what the plan says of itself', async () => {
    await associate({ effectiveUntil: '2027-01-01' });
    await associate({ effectiveFrom: '2028-01-01' });
    const [first, second] = await listed('?compact=true');
    expect([first.pricePlanDetails, first.pricingRules, first.pricePlanInfo]).toEqual([undefined, undefined, undefined]);
    expect(await listed('?compact=true&startDate=2027-06-01')).toEqual([second]);
    expect(await listed(`?compact=true&end_date=${encodeURIComponent('2027-12-31T20:00:00-0500')}`)).toEqual([first, second]);
    expect(await listed(`?compact=true&endDate=${encodeURIComponent('2027-12-31T20:00:00Z')}`)).toEqual([first]);
    expect(await listed('?compact=true&include_price_plan_info=true&pageSize=1')).toMatchObject([{ pricePlanInfo: { name: 'Pro' } }]);
  });
});

describe('a plan with many rate cards', () => {
  it('leaves its terms out of a large page, and says so in a header', async () => {
    const addOns = Array.from(
      { length: 41 },
      (_, i) => `a${i}: createAddOn(input: {name: "Fee ${i}", type: FIXED_FEE}) { addOn { addOnId } }`,
    );
    const cards: Record<string, object> = {};
    for (const some of [addOns.slice(0, 20), addOns.slice(20)]) {
      const { data } = await org.ask<Record<string, { addOn: { addOnId: string } }>>(`mutation { ${some.join('\n')} }`);
      for (const [name, { addOn }] of Object.entries(data)) cards[name] = fee(addOn.addOnId);
    }
    await upsert(org, pricePlanId, cards);
    await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
    await associate();
    const page = async (query: string) => {
      const { body, headers } = await call(org, 'GET', `/accounts/acme/pricing_schedules${query}`);
      return [body.data[0].pricePlanDetails?.fixedFeeRateCards.length ?? null, headers.get('x-incomplete-fields')];
    };
    expect(await page('')).toEqual([null, 'pricePlanDetails']);
    expect(await page('?pageSize=20')).toEqual([42, null]);
    expect(await page('?compact=true')).toEqual([null, null]);
  });
});

describe('a request for pricing schedules that is refused', () => {
  const fees = (...rateValues: object[]) => ({
    pricePlanDetailsOverride: { fixedFeeRateCards: [{ id: 'addon.none', enableProration: true, rateValues }] },
  });
  const single = '/accounts/acme/price_plans';
  const batch = '/accounts/acme/edit_schedules';
  const edit = (fields: object) => ({ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', ...fields });

  it.each([
    ['a plan that is missing', single, () => edit({}), 'body.pricePlanId'],
    ['an unknown plan', single, () => edit({ pricePlanId: 'pp.none' }), 'body.pricePlanId'],
    [
      'an unknown item of a card',
      single,
      () => edit({ pricePlanId, ...fees({ currency: 'USD', rate: 1 }) }),
      'body.pricePlanDetailsOverride.fixedFeeRateCards.0',
    ],
    [
      'a rate below 0, in the second edit',
      batch,
      () => ({ edits: [edit({ pricePlanId }), edit({ pricePlanId, ...fees({ currency: 'USD', rate: -1 }) })] }),
      'body.edits.1.pricePlanDetailsOverride.fixedFeeRateCards.0.rateValues.0.rate',
    ],
    [
      'a card without a name',
      single,
      () =>
        edit({
          pricePlanId,
          pricePlanDetailsOverride: { minimumCommitment: { displayName: 'x'.repeat(256), rateValues: [{ currency: 'USD', rate: 1 }] } },
        }),
      'body.pricePlanDetailsOverride.minimumCommitment.displayName',
    ],
    [
      'an override of a period that is cleared',
      batch,
      () => ({ edits: [edit({ mode: 'DISASSOCIATE', pricePlanId })] }),
      'body.edits.0.pricePlanId',
    ],
    ['a day that is a number', single, () => edit({ pricePlanId, effectiveFrom: 20270101 }), 'body.effectiveFrom'],
    ['an eleventh edit', batch, () => ({ edits: Array.from({ length: 11 }, () => edit({ pricePlanId })) }), 'body.edits'],
  ] as const)('names %s', async (_what, path, body, place) => {
    const answer = await call(org, 'POST', path, { body: body() });
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([400, place]);
    expect(await listed()).toEqual([]);
  });

  it('names a day of the query that is none', async () => {
    const answer = await call(org, 'GET', '/accounts/acme/pricing_schedules?startDate=soon');
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([400, 'query.startDate']);
    const reversed = await call(org, 'GET', '/accounts/acme/pricing_schedules?startDate=2026-12-31&endDate=2026-12-01');
    expect([reversed.status, reversed.headers.get('x-error-path')]).toEqual([400, 'query.endDate']);
  });
});
