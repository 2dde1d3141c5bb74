import { describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';

const EDITORS = 20;
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

    // Nobody won on the same revision, and nothing was written by a loser.
    const revisions = winners.map(({ revision }) => revision).toSorted((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: winners.length }, (_, i) => i + 2));
    expect(account.revision).toBe(winners.length + 1);
    expect(account.timelineRevision).toBe(winners.length);
    expect(account.timelineRevisions.totalCount).toBe(winners.length);

    const months = Array.from({ length: 12 }, (_, month) => {
      const found = account.schedules.nodes.find(({ startDate, endDate }) => startDate <= day(month) && day(month) < endDate);
      return found?.pricePlan.name ?? '-';
    });
    expect(months).toEqual(replayed(winners));
  });
});
