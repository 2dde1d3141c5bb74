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

describe('the changes of an account', () => {
  it('are sentences under its name, which say by whom, however many tokens there are, and which licenses', async () => {
    for (let i = 0; i < 4; i++) {
      const tokens = Array.from(
        { length: 25 },
        (_, j) => `t${j}: createApiToken(input: {name: "Job ${i} ${j}", scopes: [PLANS_READ]}) { userErrors { message } }`,
      );
      const created = await console.ask<Record<string, { userErrors: object[] }>>(`mutation { ${tokens.join(' ')} }`);
      expect(Object.values(created).flatMap(({ userErrors }) => userErrors)).toEqual([]);
    }
    const { page } = await console.open('#/accounts/brightwater/changes');
    await page.getByRole('heading', { name: 'Brightwater Logistics', level: 1 }).waitFor();
    await expect.poll(() => page.title()).toBe('Brightwater Logistics · Billing catalogue');
    const changes = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
    await changes
      .getByText(/^By the API token “[^”]+”$/)
      .first()
      .waitFor();
    await changes
      .getByText(/^The account holds \d+ of the license seat from .* on\.$/)
      .first()
      .waitFor();
    expect(await changes.getByText(/\b(tok|dlg|lic)\./).count()).toBe(0);
    await page.close();
  });

  it('are said not to be there where the account is not', async () => {
    const { page } = await console.open('#/accounts/nobody/changes');
    await page.getByRole('alert').getByText('There is no account nobody.').waitFor();
    await page.close();
  });
});
