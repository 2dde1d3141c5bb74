import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, Console, NARROW, overflowOf } from '../support/console.ts';

let console: Console;

beforeAll(async () => {
  console = await Console.begin();
});

afterAll(() => console?.stop());

/** Runs a request of the test's own, beside the page. */
async function ask(query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${console.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${console.token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data: Record<string, unknown>; errors?: unknown } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

const open = async (accountId: string): Promise<Page> => {
  const { page } = await console.open(`#/accounts/${accountId}`);
  await page.getByRole('group', { name: 'Timeline' }).waitFor();
  return page;
};
const draftOf = async (accountId: string) =>
  (
    (await ask(
      'query ($accountId: String!) { account(by: {accountId: $accountId}) { draft { schedules { nodes { startDate endDate } } } } }',
      {
        accountId,
      },
    )) as { account: { draft: { schedules: { nodes: { startDate: string; endDate: string }[] } } | null } }
  ).account.draft;
const addDays = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
/** The first day on which the contract of an account may change. */
const earliestOf = async (accountId: string): Promise<string> =>
  (
    (await ask('query ($accountId: String!) { account(by: {accountId: $accountId}) { earliestChange } }', { accountId })) as {
      account: { earliestChange: string };
    }
  ).account.earliestChange;

/** A day as the page in the tests' browser writes it. */
const dayText = (day: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day));

describe('an edit by form', () => {
  it('shows what it changes and what the cycles cost before it is saved, and writes nothing until then', async () => {
    const page = await open('dovetail');
    const from = addDays(await earliestOf('dovetail'), 40);
    await page.getByLabel('Action').selectOption({ label: 'Attach a plan' });
    await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Team v3' });
    await page.getByLabel('From', { exact: true }).fill(from);
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByRole('img', { name: /^Before .* after / }).waitFor();
    const table = preview.getByRole('table');
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Line', 'Before', 'After', 'Difference', 'Reasons']);
    expect(await table.getByRole('rowheader').last().textContent()).toBe('Total');
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: NARROW, height: 640 });
    await expect.poll(() => overflowOf(page)).toBe(0);
    expect(await draftOf('dovetail')).toBeNull();

    await preview.getByRole('button', { name: 'Save in the draft' }).click();
    await page.getByText('The draft has the edit.').waitFor();
    expect((await draftOf('dovetail'))?.schedules.nodes.at(-1)?.startDate).toBe(from);
    await page.close();
  });

  it('needs a plan, and says so at its field', async () => {
    const page = await open('copperleaf-treasury');
    await page.getByRole('button', { name: 'Preview' }).click();
    const plan = page.getByLabel('Plan', { exact: true });
    expect(await plan.evaluate((field) => field === document.activeElement && field.matches(':invalid'))).toBe(true);
    await page.close();
  });

  it.each([
    ['before its first day', '2030-01-01'],
    ['that is no day of the API', '9999-12-31'],
  ])('with an end %s is refused beside that field, and writes nothing', async (_what, until) => {
    const page = await open('copperleaf-treasury');
    await page.getByLabel('Action').selectOption({ label: 'Pause' });
    await page.getByLabel('From', { exact: true }).fill('2030-02-01');
    await page.getByLabel('Until', { exact: true }).fill(until);
    await page.getByRole('button', { name: 'Preview' }).click();
    const field = page.getByLabel('Until', { exact: true });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    const description = await field.evaluate((input) =>
      (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(description).toHaveLength(2);
    expect(description[1]).toMatch(/\w+ .*\./);
    expect(await draftOf('copperleaf-treasury')).toBeNull();
    await page.close();
  });
});

describe('what was previewed', () => {
  const begun = async () => {
    const page = await open('copperleaf-treasury');
    await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Vault v2' });
    await page.getByLabel('From', { exact: true }).fill(addDays(await earliestOf('copperleaf-treasury'), 40));
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('button', { name: 'Save in the draft' }).waitFor();
    return page;
  };

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['the action', (page) => page.getByLabel('Action').selectOption({ label: 'Pause' })],
    ['the plan', (page) => page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Team v3' })],
    ['the first day', (page) => page.getByLabel('From', { exact: true }).fill('2030-01-01')],
    ['the end', (page) => page.getByLabel('Until', { exact: true }).fill('2032-01-01')],
    ['the schedule, on the timeline', (page) => page.getByRole('group', { name: 'Contract' }).getByRole('button').first().press('Enter')],
  ])('cannot be saved any more once %s is another', async (_what, change) => {
    const page = await begun();
    await change(page);
    await expect.poll(() => page.getByRole('button', { name: 'Save in the draft' }).count()).toBe(0);
    expect(await draftOf('copperleaf-treasury')).toBeNull();
    await page.close();
  });

  it('is forgotten with the draft', async () => {
    const page = await begun();
    await page.getByRole('button', { name: 'Save in the draft' }).click();
    const said = page.getByText('The draft has the edit.');
    await said.waitFor();
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('region', { name: 'Draft', exact: true }).waitFor({ state: 'detached' });
    expect(await said.count()).toBe(0);
    await page.close();
  });
});

