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
});
