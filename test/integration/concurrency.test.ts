import { describe, expect, it } from 'vitest';
import { Organization, send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { IS_WHOLE } from '../support/runs.ts';

const EDITORS = IS_WHOLE ? 20 : 5;
const EDITS_EACH = 10;

const EDIT = `mutation ($input: UpdatePricingScheduleInput!) { updatePricingSchedule(input: $input) {
  account { revision } userErrors { code ... on ConflictError { currentRevision } } } }`;
const STATE = `{ account(by: {accountId: "acme"}) { revision timelineRevision
  schedules(first: 100) { nodes { startDate endDate pricePlan { name } } } timelineRevisions(first: 100) { totalCount nodes { revision } } } }`;

interface Edited {
  updatePricingSchedule: { account: { revision: number } | null; userErrors: { code: string }[] };
}
interface State {
  account: {
    revision: number;
    timelineRevision: number;
    schedules: { nodes: { startDate: string; endDate: string; pricePlan: { name: string } }[] };
    timelineRevisions: { totalCount: number; nodes: { revision: number }[] };
  };
}

/** An edit of some months of 2027, and which plan it writes there. */
interface Winner {
  readonly revision: number;
  readonly from: number;
  readonly until: number;
  readonly plan: 'Basic' | 'Pro';
}

const day = (month: number) => `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** What each of 12 months of 2027 says after the winners' edits in the order of their revisions. */
function replayed(winners: readonly Winner[]): string[] {
  const months = Array.from({ length: 12 }, () => '-');
  for (const { from, until, plan } of winners.toSorted((a, b) => a.revision - b.revision)) months.fill(plan, from, until);
  return months;
}

async function storm(namesRevision: boolean) {
  const org = await Organization.begin();
  await org.customer('acme');
  const plans = { Basic: await org.plan('Basic'), Pro: await org.plan('Pro') };
  const winners: Winner[] = [];
  const codes: string[] = [];
  const editor = async (n: number) => {
    for (let i = 0; i < EDITS_EACH; i++) {
      const from = (n * 5 + i * 7) % 12;
      const until = Math.min(12, from + 1 + ((n + i) % 5));
      const plan = (n + i) % 2 ? 'Basic' : 'Pro';
      const { data: seen } = namesRevision ? await org.ask<State>('{ account(by: {accountId: "acme"}) { revision } }') : { data: null };
      const { data } = await org.ask<Edited>(EDIT, {
        input: {
          accountId: 'acme',
          pricePlanId: plans[plan],
          effectiveFrom: day(from),
          effectiveUntil: day(until),
          expectedRevision: seen?.account.revision,
        },
      });
      const { account, userErrors } = data.updatePricingSchedule;
      if (account) winners.push({ revision: account.revision, from, until, plan });
      else codes.push(...userErrors.map(({ code }) => code));
    }
  };
  await Promise.all(Array.from({ length: EDITORS }, (_, n) => editor(n)));
  const { data } = await org.ask<State>(STATE);
  return { winners, codes, account: data.account };
}

describe(`${EDITORS} editors at once, ${EDITORS * EDITS_EACH} edits of one account`, () => {
  it.each([
    ['that name the revision they saw', true],
    ['that name none, and are decided again when they lose', false],
  ])('%s: each is done or told CONFLICT, and the timeline is the winners’ edits in the order of their revisions', async (_title, names) => {
    const { winners, codes, account } = await storm(names);
    expect(winners.length + codes.length).toBe(EDITORS * EDITS_EACH);
    expect(new Set(codes)).toEqual(codes.length > 0 ? new Set(['CONFLICT']) : new Set());

    // Nothing was written by a loser. An edit that found its days as it wanted them wrote nothing either, and answers the revision it found.
    const revisions = [...new Set(winners.map(({ revision }) => revision))].toSorted((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: account.timelineRevision }, (_, i) => i + 2));
    expect(account.revision).toBe(account.timelineRevision + 1);
    expect(account.timelineRevisions.totalCount).toBe(account.timelineRevision);

    const months = Array.from({ length: 12 }, (_, month) => {
      const found = account.schedules.nodes.find(({ startDate, endDate }) => startDate <= day(month) && day(month) < endDate);
      return found?.pricePlan.name ?? '-';
    });
    expect(months).toEqual(replayed(winners));
  });
});

describe('16 writers at once that name no revision', () => {
  it('are all done, each on a revision of its own', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const edit = 'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { revision } userErrors { code } } }';
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        org.ask<{ updateAccount: { account: { revision: number } | null; userErrors: object[] } }>(edit, {
          input: { accountId: 'acme', name: `Name ${n}` },
        }),
      ),
    );
    expect(answers.flatMap(({ data }) => data.updateAccount.userErrors)).toEqual([]);
    const revisions = answers.map(({ data }) => data.updateAccount.account?.revision ?? 0).toSorted((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 16 }, (_, n) => n + 2));
  });
});

describe('a writer that loses every time', () => {
  const USER_ERRORS = 'userErrors { __typename code path message ... on ConflictError { currentRevision } }';

  /** Sends a mutation that another writer always comes before; answers its errors, its calls and its pauses. */
  async function lose(org: Organization, mutation: string, input: object) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${USER_ERRORS} } }`;
    const headers = { ...org.headers, 'x-test-fault': 'race:1x99', 'x-test-log': 'yes' };
    const response = await send('/graphql', { query, variables: { input } }, headers);
    const { answer, lines, pauses } = await response.json<{ answer: string; lines: { d1Calls: number }[]; pauses: number[] }>();
    return { userErrors: JSON.parse(answer).data[mutation].userErrors, d1Calls: lines[0]?.d1Calls, pauses };
  }

  it('pauses before each new attempt, and is told CONFLICT with the current revision, whatever has one', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const pricePlanId = await org.plan('Basic');
    const before = await everyRow(org);
    const conflict = (currentRevision: number) => ({
      userErrors: [
        {
          __typename: 'ConflictError',
          code: 'CONFLICT',
          path: ['input', 'expectedRevision'],
          message: expect.stringContaining('10 times in a row. Nothing was written'),
          currentRevision,
        },
      ],
      // A read and a write each time, and a last read for the revision.
      d1Calls: 21,
      pauses: [2, 3, 4, 5, 6, 7, 8, 9, 10],
    });
    expect(await lose(org, 'updateAccount', { accountId: 'acme', name: 'Renamed' })).toEqual(conflict(1));
    const { data } = await org.ask<{ pricePlan: { plan: { revision: number } } }>(
      'query ($id: String!) { pricePlan(pricePlanId: $id) { plan { revision } } }',
      { id: pricePlanId },
    );
    expect(await lose(org, 'updatePricePlan', { pricePlanId, description: 'Better' })).toEqual(conflict(data.pricePlan.plan.revision));
    expect(await everyRow(org)).toEqual(before);
  });

  it('is told so of an entity without revisions as well', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const { userErrors } = await lose(org, 'updateCustomer', { customerId: 'acme', name: 'Renamed' });
    expect(userErrors).toMatchObject([{ __typename: 'PreconditionError', code: 'CONFLICT', path: [] }]);
  });
});
