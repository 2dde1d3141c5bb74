import { describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

const REBASE = `mutation ($input: RebaseDraftInput!) { rebaseDraft(input: $input) {
  draft { baseTimelineRevision isStale } schedules { startDate endDate isOverridden pricePlan { name } }
  userErrors { __typename code path ... on DraftCollisionError { collisions { mode effectiveFrom effectiveUntil movedFrom movedUntil } } } } }`;

const FINALIZE = `mutation ($input: FinalizeAccountSchedulesInput!) { finalizeAccountSchedules(input: $input) { account { timelineRevision }
  userErrors { code ... on StaleDraftError { moved { kind before { pricePlanName } after { startDate endDate pricePlanName } } } } } }`;

const ACTIONS =
  '{ account(by: {accountId: "acme"}) { draft { issues { code } availableActions { action allowed reason } changes { __typename } } } }';

interface Rebased {
  rebaseDraft: {
    draft: object | null;
    schedules: { startDate: string; endDate: string; pricePlan: { name: string } }[];
    userErrors: object[];
  };
}

/** An account on Basic for ever, with a draft that puts Pro over 2030; other edits of the active timeline and of the draft to make. */
async function begin() {
  const org = await Organization.begin();
  await org.customer('acme');
  const [basic, pro] = [await org.plan('Basic'), await org.plan('Pro')];
  const move = (effectiveFrom: string, effectiveUntil: string, pricePlanId?: string) => {
    const edit = pricePlanId ? { pricePlanId } : { mode: 'DISASSOCIATE' };
    return org.done('updatePricingSchedule', 'account { id }', { accountId: 'acme', effectiveFrom, effectiveUntil, ...edit }, 'account');
  };
  const draft = (effectiveFrom: string, effectiveUntil: string, pricePlanId: string, edit: object = {}) => {
    const edits = [{ effectiveFrom, effectiveUntil, associationConfig: { pricePlanId }, ...edit }];
    return org.done('bulkEditSchedules', 'draft { id }', { accountId: 'acme', edits }, 'draft');
  };
  await move('2026-01-01', '9999-01-01', basic);
  await draft('2030-01-01', '2031-01-01', pro);
  const rebase = () => org.ask<Rebased>(REBASE, { input: { accountId: 'acme' } });
  return { org, basic, pro, move, draft, rebase };
}

const lines = ({ rebaseDraft: { schedules } }: Rebased) =>
  schedules.map(({ startDate, endDate, pricePlan }) => `${pricePlan.name} ${startDate}..${endDate}`);

describe('a stale draft', () => {
  it('is refused with what moved, in one call', async () => {
    const { org, move } = await begin();
    await move('2040-01-01', '9999-01-01');
    const { data, extensions } = await org.ask(FINALIZE, { input: { accountId: 'acme' } });
    expect(data).toEqual({
      finalizeAccountSchedules: {
        account: null,
        userErrors: [
          {
            code: 'STALE_DRAFT',
            moved: [
              {
                kind: 'PERIOD_CHANGED',
                before: [{ pricePlanName: 'Basic' }],
                after: { startDate: '2026-01-01', endDate: '2040-01-01', pricePlanName: 'Basic' },
              },
            ],
          },
        ],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('rebased, says what was edited and what moved, and can be finalized', async () => {
    const { org, pro, move, rebase } = await begin();
    await move('2040-01-01', '9999-01-01');
    await move('2028-01-01', '2029-01-01', pro);
    const { data, extensions } = await rebase();
    expect(data.rebaseDraft).toMatchObject({ draft: { baseTimelineRevision: 3, isStale: false }, userErrors: [] });
    expect(lines(data)).toEqual([
      'Basic 2026-01-01..2028-01-01',
      'Pro 2028-01-01..2029-01-01',
      'Basic 2029-01-01..2030-01-01',
      'Pro 2030-01-01..2031-01-01',
      'Basic 2031-01-01..2040-01-01',
    ]);
    expect(extensions.cost.d1Calls).toBe(2);
    expect((await org.ask(FINALIZE, { input: { accountId: 'acme' } })).data).toEqual({
      finalizeAccountSchedules: { account: { timelineRevision: 4 }, userErrors: [] },
    });
  });

  it('rebased a second time, is compared with what it was rebased to', async () => {
    const { pro, move, rebase } = await begin();
    await move('2040-01-01', '9999-01-01');
    await rebase();
    await move('2035-01-01', '2036-01-01', pro);
    expect(lines((await rebase()).data)).toContain('Pro 2035-01-01..2036-01-01');
  });

  it('with an edit of days that moved is refused, with the edit and the days', async () => {
    const { org, move, draft, pro, rebase } = await begin();
    await draft('2033-01-01', '2034-01-01', pro);
    await move('2030-12-31', '2032-01-01');
    const { data, extensions } = await rebase();
    expect(data.rebaseDraft).toEqual({
      draft: null,
      schedules: [],
      userErrors: [
        {
          __typename: 'DraftCollisionError',
          code: 'DRAFT_COLLISION',
          path: [],
          collisions: [
            {
              mode: 'ASSOCIATE',
              effectiveFrom: '2030-01-01',
              effectiveUntil: '2031-01-01',
              movedFrom: '2030-12-31',
              movedUntil: '2032-01-01',
            },
          ],
        },
      ],
    });
    expect(extensions.cost.d1Calls).toBe(1);
    expect((await org.ask('{ account(by: {accountId: "acme"}) { draft { isStale } } }')).data).toEqual({
      account: { draft: { isStale: true } },
    });
  });

  it('keeps an override of a schedule that it wrote itself, and collides where it overrode one that moved', async () => {
    const { org, move, rebase } = await begin();
    const override = async (day: string) => {
      const { data } = await org.ask<{ account: { draft: { schedules: { nodes: { scheduleId: string; startDate: string }[] } } } }>(
        '{ account(by: {accountId: "acme"}) { draft { schedules { nodes { scheduleId startDate } } } } }',
      );
      const found = data.account.draft.schedules.nodes.find(({ startDate }) => startDate === day);
      const rule = { name: 'discount', order: 1, computation: '{"*": [{"var": "revenue.ff.fee"}, "-0.1"]}', action: { type: 'ADD' } };
      await org.done('updateSchedulePricingRules', 'draft { id }', { scheduleId: found?.scheduleId, pricingRules: [rule] }, 'draft');
    };
    await override('2030-01-01');
    await move('2040-01-01', '9999-01-01');
    const { data } = await rebase();
    expect(data.rebaseDraft.schedules).toMatchObject([{ isOverridden: false }, { isOverridden: true }, { isOverridden: false }]);

    await override('2031-01-01');
    await move('2035-01-01', '2036-01-01');
    expect((await rebase()).data.rebaseDraft.userErrors).toMatchObject([{ collisions: [{ mode: 'OVERRIDE', movedFrom: '2035-01-01' }] }]);
  });

  it('begun anew with `discard` forgets the edits before', async () => {
    const { move, draft, pro, rebase } = await begin();
    await move('2030-06-01', '2030-07-01');
    await draft('2050-01-01', '2051-01-01', pro);
    expect((await rebase()).data.rebaseDraft.userErrors).toMatchObject([{ code: 'DRAFT_COLLISION' }]);
  });
});

describe('rebaseDraft', () => {
  it('is refused where there is nothing to rebase', async () => {
    const { org, rebase } = await begin();
    const current = await rebase();
    expect(current.data.rebaseDraft.userErrors).toMatchObject([{ code: 'NOTHING_TO_CHANGE' }]);
    expect(current.extensions.cost.d1Calls).toBe(1);
    await org.done('discardAccountSchedules', 'account { id }', { accountId: 'acme' }, 'account');
    expect((await rebase()).data.rebaseDraft.userErrors).toMatchObject([{ code: 'NO_DRAFT', path: ['input', 'accountId'] }]);
    const nobody = await org.ask(REBASE, { input: { accountId: 'nobody' } });
    expect(nobody.data).toMatchObject({ rebaseDraft: { userErrors: [{ code: 'NOT_FOUND', path: ['input', 'accountId'] }] } });
    const other = await org.ask(REBASE, { input: { accountId: 'acme', expectedRevision: 1 } });
    expect(other.data).toMatchObject({ rebaseDraft: { userErrors: [{ code: 'CONFLICT' }] } });
  });
});

describe('Draft.availableActions and Draft.issues', () => {
  const allowed = ({
    account,
  }: {
    account: { draft: { availableActions: { action: string; allowed: boolean; reason: string | null }[] } };
  }) => account.draft.availableActions.filter((each) => each.allowed).map(({ action }) => action);

  it('follow the draft through its life, with changes beside them in one call', async () => {
    const { org, move, draft, rebase } = await begin();
    type Answered = Parameters<typeof allowed>[0];
    const fresh = await org.ask<Answered>(ACTIONS);
    expect(allowed(fresh.data)).toEqual(['EDIT', 'FINALIZE', 'DISCARD']);
    expect(fresh.extensions.cost.d1Calls).toBe(1);

    await move('2040-01-01', '9999-01-01');
    expect(allowed((await org.ask<Answered>(ACTIONS)).data)).toEqual(['EDIT', 'REBASE', 'DISCARD']);
    await rebase();
    await draft('2032-01-01', '2033-01-01', await org.plan('Euro', { supportedCurrencies: ['EUR'] }));
    const { data } = await org.ask<Answered>(ACTIONS);
    expect(data).toMatchObject({ account: { draft: { issues: [{ code: 'CURRENCY_NOT_SUPPORTED' }] } } });
    expect(data.account.draft.availableActions[1]).toMatchObject({
      action: 'FINALIZE',
      allowed: false,
      reason: expect.stringContaining('issue'),
    });
  });
});
