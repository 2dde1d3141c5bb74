import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../support/mutations.ts';
import { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { placesIn, withValueAt } from '../support/schema-walk.ts';
import { leastOf } from '../support/trespass.ts';

/** What each decimal of an input is. A rate prices a unit and a quantity counts; only an amount is money that changes hands. */
const DECIMALS: Readonly<Record<string, 'amount' | 'rate' | 'quantity'>> = {
  'CurrencyRateInput.rate': 'rate',
  'CurrencySlabRateDetailInput.creditAmount': 'quantity',
  'EntitlementOverageRateCardInput.maxQuantity': 'quantity',
  'FeatureConfigInput.featureCreditLimit': 'quantity',
  'LicenseAssumption.quantity': 'quantity',
  'PreActionConfigInput.quantity': 'quantity',
  'RateCardQuantityInput.quantity': 'quantity',
  'RateConfigInput.maximumRate': 'rate',
  'RateConfigInput.minimumRate': 'rate',
  'SlabConfigInput.packageSize': 'quantity',
  'SlabDetailInput.rate': 'rate',
  'SlabDetailInput.startAfter': 'quantity',
  'SlabInput.startAfter': 'quantity',
  'SlabRateConfigInput.maximum': 'rate',
  'SlabRateConfigInput.minimum': 'rate',
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
