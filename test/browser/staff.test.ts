import { existsSync, readFileSync } from 'node:fs';
import { customAlphabet } from 'nanoid';
import * as oidc from 'openid-client';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backend } from '../../examples/staff/backend.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import { chromiumPath } from '../support/chromium.ts';
import { identityProvider } from '../support/identity-provider.ts';
import { nodeApi } from '../support/node-api.ts';
import { LocalServer } from '../support/serve.ts';
import { openSqlite } from '../support/sqlite.ts';

const ROOT = `${import.meta.dirname}/../..`;
const EXAMPLE = `${ROOT}/examples/staff/page`;
const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript' };
const ROLES = [
  { role: 'viewer', scopes: ['CUSTOMERS_READ'] },
  { role: 'editor', scopes: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] },
];
const PEOPLE = [
  { sub: 'ada', roles: ['editor'] },
  { sub: 'bob', roles: ['viewer'] },
  { sub: 'eve', roles: ['visitor'] },
];
const SECRET = 'a secret of the backend';

const servers: LocalServer[] = [];
const begin = async (): Promise<LocalServer> => {
  const server = await LocalServer.begin();
  servers.push(server);
  return server;
};

let now = Date.parse('2026-11-21T08:00:00Z');
let browser: Browser;
let page: Page;
let api: LocalServer;
let front: LocalServer;
let back: LocalServer;
let ask: (query: string, variables?: object) => Promise<{ readonly data: unknown }>;
let staffIssuerId: string;

/** Four origins, as in production: the API, the identity provider, the page, and the backend. */
beforeAll(async () => {
  const [provider, apiServer, pageServer, backServer] = [await begin(), await begin(), await begin(), await begin()];
  [api, front, back] = [apiServer, pageServer, backServer];
  const clients = {
    page: { redirectUri: `${front.origin}/` },
    backend: { redirectUri: `${back.origin}/signed-in`, secret: SECRET },
  };
  const { jwks, answer } = await identityProvider({ issuer: provider.origin, clients, people: PEOPLE, now: () => now });
  provider.answerBy(answer);

  const d1 = openSqlite();
  const random = customAlphabet(ID_ALPHABET);
  const { token } = await createOrganization(d1, { name: 'Acme', baseCurrency: 'USD' }, { now, newId: idFactory(now, random), random });
  const signIn = { issuer: provider.origin, clientId: 'page', audience: '' };
  const served = nodeApi(d1, { now: () => now, isAllowedOrigin: (origin) => origin === front.origin, signIn });
  api.answerBy(served.answer);
  ask = async (query, variables = {}) => {
    now += 1;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query, variables });
    return (await (await served.answer(new Request(`${api.origin}/graphql`, { method: 'POST', headers, body }))).json()) as {
      data: unknown;
    };
  };
  const input = { issuer: provider.origin, jwks, claim: ['roles'], roles: ROLES };
  const registered = await ask(
    'mutation ($input: RegisterStaffIssuerInput!) { registerStaffIssuer(input: $input) { staffIssuer { staffIssuerId audience } } }',
    { input },
  );
  const { staffIssuer } = (registered.data as { registerStaffIssuer: { staffIssuer: { staffIssuerId: string; audience: string } } })
    .registerStaffIssuer;
  staffIssuerId = staffIssuer.staffIssuerId;
  signIn.audience = staffIssuer.audience;
  const customer = { customerId: 'acme', name: 'Acme', primaryEmail: 'ap@example.com', address: {} };
  await ask('mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }', { input: customer });

  front.answerBy(({ url }) => file(new URL(url).pathname));
  const execute = [oidc.allowInsecureRequests];
  const config = await oidc.discovery(new URL(provider.origin), 'backend', SECRET, undefined, { execute });
  const app = backend({ config, api: api.origin, audience: staffIssuer.audience, origin: back.origin });
  app.get('/', (c) => c.html('<!doctype html><title>Dashboard</title>'));
  back.answerBy((request) => app.fetch(request));
  browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(servers.map((server) => server.stop()));
});

/** A browser without cookies and storage. */
beforeEach(async () => {
  now += 60_000;
  page = await (await browser.newContext()).newPage();
});

/** The files of the example, and the packages that its map names. */
function file(pathname: string): Response {
  const path = pathname.startsWith('/node_modules/') ? `${ROOT}${pathname}` : `${EXAMPLE}${pathname === '/' ? '/index.html' : pathname}`;
  if (!existsSync(path)) return new Response(null, { status: 404 });
  const text = readFileSync(path, 'utf8').replace('http://localhost:8787', api.origin);
  return new Response(text, { headers: { 'content-type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' } });
}

