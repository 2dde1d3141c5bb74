import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPlan, fee, items, perUnit, refusal, upsert } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

type Items = Awaited<ReturnType<typeof items>>;

let org: Organization;
let item: Items;
let pricePlanId: string;
beforeEach(async () => {
  org = await Organization.begin();
  item = await items(org);
  pricePlanId = await emptyPlan(org);
});

const RATE_PLAN = 'ratePlan { pricingModel slabs { order startAfter priceType slabConfig { packageSize } } }';
const RATE_VALUES =
  'rateValues { currency slabRates { order rate slabRateConfig { minimum maximum } } rateConfig { minimumRate maximumRate } }';
const CARDS = `rateCards { totalCount nodes {
  __typename name type displayName tag invoiceTiming currencies billableId billable { __typename name }
  ... on FixedFeeRateCard { feeType rateValues { currency rate } enableProration recurrenceConfig { interval offset } }
  ... on LicenseRateCard { ${RATE_PLAN} ${RATE_VALUES} enableProration usageCycle config { maxQuantity maxQuantityBreachAction } proratedRefundMode }
  ... on UsageRateCard { ${RATE_PLAN} ${RATE_VALUES} }
  ... on BillingEntitlementRateCard {
    featureConfigs { effectiveFrom effectiveUntil featureCreditLimit } ${RATE_PLAN} ${RATE_VALUES} recurrenceConfig { interval offset } }
  ... on EntitlementOverageRateCard { limit: maxQuantity ${RATE_PLAN} ${RATE_VALUES} billingConfig { interval startOffset } }
  ... on CreditGrantRateCard {
    grantType grantDetails { priority expiryType expiryDuration applicableEntityIds }
    rateDetails { pricingModel currencySlabRateDetails {
      currency creditAmount slabDetails { startAfter priceType slabConfig { packageSize } rate slabRateConfig { minimum maximum } } } }
    recurrenceConfig { interval offset } }
  ... on MinimumCommitmentRateCard { rateValues { currency rate } }
} }`;

async function cards() {
  const document = `query ($id: String!) { pricePlan(pricePlanId: $id) { version ${CARDS} } }`;
  const { data, errors, extensions } = await org.ask<{ pricePlan: { rateCards: { nodes: Record<string, unknown>[] } } }>(document, {
    id: pricePlanId,
  });
  expect(errors).toBeUndefined();
  expect(extensions.cost.d1Calls).toBe(1);
  return data.pricePlan.rateCards.nodes;
}

/** The one card of the plan, after it was written as given. */
async function roundTrip(rateCard: object) {
  const { userErrors, d1Calls } = await upsert(org, pricePlanId, { card: rateCard });
  expect(userErrors).toEqual([]);
  expect(d1Calls).toBe(2);
  const [card, ...more] = await cards();
  expect(more).toEqual([]);
  return card;
}

/** Errors of a CREATE, each as its code and the path beneath the rate card. */
async function refused(rateCard: object, actionType = 'CREATE', rateCardName = 'card') {
  const errors = await refusal(org, 'bulkPricePlanRateCardOperations', {
    pricePlanId,
    operations: [{ actionType, rateCardName, rateCard }],
  });
  expect(await cards()).toEqual([]);
  return errors.map(({ code, path }) => [code, path.join('.').replace('input.operations.0.', '')]);
}

const slab = (order: number, startAfter: string, other: object = {}) => ({ order, startAfter, priceType: 'PER_UNIT', ...other });
const usage = (slabs: object[], slabRates: object[] = [{ order: 1, rate: '1' }]) => ({
  usage: { billableId: item.calls, ratePlan: { pricingModel: 'TIERED', slabs }, rateValues: [{ currency: 'USD', slabRates }] },
});

