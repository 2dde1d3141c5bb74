import { beforeAll, describe, expect, it } from 'vitest';
import { copyRow } from '../support/copies.ts';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

const DOCUMENTS = import.meta.glob('../../schema/documents/*.graphql', { query: '?raw', import: 'default', eager: true });
const ACCOUNT_PAGE = String(DOCUMENTS['../../schema/documents/account-page.graphql']);

let org: Organization;

/** Cards of a set, and their bytes together. */
const CARDS = 32;
const SET = 288_000;
/** Beyond the numbers of all other sets and cards. */
const FIRST_KEY = 1_000_000;
const ACCOUNT = "(select id from accounts where org_id = ?1 and account_id = 'acme')";
const DRAFT = `(select id from drafts where org_id = ?1 and account_id = ${ACCOUNT})`;
const FIRST_SET = '(select rate_card_set_id from price_plan_versions where org_id = ?1 limit 1)';

/**
 * Opens an organization with an account whose draft adds `schedules` schedules, a day each: the first of them with a set of large rate cards
 * each, the others with the first of those. Sets that share their cards differ in nothing but their ids.
 */
async function openDraft({ schedules, sets, isShared }: { schedules: number; sets: number; isShared: boolean }): Promise<Organization> {
  const opened = await Organization.begin();
  await opened.customer('acme');
  const basic = await opened.plan('Basic');
  const pro = await opened.plan('Pro');
  const edit = { pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
  await opened.done('updatePricingSchedule', 'account { id }', { accountId: 'acme', ...edit }, 'account');
  const edits = [{ effectiveFrom: '2030-01-01', effectiveUntil: '2031-01-01', associationConfig: { pricePlanId: pro } }];
  await opened.done('bulkEditSchedules', 'account { id }', { accountId: 'acme', edits }, 'account');
  const firstKey = FIRST_KEY * ++drafts;
  await copyRow(opened, 'rate_card_sets', `id = ${FIRST_SET}`, sets, {
    key: `${firstKey} + i - 1`,
    id: "printf('rcs.zz%03d', i - 1)",
    uses: '0',
    size: String(CARDS),
  });
  await copyRow(opened, 'rate_card_contents', '1', (isShared ? 1 : sets) * CARDS, {
    key: `${firstKey} + i - 1`,
    id: "printf('rc.zz%04d', i - 1)",
    name: `printf('card-%d', (i - 1) % ${CARDS})`,
    card: `json_set(card, '$.padding', replace(hex(zeroblob(${SET / CARDS / 2})), '0', 'x'))`,
  });
  await DB.prepare(
    `insert into rate_card_members (set_key, position, content_key)
     select s.key, (c.key - ${firstKey}) % ${CARDS}, c.key from rate_card_sets s, rate_card_contents c
     where s.org_id = ?1 and s.key >= ${firstKey} and c.org_id = ?1 and c.key >= ${firstKey}
       and (${isShared ? '1' : `s.key - ${firstKey} = (c.key - ${firstKey}) / ${CARDS}`})`,
  )
    .bind(opened.orgId)
    .run();
  await copyRow(opened, 'schedules', `draft_id = ${DRAFT} order by start_date desc`, schedules, {
    id: "printf('schv.zz%03d.00000', i)",
    schedule_id: "printf('sch.zz%03d.00000', i)",
    rate_card_set_id: `printf('rcs.zz%03d', case when i <= ${sets} then i - 1 else 0 end)`,
    start_date: "date('1000-01-01', i || ' days')",
    end_date: "date('1000-01-02', i || ' days')",
    is_overridden: '1',
  });
  return opened;
}

let drafts = 0;

beforeAll(async () => {
  org = await openDraft({ schedules: 100, sets: 30, isShared: false });
});

const draft = (selection: string) => `{ account(by: { accountId: "acme" }) { draft { ${selection} } } }`;

describe('A draft of a hundred schedules, thirty of which have 288 KB of rate cards each', () => {
  it.each([
    ['the issues of the draft', 'issues { code entityId }'],
    ['what can be done with it', 'availableActions { action reason } issues { entityId }'],
    ['the issues of each schedule', 'schedules(first: 30) { nodes { issues { code entityId } } }'],
    ['the issues of each schedule, and of the draft', 'issues { entityId } schedules(first: 30) { nodes { issues { entityId } } }'],
  ])('is answered in one call: %s', async (_, selection) => {
    const { data, errors, extensions } = await org.ask<{ account: { draft: object } }>(draft(selection));
    expect(errors).toBeUndefined();
    expect(extensions.cost.d1Calls).toBe(1);
    expect(JSON.stringify(data)).toContain('fee');
  });

  it('has the account page that ships with the API', async () => {
    const { errors, extensions } = await org.ask(ACCOUNT_PAGE, { accountId: 'acme', day: '2026-11-21' });
    expect(errors).toBeUndefined();
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('reads each set once, however many schedules lead to it', async () => {
    const rows = async (first: number) => {
      const query = draft(`schedules(first: ${first}) { nodes { scheduleId rateCards(first: ${CARDS}) { nodes { name currencies } } } }`);
      const { errors, data, extensions } = await org.ask<{
        account: { draft: { schedules: { nodes: { rateCards: { nodes: object[] } }[] } } };
      }>(query);
      expect(errors).toBeUndefined();
      const found = data.account.draft.schedules.nodes;
      expect(found.slice(0, -2).map(({ rateCards }) => rateCards.nodes.length)).toEqual(found.slice(0, -2).map(() => CARDS));
      return extensions.cost.rowsRead;
    };
    const [atThirty, atAll] = [await rows(31), await rows(100)];
    expect(atThirty).toBeGreaterThan(30 * CARDS);
    // The other schedules are read, and no card for them.
    expect(atAll - atThirty).toBeLessThan(70 * 10);
  });

  it('is refused by its size, and not as an error of ours, where one value would be too large for D1', async () => {
    await DB.prepare(`update schedules set pricing_rules = ?2 where org_id = ?1 and draft_id = ${DRAFT}`)
      .bind(org.orgId, JSON.stringify([{ name: 'x'.repeat(100_000), order: 1, computation: '1', action: { type: 'ADD' } }]))
      .run();
    const { errors } = await org.ask(draft('schedules(first: 100) { nodes { pricingRules { name } } }'));
    expect(errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE', limit: 2_000_000 } }]);
    const page = await org.ask<{ account: { draft: { schedules: { nodes: object[] } } } }>(
      draft('schedules(first: 10) { nodes { pricingRules { name } } }'),
    );
    expect(page.data.account.draft.schedules.nodes).toHaveLength(10);
  });
});

describe('A draft of 220 schedules, each with a set of 288 KB of rate cards that all of them share', () => {
  it('is read for its finalize with each card once, and refused for its issues, not as an error of ours', async () => {
    const shared = await openDraft({ schedules: 220, sets: 220, isShared: true });
    const { data, errors, extensions } = await shared.ask<{ finalizeAccountSchedules: { userErrors: { code: string }[] } }>(
      'mutation ($input: FinalizeAccountSchedulesInput!) { finalizeAccountSchedules(input: $input) { userErrors { code } } }',
      { input: { accountId: 'acme' } },
    );
    expect(errors).toBeUndefined();
    expect(data.finalizeAccountSchedules.userErrors.map(({ code }) => code)).toEqual(['FINALIZE_BLOCKED']);
    expect(extensions.cost.d1Calls).toBe(1);
  });
});
