import { describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

const HISTORY = `query ($first: Int) { account(by: {accountId: "acme"}) { timelineRevisions(first: $first) { totalCount nodes {
  revision recordedAt actor operation
  changes { __typename
    ... on ScheduleAdded { schedule { startDate pricePlan { name } } }
    ... on SchedulePeriodChanged { before { endDate rateCards(first: 1) { totalCount } } schedule { endDate rateCards(type: LICENSE) { totalCount } } }
    ... on ScheduleRemoved { schedule { startDate pricePlan { name } } }
    ... on SchedulePlanChanged { before { pricePlan { name } } schedule { pricePlan { name } } } } } } } }`;

const ASSOCIATED = 'account { revision }';

async function begin() {
  const org = await Organization.begin();
  await org.customer('acme');
  const [basic, pro] = [await org.plan('Basic'), await org.plan('Pro')];
  const associate = (pricePlanId: string, effectiveFrom: string, effectiveUntil: string) =>
    org.done('updatePricingSchedule', ASSOCIATED, { accountId: 'acme', pricePlanId, effectiveFrom, effectiveUntil }, 'account');
  return { org, basic, pro, associate };
}

describe('Account.timelineRevisions', () => {
  it('tells every change of the active timeline, the newest first, with who, by what and when, in one call', async () => {
    const { org, basic, pro, associate } = await begin();
    await associate(basic, '2026-01-01', '9999-01-01');
    org.now = '2026-12-01T00:00:00.000Z';
    await associate(pro, '2027-01-01', '9999-01-01');
    const { data, extensions } = await org.ask(HISTORY);
    expect(data).toEqual({
      account: {
        timelineRevisions: {
          totalCount: 2,
          nodes: [
            {
              revision: 2,
              recordedAt: '2026-12-01T00:00:00.001Z',
              actor: expect.any(String),
              operation: 'updatePricingSchedule',
              changes: [
                {
                  __typename: 'SchedulePeriodChanged',
                  before: { endDate: '9999-01-01', rateCards: { totalCount: 1 } },
                  schedule: { endDate: '2027-01-01', rateCards: { totalCount: 0 } },
                },
                { __typename: 'ScheduleAdded', schedule: { startDate: '2027-01-01', pricePlan: { name: 'Pro' } } },
              ],
            },
            {
              revision: 1,
              recordedAt: expect.any(String),
              actor: expect.any(String),
              operation: 'updatePricingSchedule',
              changes: [{ __typename: 'ScheduleAdded', schedule: { startDate: '2026-01-01', pricePlan: { name: 'Basic' } } }],
            },
          ],
        },
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('tells nothing of edits of a draft until it is finalized, and then all of them as one change', async () => {
    const { org, basic, pro, associate } = await begin();
    await associate(basic, '2026-01-01', '2027-01-01');
    const edit = (pricePlanId: string, year: number) => ({
      effectiveFrom: `${year}-01-01`,
      effectiveUntil: `${year + 1}-01-01`,
      associationConfig: { pricePlanId },
    });
    await org.done('bulkEditSchedules', 'draft { id }', { accountId: 'acme', edits: [edit(pro, 2027)] }, 'draft');
    await org.done('bulkEditSchedules', 'draft { id }', { accountId: 'acme', edits: [edit(basic, 2028)] }, 'draft');
    const revisions = async () => {
      const { data } = await org.ask<{ account: { timelineRevisions: { nodes: { operation: string; changes: object[] }[] } } }>(HISTORY);
      return data.account.timelineRevisions.nodes;
    };
    expect(await revisions()).toHaveLength(1);
    await org.done('finalizeAccountSchedules', ASSOCIATED, { accountId: 'acme' }, 'account');
    const [last] = await revisions();
    expect(last).toMatchObject({ operation: 'finalizeAccountSchedules', changes: [{}, {}] });
  });

  it('has no revision for a change that leaves every day as it was', async () => {
    const { org } = await begin();
    const nothing = { accountId: 'acme', mode: 'DISASSOCIATE', effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    await org.done('updatePricingSchedule', ASSOCIATED, nothing, 'account');
    expect((await org.ask(HISTORY)).data).toEqual({ account: { timelineRevisions: { totalCount: 0, nodes: [] } } });
  });

  it('reads each revision by its own rows, and pages', async () => {
    const { org, basic, associate } = await begin();
    for (let year = 2030; year < 2040; year++) await associate(basic, `${year}-01-01`, `${year + 1}-01-01`);
    const { data, extensions } = await org.ask<{ account: { timelineRevisions: { totalCount: number; nodes: { changes: object[] }[] } } }>(
      HISTORY,
      { first: 3 },
    );
    expect(data.account.timelineRevisions.totalCount).toBe(10);
    expect(data.account.timelineRevisions.nodes.map(({ changes }) => changes.length)).toEqual([1, 1, 1]);
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
