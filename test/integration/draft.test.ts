import { describe, expect, it } from 'vitest';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

const ASSOCIATED = 'account { revision }';

/** An account on Basic for ever, with Pro to move to. */
async function begin() {
  const org = await Organization.begin();
  await org.customer('acme');
  const [basic, pro] = [await org.plan('Basic'), await org.plan('Pro')];
  const forEver = { effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
  await org.done('updatePricingSchedule', ASSOCIATED, { accountId: 'acme', pricePlanId: basic, ...forEver }, 'account');
  return { org, basic, pro };
}

const EDIT = `mutation ($input: BulkEditSchedulesInput!) { bulkEditSchedules(input: $input) {
  draft { baseTimelineRevision isStale schedules { nodes { startDate endDate pricePlan { name } } } }
  account { revision timelineRevision schedules { nodes { startDate endDate } } }
  userErrors { __typename code path message } } }`;

const FINALIZE = `mutation ($input: FinalizeAccountSchedulesInput!) { finalizeAccountSchedules(input: $input) {
  account { timelineRevision draft { id } } schedules { startDate endDate pricePlan { name } }
  userErrors { __typename code message ... on StaleDraftError { baseTimelineRevision timelineRevision } ... on FinalizeBlockedError { issues { code entityId errorMessage } }
    ... on EffectiveDateError { earliest } } } }`;

const ramp = (pricePlanId: string, changes: object = {}) => ({
  accountId: 'acme',
  edits: [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId } }],
  ...changes,
});

interface Edited {
  bulkEditSchedules: {
    draft: { baseTimelineRevision: number; schedules: { nodes: { startDate: string; endDate: string }[] } } | null;
    userErrors: object[];
  };
}

