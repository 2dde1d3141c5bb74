import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console, focusOf, tabTo } from '../support/console.ts';

let console: Console;

beforeAll(async () => {
  console = await Console.begin();
});

afterAll(() => console?.stop());

const ACCOUNT = 'copperleaf-treasury';

const open = async (): Promise<Page> => {
  const { page } = await console.open(`#/accounts/${ACCOUNT}`);
  await page.getByRole('group', { name: 'Timeline' }).waitFor();
  return page;
};
const addDays = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
/** The first day on which the contract of an account may change. */
const earliestOf = async (accountId: string): Promise<string> =>
  (
    await console.ask<{ account: { earliestChange: string } }>(
      'query ($accountId: String!) { account(by: {accountId: $accountId}) { earliestChange } }',
      { accountId },
    )
  ).account.earliestChange;
const draftOf = async (accountId: string): Promise<object | null> =>
  (
    await console.ask<{ account: { draft: object | null } }>(
      'query ($accountId: String!) { account(by: {accountId: $accountId}) { draft { schedules { nodes { startDate } } } } }',
      { accountId },
    )
  ).account.draft;

/** Chooses an option of a select by the letters that it begins with. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(option);
}
/** Writes a day as somebody in Britain does. */
async function writeDay(page: Page, label: string, day: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(day.split('-').reverse().join(''));
}
async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}
const saved = (page: Page) =>
  page
    .getByRole('status')
    .getByText(/^.?The draft has the/)
    .waitFor();

/** Each form that edits a draft, written and saved without a pointer. */
const FORMS: readonly [name: string, save: (page: Page, from: string) => Promise<void>][] = [
  [
    'a plan is attached',
    async (page, from) => {
      await choose(page, 'Plan', 'Vault');
      await writeDay(page, 'From', from);
      await press(page, 'Preview');
      await press(page, 'Save in the draft');
    },
  ],
  [
    'a contract is paused',
    async (page, from) => {
      await choose(page, 'Action', 'Pause');
      await writeDay(page, 'From', from);
      await press(page, 'Preview');
      await press(page, 'Save in the draft');
    },
  ],
  [
    'an end of a schedule is moved',
    async (page) => {
      await choose(page, 'Zoom', '6 years');
      await tabTo(page, page.getByRole('slider', { name: /^First day of / }).last());
      await page.keyboard.press('PageUp');
      await page.keyboard.press('Enter');
      await press(page, 'Save in the draft');
    },
  ],
];

describe('with the keyboard alone', () => {
  it.each(FORMS)('%s and the draft is discarded, and the focus is never lost', async (_name, save) => {
    const page = await open();
    const from = addDays(await earliestOf(ACCOUNT), 40);
    await save(page, from);
    await saved(page);
    expect(await focusOf(page)).toBe('h2 Edit the draft');
    expect(await draftOf(ACCOUNT)).not.toBeNull();
    await press(page, 'Discard');
    await page.getByRole('status').getByText('The draft is discarded.').waitFor();
    await expect.poll(() => focusOf(page)).toBe('h2 Edit the draft');
    expect(await draftOf(ACCOUNT)).toBeNull();
    await page.close();
  });

  // These change the contract, so that they come after what counts on its schedules.
  it('a price is overridden on some days, and the draft finalized, and the focus is never lost', async () => {
    const page = await open();
    await choose(page, 'Action', 'Override');
    await choose(page, 'Schedule', 'Team');
    await choose(page, 'Rate card', 'Platform');
    const price = page.getByLabel(/^Price in /).first();
    await tabTo(page, price);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1,5');
    await press(page, 'Preview');
    await expect.poll(() => price.getAttribute('aria-invalid')).toBe('true');
    expect(await focusOf(page)).toBe('button Preview');
    expect(await draftOf(ACCOUNT)).toBeNull();
    await tabTo(page, price);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('7.25');
    await press(page, 'Preview');
    await press(page, 'Save in the draft');
    await saved(page);
    expect(await focusOf(page)).toBe('h2 Edit the draft');
    await press(page, 'Finalize');
    await page.getByRole('status').getByText('The draft is finalized').waitFor();
    await expect.poll(() => focusOf(page)).toBe('h2 Edit the draft');
    expect(await draftOf(ACCOUNT)).toBeNull();
    await page.close();
  });

  it('the picture of a timeline is skipped by one key, however many schedules it has', async () => {
    const page = await open();
    await press(page, 'Skip the picture');
    expect(await focusOf(page)).toMatch(/^p Today is /);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('range');
    await page.close();
  });

  it('a stale draft is rebased, and the focus goes to what is said of the draft', async () => {
    const accountId = ACCOUNT;
    const from = addDays(await earliestOf(accountId), 10);
    const done = async (mutation: string, input: object): Promise<void> => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { userErrors { message } } }`;
      const { answer } = await console.ask<{ answer: { userErrors: object[] } }>(document, { input: { accountId, ...input } });
      expect(answer.userErrors).toEqual([]);
    };
    const pause = { mode: 'DISASSOCIATE', effectiveFrom: addDays(from, 30), effectiveUntil: addDays(from, 35) };
    await done('bulkEditSchedules', { edits: [pause] });
    await done('updatePricingSchedule', { mode: 'DISASSOCIATE', effectiveFrom: from, effectiveUntil: addDays(from, 5) });

    const page = await open();
    await press(page, 'Rebase');
    await page.getByRole('status').getByText('The draft is rebased').waitFor();
    await expect.poll(() => focusOf(page)).toBe('h2 Draft');
    await press(page, 'Discard');
    await page.getByRole('status').getByText('The draft is discarded.').waitFor();
    await page.close();
  });
});
