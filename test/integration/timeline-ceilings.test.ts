import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_SCHEDULES } from '../../src/domain/schedule/edit.ts';
import { MAX_PRE_ACTIONS } from '../../src/operations/schedule/pre-actions.ts';
import { WRITTEN_IDS } from '../../src/store/tables/json-bytes.ts';
import { DB } from '../support/database.ts';
import { Organization } from '../support/organization.ts';

const PLANNED = 'startDate endDate isOverridden pricePlan { name version rateCards(first: 5) { totalCount nodes { name } } }';

/** An account of 201 schedules: Basic for ever, with Pro over half of each of a hundred years. */
let org: Organization;
let pro: string;

beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
  const basic = await org.plan('Basic');
  pro = await org.plan('Pro');
  await write([{ pricePlanId: basic, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' }]);
  for (let decade = 2030; decade < 2130; decade += 10) {
    await write(Array.from({ length: 10 }, (_, i) => half(decade + i)));
  }
});

const half = (year: number) => ({ pricePlanId: pro, effectiveFrom: `${year}-01-01`, effectiveUntil: `${year}-07-01` });
const write = (edits: object[]) => org.done('updatePricingScheduleBatch', 'account { revision }', { accountId: 'acme', edits }, 'account');

/** What a mutation answered and cost, with the draft, its changes and the timeline selected beneath it where it has them. */
async function cost(mutation: string, input: object, selection: string) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
  const { data, extensions } = await org.ask<{ done: { userErrors: object[] } }>(document, { input });
  expect(data.done.userErrors).toEqual([]);
  return extensions.cost.d1Calls;
}