const status = () => page.getByRole('status').textContent();
const signInAs = async (person: string): Promise<void> => {
  await page.goto(front.origin);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: person }).click();
  await page.waitForURL(`${front.origin}/`);
};
const rename = async (name: string): Promise<void> => {
  await page.getByLabel('Customer').fill('acme');
  await page.getByLabel('New name').fill(name);
  await page.getByRole('button', { name: 'Rename' }).click();
};
const lastChange = async () =>
  (await ask('{ auditLog(first: 1, where: {operation: {eq: "updateCustomer"}}) { nodes { actor delegate after } } }')).data;

describe('a page that signs in', () => {
  it('shows what the person may read, and what the person changes is recorded under their name', async () => {
    await signInAs('ada');
    await page.getByText('acme: Acme').waitFor();
    await rename('Acme by Ada');
    await page.getByText('acme: Acme by Ada').waitFor();
    expect(await status()).toBe('Renamed.');
    const change = { actor: staffIssuerId, delegate: 'ada', after: { name: 'Acme by Ada' } };
    expect(await lastChange()).toMatchObject({ auditLog: { nodes: [change] } });
  });

  it('says what the roles of the person do not allow', async () => {
    await signInAs('bob');
    await page.getByText('acme:').waitFor();
    await rename('Acme by Bob');
    await page.getByText('This token lacks the scope `CUSTOMERS_WRITE`.').waitFor();
  });

  it('stays signed out for a person without a role, and does not go round in circles', async () => {
    await signInAs('eve');
    await page.getByText('Your session has ended.').waitFor();
    expect(await page.getByRole('button', { name: 'Sign in' }).isVisible()).toBe(true);
  });

  it('keeps no token where another page or a later visitor finds it', async () => {
    await signInAs('ada');
    await page.getByText('acme:').waitFor();
    expect(
      await page.evaluate(() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href]),
    ).toEqual(['{}', '{}', '', `${front.origin}/`]);
    await page.reload();
    await page.getByText('Sign in to see the customers.').waitFor();
  });

  it('refuses a code that it did not ask for', async () => {
    await page.goto(front.origin);
    await page.evaluate(() => sessionStorage.setItem('sign-in', JSON.stringify({ verifier: 'mine', state: 'mine' })));
    await page.goto(`${front.origin}/?code=stolen&state=another`);
    await page.getByText('The sign-in failed').waitFor();
    expect(page.url()).toBe(`${front.origin}/`);
  });

  it('ends with the revocation of its person, and begins again when the person is restored', async () => {
    await signInAs('ada');
    await page.getByText('acme:').waitFor();
    const mutation = (name: string) =>
      ask(`mutation { ${name}(input: {staffIssuerId: "${staffIssuerId}", subject: "ada"}) { userErrors { code } } }`);
    expect(await mutation('revokeStaff')).toMatchObject({ data: { revokeStaff: { userErrors: [] } } });
    await rename('Too late');
    await page.getByText('Your session has ended.').waitFor();
    now += 60_000;
    expect(await mutation('restoreStaff')).toMatchObject({ data: { restoreStaff: { userErrors: [] } } });
    now += 1_000;
    await signInAs('ada');
    await page.getByText('acme:').waitFor();
  });
});

describe('a backend for a page', () => {
  const CUSTOMERS = '{ customers { nodes { customerId } } }';
  /** Asks as a script of the backend's own page. */
  const askFromPage = (query: string) =>
    page.evaluate(async (text) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query: text }) });
      return { status: response.status, body: await response.json(), cookies: document.cookie };
    }, query);

  it('gives the browser a cookie that scripts cannot read, and asks in the name of the person', async () => {
    await page.goto(`${back.origin}/sign-in`);
    await page.getByRole('link', { name: 'ada' }).click();
    await page.waitForURL(`${back.origin}/`);
    expect(await askFromPage(CUSTOMERS)).toMatchObject({
      status: 200,
      body: { data: { customers: { nodes: [{ customerId: 'acme' }] } } },
      cookies: '',
    });
    await askFromPage('mutation { updateCustomer(input: {customerId: "acme", name: "Acme by backend"}) { userErrors { code } } }');
    expect(await lastChange()).toMatchObject({ auditLog: { nodes: [{ actor: staffIssuerId, delegate: 'ada' }] } });
  });

  it('answers 401 to a browser that has not signed in', async () => {
    await page.goto(back.origin);
    expect(await askFromPage(CUSTOMERS)).toMatchObject({ status: 401 });
  });

  it('refuses an answer of the provider that this browser did not ask for', async () => {
    const response = await page.goto(`${back.origin}/signed-in?code=stolen&state=another`);
    expect(response?.status()).toBe(400);
  });

  it('refuses a form of another site', async () => {
    await page.goto(`${back.origin}/sign-in`);
    await page.getByRole('link', { name: 'ada' }).click();
    await page.waitForURL(`${back.origin}/`);
    const answered = page.waitForResponse(`${back.origin}/graphql`);
    await page.setContent(
      `<form action="${back.origin}/graphql" method="post" enctype="text/plain"><input name="x"><button>Go</button></form>`,
    );
    await page.getByRole('button').click();
    expect((await answered).status()).toBe(415);
  });
});
