import { beforeAll, describe, expect, it } from 'vitest';
import { license, type StepEntry, tiered, usage, volume } from '../../scripts/sample/rate-cards.ts';
import { fee, items, upsert } from '../support/catalogue.ts';
import { MONTHLY, Organization } from '../support/organization.ts';

const CALCULATE = `query ($input: CalculateRevenueInput!) {
  calculateRevenue(input: $input) {
    currency
    source { pricePlanId version referenceId scheduleId }
    revenueInfo {
      rateCard { name type billableId }
      usages { billableId quantity { decimal } }
      revenue { revenue { amount currency } }
      fixedFeeRevenueSummary { revenue { amount } }
      licenseRevenueSummary { order usage { decimal } revenue { amount } }
      slabRevenueSummaries { order usage { decimal } revenue { amount } metadata { minimumRateApplied maximumRateApplied packageQuantity } }
    }
    statement {
      ordinal start end total { amount currency } assumedZero unpriced { billableId reason }
      lines { kind depth amount explanation rateCardName }
      ruleSteps { rule effect variables { name date value { decimal } } }
    }
    refusals { __typename code message path }
  }
}`;

interface Priced {
  calculateRevenue: {
    currency: string | null;
    source: { pricePlanId: string; version: number; referenceId: string; scheduleId: string | null } | null;
    revenueInfo: Record<string, unknown>[];
    statement: {
      ordinal: number;
      start: string;
      end: string;
      total: { amount: string; currency: string };
      lines: { kind: string; depth: number; amount: string; rateCardName: string | null }[];
      ruleSteps: object[];
      assumedZero: string[];
      unpriced: object[];
    } | null;
    refusals: { code: string; message: string; path: string[] }[];
  };
}

let org: Organization;
let ids: Awaited<ReturnType<typeof items>>;

beforeAll(async () => {
  org = await Organization.begin();
  ids = await items(org);
});

/** Calculates, and answers what came back. */
async function calculate(input: object, caller = org) {
  const { data, errors, extensions } = await caller.ask<Priced>(CALCULATE, { input });
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data.calculateRevenue, d1Calls: extensions.cost.d1Calls };
}

