import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { makeToken } from '../../src/domain/token/api-token.ts';
import { DB } from '../support/database.ts';
import { NOW, Organization, send } from '../support/organization.ts';

const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'x-test-now': NOW });
const get = (path: string, headers: Record<string, string> = {}) =>
  exports.default.fetch(`https://api.example.com${path}`, { headers, redirect: 'manual' });
/** A hundred customers, a hundred accounts each, a hundred schedules each. */
const DEAR = '{ customers(first: 100) { nodes { accounts(first: 100) { nodes { schedules(first: 100) { nodes { startDate } } } } } } }';
const QUERY = '{ accounts { nodes { accountId } } }';

describe('who is calling', () => {
  it('learns nothing but 401 without a token', async () => {
    const response = await send('/graphql', { query: '{ __schema { queryType { name } } }' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each([
    ['of the wrong shape', 'secret'],
    ['whose checksum does not match', 'tg_live_000000000000000000000000000000000000'],
  ])('learns nothing but 401 with a token %s', async (_title, token) => {
    const response = await send('/graphql', { query: QUERY }, bearer(token));
    expect(response.status).toBe(401);
  });

  it('learns nothing but 401 with a well-formed token that nobody was given', async () => {
    const other = makeToken((digits) => '0'.repeat(digits));
    const response = await send('/graphql', { query: QUERY }, bearer(other));
    expect(response.status).toBe(401);
  });

  it.each([
    ['expired at this very instant', 'expires_at', Date.parse(NOW)],
    ['revoked', 'revoked_at', Date.parse(NOW) - 1],
  ])('learns nothing but 401 with a token that is %s', async (_title, column, instant) => {
    const org = await Organization.begin();
    await DB.prepare(`update api_tokens set ${column} = ? where org_id = ?`).bind(instant, org.orgId).run();
    expect((await org.ask(QUERY)).status).toBe(401);
  });

  it('is refused what the token lacks the scope for, by its name, before D1 is called', async () => {
    const org = await Organization.begin();
    await DB.prepare('update api_tokens set scopes = ? where org_id = ?').bind('["accounts:read", "customers:write"]', org.orgId).run();
    const read = await org.ask('{ accounts { nodes { name ...OfCustomer } } } fragment OfCustomer on Account { customer { name } }');
    expect(read.errors).toMatchObject([
      { message: 'This token lacks the scope `CUSTOMERS_READ`.', extensions: { code: 'FORBIDDEN', scopes: ['CUSTOMERS_READ'] } },
    ]);
    expect(read.extensions.cost.d1Calls).toBe(0);
    const write = await org.ask(
      'mutation { createAccount(input: {customerId: "a", accountId: "a", name: "Abc"}) { userErrors { code } } }',
    );
    expect(write.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['ACCOUNTS_WRITE'] } }]);
    expect((await org.ask('{ accounts { nodes { name } } }')).errors).toBeUndefined();
  });

  it('is the organization of the token, whatever the header is written like', async () => {
    const org = await Organization.begin();
    const response = await send('/graphql', { query: QUERY }, { ...bearer(org.token), authorization: `bearer  ${org.token}` });
    expect(response.status).toBe(200);
  });
});

describe('what a request may be', () => {
  it('refuses a body that is not JSON with 400', async () => {
    const org = await Organization.begin();
    const response = await send('/graphql', '{"query": ', bearer(org.token));
    expect(response.status).toBe(400);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(body).not.toMatch(/stack|SyntaxError/);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json-seq'])(
    'refuses %s with 415, as any page could send it',
    async (type) => {
      const org = await Organization.begin();
      const response = await send('/graphql', { query: QUERY }, { ...bearer(org.token), 'content-type': type });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('application/json') }] });
    },
  );

  it.each([
    [{ 'content-type': 'application/json; charset=utf-16' }, '"utf-16"'],
    [{ 'content-type': 'application/json;charset="ISO-8859-1"' }, '"ISO-8859-1"'],
    [{ 'content-encoding': 'gzip' }, '"gzip"'],
  ])('refuses a body that would be read as something else with 415: %j', async (headers: Record<string, string>, named) => {
    const org = await Organization.begin();
    for (const [path, body] of [
      ['/graphql', { query: QUERY }],
      ['/aliases', { aliases: [{ value: 'main' }] }],
    ] as const) {
      const response = await send(path, body, { ...bearer(org.token), ...headers });
      expect([path, response.status, await response.text()]).toEqual([
        path,
        415,
        expect.stringContaining(JSON.stringify(named).slice(1, -1)),
      ]);
    }
  });

  it.each(['application/json; charset=UTF-8', 'application/json;charset="utf-8"', 'application/graphql+json; charset=utf8'])(
    'reads %s',
    async (type) => {
      const org = await Organization.begin();
      expect((await send('/graphql', { query: QUERY }, { ...bearer(org.token), 'content-type': type })).status).toBe(200);
    },
  );

  it('refuses a mutation sent by GET', async () => {
    const org = await Organization.begin();
    const mutation = encodeURIComponent(
      'mutation { createCustomer(input: {customerId: "x", name: "Xyz", primaryEmail: "a@b.co", address: {}}) { userErrors { code } } }',
    );
    const response = await get(`/graphql?query=${mutation}`, bearer(org.token));
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
    expect((await org.ask<{ customers: { nodes: [] } }>('{ customers { nodes { id } } }')).data.customers.nodes).toEqual([]);
  });

  it('answers a query sent by GET', async () => {
    const org = await Organization.begin();
    const response = await get(`/graphql?query=${encodeURIComponent(QUERY)}`, bearer(org.token));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { accounts: { nodes: [] } } });
  });

  it('answers HEAD as it would GET, without the body', async () => {
    const org = await Organization.begin();
    const head = (query: string, headers: Record<string, string>) =>
      exports.default.fetch(`https://api.example.com/graphql?query=${encodeURIComponent(query)}`, { method: 'HEAD', headers });
    const answer = await head(QUERY, bearer(org.token));
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'application/json; charset=utf-8', '']);
    expect((await head(QUERY, {})).status).toBe(401);
    expect((await head('mutation { updateAccount(input: {accountId: "a"}) { userErrors { code } } }', bearer(org.token))).status).toBe(405);
  });

  it.each(['text/plain', 'text/event-stream', 'application/json; charset=latin1', 'application/json;q=0, image/*'])(
    'says what it answers to who accepts %s alone, and does nothing',
    async (accept) => {
      const org = await Organization.begin();
      const query =
        'mutation { createCustomer(input: {customerId: "x", name: "Xyz", primaryEmail: "a@b.co", address: {}}) { userErrors { code } } }';
      const response = await send('/graphql', { query }, { ...bearer(org.token), accept });
      const requestId = response.headers.get('x-request-id');
      expect(response.status).toBe(406);
      expect(await response.json()).toMatchObject({
        errors: [{ message: expect.stringContaining('`application/json`'), extensions: { code: 'BAD_REQUEST', requestId } }],
      });
      expect((await org.ask<{ customers: { nodes: [] } }>('{ customers { nodes { id } } }')).data.customers.nodes).toEqual([]);
    },
  );

  it.each([
    '',
    '*/*',
    'application/*',
    'text/html, application/json;q=0.9',
    'text/event-stream, application/graphql-response+json; charset=UTF-8',
  ])('answers who accepts "%s"', async (accept) => {
    const org = await Organization.begin();
    const response = await send('/graphql', { query: QUERY }, { ...bearer(org.token), accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^application\/.*json; charset=utf-8$/),
    ]);
  });

  it('refuses a body over 256 KB with 413', async () => {
    const org = await Organization.begin();
    const response = await send('/graphql', { query: QUERY, variables: { padding: 'x'.repeat(300_000) } }, bearer(org.token));
    expect(response.status).toBe(413);
  });

  it('refuses a query of more than 4,000 tokens before reading it', async () => {
    const org = await Organization.begin();
    const { errors } = await org.ask(`{ accounts { nodes { ${'name '.repeat(4_001)} } } }`);
    expect(errors?.[0]?.message).toContain('4,000 tokens');
  });

  it('refuses a query too deep before D1 is called', async () => {
    const org = await Organization.begin();
    const nest = (levels: number): string => (levels === 0 ? 'name' : `customer { accounts { nodes { ${nest(levels - 1)} } } }`);
    const { errors, extensions } = await org.ask(`{ accounts { nodes { ${nest(6)} } } }`);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/levels deep; at most 14/), extensions: { code: 'QUERY_TOO_EXPENSIVE' } },
    ]);
    expect(extensions.cost.d1Calls).toBe(0);
  });

  it('prices a query by its page sizes, and refuses one too dear before D1 is called', async () => {
    const org = await Organization.begin();
    const { errors, extensions } = await org.ask(DEAR);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_EXPENSIVE' } }]);
    expect(extensions.cost).toMatchObject({ limit: 100_000, d1Calls: 0 });
    expect(extensions.cost.requested).toBeGreaterThan(100_000);
  });

  it('lets four nested lists of default pages run', async () => {
    const org = await Organization.begin();
    const { errors, extensions } = await org.ask(
      '{ accounts(first: 50) { nodes { customer { name } schedules { nodes { pricePlanVersion { rateCards { nodes { billable { name } ... on UsageRateCard { ratePlan { slabs { order } } } } } } } } } } }',
    );
    expect(errors).toBeUndefined();
    expect(extensions.cost.requested).toBe(83_151);
  });

  it.each(['first', 'last'])('refuses %s: 101 instead of cutting it to 100', async (argument) => {
    const org = await Organization.begin();
    const { errors, data } = await org.ask(`{ accounts(${argument}: 101) { nodes { name } } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(`\`${argument}\` is from 0 to 100`), extensions: { code: 'BAD_USER_INPUT', argument } },
    ]);
    expect(data).toBeUndefined();
  });

  it('prices the operation that is chosen, not the first of the document', async () => {
    const org = await Organization.begin();
    const response = await send(
      '/graphql',
      { query: `query Cheap { __typename } query Dear ${DEAR}`, operationName: 'Dear' },
      bearer(org.token),
    );
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_EXPENSIVE' } }] });
  });

  it('takes an alias called `then` for a field like any other', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const { data } = await org.ask('{ accounts { nodes { then: name } } }');
    expect(JSON.stringify(data)).toBe('{"accounts":{"nodes":[{"then":"acme"}]}}');
  });
});

