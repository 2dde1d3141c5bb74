import { beforeAll, describe, expect, it } from 'vitest';
import { associate, type Billed, finalized, openBilled } from '../support/billed.ts';
import { fee, mutate } from '../support/catalogue.ts';
import { delegateFor } from '../support/delegate.ts';
import type { Organization } from '../support/organization.ts';

let billed: Billed;
beforeAll(async () => {
  billed = await openBilled();
});

interface Asked {
  readonly from?: string;
  readonly cycles?: number;
  readonly usage?: readonly object[];
  readonly licenses?: readonly object[];
}

const REFUSALS = 'refusals { __typename code message path }';

async function estimate<T>(org: Organization, selection: string, asked: Asked = {}, accountId = 'acme') {
  const document = `query ($account: String!, $from: Date, $cycles: Int! = 1, $usage: [UsageAssumption!], $licenses: [LicenseAssumption!]) {
    account(by: { accountId: $account }) { estimate(from: $from, cycles: $cycles, usage: $usage, licenses: $licenses) { estimate { ${selection} } ${REFUSALS} } }
  }`;
  const answer = await org.ask<{ account: { estimate: { estimate: T | null; refusals: readonly object[] } } }>(document, {
    ...{ account: accountId, ...asked },
  });
  return { ...answer.data?.account?.estimate, errors: answer.errors, d1Calls: answer.extensions?.cost?.d1Calls };
}

const calls = (quantity: string, other: object = {}) => ({ billableId: billed.ids.calls, quantity, ...other });
const seats = (quantity: string, other: object = {}) => ({ licenseId: billed.ids.seats, quantity, ...other });

