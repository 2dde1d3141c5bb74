import { beforeEach, describe, expect, it } from 'vitest';
import { items } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';
import { cardsOf } from '../support/rest-rate-cards.ts';

const PATH = '/v2/revenue_calculator';

let org: Organization;
let ids: Awaited<ReturnType<typeof items>>;
let own: Readonly<Record<string, readonly object[]>>;
beforeEach(async () => {
  org = await Organization.begin();
  ids = await items(org);
  const families = cardsOf(ids).map(({ rateCardDetails }) => Object.entries(rateCardDetails)[0] ?? []);
  own = Object.fromEntries(families.map(([name, card]) => [`${name}s`, [card]]));
});

/** A month of a plan that is written out: 100 calls at 2, and 20 seats in advance at 30. */
const request = (change: object = {}) => {
  const priced = (rate: number) => ({
    ratePlan: { pricingModel: 'TIERED', slabs: [{ order: 1, startAfter: 0, priceType: 'PER_UNIT' }] },
    rateValues: [{ currency: 'USD', slabRates: [{ order: 1, rate }] }],
  });
  return {
    currencyConfig: { mode: 'CUSTOM', currency: 'USD' },
    pricePlanDetailsConfig: {
      mode: 'CUSTOM',
      effectiveOn: '2026-11-01T00:00:00+0000',
      pricePlanDetails: {
        pricingCycleConfig: { interval: 'MONTHLY', gracePeriod: 3 },
        supportedCurrencies: ['USD'],
        usageRateCards: [{ usageMeterId: ids.calls, name: 'calls', ...priced(2) }],
        licenseRateCards: [{ id: ids.seats, name: 'seats', invoiceTiming: 'IN_ADVANCE', enableProration: true, ...priced(30) }],
      },
    },
    usageConfig: { mode: 'CUSTOM', usageMap: { [ids.calls]: 100.5 } },
    licenseEntriesConfig: { mode: 'CUSTOM', custom: [{ licenseId: ids.seats, quantity: 20, effectiveFrom: '2026-11-01T00:00:00Z' }] },
    ...change,
  };
};
const calculate = (body: object) => call(org, 'POST', PATH, { body });
/** What a rate card belongs to. */
const ownerIn = ([{ rateCard }]: [{ rateCard: Record<string, string> }]) => {
  const { referenceId, referenceType, pricePlanId, accountId } = rateCard;
  return { referenceId: referenceId || 'is empty', referenceType, pricePlanId, accountId };
};
const revenueOf = async (body: object) => (await calculate(body)).body.revenueInfo;