describe('a draft', () => {
  it('copies the active timeline with its first edit, and leaves that as it is', async () => {
    const { org, pro } = await begin();
    const { data, extensions } = await org.ask(EDIT, { input: ramp(pro) });
    expect(data).toEqual({
      bulkEditSchedules: {
        draft: {
          baseTimelineRevision: 1,
          isStale: false,
          schedules: {
            nodes: [
              { startDate: '2026-01-01', endDate: '2027-01-01', pricePlan: { name: 'Basic' } },
              { startDate: '2027-01-01', endDate: '2028-01-01', pricePlan: { name: 'Pro' } },
              { startDate: '2028-01-01', endDate: '9999-01-01', pricePlan: { name: 'Basic' } },
            ],
          },
        },
        account: { revision: 3, timelineRevision: 1, schedules: { nodes: [{ startDate: '2026-01-01', endDate: '9999-01-01' }] } },
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(2);
  });

  it('takes further edits on top of it, and begins anew with `discard`', async () => {
    const { org, basic, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    const clear = { accountId: 'acme', edits: [{ mode: 'DISASSOCIATE', effectiveFrom: '2029-01-01', effectiveUntil: '9999-01-01' }] };
    const onTop = await org.ask<Edited>(EDIT, { input: clear });
    expect(onTop.data.bulkEditSchedules.draft?.schedules.nodes.at(-1)).toMatchObject({ startDate: '2028-01-01', endDate: '2029-01-01' });
    const anew = await org.ask<Edited>(EDIT, { input: ramp(basic, { discard: true }) });
    expect(anew.data.bulkEditSchedules.draft?.schedules.nodes).toHaveLength(3);
  });

  it('reads as its changes against the active timeline, each with what was selected for its kind, in one call', async () => {
    const { org, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    const { data, extensions } = await org.ask(`{ account(by: {accountId: "acme"}) { draft { changes {
      __typename
      ... on ScheduleAdded { schedule { startDate pricePlan { name } rateCards(first: 1) { totalCount } } }
      ... on SchedulePeriodChanged { before { endDate rateCards(type: LICENSE) { totalCount } } schedule { endDate } }
    } schedules { totalCount } } } }`);
    expect(data).toEqual({
      account: {
        draft: {
          changes: [
            {
              __typename: 'SchedulePeriodChanged',
              before: { endDate: '9999-01-01', rateCards: { totalCount: 0 } },
              schedule: { endDate: '2027-01-01' },
            },
            {
              __typename: 'ScheduleAdded',
              schedule: { startDate: '2027-01-01', pricePlan: { name: 'Pro' }, rateCards: { totalCount: 1 } },
            },
            {
              __typename: 'ScheduleAdded',
              schedule: { startDate: '2028-01-01', pricePlan: { name: 'Basic' }, rateCards: { totalCount: 1 } },
            },
          ],
          schedules: { totalCount: 3 },
        },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('copies what another schedule says, overrides included', async () => {
    const { org } = await begin();
    const { data: found } = await org.ask<{ account: { scheduleAt: { scheduleId: string } } }>(
      '{ account(by: {accountId: "acme"}) { scheduleAt { scheduleId } } }',
    );
    const { scheduleId } = found.account.scheduleAt;
    await org.customer('other');
    const { data } = await org.ask<Edited>(EDIT, {
      input: {
        accountId: 'other',
        edits: [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { scheduleId } }],
      },
    });
    expect(data.bulkEditSchedules.draft?.schedules.nodes).toMatchObject([{ pricePlan: { name: 'Basic' } }]);
  });

  it.each([
    ['no edits', { edits: [] }, 'LIMIT_EXCEEDED', ['input', 'edits']],
    [
      'an association with nothing',
      { edits: [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' }] },
      'INVALID_VALUE',
      ['input', 'edits', '0', 'associationConfig'],
    ],
    [
      'an unknown plan, by the index of the edit',
      {
        edits: [
          { mode: 'DISASSOCIATE', effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' },
          { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId: 'pp.0' } },
        ],
      },
      'NOT_FOUND',
      ['input', 'edits', '1', 'associationConfig', 'pricePlanId'],
    ],
    [
      'an unknown schedule to copy',
      { edits: [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { scheduleId: 'sch.0' } }] },
      'NOT_FOUND',
      ['input', 'edits', '0', 'associationConfig', 'scheduleId'],
    ],
  ])('refuses %s, all edits or none', async (_title, changes, code, path) => {
    const { org, pro } = await begin();
    const { data, extensions } = await org.ask<Edited>(EDIT, { input: ramp(pro, changes) });
    expect(data.bulkEditSchedules).toMatchObject({ draft: null, userErrors: [{ code, path }] });
    // How many there are is asked before anything is read.
    expect(extensions.cost.d1Calls).toBe(path.at(-1) === 'edits' ? 0 : 1);
    expect((await org.ask('{ account(by: {accountId: "acme"}) { revision draft { id } } }')).data).toEqual({
      account: { revision: 2, draft: null },
    });
  });
});

describe('finalizeAccountSchedules', () => {
  it('makes the draft the active timeline, and what was known before stays readable', async () => {
    const { org, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    const before = org.now;
    org.now = '2026-11-22T08:00:00Z';
    const { data, extensions } = await org.ask(FINALIZE, { input: { accountId: 'acme' } });
    expect(data).toEqual({
      finalizeAccountSchedules: {
        account: { timelineRevision: 2, draft: null },
        schedules: [
          { startDate: '2026-01-01', endDate: '2027-01-01', pricePlan: { name: 'Basic' } },
          { startDate: '2027-01-01', endDate: '2028-01-01', pricePlan: { name: 'Pro' } },
          { startDate: '2028-01-01', endDate: '9999-01-01', pricePlan: { name: 'Basic' } },
        ],
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(2);
    const history = await org.ask(
      'query ($asOf: DateTime!) { account(by: {accountId: "acme"}) { schedules(asOf: $asOf) { nodes { startDate endDate } } } }',
      { asOf: before },
    );
    expect(history.data).toEqual({ account: { schedules: { nodes: [{ startDate: '2026-01-01', endDate: '9999-01-01' }] } } });
  });

  it('joins what the draft wrote with neighbours of the same content when asked to', async () => {
    const { org, basic } = await begin();
    await org.ask(EDIT, { input: ramp(basic) });
    const { data } = await org.ask(FINALIZE, { input: { accountId: 'acme', mergeSchedules: true } });
    expect(data).toMatchObject({ finalizeAccountSchedules: { schedules: [{ startDate: '2026-01-01', endDate: '9999-01-01' }] } });
  });

  it('refuses a draft that the active timeline has left behind, with both revisions', async () => {
    const { org, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    const moved = { accountId: 'acme', mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2031-01-01' };
    await org.done('updatePricingSchedule', ASSOCIATED, moved, 'account');
    expect((await org.ask('{ account(by: {accountId: "acme"}) { draft { isStale } } }')).data).toEqual({
      account: { draft: { isStale: true } },
    });
    const { data, extensions } = await org.ask(FINALIZE, { input: { accountId: 'acme' } });
    expect(data).toMatchObject({
      finalizeAccountSchedules: {
        account: null,
        userErrors: [{ __typename: 'StaleDraftError', code: 'STALE_DRAFT', baseTimelineRevision: 1, timelineRevision: 2 }],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('refuses a draft with issues, and lists them', async () => {
    const { org, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    const euro = await org.plan('Euro', { supportedCurrencies: ['EUR'] });
    await org.ask(EDIT, { input: ramp(euro) });
    const { data } = await org.ask(FINALIZE, { input: { accountId: 'acme' } });
    expect(data).toMatchObject({
      finalizeAccountSchedules: {
        account: null,
        userErrors: [{ __typename: 'FinalizeBlockedError', issues: [{ code: 'CURRENCY_NOT_SUPPORTED' }] }],
      },
    });
  });

  it('refuses a draft whose first change lies in the past by now', async () => {
    const { org, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    org.now = '2027-02-01T00:00:00Z';
    const { data } = await org.ask(FINALIZE, { input: { accountId: 'acme' } });
    expect(data).toMatchObject({
      finalizeAccountSchedules: { userErrors: [{ __typename: 'EffectiveDateError', earliest: '2027-02-02' }] },
    });
  });

  it('refuses an account without a draft', async () => {
    const { org } = await begin();
    const { data } = await org.ask(FINALIZE, { input: { accountId: 'acme' } });
    expect(data).toMatchObject({ finalizeAccountSchedules: { userErrors: [{ code: 'NO_DRAFT' }] } });
  });

  it('finalizes a timeline of 200 pieces within the limits of D1', async () => {
    const { org, basic, pro } = await begin();
    for (let batch = 0; batch < 10; batch++) {
      const edits = Array.from({ length: 10 }, (_, i) => {
        const year = 2030 + batch * 10 + i;
        return { effectiveFrom: `${year}-01-01`, effectiveUntil: `${year}-07-01`, associationConfig: { pricePlanId: i % 2 ? basic : pro } };
      });
      await org.ask(EDIT, { input: { accountId: 'acme', edits } });
    }
    const { data, extensions } = await org.ask<{ finalizeAccountSchedules: { schedules: object[] } }>(
      'mutation ($input: FinalizeAccountSchedulesInput!) { finalizeAccountSchedules(input: $input) { schedules { startDate } userErrors { code } } }',
      { input: { accountId: 'acme' } },
    );
    expect(data.finalizeAccountSchedules.schedules).toHaveLength(201);
    expect(extensions.cost.d1Calls).toBe(2);
    const read = await org.ask<{ account: { schedules: { totalCount: number } } }>(
      '{ account(by: {accountId: "acme"}) { schedules(first: 100) { totalCount nodes { startDate } } } }',
    );
    expect(read.data.account.schedules.totalCount).toBe(201);
    expect(read.extensions.cost.d1Calls).toBe(1);
  });
});

describe('discardAccountSchedules', () => {
  it('drops the draft and nothing else', async () => {
    const { org, pro } = await begin();
    await org.ask(EDIT, { input: ramp(pro) });
    const DISCARD =
      'mutation { discardAccountSchedules(input: {accountId: "acme"}) { account { draft { id } timelineRevision schedules { totalCount } } userErrors { code } } }';
    const { data, extensions } = await org.ask(DISCARD);
    expect(data).toEqual({
      discardAccountSchedules: { account: { draft: null, timelineRevision: 1, schedules: { totalCount: 1 } }, userErrors: [] },
    });
    expect(extensions.cost.d1Calls).toBe(2);
    expect((await org.ask(DISCARD)).data).toMatchObject({ discardAccountSchedules: { account: null, userErrors: [{ code: 'NO_DRAFT' }] } });
  });
});

describe('overriding a schedule', () => {
  const OVERRIDE = `mutation ($input: BulkRateCardOperationsOnScheduleInput!) { bulkRateCardOperationsOnSchedule(input: $input) {
    schedule { scheduleId isOverridden rateCards { nodes { name ... on FixedFeeRateCard { rateValues { rate } } } } pricePlanVersion { rateCards { nodes { ... on FixedFeeRateCard { rateValues { rate } } } } } }
    userErrors { code path } } }`;

  const fee = (billableId: string, rate: string) => ({
    actionType: 'UPDATE',
    rateCardName: 'fee',
    rateCard: { fixedFee: { billableId, rateValues: [{ currency: 'USD', rate }] } },
  });

  async function schedule(org: Organization) {
    const { data } = await org.ask<{
      account: { scheduleAt: { scheduleId: string; rateCards: { nodes: { billable: { addOnId: string } }[] } } };
    }>('{ account(by: {accountId: "acme"}) { scheduleAt { scheduleId rateCards { nodes { billable { ... on AddOn { addOnId } } } } } } }');
    const { scheduleId, rateCards } = data.account.scheduleAt;
    return { scheduleId, billableId: rateCards.nodes[0]?.billable.addOnId ?? '' };
  }

  it('changes the draft alone, leaves the plan as it is, and is none when edited back to the plan’s own content', async () => {
    const { org } = await begin();
    const { scheduleId, billableId } = await schedule(org);
    const { data, extensions } = await org.ask(OVERRIDE, { input: { scheduleId, operations: [fee(billableId, '80')] } });
    expect(data).toMatchObject({
      bulkRateCardOperationsOnSchedule: {
        schedule: {
          scheduleId,
          isOverridden: true,
          rateCards: { nodes: [{ name: 'fee', rateValues: [{ rate: '80' }] }] },
          pricePlanVersion: { rateCards: { nodes: [{ rateValues: [{ rate: '100' }] }] } },
        },
        userErrors: [],
      },
    });
    expect(extensions.cost.d1Calls).toBe(2);
    const active = await org.ask(
      '{ account(by: {accountId: "acme"}) { scheduleAt { isOverridden } draft { changes { __typename ... on ScheduleOverridden { parts } } } } }',
    );
    expect(active.data).toEqual({
      account: { scheduleAt: { isOverridden: false }, draft: { changes: [{ __typename: 'ScheduleOverridden', parts: ['RATE_CARDS'] }] } },
    });
    const back = await org.ask(OVERRIDE, { input: { scheduleId, operations: [fee(billableId, '100')] } });
    expect(back.data).toMatchObject({ bulkRateCardOperationsOnSchedule: { schedule: { isOverridden: false } } });
  });

  const PARTS = '{ account(by: {accountId: "acme"}) { draft { schedules { nodes { startDate endDate isOverridden } } } } }';

  it('on some of its days divides it, in the same write', async () => {
    const { org } = await begin();
    const { scheduleId, billableId } = await schedule(org);
    const part = { effectiveFrom: '2027-03-01', effectiveUntil: '2027-06-01' };
    const { data, extensions } = await org.ask(OVERRIDE, { input: { scheduleId, ...part, operations: [fee(billableId, '80')] } });
    expect(data).toMatchObject({
      bulkRateCardOperationsOnSchedule: { schedule: { isOverridden: true, rateCards: { nodes: [{ rateValues: [{ rate: '80' }] }] } } },
    });
    expect(extensions.cost.d1Calls).toBe(2);
    expect((await org.ask(PARTS)).data).toEqual({
      account: {
        draft: {
          schedules: {
            nodes: [
              { startDate: '2026-01-01', endDate: '2027-03-01', isOverridden: false },
              { startDate: '2027-03-01', endDate: '2027-06-01', isOverridden: true },
              { startDate: '2027-06-01', endDate: '9999-01-01', isOverridden: false },
            ],
          },
        },
      },
    });
  });

  it('by what the plan says divides nothing', async () => {
    const { org } = await begin();
    const { scheduleId, billableId } = await schedule(org);
    const { data } = await org.ask(OVERRIDE, {
      input: { scheduleId, effectiveFrom: '2027-03-01', operations: [fee(billableId, '100')] },
    });
    expect(data).toMatchObject({ bulkRateCardOperationsOnSchedule: { schedule: { scheduleId, isOverridden: false } } });
    expect((await org.ask(PARTS)).data).toEqual({
      account: { draft: { schedules: { nodes: [{ startDate: '2026-01-01', endDate: '9999-01-01', isOverridden: false }] } } },
    });
  });

  it('replaces the pricing rules of a schedule', async () => {
    const { org } = await begin();
    const { scheduleId } = await schedule(org);
    const { data } = await org.ask(
      `mutation ($input: UpdateSchedulePricingRulesInput!) { updateSchedulePricingRules(input: $input) { schedule { isOverridden pricingRules { name order computation } issues { code } } userErrors { code message } } }`,
      {
        input: {
          scheduleId,
          pricingRules: [
            { name: 'discount', order: 1, computation: '{"*": [{"var": "revenue.ff.fee"}, "-0.1"]}', action: { type: 'ADD' } },
          ],
        },
      },
    );
    expect(data).toMatchObject({
      updateSchedulePricingRules: {
        schedule: { isOverridden: true, pricingRules: [{ name: 'discount', order: 1 }], issues: [] },
        userErrors: [],
      },
    });
  });

  it.each([
    ['an unknown schedule', { scheduleId: 'sch.00000000000.00000' }, 'NOT_FOUND', ['input', 'scheduleId']],
    [
      'an unknown card',
      { operations: [{ actionType: 'DELETE', rateCardName: 'nothing' }] },
      'RATE_CARD_NOT_FOUND',
      ['input', 'operations', '0', 'rateCardName'],
    ],
    ['a stale revision', { expectedRevision: 99 }, 'CONFLICT', ['input', 'expectedRevision']],
    ['a day before the schedule', { effectiveFrom: '2025-12-31' }, 'INVALID_VALUE', ['input', 'effectiveFrom']],
    ['an end before its first day', { effectiveUntil: '2025-12-31' }, 'EMPTY_PERIOD', ['input', 'effectiveUntil']],
    ['days in the wrong order', { effectiveFrom: '2027-06-01', effectiveUntil: '2027-03-01' }, 'EMPTY_PERIOD', ['input', 'effectiveUntil']],
    [
      'a price of a part',
      {
        effectiveFrom: '2027-03-01',
        operations: [
          { actionType: 'UPDATE', rateCardName: 'fee', rateCard: { fixedFee: { rateValues: [{ currency: 'USD', rate: '-5' }] } } },
        ],
      },
      'INVALID_VALUE',
      ['input', 'operations', '0', 'rateCard', 'fixedFee', 'rateValues', '0', 'rate'],
    ],
  ])('refuses %s, and writes nothing', async (_title, changes, code, path) => {
    const { org } = await begin();
    const { scheduleId, billableId } = await schedule(org);
    const { data, extensions } = await org.ask(OVERRIDE, { input: { scheduleId, operations: [fee(billableId, '80')], ...changes } });
    expect(data).toMatchObject({ bulkRateCardOperationsOnSchedule: { schedule: null, userErrors: [{ code, path }] } });
    expect(extensions.cost.d1Calls).toBe(1);
    expect((await org.ask(PARTS)).data).toEqual({ account: { draft: null } });
  });
});

describe('the database itself', () => {
  it('refuses an overlap, a change of history and a change of an active version, whatever writes', async () => {
    const { org } = await begin();
    const { results } = await DB.prepare("select name from pragma_table_info('schedules') where name <> 'id'").all<{ name: string }>();
    const columns = results.map(({ name }) => name).join(', ');
    const copy = `insert into schedules (id, ${columns}) select id || 'x', ${columns} from schedules where org_id = ?`;
    const run = (sql: string) => DB.prepare(sql).bind(org.orgId).run();
    await expect(run(copy)).rejects.toThrow('SCHEDULE_OVERLAP');
    await expect(run("update schedules set end_date = '2026-02-01' where org_id = ?")).rejects.toThrow('SCHEDULE_HISTORY');
    await expect(run('delete from schedules where org_id = ?')).rejects.toThrow('SCHEDULE_HISTORY');
    await expect(run("update price_plan_versions set currencies = '[]' where org_id = ?")).rejects.toThrow('PLAN_VERSION_FROZEN');
    await expect(run("update rate_cards set name = 'x' where org_id = ?")).rejects.toThrow('RATE_CARD_FROZEN');
  });
});
