import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../support/clock.ts';
import { axeFindings, Console, tabTo } from '../support/console.ts';
import { identityProvider } from '../support/identity-provider.ts';
import { LocalServer } from '../support/serve.ts';

let provider: LocalServer;
let console: Console;

/** A deployment with an identity provider, which signs one person in. */
beforeAll(async () => {
  provider = await LocalServer.begin();
  const signIn = { issuer: provider.origin, clientId: 'console', audience: '' };
  console = await Console.begin({ withSamples: false, services: { signIn } });
  const clients = { console: { redirectUri: `${console.origin}/` } };
  const people = [{ sub: 'ada', roles: ['viewer'] }];
  const { jwks, answer } = await identityProvider({ issuer: provider.origin, clients, people, now });
  provider.answerBy(answer);
  const query =
    'mutation ($input: RegisterStaffIssuerInput!) { registerStaffIssuer(input: $input) { staffIssuer { audience } userErrors { message } } }';
  const scopes = ['ACCOUNTS_READ', 'CUSTOMERS_READ', 'SCHEDULES_READ', 'PLANS_READ', 'PROPOSALS_READ'];
  const input = { issuer: provider.origin, jwks, claim: ['roles'], roles: [{ role: 'viewer', scopes }] };
  const response = await fetch(`${console.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${console.token}` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data }: { data: { registerStaffIssuer: { staffIssuer: { audience: string } } } } = await response.json();
  signIn.audience = data.registerStaffIssuer.staffIssuer.audience;
});

afterAll(async () => {
  await console?.stop();
  await provider?.stop();
});

describe('a person who signs in', () => {
  it('comes back, with the keyboard alone, to the page that they wanted, stays signed in over a reload, and leaves no token in the address', async () => {
    const { page, faults } = await console.open('#/accounts/brightwater');
    expect(await axeFindings(page)).toEqual([]);
    for (const control of [page.getByRole('button', { name: 'Sign in' }), page.getByRole('link', { name: 'ada' })]) {
      await tabTo(page, control);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: 'Brightwater Logistics' }).waitFor();
    expect(page.url()).toBe(`${console.origin}/#/accounts/brightwater`);
    await page.reload();
    await page.getByRole('heading', { name: 'Brightwater Logistics' }).waitFor();
    expect(await page.evaluate(() => [JSON.stringify(localStorage), document.cookie])).toEqual(['{}', '']);
    expect(faults).toEqual([]);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.close();
  });

  it('is not signed in by a code that this tab did not ask for', async () => {
    const { page } = await console.open();
    await page.goto(`${console.origin}/?code=stolen&state=another`);
    await page.getByText('The sign-in failed.').waitFor();
    expect(page.url()).toBe(`${console.origin}/`);
    await page.close();
  });
});

describe('a token that somebody pastes', () => {
  it('opens the console, and is refused in words if it is not valid', async () => {
    const { page } = await console.open();
    await page.getByLabel('API token').fill('tg_live_not_a_token');
    await page.getByRole('button', { name: 'Use the token' }).click();
    await page.getByText('Your session has ended.').waitFor();
    for (const pasted of [`“${console.token}”`, `${console.token}\u200b`, 'two words']) {
      await page.getByLabel('API token').fill(pasted);
      await page.getByRole('button', { name: 'Use the token' }).click();
      await page.getByText('It has a character that no token has').waitFor();
      expect(await page.getByLabel('API token').getAttribute('aria-invalid')).toBe('true');
    }
    await page.getByLabel('API token').fill(console.token);
    await page.getByRole('button', { name: 'Use the token' }).click();
    await page.getByRole('table').getByRole('link', { name: 'Brightwater Labs' }).waitFor();
    await page.close();
  });
});