describe('the revenue of a cycle', () => {
  it('is what the rate cards of a plan that is written out cost, slab by slab, in one call of D1', async () => {
    const { answer, line } = await callLogged(org, 'POST', PATH, { body: request() });
    expect(contractFaults('CalculateRevenueResponseV2', answer)).toEqual([]);
    expect(answer).toMatchObject({
      currency: 'USD',
      revenueInfo: [
        {
          rateCard: { name: 'calls', type: 'USAGE' },
          usages: { [ids.calls]: 100.5 },
          slabRevenueSummaries: [{ order: 1, usage: 100.5, revenue: 201 }],
        },
        {
          rateCard: { name: 'seats', referenceId: '' },
          usages: { [ids.seats]: 20 },
          licenseRevenueSummary: [{ order: 1, usage: 20, revenue: 600 }],
        },
      ],
    });
    expect(line).toMatchObject({ operation: 'calculateRevenueV2', status: 200, d1Calls: 1 });
  });

  it('has a summary of each family', async () => {
    const plan = { pricingCycleConfig: { interval: 'MONTHLY', gracePeriod: 3 }, supportedCurrencies: ['USD'], ...own };
    const body = request({ pricePlanDetailsConfig: { mode: 'CUSTOM', pricePlanDetails: plan, pricingCycleOrdinal: 2 } });
    const { minimumCommitmentRateCards: _of, ...pricePlanDetails } = plan as Record<string, unknown>;
    const answer = await calculate({ ...body, pricePlanDetailsConfig: { ...body.pricePlanDetailsConfig, pricePlanDetails } });
    expect(contractFaults('CalculateRevenueResponseV2', answer.body)).toEqual([]);
    expect(answer.body.revenueInfo).toMatchObject([
      { slabRevenueSummaries: [expect.anything()] },
      { billingEntitlementRevenueSummary: { revenue: expect.any(Number) } },
      { fixedFeeRevenueSummary: { revenue: 100.5 } },
      { licenseRevenueSummary: [expect.anything()] },
      { creditGrantRevenueSummary: { revenue: 20 } },
    ]);
  });

  it('is that of a price plan, and of an account by its schedule, its currency and its recorded licenses', async () => {
    await org.customer('acme');
    const pricePlanId = await org.plan('Pro');
    const association = { accountId: 'acme', pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
    await org.done('updatePricingSchedule', 'account { id }', association, 'account');
    const ofPlan = await revenueOf(
      request({
        pricePlanDetailsConfig: { mode: 'PRICE_PLAN', pricePlanId },
        usageConfig: { mode: 'CUSTOM' },
        licenseEntriesConfig: { mode: 'CUSTOM' },
      }),
    );
    expect(ofPlan).toMatchObject([{ rateCard: { pricePlanId, referenceType: 'PRICE_PLAN' }, fixedFeeRevenueSummary: { revenue: 100 } }]);
    const ofVersion = await call(org, 'GET', `/v2/price_plans/${pricePlanId}/rate_cards`);
    expect(ownerIn(ofPlan)).toEqual(ownerIn(ofVersion.body.data.map((rateCard: object) => ({ rateCard }))));
    const ofAccount = await revenueOf({
      currencyConfig: { mode: 'ACCOUNT_INVOICE', accountId: 'acme' },
      pricePlanDetailsConfig: { mode: 'ACCOUNT', accountId: 'acme' },
      usageConfig: { mode: 'CUSTOM' },
      licenseEntriesConfig: { mode: 'LOOKUP_CYCLE', lookupCycle: { accountId: 'acme' } },
    });
    expect(ofAccount).toMatchObject([{ rateCard: { referenceType: 'SCHEDULE' }, fixedFeeRevenueSummary: { revenue: 100 } }]);
    const { body: schedules } = await call(org, 'GET', '/accounts/acme/pricing_schedules');
    const ofSchedule = await call(org, 'GET', `/v2/schedules/${schedules.data[0].id}/rate_cards?mode=ACTIVE`);
    expect(ownerIn(ofAccount)).toEqual(ownerIn(ofSchedule.body.data.map((rateCard: object) => ({ rateCard }))));
  });

  it('is prorated by the days that have passed', async () => {
    const days = { cycleStartDate: '2026-11-01T00:00:00Z', cycleEndDate: '2026-12-01T00:00:00Z', currentDate: '2026-11-16T00:00:00Z' };
    const prorationConfig = { mode: 'CUSTOM', customConfig: days };
    const [, seats] = await revenueOf(request({ prorationConfig }));
    expect(seats.licenseRevenueSummary).toMatchObject([{ revenue: 300 }]);
  });
});

describe('a calculation that is refused', () => {
  const range = { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z', accountId: 'acme' };
  const config = (name: string, value: object) => () => ({ [name]: value });

  it.each([
    ['a look-up of usage', config('usageConfig', { mode: 'LOOKUP_RANGE', lookupRange: range }), 501, 'body.usageConfig.lookupRange'],
    [
      'a look-up of overage',
      config('entitlementOverageConfig', { mode: 'LOOKUP_CYCLE', lookupCycle: { billingCycleEndDate: range.end, accountId: 'acme' } }),
      501,
      'body.entitlementOverageConfig.lookupCycle',
    ],
    ['a currency that is missing', config('currencyConfig', { mode: 'CUSTOM' }), 400, 'body.currencyConfig.currency'],
    ['a currency that is none', config('currencyConfig', { mode: 'CUSTOM', currency: 'XXZ' }), 400, 'body.currencyConfig.currency'],
    ['a currency that the plan has not', config('currencyConfig', { mode: 'CUSTOM', currency: 'EUR' }), 400, 'body.currencyConfig'],
    [
      'an unknown account',
      config('currencyConfig', { mode: 'ACCOUNT_INVOICE', accountId: 'nobody' }),
      400,
      'body.currencyConfig.accountId',
    ],
    ['an unknown mode', config('usageConfig', { mode: 'GUESS' }), 400, 'body.usageConfig.mode'],
    [
      'an unknown plan',
      config('pricePlanDetailsConfig', { mode: 'PRICE_PLAN', pricePlanId: 'pp.none' }),
      400,
      'body.pricePlanDetailsConfig.pricePlanId',
    ],
    [
      'a usage that is below 0',
      () => ({ usageConfig: { mode: 'CUSTOM', usageMap: { [ids.calls]: -1 } } }),
      400,
      () => `body.usageConfig.usageMap.${ids.calls}`,
    ],
    ['an unknown meter', config('usageConfig', { mode: 'CUSTOM', usageMap: { 'um.none': 1 } }), 400, 'body.usageConfig.usageMap.um.none'],
    [
      'a quantity as a text',
      config('usageConfig', { mode: 'CUSTOM', usageMap: { 'um.none': '1' } }),
      400,
      'body.usageConfig.usageMap.um.none',
    ],
    [
      'days without a day',
      config('prorationConfig', {
        mode: 'CUSTOM',
        customConfig: { cycleStartDate: range.end, cycleEndDate: range.start, currentDate: range.start },
      }),
      400,
      'body.prorationConfig.customConfig.cycleEndDate',
    ],
  ] as const)('names %s', async (_what, change, status, place) => {
    const answer = await calculate(request(change()));
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([status, typeof place === 'function' ? place() : place]);
    expect(Object.keys(answer.body)).toEqual(['message']);
  });

  it('names the rate card of a written plan that is at fault', async () => {
    const { pricePlanDetailsConfig } = request();
    const { pricePlanDetails } = pricePlanDetailsConfig;
    const [seats] = pricePlanDetails.licenseRateCards;
    const licenseRateCards = [{ ...seats, id: 'addon.none' }];
    const answer = await calculate(
      request({ pricePlanDetailsConfig: { ...pricePlanDetailsConfig, pricePlanDetails: { ...pricePlanDetails, licenseRateCards } } }),
    );
    expect([answer.status, answer.headers.get('x-error-path')]).toEqual([
      400,
      'body.pricePlanDetailsConfig.pricePlanDetails.licenseRateCards.0',
    ]);
  });
});

describe('a refusal', () => {
  const days = { cycleStartDate: '2026-11-01T00:00:00Z', cycleEndDate: '2026-12-01T00:00:00Z', currentDate: '2027-01-01T00:00:00Z' };
  it.each([
    ['a map of quantities', { usageConfig: { mode: 'LOOKUP_CYCLE', lookupCycle: { accountId: 'acme' } } }, '`usageConfig.usageMap`'],
    ['a field at its place', { prorationConfig: { mode: 'CUSTOM', customConfig: days } }, '`currentDate`'],
  ])('names, as the body calls it, %s', async (_title, change, name) => {
    expect((await calculate(request(change))).body.message).toContain(name);
  });
});
