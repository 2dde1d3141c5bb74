import { describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
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

  it('tells any two revisions apart, within one millisecond, of writers at once, and where the clock goes back', async () => {
    const { org, basic } = await begin();
    const associate = (year: number) =>
      mutate(org, 'updatePricingSchedule', {
        accountId: 'acme',
        pricePlanId: basic,
        effectiveFrom: `${year}-01-01`,
        effectiveUntil: `${year + 1}-01-01`,
      });
    await associate(2030);
    await associate(2032);
    await Promise.all([associate(2034), associate(2036), associate(2038)]);
    org.now = new Date(Date.parse(org.now) - 60_000).toISOString();
    await associate(2040);
    const edits = [{ effectiveFrom: '2042-01-01', effectiveUntil: '2043-01-01', associationConfig: { pricePlanId: basic } }];
    await mutate(org, 'bulkEditSchedules', { accountId: 'acme', edits });
    await mutate(org, 'finalizeAccountSchedules', { accountId: 'acme' });

    const { data } = await org.ask<{ account: { timelineRevisions: { nodes: { recordedAt: string; changes: object[] }[] } } }>(HISTORY);
    const instants = data.account.timelineRevisions.nodes.map(({ recordedAt }) => recordedAt).toReversed();
    expect(instants).toEqual([...new Set(instants)].toSorted());
    expect(data.account.timelineRevisions.nodes.map(({ changes }) => changes.length)).toEqual(instants.map(() => 1));
    const known = instants.map((_instant, i) => `at${i}: schedules(asOf: $at${i}) { totalCount }`);
    const variables = Object.fromEntries(instants.map((instant, i) => [`at${i}`, instant]));
    const query = `query (${instants.map((_instant, i) => `$at${i}: DateTime!`)}) { account(by: { accountId: "acme" }) { ${known.join(' ')} } }`;
    const { data: counts } = await org.ask<{ account: Record<string, { totalCount: number }> }>(query, variables);
    expect(Object.values(counts.account).map(({ totalCount }) => totalCount)).toEqual([1, 2, 3, 4, 5, 6, 7]);
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
