import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { documentOf } from '../support/mutations.ts';
import { MONTHLY, Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { placesIn, withValueAt } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';

/**
 * What each decimal of an input is. A rate is multiplied by a quantity or a share, and a quantity counts. An amount is money as it is: of an
 * account, in its currency, or of a rate card, in the currency beside it.
 */
const DECIMALS: Readonly<Record<string, 'amount' | 'amount of a rate card' | 'rate' | 'quantity'>> = {
  'AddLicenseUpdateInput.quantity': 'quantity',
  'CommittedAmountInput.rate': 'amount of a rate card',
  'CurrencyRateInput.rate': 'rate',
  'CurrencySlabRateDetailInput.creditAmount': 'amount of a rate card',
  'EntitlementOverageRateCardInput.maxQuantity': 'quantity',
  'FeatureConfigInput.featureCreditLimit': 'quantity',
  'LicenseAssumption.quantity': 'quantity',
  'PreActionConfigInput.quantity': 'quantity',
  'RateCardQuantityInput.quantity': 'quantity',
  'RateConfigInput.maximumRate': 'amount of a rate card',
  'RateConfigInput.minimumRate': 'amount of a rate card',
  'SlabConfigInput.packageSize': 'quantity',
  'SlabDetailInput.rate': 'rate',
  'SlabDetailInput.startAfter': 'quantity',
  'SlabInput.startAfter': 'quantity',
  'SlabRateConfigInput.maximum': 'amount of a rate card',
  'SlabRateConfigInput.minimum': 'amount of a rate card',
  'SlabRateInput.rate': 'rate',
  'UsageAssumption.quantity': 'quantity',
  'WalletTopupDetailsInput.purchaseAmount': 'amount',
  'WalletTopupDetailsInput.topupAmount': 'amount',
};

const TOP_UP = { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5', purchaseAmount: '5' } };

let schema: GraphQLSchema;
beforeAll(async () => {
  const org = await Organization.begin();
  schema = buildClientSchema((await org.ask<IntrospectionQuery>(getIntrospectionQuery({ oneOf: true }))).data);
});

const mutations = () => Object.values(schema.getMutationType()?.getFields() ?? {});
const decimals = () => mutations().flatMap((field) => placesIn(field).filter(({ type }) => type.name === 'Decimal'));
const amountsOf = (mutation: string) => {
  const field = schema.getMutationType()?.getFields()[mutation];
  if (!field) throw new Error(`no mutation ${mutation}`);
  const places = placesIn(field).filter(({ owner }) => DECIMALS[owner] === 'amount');
  return { field, places };
};

/** The mutations that take an amount, each with an input that is accepted. */
const INPUTS: Readonly<Record<string, (org: Organization) => Promise<object>>> = {
  createProposal: async () => ({ accountId: 'acme', paymentMode: 'PREPAID', ...TOP_UP }),
  initiatePurchase: async () => ({ accountId: 'acme', ...TOP_UP }),
  reviseProposal: async (org) => {
    const input = { accountId: 'acme', paymentMode: 'PREPAID', ...TOP_UP };
    const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', input, 'proposal');
    return { proposalId, walletTopupDetails: TOP_UP.walletTopupDetails };
  },
};

it('A decimal of an input is an amount of money, a rate or a quantity', () => {
  expect([...new Set(decimals().map(({ owner }) => owner))].toSorted()).toEqual(Object.keys(DECIMALS).toSorted());
});

it('Every mutation that takes an amount of money is tested here', () => {
  const taking = mutations().filter(({ name }) => amountsOf(name).places.length > 0);
  expect(taking.map(({ name }) => name).toSorted()).toEqual(Object.keys(INPUTS).toSorted());
});

describe.each(Object.keys(INPUTS))('An amount of money that is given to %s', (mutation) => {
  it.each([
    ['USD', '0.01', '0.004', '2.345'],
    ['JPY', '1', '0.5', '10.1'],
    ['KWD', '0.001', '0.0005', '1.2345'],
  ])('has no more decimal places than %s, or is refused and nothing is written', async (baseCurrency, smallest, tooSmall, tooFine) => {
    const org = await Organization.begin({ baseCurrency });
    await org.customer('acme');
    const { field, places } = amountsOf(mutation);
    const accepted = await INPUTS[mutation]?.(org);
    const document = documentOf(mutation, 'userErrors { code path message }');
    const ask = async (path: readonly string[], value: string) => {
      const input = withValueAt(field, accepted, path, value, (name, type) => leastOf(name, type) ?? name);
      const { data, errors } = await org.ask<Record<string, { userErrors: object[] }>>(document, { input });
      expect(errors).toBeUndefined();
      return data[mutation]?.userErrors;
    };
    const before = await everyRow(org);
    for (const { path } of places) {
      for (const value of [tooSmall, tooFine]) {
        const refusal = { code: 'INVALID_VALUE', path, message: expect.stringContaining(`An amount in ${baseCurrency} has `) };
        expect(await ask(path, value)).toEqual([refusal]);
      }
    }
    expect(await everyRow(org)).toEqual(before);
    expect(await ask(places[0]?.path ?? [], smallest)).toEqual([]);
  });
});

describe('An amount of money in a rate card', () => {
  const slab = { order: 1, startAfter: '0', priceType: 'PER_UNIT' };
  const ratePlan = { pricingModel: 'TIERED', slabs: [slab] };
  const usage = (value: object) => ({
    usage: { ratePlan, rateValues: [{ currency: 'JPY', slabRates: [{ order: 1, rate: '0.5' }], ...value }] },
  });
  const credits = (creditAmount: string, more: object = {}) => {
    const slabDetails = [{ startAfter: '0', priceType: 'FLAT', rate: '0.5', ...more }];
    const rateDetails = { pricingModel: 'TIERED', currencySlabRateDetails: [{ currency: 'JPY', creditAmount, slabDetails }] };
    return { creditGrant: { grantDetails: { priority: 0, expiryType: 'NO_EXPIRY' }, rateDetails } };
  };
  const limit = (field: string) => ({ order: 1, rate: '0.5', slabRateConfig: { [field]: '1.5' } });
  const CARDS: readonly (readonly [string, object, string])[] = [
    [
      'CommittedAmountInput.rate',
      { minimumCommitment: { rateValues: [{ currency: 'JPY', rate: '1.5' }] } },
      'minimumCommitment.rateValues.0.rate',
    ],
    ['CurrencySlabRateDetailInput.creditAmount', credits('1.5'), 'creditGrant.rateDetails.currencySlabRateDetails.0.creditAmount'],
    ...['minimumRate', 'maximumRate'].map((field) => {
      return [`RateConfigInput.${field}`, usage({ rateConfig: { [field]: '1.5' } }), `usage.rateValues.0.rateConfig.${field}`] as const;
    }),
    ...['minimum', 'maximum'].flatMap((field) => {
      const owner = `SlabRateConfigInput.${field}`;
      const ofCredits = credits('1', { slabRateConfig: { [field]: '1.5' } });
      return [
        [owner, usage({ slabRates: [limit(field)] }), `usage.rateValues.0.slabRates.0.slabRateConfig.${field}`] as const,
        [owner, ofCredits, `creditGrant.rateDetails.currencySlabRateDetails.0.slabDetails.0.slabRateConfig.${field}`] as const,
      ];
    }),
  ];

  it('has no more decimal places than its currency, or is refused at its own path and nothing is written; a rate may be finer', async () => {
    const owners = Object.entries(DECIMALS).flatMap(([owner, kind]) => (kind === 'amount of a rate card' ? [owner] : []));
    expect([...new Set(CARDS.map(([owner]) => owner))].toSorted()).toEqual(owners.toSorted());
    const org = await Organization.begin({ baseCurrency: 'JPY' });
    const plan = { name: 'Plan', type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['JPY'] };
    const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', plan, 'pricePlan');
    const create = (rateCard: object) =>
      mutate<{ userErrors: object[] }>(org, 'bulkPricePlanRateCardOperations', {
        pricePlanId,
        operations: [{ actionType: 'CREATE', rateCard }],
      });
    const before = await everyRow(org);
    for (const [, card, place] of CARDS) {
      const path = ['input', 'operations', '0', 'rateCard', ...place.split('.')];
      const message = 'An amount in JPY has no decimal places, but 1.5 has 1.';
      expect((await create(card)).userErrors).toMatchObject([{ code: 'INVALID_VALUE', path, message }]);
    }
    expect(await everyRow(org)).toEqual(before);
    expect((await create(credits('1'))).userErrors).toEqual([]);
  });
});
