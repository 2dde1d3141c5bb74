import { describe, expect, it } from 'vitest';
import { MONTHLY, Organization } from '../support/organization.ts';

const ASSOCIATE = `mutation ($input: UpdatePricingScheduleInput!) {
  updatePricingSchedule(input: $input) {
    account { revision timelineRevision schedules { nodes { scheduleId startDate endDate pricePlan { name } } } }
    schedules { startDate endDate }
    userErrors { __typename code message path ... on EffectiveDateError { earliest } ... on ConflictError { currentRevision } }
  }
}`;

interface Associated {
  updatePricingSchedule: {
    account: {
      revision: number;
      timelineRevision: number;
      schedules: { nodes: { scheduleId: string; startDate: string; endDate: string; pricePlan: { name: string } }[] };
    } | null;
    schedules: object[];
    userErrors: { code: string; message: string; path: string[] }[];
  };
}

const TIMELINE =
  '{ account(by: {accountId: "acme"}) { revision timelineRevision schedules { nodes { startDate endDate pricePlan { name } } } } }';
const timeline = async (org: Organization) => {
  const { data } = await org.ask<{
    account: { schedules: { nodes: { startDate: string; endDate: string; pricePlan: { name: string } }[] } };
  }>(TIMELINE);
  return data.account.schedules.nodes.map(({ startDate, endDate, pricePlan }) => `${pricePlan.name} ${startDate}..${endDate}`);
};

/** An account `acme` in an organization with the plans Basic and Pro. */
async function begin() {
  const org = await Organization.begin();
  await org.customer('acme');
  const [basic, pro] = [await org.plan('Basic'), await org.plan('Pro')];
  const associate = (input: object) => org.ask<Associated>(ASSOCIATE, { input: { accountId: 'acme', ...input } });
  return { org, basic, pro, associate };
}