describe('every family is answered as it was written', () => {
  it('a fixed fee', async () => {
    const fields = {
      displayName: 'Setup fee',
      tag: 'once',
      invoiceTiming: 'PREPAID',
      rateValues: [
        { currency: 'USD', rate: '99.99' },
        { currency: 'EUR', rate: '0.000000000001' },
      ],
      enableProration: true,
      recurrenceConfig: { interval: 3, offset: 1 },
    };
    expect(await roundTrip({ fixedFee: { ...fields, billableId: item.setup, type: 'ONE_TIME' } })).toEqual({
      ...fields,
      __typename: 'FixedFeeRateCard',
      name: 'card',
      type: 'FIXED_FEE',
      feeType: 'ONE_TIME',
      currencies: ['USD', 'EUR'],
      billableId: item.setup,
      billable: { __typename: 'AddOn', name: 'Setup' },
    });
  });

  it('a license, with a package and bounds', async () => {
    const fields = {
      ratePlan: {
        pricingModel: 'VOLUME',
        slabs: [
          { order: 1, startAfter: '0', priceType: 'FLAT', slabConfig: null },
          { order: 2, startAfter: '10.5', priceType: 'PACKAGE', slabConfig: { packageSize: '1000' } },
        ],
      },
      rateValues: [
        {
          currency: 'USD',
          slabRates: [
            { order: 1, rate: '50', slabRateConfig: { minimum: '10', maximum: null } },
            { order: 2, rate: '0.5', slabRateConfig: { minimum: '1', maximum: '100' } },
          ],
          rateConfig: { minimumRate: '25', maximumRate: null },
        },
      ],
      enableProration: true,
      usageCycle: 'MONTHLY',
      config: { maxQuantity: 500, maxQuantityBreachAction: 'DO_NOTHING' },
      proratedRefundMode: 'WALLET',
    };
    expect(await roundTrip({ license: { ...fields, billableId: item.seats } })).toMatchObject({ ...fields, type: 'LICENSE' });
  });

  it('usage', async () => {
    const { ratePlan, rateValues } = perUnit('0.000001');
    expect(await roundTrip({ usage: { billableId: item.calls, ratePlan, rateValues } })).toMatchObject({
      __typename: 'UsageRateCard',
      invoiceTiming: 'IN_ARREARS',
      displayName: 'card',
      tag: null,
      ratePlan,
      rateValues,
    });
  });

  it('an entitlement', async () => {
    const featureConfigs = [
      { effectiveFrom: null, effectiveUntil: 'P20D', featureCreditLimit: '1000' },
      { effectiveFrom: 'P20D', effectiveUntil: 'P2M', featureCreditLimit: '0.5' },
    ];
    const fields = { ...perUnit('3'), featureConfigs, recurrenceConfig: { interval: 12, offset: 0 } };
    expect(await roundTrip({ billingEntitlement: { ...fields, billableId: item.storage } })).toMatchObject({
      ...fields,
      billable: { __typename: 'Feature', name: 'Storage' },
    });
  });

  it('an overage', async () => {
    const fields = { ...perUnit('3'), billingConfig: { interval: 2, startOffset: 1 } };
    expect(await roundTrip({ entitlementOverage: { ...fields, billableId: item.storage, maxQuantity: '10000.25' } })).toMatchObject({
      ...fields,
      limit: '10000.25',
      invoiceTiming: 'IN_ARREARS',
    });
  });

  it('a credit grant, each currency with slabs of its own', async () => {
    const slabDetail = (startAfter: string, rate: string) => ({
      startAfter,
      priceType: 'PER_UNIT',
      slabConfig: null,
      rate,
      slabRateConfig: null,
    });
    const fields = {
      grantDetails: { priority: 2, expiryType: 'CUSTOM', expiryDuration: 'P90D', applicableEntityIds: [item.calls] },
      rateDetails: {
        pricingModel: 'TIERED',
        currencySlabRateDetails: [
          { currency: 'USD', creditAmount: '100', slabDetails: [slabDetail('0', '0.9'), slabDetail('50', '0.8')] },
          { currency: 'JPY', creditAmount: '15000', slabDetails: [slabDetail('0', '1')] },
        ],
      },
      recurrenceConfig: { interval: 1, offset: 0 },
    };
    expect(await roundTrip({ creditGrant: { ...fields, billableId: item.credits, type: 'ONE_TIME' } })).toMatchObject({
      ...fields,
      grantType: 'ONE_TIME',
      currencies: ['USD', 'JPY'],
    });
  });

  it('a minimum commitment, which prices no item', async () => {
    const rateValues = [{ currency: 'USD', rate: '1000' }];
    expect(await roundTrip({ minimumCommitment: { rateValues, displayName: 'At least' } })).toMatchObject({
      __typename: 'MinimumCommitmentRateCard',
      displayName: 'At least',
      rateValues,
      billableId: null,
      billable: null,
    });
  });

  it('a hundred slabs in five currencies, digit for digit', async () => {
    const orders = Array.from({ length: 100 }, (_, i) => i + 1);
    const ratePlan = { pricingModel: 'TIERED', slabs: orders.map((order) => slab(order, `${order - 1}`, { slabConfig: null })) };
    const rateValues = ['USD', 'EUR', 'GBP', 'JPY', 'INR'].map((currency, c) => ({
      currency,
      slabRates: orders.map((order) => ({ order, rate: `${c}.0000000${order}9`, slabRateConfig: null })),
    }));
    expect(await roundTrip({ usage: { billableId: item.calls, ratePlan, rateValues } })).toMatchObject({ ratePlan, rateValues });
  });
});