describe('Account.estimate', () => {
  it('has every line of the next cycle with its reason, from one call of D1', async () => {
    const lines = `lines { key parentKey depth kind label rateCardName timing quantity { decimal } exact { decimal } amount explanation
      why { __typename ... on SlabReason { order rate } ... on ProrationReason { days ofDays } } }`;
    const found = await estimate<{ cycles: { statement: { lines: object[] } }[] }>(
      billed.org,
      `isEstimate start end total { amount currency } cycles { pricePlanName statement { ordinal start end dueOn ${lines} } }`,
      { usage: [calls('1500')], licenses: [seats('12')] },
    );
    expect(found).toMatchObject({ errors: undefined, refusals: [], d1Calls: 1 });
    expect(found.estimate).toMatchObject({
      ...{ isEstimate: true, start: '2026-11-01', end: '2026-12-01', total: { amount: '695', currency: 'USD' } },
      cycles: [{ pricePlanName: 'Team', statement: { ordinal: 1, start: '2026-11-01', end: '2026-12-01', dueOn: '2026-12-04' } }],
    });
    const shown = found.estimate?.cycles[0]?.statement.lines.map((line) => {
      const { depth, kind, label, amount, explanation } = line as Readonly<Record<string, string>>;
      return `${' '.repeat(Number(depth))}${kind} ${label} ${amount}: ${explanation}`;
    });
    expect(shown).toEqual([
      'TOTAL Total 695: Everything that the cycle costs.',
      ' GROSS Gross 695: The rate cards, the true-up to the commitment, and what pricing rules add.',
      '  CARDS Rate cards 695: The sum of all rate cards.',
      '   CARD base 310: The sum of what the rate card prices.',
      '    FEE base 310: 310.00 USD for a whole cycle.',
      '   CARD seats 360: The sum of what the rate card prices.',
      '    DAYS 2026-11-01 until 2026-12-01 at 12 360: 12 units: 360.00 USD for a whole cycle.',
      '     SLAB Slab 1 360: 12 units at 30.00 USD each.',
      '   CARD calls 25: The sum of what the rate card prices.',
      '    SLAB Slab 1 20: 1,000 of 1,500 units at 0.02 USD each.',
      '    SLAB Slab 2 5: 500 of 1,500 units at 0.01 USD each.',
    ]);
  });

  it('shows the same lines by invoice, each due after the grace period', async () => {
    const { estimate: found } = await estimate(
      billed.org,
      'exact { decimal } invoices { issuedOn dueOn arrears { start end } advance { start end } total { amount } lines { depth kind amount } }',
      { cycles: 2, usage: [calls('1500')], licenses: [seats('12')] },
    );
    expect(found).toMatchObject({
      exact: { decimal: '1390' },
      invoices: [
        { issuedOn: '2026-11-01', dueOn: '2026-11-04', arrears: null, advance: { start: '2026-11-01' }, total: { amount: '670' } },
        {
          issuedOn: '2026-12-01',
          dueOn: '2026-12-04',
          arrears: { start: '2026-11-01' },
          advance: { start: '2026-12-01' },
          total: { amount: '695' },
        },
        { issuedOn: '2027-01-01', dueOn: '2027-01-04', arrears: { start: '2026-12-01' }, advance: null, total: { amount: '25' } },
      ],
    });
  });

  it('reads the recorded licenses, and says what it assumes', async () => {
    const { org, ids } = billed;
    await org.account('licensed', 'acme');
    const grant = {
      type: 'GRANT_LICENSE',
      config: { licenseId: ids.seats, updateType: 'ABSOLUTE', quantity: '10', effectiveFrom: '2026-11-01T00:00:00Z' },
    };
    await associate(org, billed.team, { accountId: 'licensed', preActions: [grant] });
    const found = await estimate(org, 'total { amount } assumptions { kind billableId message }', {}, 'licensed');
    expect(found.estimate).toEqual({
      total: { amount: '610' },
      assumptions: [
        { kind: 'TIMELINE', billableId: null, message: expect.any(String) },
        { kind: 'EXCLUDED', billableId: null, message: expect.any(String) },
        { kind: 'LICENSES_RECORDED', billableId: ids.seats, message: expect.any(String) },
        { kind: 'NOTHING_USED', billableId: ids.calls, message: expect.any(String) },
        { kind: 'QUANTITY_NOT_CARRIED_OVER', billableId: null, message: expect.any(String) },
      ],
    });
  });

  it('is for delegates too, of their own accounts and by the items that these are priced by', async () => {
    const { org } = billed;
    await org.customer('other');
    const delegate = await delegateFor(org, ['acme']);
    const own = await estimate(delegate, 'total { amount }', { usage: [calls('1500')] });
    expect(own).toMatchObject({ errors: undefined, estimate: { total: { amount: '335' } } });
    expect((await estimate(delegate, 'total { amount }', {}, 'other')).estimate).toBeUndefined();
    const { usageMeterId } = await org.done<{ usageMeterId: string }>(
      'createUsageMeter',
      'usageMeter { usageMeterId }',
      { name: 'Not theirs' },
      'usageMeter',
    );
    const stranger = [{ billableId: usageMeterId, quantity: '1' }];
    expect(await estimate(org, 'total { amount }', { usage: stranger })).toMatchObject({ refusals: [] });
    expect(await estimate(delegate, 'total { amount }', { usage: stranger })).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  });

  it('is computed once for aliases that ask the same', async () => {
    const fields = Array.from({ length: 20 }, (_, i) => `e${i}: estimate(cycles: 24) { refusals { code } }`).join(' ');
    const { data, extensions } = await billed.org.ask<{ account: object }>(`{ account(by: { accountId: "acme" }) { ${fields} } }`);
    expect(Object.values(data.account)).toEqual(Array.from({ length: 20 }, () => ({ refusals: [] })));
    expect(extensions.cost.d1Calls).toBe(1);
  });
});