describe('moving an end of a schedule', () => {
  it('takes the keyboard alone: a day by the arrow keys, a month by the page keys, Escape leaves it', async () => {
    const page = await open('copperleaf-treasury');
    await page.getByLabel('Zoom').selectOption({ label: '3 years' });
    const handle = page.getByRole('slider', { name: /^(End|First day) of / }).last();
    await handle.waitFor();
    const before = await handle.getAttribute('aria-valuetext');
    await handle.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    expect(await handle.getAttribute('aria-valuetext')).not.toBe(before);
    await page.keyboard.press('Escape');
    expect(await handle.getAttribute('aria-valuetext')).toBe(before);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('Action').inputValue()).toMatch(/^(pause|associate)$/);
    expect(await draftOf('copperleaf-treasury')).toBeNull();
    await page.close();
  });

  it('takes the pointer, and shows what it would change before anything is written', async () => {
    const page = await open('brightwater');
    const handle = page.getByRole('group', { name: 'Draft' }).getByRole('slider', { name: /^End of Vault/ });
    const box = await handle.boundingBox();
    if (!box) throw new Error('the handle is not drawn');
    const before = await draftOf('brightwater');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 20, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('status').getByRole('listitem').first().waitFor();
    expect(await page.getByLabel('Action').inputValue()).toBe('pause');
    expect(await draftOf('brightwater')).toEqual(before);
    await page.close();
  });
});

describe('moving an end of a schedule into days without one', () => {
  const bulk =
    'mutation ($input: BulkEditSchedulesInput!) { bulkEditSchedules(input: $input) { schedules { startDate } userErrors { message } } }';

  it.each([
    ['End', 'ArrowRight'],
    ['First day', 'ArrowLeft'],
  ])('%s: prolongs it, and is saved', async (edge, key) => {
    const accountId = 'harborline';
    const from = addDays(await earliestOf(accountId), 40);
    const { account } = (await ask(
      'query ($accountId: String!) { account(by: {accountId: $accountId}) { schedules(first: 1) { nodes { scheduleId } } } }',
      { accountId },
    )) as { account: { schedules: { nodes: { scheduleId: string }[] } } };
    const scheduleId = account.schedules.nodes[0]?.scheduleId;
    const edits = [
      { mode: 'DISASSOCIATE', effectiveFrom: '2000-01-01', effectiveUntil: '9999-01-01' },
      { effectiveFrom: from, effectiveUntil: addDays(from, 90), associationConfig: { scheduleId } },
    ];
    expect(Object(await ask(bulk, { input: { accountId, discard: true, edits } })).bulkEditSchedules.userErrors).toEqual([]);

    const page = await open(accountId);
    const handle = page.getByRole('group', { name: 'Draft' }).getByRole('slider', { name: new RegExp(`^${edge} of`) });
    await handle.focus();
    await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByRole('button', { name: 'Save in the draft' }).click();
    await page.getByText('The draft has the edit.').waitFor();
    const days = edge === 'End' ? [from, addDays(from, 91)] : [addDays(from, -1), addDays(from, 90)];
    expect((await draftOf(accountId))?.schedules.nodes).toEqual([{ startDate: days[0], endDate: days[1] }]);
    await page.close();
  });
});

