import { describe, expect, it } from 'vitest';
import { fixedFee } from '../../scripts/sample/rate-cards.ts';
import { Organization } from '../support/organization.ts';

interface Proposed {
  price: { amount: string; currency: string };
  priceLines: { amount: string }[];
}

/** A proposal of a one-time plan that has a fee of each of these rates, in the currency of a new organization. */
async function proposal(currency: string, rates: readonly string[], quantity: number): Promise<Proposed> {
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
  return org.done('createProposal', 'proposal { price { amount currency } priceLines { amount } }', input, 'proposal');
}

describe('A price', () => {
  it.each<[string, string, string[], number, { lines: string[]; price: string }]>([
    ['is no float: 0.1 + 0.2', 'USD', ['0.1', '0.2'], 1, { lines: ['0.1', '0.2'], price: '0.3' }],
    ['is no float: 3 x 1.1', 'USD', ['1.1'], 3, { lines: ['3.3'], price: '3.3' }],
    ['keeps 12 decimals in its lines', 'USD', ['0.000000000001'], 7, { lines: ['0.000000000007'], price: '0' }],
    ['adds 12 decimals up', 'USD', ['1.004999999999', '0.000000000001'], 1, { lines: ['1.004999999999', '0.000000000001'], price: '1' }],
    ['is rounded once, not line by line', 'USD', ['0.004', '0.004'], 1, { lines: ['0.004', '0.004'], price: '0.01' }],
    ['is beyond what a float counts', 'USD', ['9007199254.740993'], 1_000_000, { lines: ['9007199254740993'], price: '9007199254740993' }],
    ['has 3 minor units in dinars', 'KWD', ['0.1', '0.0225'], 1, { lines: ['0.1', '0.0225'], price: '0.122' }],
    ['has no minor units in yen, half to even: 1.5 is 2', 'JPY', ['0.5'], 3, { lines: ['1.5'], price: '2' }],
    ['has no minor units in yen, half to even: 2.5 is 2', 'JPY', ['0.5'], 5, { lines: ['2.5'], price: '2' }],
  ])('%s', async (_title, currency, rates, quantity, { lines, price }) => {
    const made = await proposal(currency, rates, quantity);
    expect(made).toEqual({ price: { amount: price, currency }, priceLines: lines.map((amount) => ({ amount })) });
  });
});