describe('An estimate is refused, and names the argument and what would work', () => {
  it.each<[string, () => Asked, string, RegExp, readonly string[]]>([
    ['0 cycles', () => ({ cycles: 0 }), 'INVALID_VALUE', /from 1 to 24, not 0/, ['cycles']],
    ['25 cycles', () => ({ cycles: 25 }), 'INVALID_VALUE', /from 1 to 24, not 25/, ['cycles']],
    ['a day before the first schedule', () => ({ from: '2026-10-31' }), 'NOT_FOUND', /begins on 2026-11-01: give that day/, ['from']],
    [
      'an unknown meter',
      () => ({ usage: [calls('1', { billableId: 'um.none' })] }),
      'NOT_FOUND',
      /"um.none"/,
      ['usage', '0', 'billableId'],
    ],
    ['a negative quantity', () => ({ usage: [calls('-1')] }), 'INVALID_VALUE', /0 or more, not -1/, ['usage', '0', 'quantity']],
    [
      'an absurd quantity',
      () => ({ usage: [calls('1000000000001')] }),
      'INVALID_VALUE',
      /at most 1,000,000,000,000/,
      ['usage', '0', 'quantity'],
    ],
    [
      'a license without a quantity',
      () => ({ licenses: [{ licenseId: billed.ids.seats }] }),
      'INVALID_VALUE',
      /`quantity` or `names`/,
      ['licenses', '0', 'quantity'],
    ],
  ])('of %s', async (_what, asked, code, message, path) => {
    const { estimate: found, refusals } = await estimate(billed.org, 'total { amount }', asked());
    expect([found, refusals]).toEqual([null, [{ __typename: expect.any(String), code, message: expect.stringMatching(message), path }]]);
  });

  it('of a rule that divides by zero', async () => {
    const { org, ids } = billed;
    await org.account('ruled', 'acme');
    const pricePlanId = await finalized(org, 'Ruled', { base: fee(ids.setup) });
    const rule = { name: 'share', order: 1, invoiceTiming: 'IN_ADVANCE', computation: '{"/": [1, 0]}', action: { type: 'ADD' } };
    await mutate(org, 'updatePricePlanPricingRules', { pricePlanId, pricingRules: [rule] });
    await org.done('finalizePricePlan', 'pricePlan { status }', { pricePlanId }, 'pricePlan');
    await associate(org, pricePlanId, { accountId: 'ruled' });
    const { estimate: found, refusals } = await estimate(org, 'total { amount }', {}, 'ruled');
    expect([found, refusals]).toMatchObject([null, [{ code: 'RULE_FAILED', message: expect.stringContaining('share') }]]);
  });

  it('of more than 2,000 rate cards times cycles, however many aliases and accounts they are spread over', async () => {
    const { org, team } = billed;
    await org.account('second', 'acme');
    await associate(org, team, { accountId: 'second' });
    const fields = Array.from(
      { length: 15 },
      (_, i) => `e${i}: estimate(from: "2027-01-${i + 10}", cycles: 24) { refusals { code message } }`,
    );
    const of = (accountId: string) => `${accountId}: account(by: { accountId: "${accountId}" }) { ${fields.join(' ')} }`;
    type Estimates = Readonly<Record<string, { readonly refusals: readonly object[] }>>;
    const { data, errors } = await org.ask<Readonly<Record<string, Estimates>>>(`{ ${of('acme')} ${of('second')} }`);
    expect(errors).toBeUndefined();
    const refused = Object.values(data).flatMap((estimates) => Object.values(estimates).filter(({ refusals }) => refusals.length > 0));
    // 3 rate cards in 24 cycles are 72: 27 of 30 fit.
    expect(refused).toHaveLength(3);
    expect(refused[0]?.refusals).toEqual([{ code: 'LIMIT_EXCEEDED', message: expect.stringContaining('at most 2,000') }]);
  });

  it.each([
    ['SCHEDULES_READ', ['ACCOUNTS_READ', 'PLANS_READ']],
    ['PLANS_READ', ['ACCOUNTS_READ', 'SCHEDULES_READ']],
  ])('for a token without %s', async (scope, scopes) => {
    const { org } = billed;
    const token = await org.done<string>('createApiToken', 'secret', { name: scope, scopes }, 'secret');
    const { errors } = await estimate(org.with(token), 'total { amount }');
    expect(errors).toMatchObject([{ message: expect.stringContaining(scope), extensions: { code: 'FORBIDDEN' } }]);
  });
});
