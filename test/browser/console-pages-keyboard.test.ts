import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console, focusOf, tabTo } from '../support/console.ts';

let console: Console;

beforeAll(async () => {
  console = await Console.begin();
});

afterAll(() => console?.stop());

async function planId(search: string): Promise<string> {
  const query = 'query ($search: String!) { pricePlans(search: $search, first: 1) { nodes { pricePlanId } } }';
  const { pricePlans } = await console.ask<{ pricePlans: { nodes: { pricePlanId: string }[] } }>(query, { search });
  return pricePlans.nodes[0]?.pricePlanId ?? '';
}

async function offer(): Promise<string> {
  const input = { accountId: 'brightwater', type: 'ENTITLEMENT_GRANT', pricePlanId: await planId('Log Pack'), paymentMode: 'POSTPAID' };
  const { createProposal } = await console.ask<{ createProposal: { proposal: { proposalId: string } } }>(
    'mutation ($input: CreateProposalInput!) { createProposal(input: $input) { proposal { proposalId } } }',
    { input },
  );
  return createProposal.proposal.proposalId;
}

async function customerToken(): Promise<string> {
  const { createDelegateToken } = await console.ask<{ createDelegateToken: { token: string } }>(
    'mutation ($input: CreateDelegateTokenInput!) { createDelegateToken(input: $input) { token } }',
    { input: { accountIds: ['brightwater'], access: 'DECIDE_PROPOSALS' } },
  );
  return createDelegateToken.token;
}

/** Presses a button or follows a link. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: typeof name === 'string' }));
  await page.keyboard.press('Enter');
}
/** Writes into a field, or chooses the option of a select that begins so. */
async function write(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

describe('with the keyboard alone', () => {
  it.each([
    ['an account', '#/accounts', 'ovetail f', 'Dovetail Furniture'],
    ['a plan', '#/plans', 'aul', 'Vault'],
  ])('%s is searched for and opened, and the reader goes on at its heading', async (_what, hash, text, name) => {
    const { page } = await console.open(hash);
    await write(page, 'Search', text);
    await expect.poll(() => page.getByRole('rowheader').allTextContents()).toEqual([name]);
    await press(page, 'link', name);
    await expect.poll(() => focusOf(page)).toBe(`h1 ${name}`);
    await page.close();
  });

  it('a version is chosen, a chart is set to an item and a quantity, and each point of it is read', async () => {
    const { page } = await console.open(`#/plans/${await planId('Team')}`);
    await write(page, 'Version', '2');
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    await expect.poll(() => page.getByLabel('Version', { exact: true }).inputValue()).toBe('2');
    // The select keeps the focus, so that a reader can go on to the next version.
    expect(await page.getByLabel('Version', { exact: true }).evaluate((select) => select === document.activeElement)).toBe(true);
    await write(page, 'By the quantity of', 'Seats');
    await write(page, 'Up to', '12');
    await page.getByText(/^Seats: 12\. Version 2: /).waitFor();
    await tabTo(page, page.getByRole('slider', { name: 'Read the cost at' }));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^Seats: 1\. Version 2: /).waitFor();
    await press(page, 'button', /^Show as a table/);
    await page.getByRole('table', { name: 'Cost of a cycle by Seats' }).waitFor();
    await page.close();
  });

  it.each([
    ['confirmed', /^Move \d+ accounts?$/, /done · .*moved/],
    ['stopped', 'Stop the migration', /done · .*cancelled/],
  ] as const)('a migration is prepared and %s, and the focus is never lost', async (_what, name, outcome) => {
    const { page } = await console.open(`#/plans/${await planId('Enterprise Annual')}`);
    await write(page, 'When', 'At the start of the next');
    await press(page, 'button', 'Prepare the migration');
    await expect.poll(() => focusOf(page)).toBe('h1 Enterprise Annual: version 1 to version 2');
    await press(page, 'button', name);
    await page.getByText(outcome).waitFor();
    await expect.poll(() => focusOf(page)).toBe('h2 Accounts');
    await page.close();
  });

  it.each([
    [/^Approve for /, /^Approved on /],
    ['Decline', /^Declined on /],
  ])('a customer enters a token, answers a proposal by %s, and leaves', async (name, outcome) => {
    const { page } = await console.open(`#/proposals/${await offer()}`);
    await write(page, 'Token', await customerToken());
    await press(page, 'button', 'Use the token');
    await page.getByRole('region', { name: 'Your answer' }).waitFor();
    expect(await focusOf(page)).toBe('h1 Your proposal');
    await write(page, 'Comment', 'As agreed');
    await press(page, 'button', name);
    await page.getByRole('status').getByText(outcome).waitFor();
    await expect.poll(() => focusOf(page)).toMatch(/^h\d /);
    await press(page, 'button', 'Leave');
    await page.getByLabel('Token').waitFor();
    await expect.poll(() => focusOf(page)).toBe('h1 Your proposal');
    await page.close();
  });

  it('a person leaves, comes back with a token, and is told if it is not valid', async () => {
    const { page } = await console.open();
    await press(page, 'button', 'Sign out');
    await expect.poll(() => focusOf(page)).toBe('h1 Billing catalogue');
    await write(page, 'API token', 'tg_live_not_a_token');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Your session has ended.').waitFor();
    await expect.poll(() => focusOf(page)).toBe('h1 Billing catalogue');
    await write(page, 'API token', console.token);
    await press(page, 'button', 'Use the token');
    await page.getByRole('table').getByRole('link', { name: 'Brightwater Labs' }).waitFor();
    expect(await focusOf(page)).toBe('h1 Accounts');
    await page.close();
  });
});
