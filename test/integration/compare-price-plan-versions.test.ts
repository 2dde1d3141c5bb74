import { beforeAll, describe, expect, it } from 'vitest';
import { license, tiered, usage } from '../../scripts/sample/rate-cards.ts';
import { fee, items, upsert } from '../support/catalogue.ts';
import { Organization } from '../support/organization.ts';

const COMPARE = `query ($input: ComparePricePlanVersionsInput!) {
  comparePricePlanVersions(input: $input) {
    from { total { amount } } to { total { amount currency } } difference { amount currency }
    points { quantity from { amount } to { amount } difference { amount } }
    refusals { code message path }
  }
}`;

interface Compared {
  comparePricePlanVersions: {
    from: { total: { amount: string } } | null;
    to: { total: { amount: string } } | null;
    difference: { amount: string } | null;
    points: { quantity: string; from: { amount: string }; to: { amount: string }; difference: { amount: string } }[];
    refusals: { code: string; message: string; path: string[] }[];
  };
}

let org: Organization;
let ids: Awaited<ReturnType<typeof items>>;
let pricePlanId: string;

/** Version 1: a fee of 100, calls at 0.02 and from 1,000 at 0.01, seats at 30. The draft after it: calls at 0.015, seats at 33. */
beforeAll(async () => {
  org = await Organization.begin();
  ids = await items(org);
  ({ pricePlanId } = await org.draftPlan('Team'));
  const seats = (price: string) => license(ids.seats, tiered({ above: 0, price: { USD: price } }));
  const steps = tiered({ above: 0, price: { USD: '0.02' } }, { above: 1000, price: { USD: '0.01' } });
  await upsert(org, pricePlanId, { calls: usage(ids.calls, steps), seats: seats('30') });
  await org.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
  await upsert(org, pricePlanId, { calls: usage(ids.calls, tiered({ above: 0, price: { USD: '0.015' } })), seats: seats('33') });
});

async function compare(more: object = {}) {
  const input = { pricePlanId, fromVersion: 1, toVersion: 2, currency: 'USD', effectiveOn: '2026-12-01', ...more };
  const { data, errors, extensions } = await org.ask<Compared>(COMPARE, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data.comparePricePlanVersions, d1Calls: extensions.cost.d1Calls };
}
const refusalsOf = async (more: object) => {
  const { from, to, difference, points, refusals } = await compare(more);
  expect([from, to, difference, points]).toEqual([null, null, null, []]);
  return refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('comparePricePlanVersions', () => {
  it('prices the same quantities by both versions, in one D1 call', async () => {
    const compared = await compare({
      usage: [{ billableId: ids.calls, quantity: '3000' }],
      licenses: [{ licenseId: ids.seats, quantity: '2' }],
    });
    // 100 + 20 + 20 + 60, and 100 + 45 + 66.
    expect(compared).toMatchObject({
      from: { total: { amount: '200' } },
      to: { total: { amount: '211', currency: 'USD' } },
      difference: { amount: '11', currency: 'USD' },
      points: [],
      d1Calls: 1,
    });
  });

  it('answers at each point of a curve what two calculations answer', async () => {
    const quantities = ['0', '0.5', '999', '1000', '1001', '2000', '3000', '1000000'];
    const licenses = [{ licenseId: ids.seats, quantity: '3' }];
    const { points, d1Calls } = await compare({ licenses, curve: { billableId: ids.calls, quantities } });
    expect(d1Calls).toBe(1);
    const calculated = await Promise.all(
      quantities.map(async (quantity) => {
        const [from, to] = await Promise.all([1, 2].map((version) => calculate(version, quantity, licenses)));
        return { quantity, from: { amount: from }, to: { amount: to } };
      }),
    );
    expect(points).toMatchObject(calculated);
    expect(points[5]).toMatchObject({ from: { amount: '220' }, to: { amount: '229' }, difference: { amount: '9' } });
    expect(points.map(({ difference }) => difference.amount)).toEqual(
      points.map(({ from, to }) => String(Math.round(Number(to.amount) * 100 - Number(from.amount) * 100) / 100)),
    );
  });

  it('draws a curve over licenses as well', async () => {
    const { points } = await compare({ curve: { billableId: ids.seats, quantities: ['1', '10'] } });
    expect(points.map(({ from, to }) => [from.amount, to.amount])).toEqual([
      ['130', '133'],
      ['400', '430'],
    ]);
  });

  it.each([
    ['a plan that does not exist', { pricePlanId: 'pp.none' }, 'NOT_FOUND input.pricePlanId'],
    ['a version that does not exist', { toVersion: 3 }, 'NOT_FOUND input.toVersion'],
    ['a currency that the plan does not have', { currency: 'EUR' }, 'CURRENCY_NOT_SUPPORTED input.currency'],
    ['cycle 0', { pricingCycleOrdinal: 0 }, 'INVALID_VALUE input.pricingCycleOrdinal'],
    ['a meter that does not exist', { usage: [{ billableId: 'um.none', quantity: '1' }] }, 'NOT_FOUND input.usage.0.billableId'],
    ['a license that does not exist', { licenses: [{ licenseId: 'addon.none', quantity: '1' }] }, 'NOT_FOUND input.licenses.0.licenseId'],
    ['a curve over nothing', { curve: { billableId: 'um.none', quantities: ['1'] } }, 'NOT_FOUND input.curve.billableId'],
  ])('refuses %s', async (_, input, refusal) => {
    expect(await refusalsOf(input)).toEqual([refusal]);
  });

  it('refuses a curve of a fee, with a quantity below 0, or of more than 100 points', async () => {
    const curve = (billableId: string, quantities: readonly string[]) => refusalsOf({ curve: { billableId, quantities } });
    expect(await curve(ids.setup, ['1'])).toEqual(['INVALID_VALUE input.curve.billableId']);
    expect(await curve(ids.calls, ['1', '-1'])).toEqual(['INVALID_VALUE input.curve.quantities.1']);
    expect(await curve(ids.calls, Array(101).fill('1'))).toEqual(['LIMIT_EXCEEDED input.curve.quantities']);
  });

  it('refuses a draft that has no rate yet, and names the currency', async () => {
    const { pricePlanId: other } = await org.draftPlan('Two currencies', { supportedCurrencies: ['USD', 'EUR'] });
    await upsert(org, other, { setup: fee(ids.setup) });
    expect(await refusalsOf({ pricePlanId: other, fromVersion: 1, toVersion: 1, currency: 'EUR' })).toEqual([
      'RATES_INVALID input.currency',
    ]);
  });
});

async function calculate(version: number, quantity: string, licenses: readonly { licenseId: string; quantity: string }[]) {
  const plan = { pricePlanId, version, effectiveOn: '2026-12-01' };
  const input = {
    currencyConfig: { custom: 'USD' },
    pricePlanDetailsConfig: { pricePlan: plan },
    usageConfig: { custom: [{ billableId: ids.calls, quantity }] },
    licenseEntriesConfig: { custom: licenses },
  };
  const { data } = await org.ask<{ calculateRevenue: { statement: { total: { amount: string } } } }>(
    'query ($input: CalculateRevenueInput!) { calculateRevenue(input: $input) { statement { total { amount } } } }',
    { input },
  );
  return data.calculateRevenue.statement.total.amount;
}
