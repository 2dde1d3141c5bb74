import { describe, expect, it } from 'vitest';
import { fixedFee } from '../../scripts/sample/rate-cards.ts';
import { mutate } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';
import { rowsOf } from '../support/shop.ts';

interface Proposed {
  price: { amount: string; currency: string };
  priceLines: { amount: string }[];
}

/** The input of a proposal of a one-time plan that has a fee of each of these rates, in the currency of a new organization. */
async function offer(currency: string, rates: readonly string[], quantity: number) {
  const org = await Organization.begin({ baseCurrency: currency });
  await org.customer('acme');
  const plan = { name: 'Fees', type: 'PURCHASE', supportedCurrencies: [currency] };
  const { pricePlanId } = await org.done<{ pricePlanId: string }>('createPricePlan', 'pricePlan { pricePlanId }', plan, 'pricePlan');
  const operations = [];
  for (const [i, rate] of rates.entries()) {
    const fee = { name: `Fee ${i}`, type: 'FIXED_FEE' };
    const { addOnId } = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', fee, 'addOn');
    operations.push({ actionType: 'CREATE', rateCardName: fee.name, rateCard: fixedFee(addOnId, { [currency]: rate }) });
  }
  await org.done('bulkPricePlanRateCardOperations', 'pricePlan { version }', { pricePlanId, operations }, 'pricePlan');
  await org.done('finalizePricePlan', 'pricePlan { status }', { pricePlanId }, 'pricePlan');
  const input = { accountId: 'acme', type: 'ENTITLEMENT_GRANT', paymentMode: 'POSTPAID', pricePlanId, quantity };
  return { org, input };
}

async function proposal(...of: Parameters<typeof offer>): Promise<Proposed> {
  const { org, input } = await offer(...of);
  return org.done('createProposal', 'proposal { price { amount currency } priceLines { amount } }', input, 'proposal');
}

describe('A price', () => {
  it.each<[string, string, string[], number, { lines: string[]; price: string }]>([
    ['is no float: 0.1 + 0.2', 'USD', ['0.1', '0.2'], 1, { lines: ['0.1', '0.2'], price: '0.3' }],
    ['is no float: 3 x 1.1', 'USD', ['1.1'], 3, { lines: ['3.3'], price: '3.3' }],
    ['adds 12 decimals up', 'USD', ['1.004999999999', '0.000000000001'], 1, { lines: ['1', '0'], price: '1' }],
    ['is rounded once, not line by line', 'USD', ['0.004', '0.004'], 1, { lines: ['0.01', '0'], price: '0.01' }],
    [
      'has lines that sum to it',
      'USD',
      ['3.333333333333', '3.333333333333', '3.333333333334'],
      1,
      { lines: ['3.33', '3.33', '3.34'], price: '10' },
    ],
    ['is beyond what a float counts', 'USD', ['9007199254.740993'], 1_000_000, { lines: ['9007199254740993'], price: '9007199254740993' }],
    ['has 3 minor units in dinars', 'KWD', ['0.1', '0.0225'], 1, { lines: ['0.1', '0.022'], price: '0.122' }],
    ['has no minor units in yen, half to even: 1.5 is 2', 'JPY', ['0.5'], 3, { lines: ['2'], price: '2' }],
    ['has no minor units in yen, half to even: 2.5 is 2', 'JPY', ['0.5'], 5, { lines: ['2'], price: '2' }],
  ])('%s', async (_title, currency, rates, quantity, { lines, price }) => {
    const made = await proposal(currency, rates, quantity);
    expect(made).toEqual({ price: { amount: price, currency }, priceLines: lines.map((amount) => ({ amount })) });
  });

  it('above 0 is never paid with 0: the smallest that can be paid is told, and nothing is written', async () => {
    const { org, input } = await offer('USD', ['0.004'], 1);
    const before = await rowsOf(org);
    const { userErrors } = await mutate(org, 'createProposal', input);
    expect(userErrors).toMatchObject([{ code: 'PRICE_TOO_SMALL', path: ['input', 'quantity'] }]);
    expect(await rowsOf(org)).toEqual(before);
    const { proposal: bought } = await mutate<{ proposal: object }>(
      org,
      'createProposal',
      { ...input, quantity: 2 },
      'proposal { price { amount } }',
    );
    expect(bought).toEqual({ price: { amount: '0.01' } });
  });
});
