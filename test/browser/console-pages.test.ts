import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, Console, type ConsolePage, NARROW, overflowOf } from '../support/console.ts';
import { lengthenTexts } from '../support/long-texts.ts';

let console: Console;

/** Every text of a caller is as long as it may be, and has no space to break at. */
beforeAll(async () => {
  console = await Console.begin({ prepare: lengthenTexts });
});

afterAll(() => console?.stop());

interface Plans {
  readonly pricePlans: { readonly nodes: readonly { readonly pricePlanId: string }[] };
}
async function planId(search: string): Promise<string> {
  const query = 'query ($search: String!) { pricePlans(search: $search, first: 1) { nodes { pricePlanId } } }';
  return (await console.ask<Plans>(query, { search })).pricePlans.nodes[0]?.pricePlanId ?? '';
}

const plan = async (search: string, query = ''): Promise<string> => `#/plans/${await planId(search)}${query}`;

async function migration(): Promise<string> {
  const { jobs } = await console.ask<{ jobs: { nodes: { jobId: string }[] } }>('{ jobs(first: 1) { nodes { jobId } } }');
  return `#/plans/migrations/${jobs.nodes[0]?.jobId}`;
}

async function failedMigration(): Promise<string> {
  const target = { targetId: await planId('Managed Rollout'), migrationMode: 'NEXT_CYCLE' };
  const { migratePricePlan } = await console.ask<{ migratePricePlan: { job: { jobId: string } } }>(
    'mutation ($input: MigratePricePlanInput!) { migratePricePlan(input: $input) { job { jobId } } }',
    { input: { sourceId: await planId('Metered API'), sourceVersion: 1, ...target } },
  );
  return `#/plans/migrations/${migratePricePlan.job.jobId}`;
}

async function customerToken(): Promise<string> {
  const { createDelegateToken } = await console.ask<{ createDelegateToken: { token: string } }>(
    'mutation ($input: CreateDelegateTokenInput!) { createDelegateToken(input: $input) { token } }',
    { input: { accountIds: ['brightwater'], access: 'DECIDE_PROPOSALS' } },
  );
  return createDelegateToken.token;
}

async function proposal(status: string): Promise<string> {
  const { proposals } = await console.ask<{ proposals: { nodes: { proposalId: string }[] } }>(
    `{ proposals(first: 1, where: { accountId: { eq: "brightwater" }, status: { eq: ${status} }, type: { eq: ENTITLEMENT_GRANT } }) { nodes { proposalId } } }`,
  );
  return `#/proposals/${proposals.nodes[0]?.proposalId}`;
}

/** Opens a page with a token that somebody has entered within its tab. */
async function openWith(key: 'token' | 'customer-token', token: string, hash: string): Promise<ConsolePage> {
  const opened = await console.open('#/');
  await opened.page.evaluate(([name, value]) => sessionStorage.setItem(name, value), [key, token] as const);
  await opened.page.goto('about:blank');
  await opened.page.goto(`${console.origin}/${hash}`);
  return opened;
}
const asCustomer = async (hash: string): Promise<ConsolePage> => openWith('customer-token', await customerToken(), hash);

async function ownToken(): Promise<string> {
  const { createApiToken } = await console.ask<{ createApiToken: { secret: string } }>(
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }',
    { input: { name: 'Console', scopes: ['ACCOUNTS_READ', 'CUSTOMERS_READ', 'SCHEDULES_READ', 'PLANS_READ', 'PROPOSALS_READ'] } },
  );
  return createApiToken.secret;
}

/** Every page, how people come to it, and what it shows once it has been read. */
const PAGES: readonly [name: string, open: () => Promise<ConsolePage>, text: string | RegExp][] = [
  ['accounts', () => console.open(), /^Brightwater Labs/],
  ['accounts, for a token of the reader', async () => openWith('token', await ownToken(), '#/accounts'), /^Brightwater Labs/],
  ['of a timeline', () => console.open('#/accounts/brightwater'), 'Costs before and after'],
  ['of an unknown account', () => console.open(`#/accounts/${'W'.repeat(50)}`), /^There is no account/],
  ['of changes', () => console.open('#/accounts/brightwater/changes'), 'The draft was edited.'],
  ['of plans', () => console.open('#/plans'), /^Metered API/],
  ['of a plan', async () => console.open(await plan('Team', '?version=3&since=2')), 'Read the cost at'],
  ['of a draft with issues', async () => console.open(await plan('Scale')), /has no rate in EUR/],
  ['of a plan that is bought once', async () => console.open(await plan('Log Pack')), '10,000,000 for 90 days'],
  ['of a migration', async () => console.open(await migration()), /^\d+ of \d+ done/],
  ['of a migration that failed', async () => console.open(await failedMigration()), /invoiced in EUR/],
  ['of nothing', () => console.open('#/nowhere'), 'Go to the accounts'],
  [
    'to sign in',
    async () => {
      const opened = await console.open();
      await opened.page.getByRole('button', { name: 'Sign out' }).click();
      return opened;
    },
    'API token',
  ],
  ["for a customer's token", () => console.open('#/proposals'), 'You were sent it with the proposal.'],
  [
    "for a customer's token, to staff",
    async () => openWith('token', console.token, await proposal('PROPOSAL_ACTIVE')),
    'Look as the customer',
  ],
  ['of proposals', () => asCustomer('#/proposals'), 'Waits for your answer'],
  ['of a proposal', async () => asCustomer(await proposal('PROPOSAL_ACTIVE')), '10,000,000 for 90 days'],
  ['of an answered proposal', async () => asCustomer(await proposal('PROPOSAL_APPROVED')), '10,000,000 for 90 days'],
];

/** Returns what has more content than room, and neither wraps nor scrolls: it is drawn over what is beside it, or cut. */
const overfullOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, header *')]
      .filter((element) => element instanceof HTMLElement && !element.closest('.hidden, .scrolling, select'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );

/** Scrolls every wide table to its end, and returns the captions that are not wholly in view then. */
const lostCaptionsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.scrolling')].flatMap((table) => {
      table.scrollLeft = table.scrollWidth;
      const [seen, text] = [table.getBoundingClientRect(), table.querySelector('caption span')?.getBoundingClientRect()];
      return text && text.left >= seen.left - 1 && text.right <= seen.right + 1 ? [] : [table.outerHTML.slice(0, 200)];
    }),
  );

describe.each(PAGES)('the page %s', (_name, open, text) => {
  it('has nothing that axe reports in either theme, logs nothing, and with the longest texts needs no more width than a small phone has', async () => {
    const { page, faults } = await open();
    await page.getByText(text).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await overfullOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: NARROW, height: 640 });
    await expect.poll(() => overflowOf(page)).toBe(0);
    expect(await overfullOf(page)).toEqual([]);
    expect(await lostCaptionsOf(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });
});
