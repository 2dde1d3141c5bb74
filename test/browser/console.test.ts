import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console } from '../support/console.ts';

let console: Console;

beforeAll(async () => {
  console = await Console.begin();
});

afterAll(() => console?.stop());

describe('the list of accounts', () => {
  it('finds accounts by a part of their name', async () => {
    const { page } = await console.open();
    await page.getByLabel('Search').fill('ovetail f');
    const table = page.getByRole('table', { name: 'Accounts' });
    await expect.poll(() => table.getByRole('rowheader').allTextContents()).toEqual([expect.stringMatching(/^Dovetail/)]);
    await page.close();
  });

  it('says that nothing matches', async () => {
    const { page } = await console.open();
    await page.getByLabel('Search').fill('no such account');
    await page.getByText('No account matches “no such account”.').waitFor();
    await page.close();
  });

  it('leads to an account with the keyboard alone', async () => {
    const { page } = await console.open();
    const link = page.getByRole('table').getByRole('link').first();
    await link.waitFor();
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if (await link.evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/accounts\/./);
    await page.close();
  });
});