describe('around GraphQL', () => {
  it('gives every answer an id to quote, and every error the same one', async () => {
    const org = await Organization.begin();
    const response = await send('/graphql', { query: '{ nothing }' }, bearer(org.token));
    const { errors } = await response.json<{ errors: { extensions: { requestId: string; code: string } }[] }>();
    expect(errors[0]?.extensions.requestId).toBe(response.headers.get('x-request-id'));
  });

  it('sends a browser that opens /graphql to the explorer, and answers /health', async () => {
    const page = await get('/graphql', { accept: 'text/html', 'x-test-development': 'yes' });
    expect([page.status, page.headers.get('location')]).toEqual([302, '/explorer']);
    const health = await get('/health');
    expect([health.status, health.headers.get('cache-control'), await health.json()]).toEqual([200, 'no-store', { status: 'ok' }]);
  });

  it('says what is where nothing is', async () => {
    const response = await get('/nowhere');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('/graphql') }] });
  });

  it.each(['/__scheduled', '/cdn-cgi/handler/scheduled'])(
    'has nothing at %s: only the local runtime of `npm run dev` lets a request run the scheduled work',
    async (path) => expect((await get(path)).status).toBe(404),
  );

  it('has no docs of its own: a page of `npm run dev` has them', async () => expect((await get('/docs')).status).toBe(404));

  it('lets pages of allowed origins call, and never reflects another', async () => {
    const allowed = await get('/health', { origin: 'https://app.example.com' });
    const other = await get('/health', { origin: 'https://evil.example.com' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('logs the origin that it refuses, and no other', async () => {
    const refused = async (origin: string, headers: Readonly<Record<string, string>> = {}) => {
      const response = await get('/health', { origin, 'x-test-log': 'yes', ...headers });
      return (await response.json<{ refusedOrigins: readonly string[] }>()).refusedOrigins;
    };
    expect(await refused('https://evil.example.com')).toEqual(['https://evil.example.com']);
    expect(await refused('http://localhost:5173')).toEqual(['http://localhost:5173']);
    expect(await refused('https://app.example.com')).toEqual([]);
    expect(await refused('https://api.example.com')).toEqual([]);
    expect(await refused('http://localhost:5173', { 'x-test-development': 'yes' })).toEqual([]);
  });

  it('lists at / what is where, without a token', async () => {
    const read = async (headers: Readonly<Record<string, string>> = {}) => {
      const response = await get('/', headers);
      return [response.status, await response.json()];
    };
    expect(await read()).toEqual([200, { graphql: '/graphql', export: '/export', health: '/health' }]);
    const signIn = JSON.stringify({ issuer: 'https://id.example.com' });
    expect(await read({ 'x-test-development': 'yes', 'x-test-sign-in': signIn })).toEqual([
      200,
      { graphql: '/graphql', export: '/export', health: '/health', signIn: '/sign-in', explorer: '/explorer' },
    ]);
  });

  it('serves the files of the console only where it is turned on, with a policy that allows no script but its own', async () => {
    for (const path of ['/', '/console/main.js']) {
      const page = await get(path, { 'x-test-console': 'yes' });
      expect([page.status, await page.text()]).toEqual([200, `the file ${path}`]);
      const policy = page.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
      expect(policy).toContain("connect-src 'self';");
    }
    const off = await get('/console/main.js');
    expect([off.status, off.headers.get('content-security-policy')]).toEqual([404, "default-src 'none'; frame-ancestors 'none'"]);
  });

  it('lets the console reach the identity provider that signs people in, and no other address', async () => {
    const signIn = JSON.stringify({ issuer: 'https://id.example.com/tenant', clientId: 'page', audience: 'api' });
    const page = await get('/', { 'x-test-console': 'yes', 'x-test-sign-in': signIn });
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' https://id.example.com;");
  });

  it('serves no file of another name, such as the explorer and the docs, outside of development', async () => {
    for (const path of ['/explorer/', '/docs/', '/index.html', '/console'])
      expect((await get(path, { 'x-test-console': 'yes' })).status).toBe(404);
    expect(await (await get('/explorer/', { 'x-test-development': 'yes' })).text()).toBe('the file /explorer/');
  });

  it('lets those pages send and read every header that means something here', async () => {
    const preflight = await exports.default.fetch('https://api.example.com/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example.com', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      'apollographql-client-name,apollographql-client-version,authorization,content-type,idempotency-key,if-none-match,traceparent,x-d1-bookmark',
    ]);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST');
    expect(preflight.headers.get('access-control-max-age')).toBe('86400');
    expect(preflight.headers.get('access-control-expose-headers')).toBe(
      'deprecation,etag,retry-after,x-d1-bookmark,x-error-code,x-error-path,x-incomplete-fields,x-request-id',
    );
  });
});