describe('the cycles of a schedule', () => {
  it('are told one after the other by the arrow keys, with their due days', async () => {
    const page = await open('brightwater');
    const bar = page.getByRole('group', { name: 'Contract' }).getByRole('button', { name: /^Team v3/ });
    await bar.focus();
    await page.keyboard.press('ArrowRight');
    const first = await page.getByText(/^Team v3: cycle .*, due /).textContent();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByText(/^Team v3: cycle .*, due /).textContent()).not.toBe(first);
    await page.close();
  });

  it('are in the table with the same content', async () => {
    const page = await open('brightwater');
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    const contract = page.getByRole('table', { name: 'Contract' });
    expect(await contract.getByRole('columnheader').allTextContents()).toContain('Cycles and due days');
    expect(await contract.getByText(/, due /).count()).toBeGreaterThan(5);
    expect(await page.getByRole('table', { name: 'Draft' }).getByText('Gap').count()).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.close();
  });
});

describe('a timeline as it was recorded', () => {
  it('is shown at the revision that the slider is at, without the draft and without forms', async () => {
    const page = await open('brightwater');
    const slider = page.getByRole('slider', { name: 'As recorded on' });
    await slider.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^Revision 1, /);
    await expect.poll(() => page.getByRole('group', { name: 'Draft' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Edit the draft' }).count()).toBe(0);
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'Edit the draft' }).waitFor();
    await page.close();
  });
});