describe('what is malformed in itself is refused at once', () => {
  it('slabs with a hole, in a wrong order, or that do not start at 0', async () => {
    const slabs = 'rateCard.usage.ratePlan.slabs';
    expect(await refused(usage([slab(1, '0'), slab(3, '10')]))).toEqual([['SLABS_INVALID', `${slabs}.1.order`]]);
    expect(await refused(usage([slab(1, '0'), slab(1, '10')]))).toMatchObject([['SLABS_INVALID', `${slabs}.1.order`]]);
    expect(await refused(usage([slab(1, '0'), slab(2, '0')]))).toEqual([['SLABS_INVALID', `${slabs}.1.startAfter`]]);
    expect(await refused(usage([slab(1, '1')]))).toEqual([['SLABS_INVALID', `${slabs}.0.startAfter`]]);
    expect(await refused(usage([]))).toEqual([['SLABS_INVALID', slabs]]);
  });

  it('a package without a size, or a size without a package', async () => {
    const size = 'rateCard.usage.ratePlan.slabs.0.slabConfig.packageSize';
    expect(await refused(usage([slab(1, '0', { priceType: 'PACKAGE' })]))).toEqual([['SLABS_INVALID', size]]);
    expect(await refused(usage([slab(1, '0', { slabConfig: { packageSize: '10' } })]))).toEqual([['SLABS_INVALID', size]]);
  });

  it('a rate below 0, and a minimum above its maximum', async () => {
    const rate = 'rateCard.usage.rateValues.0.slabRates.0';
    expect(await refused(usage([slab(1, '0')], [{ order: 1, rate: '-1' }]))).toEqual([['INVALID_VALUE', `${rate}.rate`]]);
    const bounds = { minimum: '10', maximum: '9' };
    expect(await refused(usage([slab(1, '0')], [{ order: 1, rate: '1', slabRateConfig: bounds }]))).toEqual([
      ['RATES_INVALID', `${rate}.slabRateConfig.minimum`],
    ]);
  });

  it('a currency that has rates twice', async () => {
    const rateValues = ['USD', 'USD'].map((currency) => ({ currency, rate: '1' }));
    expect(await refused({ fixedFee: { billableId: item.setup, rateValues } })).toEqual([
      ['RATES_INVALID', 'rateCard.fixedFee.rateValues.1.currency'],
    ]);
  });

  it('a rate with more than 12 places, a float, or a currency that does not exist, before anything is decided', async () => {
    const write = (currency: string, rate: unknown) => {
      const operations = [{ actionType: 'CREATE', rateCard: { fixedFee: { rateValues: [{ currency, rate }] } } }];
      const document =
        'mutation ($input: BulkPricePlanRateCardOperationsInput!) { bulkPricePlanRateCardOperations(input: $input) { userErrors { code } } }';
      return org.ask(document, { input: { pricePlanId, operations } });
    };
    for (const { errors } of [await write('USD', '0.0000000000001'), await write('USD', 0.1), await write('XYZ', '1')]) {
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('a card of two families, or of none', async () => {
    const { fixedFee } = fee(item.setup);
    for (const rateCard of [{ fixedFee, ...usage([slab(1, '0')]) }, {}]) {
      const operations = [{ actionType: 'CREATE', rateCard }];
      const document =
        'mutation ($input: BulkPricePlanRateCardOperationsInput!) { bulkPricePlanRateCardOperations(input: $input) { userErrors { code } } }';
      expect((await org.ask(document, { input: { pricePlanId, operations } })).errors).toHaveLength(1);
    }
  });
});