describe('A timeline of 201 schedules', () => {
  it.each([
    ['the timeline, page by page', `schedules(first: 100) { totalCount nodes { ${PLANNED} } }`],
    ['the schedule on a day', `scheduleAt(day: "2100-03-03") { ${PLANNED} }`],
    ['what was known at an instant', `schedules(first: 100, asOf: "2026-11-21T08:00:01Z") { nodes { startDate } }`],
    ['its history', 'timelineRevisions(first: 20) { totalCount nodes { revision changes { __typename } } }'],
  ])('is read in one call: %s', async (_title, selection) => {
    const { errors, extensions } = await org.ask(`{ account(by: {accountId: "acme"}) { ${selection} } }`);
    expect(errors).toBeUndefined();
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('has a history whose pages cost what is on them, however long it is', async () => {
    const page = '{ account(by: {accountId: "acme"}) { timelineRevisions(first: 2) { nodes { changes { __typename } } } } }';
    const { extensions } = await org.ask(page);
    // Each of the two revisions cut one schedule and added twenty; without what names its rows all of the history would be read twice for each.
    expect(extensions.cost.rowsRead).toBeLessThan(300);
  });

  it('is read once by an edit of one of its schedules, which writes as much as an edit of a short timeline', async () => {
    const document =
      'mutation ($input: UpdatePricingScheduleInput!) { done: updatePricingSchedule(input: $input) { userErrors { code } } }';
    const { data, extensions } = await org.ask(document, { input: { accountId: 'acme', ...half(2190) } });
    expect(data).toEqual({ done: { userErrors: [] } });
    const { rowsRead, rowsWritten } = extensions.cost;
    // A schedule is an entry of the timeline, a row, and its plan version.
    expect(rowsRead).toBeLessThanOrEqual(3 * 201 + 80);
    expect(rowsWritten).toBeLessThanOrEqual(45);
  });

  it('is changed in two calls by whatever changes it, with all of the answer selected', async () => {
    const accountId = 'acme';
    const schedules = `schedules { ${PLANNED} }`;
    const draft = `draft { isStale changes { __typename } schedules(first: 100) { totalCount nodes { ${PLANNED} } } }`;
    const clear = (year: number) => ({ mode: 'DISASSOCIATE', effectiveFrom: `${year}-01-01`, effectiveUntil: `${year}-02-01` });

    expect(await cost('updatePricingSchedule', { accountId, ...half(2200) }, schedules)).toBe(2);
    const edits = Array.from({ length: 10 }, (_, i) => half(2210 + i));
    expect(await cost('updatePricingScheduleBatch', { accountId, edits, dryRun: true }, 'outline { schedules { startDate } }')).toBe(1);
    expect(await cost('updatePricingScheduleBatch', { accountId, edits }, `${schedules} outline { schedules { startDate } }`)).toBe(2);
    expect(await cost('bulkEditSchedules', { accountId, edits: [clear(2300)] }, `${draft} ${schedules}`)).toBe(2);

    const { data } = await org.ask<{ account: { scheduleAt: { scheduleId: string } } }>(
      '{ account(by: {accountId: "acme"}) { scheduleAt(day: "2030-02-02") { scheduleId } } }',
    );
    const { scheduleId } = data.account.scheduleAt;
    const pricingRules = [{ name: 'rebate', order: 1, computation: '-10', action: { type: 'ADD' } }];
    expect(await cost('updateSchedulePricingRules', { scheduleId, pricingRules }, `${draft} schedule { ${PLANNED} }`)).toBe(2);
    const operations = [{ actionType: 'DELETE', rateCardName: 'fee' }];
    expect(await cost('bulkRateCardOperationsOnSchedule', { scheduleId, operations }, draft)).toBe(2);

    await write([half(2400)]);
    expect(await cost('rebaseDraft', { accountId }, `${draft} ${schedules}`)).toBe(2);
    expect(await cost('finalizeAccountSchedules', { accountId, mergeSchedules: true }, schedules)).toBe(2);
    expect(await cost('bulkEditSchedules', { accountId, edits: [clear(2301)] }, draft)).toBe(2);
    expect(await cost('discardAccountSchedules', { accountId }, 'account { schedules { totalCount } }')).toBe(2);
  });
});

describe('A draft of 201 schedules', () => {
  it('is finalized by moving its rows, which writes four for each: a third of writing them again', async () => {
    const drafting = await Organization.begin();
    await drafting.customer('acme');
    const [base, half] = [await drafting.plan('Base'), await drafting.plan('Half')];
    const edit = (pricePlanId: string, effectiveFrom: string, effectiveUntil: string) => ({
      effectiveFrom,
      effectiveUntil,
      associationConfig: { pricePlanId },
    });
    const years = (decade: number) => Array.from({ length: 10 }, (_, i) => edit(half, `${decade + i}-01-01`, `${decade + i}-07-01`));
    const decades = Array.from({ length: 10 }, (_, i) => years(2030 + 10 * i));
    for (const edits of [[edit(base, '2026-01-01', '9999-01-01')], ...decades]) {
      await drafting.done('bulkEditSchedules', 'draft { revision }', { accountId: 'acme', edits }, 'draft');
    }
    const { data } = await drafting.ask<{ account: { draft: { draftId: string } } }>(
      '{ account(by: { accountId: "acme" }) { draft { draftId } } }',
    );
    const finalized = await drafting.ask<{ done: { userErrors: object[]; schedules: object[] } }>(
      'mutation ($input: FinalizeAccountSchedulesInput!) { done: finalizeAccountSchedules(input: $input) { schedules { startDate } userErrors { code } } }',
      { input: { accountId: 'acme', draftId: data.account.draft.draftId } },
    );
    expect(finalized.data?.done).toMatchObject({ schedules: { length: 201 }, userErrors: [] });
    expect(finalized.extensions.cost.rowsWritten).toBeLessThanOrEqual(4 * 201 + 25);

    // The largest finalize names as much for each of its schedules and license updates.
    const entry = 'select entities from audit_entries where org_id = ? order by seq desc limit 1';
    const entities = await DB.prepare(entry).bind(drafting.orgId).first<string>('entities');
    expect(JSON.parse(entities ?? '')).toHaveLength(2 + 201);
    const each = Math.ceil((entities ?? '').length / (2 + 201));
    expect((2 + MAX_SCHEDULES + MAX_PRE_ACTIONS) * each).toBeLessThanOrEqual(WRITTEN_IDS);
  });
});