describe('a price', () => {
  it('is overridden in the draft, from a day on, and finalized with the draft', async () => {
    const page = await open('dovetail-outlet');
    const from = addDays(await earliestOf('dovetail-outlet'), 30);
    await page.getByLabel('Action').selectOption({ label: 'Override a price' });
    await page.getByLabel('Schedule', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('From', { exact: true }).fill(from);
    await page.getByLabel('Rate card').selectOption({ label: 'Platform fee' });
    await page.getByLabel('Price in USD').fill('7.5');
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await preview.getByRole('img', { name: /^Before .* after / }).waitFor();
    expect(await draftOf('dovetail-outlet')).toBeNull();
    await preview.getByRole('button', { name: 'Save in the draft' }).click();
    await page.getByText('The draft has the edit.').waitFor();
    const panel = page.getByRole('region', { name: 'Draft', exact: true });
    await panel.getByRole('img', { name: /^Before / }).waitFor();
    await panel.getByRole('button', { name: 'Finalize' }).click();
    await panel.waitFor({ state: 'detached' });
    const data = (await ask(
      '{ account(by: {accountId: "dovetail-outlet"}) { draft { id } scheduleAt(day: "' +
        from +
        '") { isOverridden rateCards(first: 50) { nodes { displayName ... on FixedFeeRateCard { rateValues { currency rate } } } } } } }',
    )) as { account: { draft: null; scheduleAt: { isOverridden: boolean; rateCards: { nodes: object[] } } } };
    expect(data.account.draft).toBeNull();
    expect(data.account.scheduleAt.isOverridden).toBe(true);
    expect(JSON.stringify(data.account.scheduleAt.rateCards)).toContain('"rate":"7.5"');
    await page.close();
  });
});

describe('a price that is none', () => {
  it.each(['-5', 'abc', '1,5'])(
    '%s is refused beside its field, and writes nothing; another is then taken, and another again',
    async (text) => {
      const accountId = 'dovetail-outlet';
      const page = await open(accountId);
      const from = addDays(await earliestOf(accountId), 10);
      await page.getByLabel('Action').selectOption({ label: 'Override a price' });
      await page.getByLabel('Schedule', { exact: true }).selectOption({ index: 1 });
      await page.getByLabel('From', { exact: true }).fill(from);
      await page.getByLabel('Rate card').selectOption({ label: 'Platform fee' });
      const price = page.getByLabel(/^Price in /).first();
      const preview = page.getByRole('button', { name: 'Preview' });
      await price.fill(text);
      await preview.click();
      await expect.poll(() => price.getAttribute('aria-invalid')).toBe('true');
      expect(await draftOf(accountId)).toBeNull();

      for (const good of ['5', '6.25']) {
        await price.fill(good);
        await preview.click();
        await page.getByRole('button', { name: 'Save in the draft' }).click();
        await page.getByText('The draft has the edit.').waitFor();
        await expect.poll(() => price.inputValue()).toBe(good);
      }
      const nodes = (await draftOf(accountId))?.schedules.nodes ?? [];
      expect(nodes.filter(({ startDate }) => startDate === from)).toHaveLength(1);
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.getByRole('region', { name: 'Draft', exact: true }).waitFor({ state: 'detached' });
      await page.close();
    },
  );

  it('on a day after the schedule is refused beside the day', async () => {
    const page = await open('brightwater');
    await page.getByLabel('Action').selectOption({ label: 'Override a price' });
    await page.getByLabel('Schedule', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('From', { exact: true }).fill('9998-01-01');
    await page.getByLabel('Rate card').selectOption({ label: 'Platform fee' });
    const before = await draftOf('brightwater');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect.poll(() => page.getByLabel('From', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await draftOf('brightwater')).toEqual(before);
    await page.close();
  });
});

describe('a timeline of more schedules than a page of the API has', () => {
  it('is drawn whole, in the draft and in the contract', async () => {
    const accountId = 'copperleaf-treasury';
    const { account, pricePlans } = (await ask(
      `{ account(by: {accountId: "${accountId}"}) { earliestChange }
        pricePlans(first: 50, where: {type: {eq: BILLING}}) { nodes { pricePlanId name } } }`,
    )) as { account: { earliestChange: string }; pricePlans: { nodes: { pricePlanId: string; name: string }[] } };
    const pricePlanId = pricePlans.nodes.find(({ name }) => name === 'Team')?.pricePlanId;
    const edits = Array.from({ length: 110 }, (_, i) => ({
      effectiveFrom: addDays(account.earliestChange, 2 * i),
      effectiveUntil: addDays(account.earliestChange, 2 * i + 1),
      associationConfig: { pricePlanId },
    }));
    const bulk = 'mutation ($input: BulkEditSchedulesInput!) { bulkEditSchedules(input: $input) { userErrors { message } } }';
    for (let i = 0; i < edits.length; i += 10) {
      const { bulkEditSchedules } = await ask(bulk, { input: { accountId, edits: edits.slice(i, i + 10) } });
      expect(bulkEditSchedules).toEqual({ userErrors: [] });
    }
    const page = await open(accountId);
    const last = edits.at(-1)?.effectiveFrom ?? '';
    const barsOf = (lane: string) =>
      page.getByRole('group', { name: lane, exact: true }).getByRole('button', { name: new RegExp(`Team v3, ${dayText(last)}`) });
    await barsOf('Draft').waitFor();
    const panel = page.getByRole('region', { name: 'Draft', exact: true });
    await panel.getByRole('button', { name: 'Finalize' }).click();
    await panel.waitFor({ state: 'detached' });
    await barsOf('Contract').waitFor();
    await page.close();
  });
});

describe('a stale draft', () => {
  it('is not finalized, says which edits collide when it is rebased, and can be discarded', async () => {
    const from = addDays(await earliestOf('harborline-fleet'), 60);
    const plans = (await ask(
      '{ pricePlans(first: 50, where: {type: {eq: BILLING}}) { nodes { pricePlanId name activeVersion { id } } } }',
    )) as {
      pricePlans: { nodes: { pricePlanId: string; name: string }[] };
    };
    const planOf = (name: string) => plans.pricePlans.nodes.find((plan) => plan.name === name)?.pricePlanId ?? '';
    const edit = (pricePlanId: string) => [{ effectiveFrom: from, effectiveUntil: '9999-01-01', associationConfig: { pricePlanId } }];
    const bulk = 'mutation ($input: BulkEditSchedulesInput!) { bulkEditSchedules(input: $input) { userErrors { message } } }';
    const refused = (data: Record<string, unknown>) => Object.values(data).flatMap((payload) => Object(payload).userErrors);
    expect(refused(await ask(bulk, { input: { accountId: 'harborline-fleet', edits: edit(planOf('Team')) } }))).toEqual([]);
    const direct = 'mutation ($input: UpdatePricingScheduleInput!) { updatePricingSchedule(input: $input) { userErrors { message } } }';
    const input = { accountId: 'harborline-fleet', effectiveFrom: from, effectiveUntil: '9999-01-01', pricePlanId: planOf('Vault') };
    expect(refused(await ask(direct, { input }))).toEqual([]);

    const page = await open('harborline-fleet');
    const panel = page.getByRole('region', { name: 'Draft', exact: true });
    expect(await panel.getByRole('button', { name: 'Finalize' }).isDisabled()).toBe(true);
    await panel.getByText('The contract has changed since this draft was begun.').waitFor();
    await panel.getByRole('button', { name: 'Rebase' }).click();
    await panel.getByRole('table', { name: 'Collisions' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Discard' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(await draftOf('harborline-fleet')).toBeNull();
    await page.close();
  });
});