/** Prices November 2026 of a monthly plan with these cards, in USD, unless said otherwise. */
function custom(rateCards: readonly object[], { plan = {}, ...input }: { readonly plan?: object } & Record<string, unknown> = {}) {
  const cycle = { pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'], effectiveOn: '2026-11-01' };
  const cards = rateCards.map((rateCard) => ({ rateCard }));
  return { currencyConfig: { custom: 'USD' }, pricePlanDetailsConfig: { custom: { ...cycle, rateCards: cards, ...plan } }, ...input };
}

const used = (quantity: string) => ({ usageConfig: { custom: [{ billableId: ids.calls, quantity }] } });
const calls = (model: typeof tiered, ...steps: readonly (Omit<StepEntry, 'price'> & { readonly price: string })[]) =>
  usage(ids.calls, model(...steps.map(({ price, ...step }) => ({ ...step, price: { USD: price } }))));
const totalOf = async (input: object) => (await calculate(input)).statement?.total.amount;
const refusalsOf = async (input: object, caller = org) => {
  const { statement, source, revenueInfo, refusals } = await calculate(input, caller);
  expect([statement, source, revenueInfo]).toEqual([null, null, []]);
  return refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('A plan that is written out costs', () => {
  it('its slabs and the limit of the card, as lines that sum', async () => {
    const { usage: card } = calls(tiered, { above: 0, price: '0.02' }, { above: 1000, price: '0.01' });
    const rateValues = card?.rateValues.map((value) => ({ ...value, rateConfig: { minimumRate: '40' } }));
    const { statement, source, revenueInfo, d1Calls } = await calculate(custom([{ usage: { ...card, rateValues } }], used('1500')));
    expect(source).toBeNull();
    expect(statement?.lines.map(({ depth, kind, amount }) => `${'-'.repeat(depth)}${kind} ${amount}`)).toEqual([
      'TOTAL 40',
      '-GROSS 40',
      '--CARDS 40',
      '---CARD 40',
      '----SLAB 20',
      '----SLAB 5',
      '----CARD_LIMIT 15',
    ]);
    expect(revenueInfo).toMatchObject([
      {
        rateCard: { name: ids.calls, type: 'USAGE', billableId: ids.calls },
        usages: [{ billableId: ids.calls, quantity: { decimal: '1500' } }],
        revenue: { revenue: { amount: '40', currency: 'USD' } },
        fixedFeeRevenueSummary: null,
        licenseRevenueSummary: null,
        slabRevenueSummaries: [
          { order: 1, usage: { decimal: '1000' }, revenue: { amount: '20' }, metadata: { packageQuantity: null } },
          { order: 2, usage: { decimal: '500' }, revenue: { amount: '5' } },
        ],
      },
    ]);
    expect(d1Calls).toBe(1);
  });

  it('what is rounded once, half to even, to the minor units of its currency', async () => {
    expect(await totalOf(custom([calls(tiered, { above: 0, price: '0.0325' })], used('12.5')))).toBe('0.41');
    const yen = usage(ids.calls, tiered({ above: 0, price: { JPY: '3.25' } }));
    const inYen = { ...custom([yen], { plan: { supportedCurrencies: ['JPY'] }, ...used('12.5') }), currencyConfig: { custom: 'JPY' } };
    expect(await totalOf(inYen)).toBe('41');
  });

  it('nothing for a quantity that reaches no slab, but a minimum', async () => {
    const steps = [
      { above: 0, each: 'FLAT', price: '50' },
      { above: 10, price: '3' },
    ] as const;
    expect(await totalOf(custom([calls(tiered, ...steps)], used('0')))).toBe('0');
    const { usage: card } = calls(tiered, ...steps);
    const rateValues = card?.rateValues.map(({ currency, slabRates: [first, ...rest] }) => {
      return { currency, slabRates: [{ ...first, slabRateConfig: { minimum: '20' } }, ...rest] };
    });
    expect(await totalOf(custom([{ usage: { ...card, rateValues } }], used('0')))).toBe('20');
  });

  it('each window of a usage cycle by itself: February 2027 has 4 weeks, November 2026 has 5', async () => {
    const seats = license(ids.seats, tiered({ above: 0, price: { USD: '1' } }), { usageCycle: 'WEEKLY' });
    const one = { licenseEntriesConfig: { custom: [{ licenseId: ids.seats, quantity: '1' }] } };
    expect(await totalOf(custom([seats], { plan: { effectiveOn: '2027-02-01' }, ...one }))).toBe('4');
    expect(await totalOf(custom([seats], one))).toBe('5');
  });

  it('a one-time fee in the cycle after its offset alone', async () => {
    const setup = { fixedFee: { ...fee(ids.setup, '5000').fixedFee, type: 'ONE_TIME', recurrenceConfig: { interval: 1, offset: 2 } } };
    const totals = [1, 2, 3, 4].map((pricingCycleOrdinal) => totalOf(custom([setup], { plan: { pricingCycleOrdinal } })));
    expect(await Promise.all(totals)).toEqual(['0', '0', '5000', '0']);
  });

  it('what its pricing rules make of it, with the days of the cycle that they read', async () => {
    const free = {
      '*': [
        75,
        { 'duration.as': [{ 'duration.between': ['invoice.start_date', 'invoice.end_date'].map((name) => ({ var: name })) }, 'days'] },
      ],
    };
    const rule = {
      name: 'free calls',
      order: 1,
      computation: JSON.stringify({ '-': [{ var: `usage.urc.${ids.calls}` }, free] }),
      action: { type: 'UPDATE', target: `usage.urc.${ids.calls}` },
    };
    const input = custom([calls(tiered, { above: 0, price: '0.02' })], { plan: { pricingRules: [rule] }, ...used('2900') });
    const { statement } = await calculate(input);
    expect(statement?.total.amount).toBe('13');
    expect(statement?.ruleSteps).toMatchObject([
      {
        effect: 'QUANTITY_UPDATED',
        variables: [
          { value: { decimal: '2900' }, date: null },
          { name: 'invoice.start_date', date: '2026-11-01', value: null },
          { name: 'invoice.end_date', date: '2026-12-01' },
        ],
      },
    ]);
  });

  it('once, whatever the timing of its cards, where it has no pricing cycle', async () => {
    const later = { fixedFee: { ...fee(ids.setup, '9.99').fixedFee, invoiceTiming: 'IN_ARREARS' } };
    expect(await totalOf(custom([later], { plan: { pricingCycleConfig: null } }))).toBe('9.99');
  });

  it('the days that have passed, where proration is asked for', async () => {
    const base = { fixedFee: { ...fee(ids.setup, '310').fixedFee, enableProration: true } };
    const days = { cycleStartDate: '2026-10-01', cycleEndDate: '2026-11-01', currentDate: '2026-10-22' };
    const { statement } = await calculate(custom([base], { prorationConfig: { custom: days } }));
    expect(statement).toMatchObject({ total: { amount: '210' }, start: '2026-10-01', end: '2026-11-01' });
    expect(await totalOf(custom([base]))).toBe('310');
    const edges = ['2026-10-01', '2026-11-01'].map((currentDate) => ({ prorationConfig: { custom: { ...days, currentDate } } }));
    expect(await Promise.all(edges.map((edge) => totalOf(custom([base], edge))))).toEqual(['0', '310']);
  });

  it('the different names that hold a named license, and the entries of any other, absolute and relative', async () => {
    const input = { name: 'Editors', type: 'NAMED_LICENSE' };
    const { addOnId } = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', input, 'addOn');
    const editors = license(addOnId, tiered({ above: 0, price: { USD: '10' } }), { enableProration: false });
    const held = (name: string, more: object = {}) => ({ licenseId: addOnId, name, ...more });
    const names = [
      held('Ada'),
      held('Ada', { effectiveFrom: '2026-11-20T00:00:00Z' }),
      held('Grace'),
      held('Late', { effectiveFrom: '2026-12-01T00:00:00Z' }),
    ];
    expect(await totalOf(custom([editors], { namedLicenseEntriesConfig: { custom: names } }))).toBe('20');
    const seats = license(ids.seats, tiered({ above: 0, price: { USD: '30' } }), { invoiceTiming: 'IN_ARREARS' });
    const entries = [
      { licenseId: ids.seats, quantity: '20' },
      { licenseId: ids.seats, quantity: '-6', updateType: 'RELATIVE', effectiveFrom: '2026-11-16T00:00:00Z' },
    ];
    const days = { cycleStartDate: '2026-11-01', cycleEndDate: '2026-12-01', currentDate: '2026-12-01' };
    // 15 days of 20 and 15 of 14, each at 30 a month.
    const prorated = custom([seats], { licenseEntriesConfig: { custom: entries }, prorationConfig: { custom: days } });
    expect(await totalOf(prorated)).toBe('510');
  });

  it('volume prices by the slab that the quantity falls in', async () => {
    const flat = calls(volume, { above: 0, each: 'FLAT', price: '99' }, { above: 10000, each: 'FLAT', price: '199' });
    expect(await totalOf(custom([flat], used('10001')))).toBe('199');
  });
});

describe('A version of a plan costs', () => {
  it('what the version that was active on a day says, or the one that is named, a draft included', async () => {
    const shop = await Organization.begin();
    const pricePlanId = await shop.plan('Team');
    shop.now = '2026-11-23T08:00:00Z';
    const { setup } = await items(shop);
    await upsert(shop, pricePlanId, { setup: fee(setup, '7') });
    const priced = async (plan: object) => {
      const { statement, source, refusals } = await calculate(
        { currencyConfig: { custom: 'USD' }, pricePlanDetailsConfig: { pricePlan: { pricePlanId, ...plan } } },
        shop,
      );
      if (statement) expect(source).toMatchObject({ pricePlanId, version: statement.total.amount === '107' ? 2 : 1, scheduleId: null });
      return statement?.total.amount ?? refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(await priced({ version: 2 })).toBe('107');
    await shop.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
    expect(await priced({ effectiveOn: '2026-11-22' })).toBe('100');
    expect(await priced({ effectiveOn: '2026-11-23' })).toBe('107');
    expect(await priced({})).toBe('107');
    expect(await priced({ effectiveOn: '2026-11-20' })).toEqual(['NOT_FOUND input.pricePlanDetailsConfig.pricePlan.effectiveOn']);
    expect(await priced({ version: 9 })).toEqual(['NOT_FOUND input.pricePlanDetailsConfig.pricePlan.version']);
    expect(await priced({ pricePlanId: 'pp.none' })).toEqual(['NOT_FOUND input.pricePlanDetailsConfig.pricePlan.pricePlanId']);
  });
});

describe('An account costs', () => {
  /** Basic from January until June 16th and, after a pause, from July 10th; seats are recorded: 20, and 14 from November 16th. */
  async function contract() {
    const shop = await Organization.begin();
    await shop.customer('acme');
    const { seats } = await items(shop);
    const { pricePlanId } = await shop.draftPlan('Basic');
    await upsert(shop, pricePlanId, {
      seats: license(seats, tiered({ above: 0, price: { USD: '30' } }), { proratedRefundMode: 'PAYMENT' }),
    });
    await shop.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
    const grant = (quantity: string, effectiveFrom: string) => ({
      type: 'GRANT_LICENSE',
      config: { licenseId: seats, updateType: 'ABSOLUTE', quantity, effectiveFrom },
    });
    const edits = [
      { pricePlanId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01', preActions: [grant('20', '2026-01-01T00:00:00Z')] },
      {
        mode: 'DISASSOCIATE',
        effectiveFrom: '2026-06-16',
        effectiveUntil: '2026-07-10',
        preActions: [grant('14', '2026-11-16T00:00:00Z')],
      },
    ];
    const batch = edits.map(({ mode = 'ASSOCIATE', ...edit }) => ({ mode, ...edit }));
    await shop.done('updatePricingScheduleBatch', 'schedules { startDate }', { accountId: 'acme', edits: batch }, 'schedules');
    const input = (effectiveOn: string, more: object = {}) => ({
      currencyConfig: { accountInvoice: { accountId: 'acme' } },
      pricePlanDetailsConfig: { account: { accountId: 'acme', effectiveOn } },
      ...more,
    });
    return { shop, seats, input };
  }

  it('what the schedule in force says, a cut cycle whole unless it is prorated, with the licenses that are recorded', async () => {
    const { shop, input } = await contract();
    const { statement: cut, source } = await calculate(input('2026-07-20'), shop);
    const { data } = await shop.ask<{ account: { schedules: { nodes: { scheduleId: string; pricePlan: object }[] } } }>(
      '{ account(by: {accountId: "acme"}) { schedules { nodes { scheduleId pricePlan { pricePlanId version referenceId } } } } }',
    );
    const [, resumed] = data.account.schedules.nodes;
    expect(source).toEqual({ ...resumed?.pricePlan, scheduleId: resumed?.scheduleId });
    expect([cut?.ordinal, cut?.start, cut?.end, cut?.total.amount]).toEqual([7, '2026-07-10', '2026-08-01', '100']);
    const licenses = { licenseEntriesConfig: { lookupCycle: { accountId: 'acme', cycleEffectiveOn: '2026-11-20' } } };
    expect((await calculate(input('2026-11-20', licenses), shop)).statement?.total.amount).toBe('700');
    const range = { licenseEntriesConfig: { lookupRange: { accountId: 'acme', start: '2026-11-01', end: '2026-11-10' } } };
    expect((await calculate(input('2026-11-20', range), shop)).statement?.total.amount).toBe('700');
    const prorated = {
      ...licenses,
      prorationConfig: { lookupCycle: { accountId: 'acme', cycleEffectiveOn: '2026-11-20', currentDate: '2026-12-01' } },
    };
    const outside = { accountId: 'acme', cycleEffectiveOn: '2026-11-20', currentDate: '2026-12-02' };
    expect(await refusalsOf(input('2026-11-20', { prorationConfig: { lookupCycle: outside } }), shop)).toEqual([
      'INVALID_VALUE input.prorationConfig.lookupCycle.currentDate',
    ]);
    const { statement, d1Calls } = await calculate(input('2026-11-20', prorated), shop);
    // 100, and 20 seats at 30 of which 6 are given back for 15 of 30 days: the fee of the plan is not prorated.
    expect(statement?.total.amount).toBe('610');
    expect(d1Calls).toBe(1);
  });

  it('the share of each plan where one follows another within a cycle: 450.00 prorated, 900.00 where not', async () => {
    const shop = await Organization.begin();
    await shop.customer('acme');
    const { setup } = await items(shop);
    const planAt = async (name: string, rate: string) => {
      const { pricePlanId } = await shop.done<{ pricePlanId: string }>(
        'createPricePlan',
        'pricePlan { pricePlanId }',
        { name, type: 'BILLING', pricingCycleConfig: MONTHLY, supportedCurrencies: ['USD'] },
        'pricePlan',
      );
      await upsert(shop, pricePlanId, { base: { fixedFee: { ...fee(setup, rate).fixedFee, enableProration: true } } });
      await shop.done('finalizePricePlan', 'pricePlan { version }', { pricePlanId }, 'pricePlan');
      return pricePlanId;
    };
    const edits = [
      { mode: 'ASSOCIATE', pricePlanId: await planAt('A', '300'), effectiveFrom: '2026-01-01', effectiveUntil: '2026-06-16' },
      { mode: 'ASSOCIATE', pricePlanId: await planAt('B', '600'), effectiveFrom: '2026-06-16', effectiveUntil: '9999-01-01' },
    ];
    await shop.done('updatePricingScheduleBatch', 'schedules { startDate }', { accountId: 'acme', edits }, 'schedules');
    const totals = async (prorated: boolean) =>
      Promise.all(
        ['2026-06-01', '2026-06-20'].map(async (effectiveOn) => {
          const lookupCycle = { accountId: 'acme', cycleEffectiveOn: effectiveOn, currentDate: '2026-07-01' };
          const input = {
            currencyConfig: { accountInvoice: { accountId: 'acme' } },
            pricePlanDetailsConfig: { account: { accountId: 'acme', effectiveOn } },
            ...(prorated && { prorationConfig: { lookupCycle } }),
          };
          return (await calculate(input, shop)).statement?.total.amount;
        }),
      );
    expect([await totals(true), await totals(false)]).toEqual([
      ['150', '300'],
      ['300', '600'],
    ]);
  });

  it('nothing in a gap: it is refused with the next day on which something is in force', async () => {
    const { shop, input } = await contract();
    const { refusals } = await calculate(input('2026-06-20'), shop);
    expect(refusals).toMatchObject([
      {
        code: 'NOT_FOUND',
        path: ['input', 'pricePlanDetailsConfig', 'account', 'effectiveOn'],
        message: expect.stringContaining('2026-07-10'),
      },
    ]);
    const inGap = { lookupCycle: { accountId: 'acme', cycleEffectiveOn: '2026-06-20' } };
    expect(await refusalsOf(input('2026-08-01', { licenseEntriesConfig: inGap }), shop)).toEqual([
      'NOT_FOUND input.licenseEntriesConfig.lookupCycle.cycleEffectiveOn',
    ]);
    expect(await refusalsOf(input('2026-08-01', { prorationConfig: inGap }), shop)).toEqual([
      'NOT_FOUND input.prorationConfig.lookupCycle.cycleEffectiveOn',
    ]);
  });

  it('nothing to another organization', async () => {
    const { input } = await contract();
    expect(await refusalsOf(input('2026-08-01'))).toEqual(['NOT_FOUND input.pricePlanDetailsConfig.account.accountId']);
  });
});

describe('What cannot be priced is refused, never 0', () => {
  const card = () => calls(tiered, { above: 0, price: '1' });

  it('look-ups of usage and overage, naming the mode that works', async () => {
    const lookup = { accountId: 'acme', cycleEffectiveOn: '2026-11-01' };
    const { refusals, d1Calls } = await calculate(
      custom([card()], {
        usageConfig: { lookupCycle: lookup },
        entitlementOverageConfig: { lookupCycle: { accountId: 'acme', billingCycleEndDate: '2026-12-01' } },
      }),
    );
    expect(refusals).toMatchObject([
      {
        code: 'LOOKUP_UNAVAILABLE',
        path: ['input', 'usageConfig', 'lookupCycle'],
        message: expect.stringContaining('`usageConfig.custom`'),
      },
      { code: 'LOOKUP_UNAVAILABLE', path: ['input', 'entitlementOverageConfig', 'lookupCycle'] },
    ]);
    expect(d1Calls).toBe(0);
  });

  it.each([
    ['a meter that does not exist', { billableId: 'um.none', quantity: '1' }, 'NOT_FOUND', 'billableId'],
    ['a quantity below 0', { quantity: '-1' }, 'INVALID_VALUE', 'quantity'],
    ['an absurd quantity', { quantity: '1000000000000.1' }, 'INVALID_VALUE', 'quantity'],
  ])('%s', async (_, quantity, code, field) => {
    const given = { billableId: ids.calls, ...quantity };
    expect(await refusalsOf(custom([card()], { usageConfig: { custom: [given] } }))).toEqual([
      `${code} input.usageConfig.custom.0.${field}`,
    ]);
  });

  it('an item of another kind, and one that is listed twice', async () => {
    const custom_ = [ids.seats, ids.calls, ids.calls].map((billableId) => ({ billableId, quantity: '1' }));
    expect(await refusalsOf(custom([card()], { usageConfig: { custom: custom_ } }))).toEqual([
      'INVALID_VALUE input.usageConfig.custom.0.billableId',
      'INVALID_VALUE input.usageConfig.custom.2.billableId',
    ]);
    const other = {
      entitlementOverageConfig: { custom: [{ featureId: ids.calls, quantity: '1' }] },
    };
    expect(await refusalsOf(custom([card()], other))).toEqual(['INVALID_VALUE input.entitlementOverageConfig.custom.0.featureId']);
  });

  it('licenses that are no licenses, have no names, or end before they begin', async () => {
    const entries = {
      licenseEntriesConfig: {
        custom: [
          { licenseId: ids.calls, quantity: '1' },
          { licenseId: ids.seats, quantity: '-1' },
        ],
      },
    };
    expect(await refusalsOf(custom([card()], entries))).toEqual([
      'INVALID_VALUE input.licenseEntriesConfig.custom.0.licenseId',
      'INVALID_VALUE input.licenseEntriesConfig.custom.1.quantity',
    ]);
    const names = { namedLicenseEntriesConfig: { custom: [{ licenseId: ids.seats, name: 'Ada' }] } };
    expect(await refusalsOf(custom([card()], names))).toEqual(['INVALID_VALUE input.namedLicenseEntriesConfig.custom.0.licenseId']);
    const range = { lookupRange: { accountId: 'nobody', start: '2026-11-02', end: '2026-11-02' } };
    expect(await refusalsOf(custom([card()], { licenseEntriesConfig: range }))).toEqual([
      'EMPTY_PERIOD input.licenseEntriesConfig.lookupRange.end',
    ]);
  });

  it('a currency that the plan does not have, and one that a card has no rate in', async () => {
    const euro = { ...custom([card()]), currencyConfig: { custom: 'EUR' } };
    expect(await refusalsOf(euro)).toEqual(['CURRENCY_NOT_SUPPORTED input.currencyConfig']);
    const priceless = { ...custom([card()], { plan: { supportedCurrencies: ['USD', 'EUR'] } }), currencyConfig: { custom: 'EUR' } };
    expect(await refusalsOf(priceless)).toEqual(['RATES_INVALID input.currencyConfig']);
  });

  it.each([0, -1, 10_001])('cycle %i', async (pricingCycleOrdinal) => {
    expect(await refusalsOf(custom([card()], { plan: { pricingCycleOrdinal } }))).toEqual([
      'INVALID_VALUE input.pricePlanDetailsConfig.custom.pricingCycleOrdinal',
    ]);
  });

  it('a second cycle of what is paid once', async () => {
    expect(await refusalsOf(custom([fee(ids.setup)], { plan: { pricingCycleConfig: null, pricingCycleOrdinal: 2 } }))).toEqual([
      'NOT_FOUND input.pricePlanDetailsConfig.custom.pricingCycleOrdinal',
    ]);
  });

  it('what a rule divides by zero', async () => {
    const rule = { name: 'per call', order: 1, computation: `{"/": [100, {"var": "usage.urc.${ids.calls}"}]}`, action: { type: 'ADD' } };
    const input = custom([card()], { plan: { pricingRules: [rule] }, ...used('0') });
    expect(await refusalsOf(input)).toEqual(['RULE_FAILED input.pricePlanDetailsConfig']);
    expect(await totalOf({ ...input, ...used('4') })).toBe('29');
  });

  it('a plan that could not be finalized, naming the card or the rule', async () => {
    const rule = { name: 'broken', order: 1, computation: '{"pow": [2, 3]}', action: { type: 'ADD' } };
    const input = custom([fee('addon.none')], { plan: { pricingRules: [rule] } });
    expect(await refusalsOf(input)).toEqual([
      'BILLABLE_UNKNOWN input.pricePlanDetailsConfig.custom.rateCards.0',
      'RULE_UNKNOWN_OPERATOR input.pricePlanDetailsConfig.custom.pricingRules.0',
    ]);
    const slabless = { usage: { billableId: ids.calls, ratePlan: { pricingModel: 'TIERED', slabs: [] }, rateValues: [] } };
    expect((await refusalsOf(custom([slabless])))[0]).toMatch(
      /^SLABS_INVALID input\.pricePlanDetailsConfig\.custom\.rateCards\.0\.rateCard\.usage/,
    );
  });

  it.each(['2026-09-30', '2026-11-02'])('a day outside of the cycle that is prorated: %s', async (currentDate) => {
    const days = { cycleStartDate: '2026-10-01', cycleEndDate: '2026-11-01', currentDate };
    const { refusals } = await calculate(custom([card()], { prorationConfig: { custom: days } }));
    expect(refusals).toMatchObject([
      {
        code: 'INVALID_VALUE',
        path: ['input', 'prorationConfig', 'custom', 'currentDate'],
        message: expect.stringContaining('2026-11-01'),
      },
    ]);
  });

  it('days of a cycle that ends before it begins', async () => {
    const days = { cycleStartDate: '2026-10-01', cycleEndDate: '2026-10-01', currentDate: '2026-10-01' };
    expect(await refusalsOf(custom([card()], { prorationConfig: { custom: days } }))).toEqual([
      'EMPTY_PERIOD input.prorationConfig.custom.cycleEndDate',
    ]);
  });

  it('more than 2,000 rate cards times cycles in a request, however many aliases they are spread over', async () => {
    const shop = await Organization.begin();
    const make = (i: number) => `a${i}: createAddOn(input: { name: "fee ${i}", type: FIXED_FEE }) { addOn { addOnId } }`;
    const addOns = await Promise.all(
      [0, 30, 60].map((from) =>
        shop.ask<Record<string, { addOn: { addOnId: string } }>>(`mutation { ${series(30, (i) => make(from + i))} }`),
      ),
    );
    const cards = addOns.flatMap(({ data }) => Object.values(data)).map(({ addOn }) => ({ rateCard: fee(addOn.addOnId, '1') }));
    const priced = (i: number) => `a${i}: calculateRevenue(input: {
      currencyConfig: { custom: "USD" }
      pricePlanDetailsConfig: { custom: { supportedCurrencies: ["USD"], rateCards: $cards, effectiveOn: "2026-11-${String(i + 1).padStart(2, '0')}" } }
    }) { statement { total { amount } } refusals { code message } }`;
    const document = `query ($cards: [CustomRateCardInput!]!) { ${series(23, priced)} }`;
    const { data } = await shop.ask<Record<string, Priced['calculateRevenue']>>(document, { cards });
    const answers = Object.values(data);
    expect(answers.filter(({ statement }) => statement?.total.amount === '90')).toHaveLength(22);
    expect(answers.flatMap(({ refusals }) => refusals)).toMatchObject([
      { code: 'LIMIT_EXCEEDED', message: expect.stringContaining('20 are left') },
    ]);
  });
});

const series = (count: number, each: (index: number) => string): string => Array.from({ length: count }, (_, i) => each(i)).join(' ');

describe('A token', () => {
  const callerWith = async (scopes: readonly string[]) =>
    org.with(await org.done<string>('createApiToken', 'secret', { name: scopes.join(' and '), scopes }, 'secret'));

  it.each(['PLANS_READ', 'SCHEDULES_READ'])('that has %s alone cannot calculate', async (scope) => {
    const { errors } = await (await callerWith([scope])).ask(CALCULATE, { input: custom([]) });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('that may not read accounts can calculate what a plan costs, and not what an account does', async () => {
    const caller = await callerWith(['PLANS_READ', 'SCHEDULES_READ']);
    expect((await calculate(custom([fee(ids.setup)]), caller)).statement?.total.amount).toBe('100');
    const { errors } = await caller.ask(CALCULATE, {
      input: { ...custom([]), pricePlanDetailsConfig: { account: { accountId: 'acme' } } },
    });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