describe('updatePricingSchedule', () => {
  it('writes a plan over a range: what stood there is cut, a part after becomes a schedule of its own', async () => {
    const { org, basic, pro, associate } = await begin();
    const first = await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
    const { data, extensions } = await associate({ pricePlanId: pro, effectiveFrom: '2027-01-01', effectiveUntil: '2027-04-01' });
    expect(data.updatePricingSchedule.userErrors).toEqual([]);
    expect(await timeline(org)).toEqual(['Basic 2026-01-01..2027-01-01', 'Pro 2027-01-01..2027-04-01', 'Basic 2027-04-01..9999-01-01']);
    const [head, , tail] = data.updatePricingSchedule.account?.schedules.nodes ?? [];
    expect(head?.scheduleId).toBe(first.data.updatePricingSchedule.account?.schedules.nodes[0]?.scheduleId);
    expect(tail?.scheduleId).not.toBe(head?.scheduleId);
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('clears a range, and leaves a pause', async () => {
    const { org, basic, associate } = await begin();
    await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
    await associate({ mode: 'DISASSOCIATE', effectiveFrom: '2026-12-01', effectiveUntil: '2027-01-01' });
    expect(await timeline(org)).toEqual(['Basic 2026-01-01..2026-12-01', 'Basic 2027-01-01..9999-01-01']);
  });

  it('keeps the day from which cycles are counted through cuts and pauses, in drafts and by finalizing them', async () => {
    const { org, basic, associate } = await begin();
    await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
    await associate({ mode: 'DISASSOCIATE', effectiveFrom: '2026-12-01', effectiveUntil: '2027-01-01' });
    const nodes = '{ nodes { startDate countsFrom } }';
    const edits = [{ mode: 'DISASSOCIATE', effectiveFrom: '2027-06-01', effectiveUntil: '2027-07-01' }];
    const counted = ['2026-01-01', '2027-01-01', '2027-07-01'].map((startDate) => ({ startDate, countsFrom: '2026-01-01' }));
    const draft = await org.done('bulkEditSchedules', `draft { schedules ${nodes} }`, { accountId: 'acme', edits }, 'draft');
    expect(draft).toEqual({ schedules: { nodes: counted } });
    const account = await org.done('finalizeAccountSchedules', `account { schedules ${nodes} }`, { accountId: 'acme' }, 'account');
    expect(account).toEqual({ schedules: { nodes: counted } });
  });

  it('grows the revision and the timeline revision by one each', async () => {
    const { basic, associate } = await begin();
    const { data } = await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' });
    expect(data.updatePricingSchedule.account).toMatchObject({ revision: 2, timelineRevision: 1 });
  });

  it('lets the first schedule of an account begin in the past, and a later one tomorrow at the earliest', async () => {
    const { org, basic, pro, associate } = await begin();
    await associate({ pricePlanId: basic, effectiveFrom: '2020-01-01', effectiveUntil: '9999-01-01' });
    const { data, extensions } = await associate({ pricePlanId: pro, effectiveFrom: '2026-11-21', effectiveUntil: '9999-01-01' });
    expect(data.updatePricingSchedule).toMatchObject({
      account: null,
      schedules: [],
      userErrors: [
        { __typename: 'EffectiveDateError', code: 'EFFECTIVE_FROM_TOO_EARLY', earliest: '2026-11-22', path: ['input', 'effectiveFrom'] },
      ],
    });
    expect(extensions.cost.d1Calls).toBe(1);
    expect(await timeline(org)).toEqual(['Basic 2020-01-01..9999-01-01']);
    expect((await org.ask('{ account(by: {accountId: "acme"}) { earliestChange } }')).data).toEqual({
      account: { earliestChange: '2026-11-22' },
    });
  });

  it('lets a change begin with the current cycle where the plan in force allows it', async () => {
    const { org, pro, associate } = await begin();
    const ongoing = await org.plan('Ongoing', { allowOngoingCycleUpdates: true });
    await associate({ pricePlanId: ongoing, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
    const { data } = await associate({ pricePlanId: pro, effectiveFrom: '2026-11-01', effectiveUntil: '9999-01-01' });
    expect(data.updatePricingSchedule.userErrors).toEqual([]);
  });

  it('answers the newest active version, pinned, with its rate cards from the write itself', async () => {
    const { org, basic } = await begin();
    const { data, extensions } = await org.ask(
      `mutation ($input: UpdatePricingScheduleInput!) { updatePricingSchedule(input: $input) { schedules {
        pricePlan { version } pricePlanVersion { status } isOverridden rateCards { totalCount nodes { name ... on FixedFeeRateCard { rateValues { currency rate } } } }
        cycleAt(day: "2027-01-10") { start end dueOn }
      } userErrors { code } } }`,
      { input: { accountId: 'acme', pricePlanId: basic, effectiveFrom: '2027-01-05', effectiveUntil: '9999-01-01' } },
    );
    expect(data).toEqual({
      updatePricingSchedule: {
        schedules: [
          {
            pricePlan: { version: 1 },
            pricePlanVersion: { status: 'ACTIVE' },
            isOverridden: false,
            rateCards: { totalCount: 1, nodes: [{ name: 'fee', rateValues: [{ currency: 'USD', rate: '100' }] }] },
            cycleAt: { start: '2027-01-05', end: '2027-02-01', dueOn: '2027-02-04' },
          },
        ],
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('keeps the cycle in force where asked to, and refuses where there is none or the intervals differ', async () => {
    const { org, basic, associate } = await begin();
    const midMonth = await org.plan('Mid', { pricingCycleConfig: { ...MONTHLY, startOffset: { dayOffset: '15', monthOffset: 'NIL' } } });
    const weekly = await org.plan('Weekly', { pricingCycleConfig: { interval: 'WEEKLY', gracePeriod: 0 } });
    const nothing = await associate({
      pricePlanId: midMonth,
      effectiveFrom: '2027-01-01',
      effectiveUntil: '9999-01-01',
      retainStartOffsets: true,
    });
    expect(nothing.data.updatePricingSchedule.userErrors).toMatchObject([{ code: 'NO_SCHEDULE_TO_RETAIN' }]);
    await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
    const other = await associate({
      pricePlanId: weekly,
      effectiveFrom: '2027-01-01',
      effectiveUntil: '9999-01-01',
      retainStartOffsets: true,
    });
    expect(other.data.updatePricingSchedule.userErrors).toMatchObject([{ code: 'INTERVAL_MISMATCH' }]);
    await associate({ pricePlanId: midMonth, effectiveFrom: '2027-01-01', effectiveUntil: '9999-01-01', retainStartOffsets: true });
    const { data } = await org.ask(
      '{ account(by: {accountId: "acme"}) { scheduleAt(day: "2027-02-02") { isOverridden pricePlan { name } cycleAt(day: "2027-02-02") { start } } } }',
    );
    expect(data).toEqual({ account: { scheduleAt: { isOverridden: true, pricePlan: { name: 'Mid' }, cycleAt: { start: '2027-02-01' } } } });
  });

  it('answers the pinned version under both of its names, each with pages of its own, in one call', async () => {
    const { org, basic, associate } = await begin();
    await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' });
    const { data, extensions } = await org.ask(`{ account(by: {accountId: "acme"}) { scheduleAt {
      pricePlan { name rateCards(first: 0) { totalCount nodes { name } } }
      pricePlanVersion { version rateCards(type: USAGE) { totalCount } all: rateCards { nodes { name } } }
    } } }`);
    expect(data).toEqual({
      account: {
        scheduleAt: {
          pricePlan: { name: 'Basic', rateCards: { totalCount: 1, nodes: [] } },
          pricePlanVersion: { version: 1, rateCards: { totalCount: 0 }, all: { nodes: [{ name: 'fee' }] } },
        },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('takes other rate cards and rules than the plan’s, and says which part is at fault', async () => {
    const { org, basic } = await begin();
    const { addOnId } = await org.done<{ addOnId: string }>(
      'createAddOn',
      'addOn { addOnId }',
      { name: 'Setup', type: 'FIXED_FEE' },
      'addOn',
    );
    const card = (rate: string, currency = 'USD') => [
      { actionType: 'CREATE', rateCardName: 'setup', rateCard: { fixedFee: { billableId: addOnId, rateValues: [{ currency, rate }] } } },
    ];
    const rule = (variable: string) => [
      { name: 'discount', order: 1, computation: `{"*": [{"var": "${variable}"}, "-0.1"]}`, action: { type: 'ADD' } },
    ];
    const edit = { accountId: 'acme', pricePlanId: basic, effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    const refused = async (input: object) =>
      (await org.ask<Associated>(ASSOCIATE, { input: { ...edit, ...input } })).data.updatePricingSchedule.userErrors;
    expect(await refused({ pricePlanDetailsOverride: { rateCards: card('5', 'EUR') } })).toMatchObject([
      { code: 'RATE_MISSING', path: ['input', 'pricePlanDetailsOverride', 'rateCards', '0'] },
    ]);
    expect(await refused({ pricePlanDetailsOverride: { supportedCurrencies: ['USD', 'EUR'] } })).toMatchObject([
      { code: 'RATE_MISSING', path: ['input', 'pricePlanDetailsOverride', 'supportedCurrencies'] },
    ]);
    expect(await refused({ pricingRulesOverride: rule('revenue.ff.nothing') })).toMatchObject([
      { code: 'RULE_UNKNOWN_VARIABLE', path: ['input', 'pricingRulesOverride', '0'] },
    ]);
    const { data, extensions } = await org.ask(
      `mutation ($input: UpdatePricingScheduleInput!) { updatePricingSchedule(input: $input) {
        schedules { isOverridden rateCards { nodes { name } } pricingRules { name } pricePlan { rateCards { nodes { name } } } } userErrors { code message } } }`,
      { input: { ...edit, pricePlanDetailsOverride: { rateCards: card('5') }, pricingRulesOverride: rule('revenue.ff.setup') } },
    );
    expect(data).toEqual({
      updatePricingSchedule: {
        schedules: [
          {
            isOverridden: true,
            rateCards: { nodes: [{ name: 'fee' }, { name: 'setup' }] },
            pricingRules: [{ name: 'discount' }],
            pricePlan: { rateCards: { nodes: [{ name: 'fee' }] } },
          },
        ],
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('records the licenses of pre-actions in the same write', async () => {
    const { org, basic, associate } = await begin();
    const { addOnId } = await org.done<{ addOnId: string }>('createAddOn', 'addOn { addOnId }', { name: 'Seat', type: 'LICENSE' }, 'addOn');
    const grant = (licenseId: string) => [{ type: 'GRANT_LICENSE', config: { licenseId, updateType: 'ABSOLUTE', quantity: '10' } }];
    const unknown = await associate({
      pricePlanId: basic,
      effectiveFrom: '2026-01-01',
      effectiveUntil: '2027-01-01',
      preActions: grant('addon.0'),
    });
    expect(unknown.data.updatePricingSchedule.userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'preActions', '0', 'config', 'licenseId'] },
    ]);
    const { extensions } = await associate({
      pricePlanId: basic,
      effectiveFrom: '2026-01-01',
      effectiveUntil: '2027-01-01',
      preActions: grant(addOnId),
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it.each([
    ['an unknown account', { accountId: 'nobody' }, 'NOT_FOUND', ['input', 'accountId']],
    ['an unknown plan', { pricePlanId: 'pp.00000000000.00000' }, 'NOT_FOUND', ['input', 'pricePlanId']],
    ['no plan to associate', { pricePlanId: null }, 'INVALID_VALUE', ['input', 'pricePlanId']],
    ['a plan to disassociate', { mode: 'DISASSOCIATE' }, 'INVALID_VALUE', ['input', 'pricePlanId']],
    ['an end before the start', { effectiveUntil: '2026-12-31' }, 'EMPTY_PERIOD', ['input', 'effectiveUntil']],
    ['an end on the start', { effectiveUntil: '2027-01-01' }, 'EMPTY_PERIOD', ['input', 'effectiveUntil']],
    ['a stale revision', { expectedRevision: 7 }, 'CONFLICT', ['input', 'expectedRevision']],
    [
      'a cycle that the interval does not have',
      { pricePlanDetailsOverride: { pricingCycleConfig: { interval: 'WEEKLY', startOffset: { dayOffset: '9' }, gracePeriod: 0 } } },
      'PRICING_CYCLE_INVALID',
      ['input', 'pricePlanDetailsOverride', 'pricingCycleConfig', 'startOffset', 'dayOffset'],
    ],
    [
      'currencies without the account’s own',
      { pricePlanDetailsOverride: { supportedCurrencies: ['EUR'] } },
      'CURRENCY_NOT_SUPPORTED',
      ['input', 'pricePlanDetailsOverride', 'supportedCurrencies'],
    ],
  ])('refuses %s, naming the field, and writes nothing', async (_title, changes, code, path) => {
    const { org, basic, associate } = await begin();
    const { data, extensions } = await associate({
      pricePlanId: basic,
      effectiveFrom: '2027-01-01',
      effectiveUntil: '2028-01-01',
      ...changes,
    });
    expect(data.updatePricingSchedule.userErrors).toMatchObject([{ code, path }]);
    expect(extensions.cost.d1Calls).toBe(1);
    expect((await org.ask(TIMELINE)).data).toEqual({ account: { revision: 1, timelineRevision: 0, schedules: { nodes: [] } } });
  });

  it('refuses a plan still in draft, and a plan that is bought', async () => {
    const { org, associate } = await begin();
    const { pricePlanId: draft } = await org.draftPlan('Draft');
    const purchase = await org.plan('Pack', { type: 'PURCHASE', pricingCycleConfig: null });
    for (const pricePlanId of [draft, purchase]) {
      const { data } = await associate({ pricePlanId, effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' });
      expect(data.updatePricingSchedule.userErrors).toMatchObject([{ code: 'PLAN_NOT_ASSOCIABLE', path: ['input', 'pricePlanId'] }]);
    }
  });

  it('refuses an account that is in DRAFT', async () => {
    const { org, basic, associate } = await begin();
    await org.done('createAccount', 'account { id }', { accountId: 'soon', customerId: 'acme', name: 'Soon', status: 'DRAFT' }, 'account');
    const { data } = await associate({ accountId: 'soon', pricePlanId: basic, effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' });
    expect(data.updatePricingSchedule.userErrors).toMatchObject([{ code: 'ACCOUNT_NOT_ACTIVE' }]);
  });

  it('refuses malformed days before it runs, naming the value', async () => {
    const { basic, associate } = await begin();
    for (const day of ['2027-02-30', '27-01-01', '2027-1-1', 20270101]) {
      const { errors, extensions } = await associate({ pricePlanId: basic, effectiveFrom: day, effectiveUntil: '2028-01-01' });
      expect(errors).toMatchObject([{ message: expect.stringContaining('input.effectiveFrom'), extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(extensions?.cost?.d1Calls ?? 0).toBe(0);
    }
  });

  it("answers another organization's account and plan as unknown", async () => {
    const [{ basic }, other] = [await begin(), await begin()];
    const foreignPlan = await other.associate({ pricePlanId: basic, effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' });
    expect(foreignPlan.data.updatePricingSchedule.userErrors).toMatchObject([{ code: 'NOT_FOUND', message: `No price plan "${basic}".` }]);
  });
});

describe('the timeline on two axes', () => {
  it('answers what was known at an instant about any day', async () => {
    const { org, basic, pro, associate } = await begin();
    await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' });
    const before = org.now;
    org.now = '2026-12-01T00:00:00Z';
    await associate({ pricePlanId: pro, effectiveFrom: '2027-05-01', effectiveUntil: '9999-01-01' });
    const { data, extensions } = await org.ask(
      `query ($before: DateTime!) { account(by: {accountId: "acme"}) {
        known: scheduleAt(day: "2027-05-10", asOf: $before) { pricePlan { name } }
        now: scheduleAt(day: "2027-05-10") { pricePlan { name } }
        knownAll: schedules(asOf: $before) { nodes { endDate } totalCount }
        spring: schedules(from: "2027-03-01", until: "2027-05-01") { nodes { endDate } }
      } }`,
      { before },
    );
    expect(data).toEqual({
      account: {
        known: { pricePlan: { name: 'Basic' } },
        now: { pricePlan: { name: 'Pro' } },
        knownAll: { nodes: [{ endDate: '9999-01-01' }], totalCount: 1 },
        spring: { nodes: [{ endDate: '2027-05-01' }] },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('answers null on a day without a schedule', async () => {
    const { org, basic, associate } = await begin();
    await associate({ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '2026-02-01' });
    const { data } = await org.ask(
      '{ account(by: {accountId: "acme"}) { last: scheduleAt(day: "2026-01-31") { endDate } after: scheduleAt(day: "2026-02-01") { endDate } } }',
    );
    expect(data).toEqual({ account: { last: { endDate: '2026-02-01' }, after: null } });
  });
});

describe('writers at the same time', () => {
  it('never both win on one revision: those that named it are told the current one', async () => {
    const { org, basic, associate } = await begin();
    const edits = Array.from({ length: 6 }, (_, i) =>
      associate({ pricePlanId: basic, effectiveFrom: `2027-0${i + 1}-01`, effectiveUntil: `2027-0${i + 1}-11`, expectedRevision: 1 }),
    );
    const answers = (await Promise.all(edits)).map(({ data }) => data.updatePricingSchedule);
    expect(answers.filter(({ account }) => account !== null)).toHaveLength(1);
    for (const { userErrors } of answers.filter(({ account }) => account === null))
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', currentRevision: 2 }]);
    expect(await timeline(org)).toHaveLength(1);
  });

  it('all succeed, one after the other, where none named a revision', async () => {
    const { org, basic, associate } = await begin();
    const edits = Array.from({ length: 6 }, (_, i) =>
      associate({ pricePlanId: basic, effectiveFrom: `2027-0${i + 1}-01`, effectiveUntil: `2027-0${i + 1}-11` }),
    );
    await Promise.all(edits);
    expect((await org.ask(TIMELINE)).data).toMatchObject({ account: { revision: 7, timelineRevision: 6 } });
    expect(await timeline(org)).toHaveLength(6);
  });
});
