import { exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { Organization } from '../support/organization.ts';
import { call, callLogged } from '../support/rest.ts';
import { contractFaults } from '../support/rest-contract.ts';

const ACME = { id: 'acme', name: 'Acme Inc.', primaryEmail: 'ap@acme.com', address: { line1: '1 Main St', city: 'Berlin', country: 'DE' } };

let org: Organization;
beforeEach(async () => {
  org = await Organization.begin({ baseCurrency: 'EUR' });
});

describe('customers', () => {
  it('are created with a first account, in two calls of D1', async () => {
    const account = { id: 'acme-eu', name: 'Acme EU', invoiceCurrency: 'USD', aliases: ['one'], accountAliases: [{ value: 'two' }] };
    const { answer, line } = await callLogged(org, 'POST', '/customers', { body: { ...ACME, account } });
    expect(answer).toMatchObject({
      id: 'acme',
      billingAddress: '1 Main St, Berlin, DE',
      account: {
        id: 'acme-eu',
        customerId: 'acme',
        invoiceCurrency: 'USD',
        status: 'ACTIVE',
        aliases: [{ alias: 'one' }, { alias: 'two' }],
      },
    });
    expect(contractFaults('CreateCustomerResponse', answer)).toEqual([]);
    expect(line).toMatchObject({ operation: 'createCustomer', outcome: 'OK', status: 201, d1Calls: 2 });
  });

  it('are read, listed, changed and deleted', async () => {
    await call(org, 'POST', '/customers', { body: ACME });
    const { answer: read, line } = await callLogged(org, 'GET', '/customers/acme');
    expect(contractFaults('Customer', read)).toEqual([]);
    expect(line).toMatchObject({ operation: 'getCustomer', outcome: 'OK', status: 200, d1Calls: 1 });
    const changed = await call(org, 'PATCH', '/customers/acme', { body: { name: 'Acme GmbH' } });
    expect(changed).toMatchObject({ status: 200, body: { id: 'acme', name: 'Acme GmbH', primaryEmail: 'ap@acme.com' } });
    const list = await call(org, 'GET', '/customers');
    expect(list.body).toEqual({ data: [changed.body] });
    await call(org, 'DELETE', '/accounts/acme');
    const deleted = await call(org, 'DELETE', '/customers/acme');
    expect(deleted).toMatchObject({ status: 200, body: { success: true } });
    expect((await call(org, 'GET', '/customers/acme')).body.status).toBe('ARCHIVED');
  });
});

describe('accounts', () => {
  beforeEach(() => call(org, 'POST', '/customers', { body: ACME }));

  it('are created, read and changed', async () => {
    const body = { id: 'eu', name: 'Acme EU', customerId: 'acme', netTermDays: 30, metadata: { crm: '7' }, tags: ['EU'], status: 'DRAFT' };
    const { answer, line } = await callLogged(org, 'POST', '/accounts', { body });
    expect(contractFaults('Account', answer)).toEqual([]);
    expect(answer).toMatchObject({ ...body, tags: ['eu'], aliases: [] });
    expect(line).toMatchObject({ status: 201, d1Calls: 2 });
    expect((await call(org, 'GET', '/accounts/eu')).body).toEqual(answer);
    const changed = await call(org, 'PATCH', '/accounts/eu', { body: { status: 'ACTIVE' } });
    expect(changed.body).toEqual({ ...answer, status: 'ACTIVE' });
  });

  it('have aliases, which end when they are removed', async () => {
    const added = await call(org, 'POST', '/accounts/acme/add_aliases', {
      body: { aliases: ['north'], accountAliases: [{ value: 'south' }] },
    });
    expect(added).toMatchObject({ status: 200, body: { aliases: [{ alias: 'north' }, { alias: 'south' }] } });
    const listed = await call(org, 'GET', '/accounts/acme/account_aliases');
    expect(contractFaults('AccountAliasesPaginatedResponse', listed.body)).toEqual([]);
    const [{ id }] = listed.body.data;
    org.now = new Date(Date.parse(org.now) + 60_000).toISOString();
    const removed = await call(org, 'POST', '/accounts/acme/remove_aliases', { body: { aliases: ['south'], accountAliases: [{ id }] } });
    expect(removed.body.aliases).toEqual([]);
    const before = await call(org, 'GET', '/accounts/acme?effective_on=2026-11-21T08:00:30%2B0000');
    expect(before.body.aliases).toEqual([{ alias: 'north' }, { alias: 'south' }]);
  });

  it('are listed in pages, on and back', async () => {
    for (const id of ['one', 'two', 'six']) await call(org, 'POST', '/accounts', { body: { id, name: id, customerId: 'acme' } });
    const ids = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(({ id }) => id);
    const first = await call(org, 'GET', '/accounts?pageSize=2');
    expect(contractFaults('AccountPaginatedResponse', first.body)).toEqual([]);
    const second = await call(org, 'GET', `/accounts?page_size=2&next_token=${encodeURIComponent(first.body.nextToken)}`);
    expect([ids(first), ids(second), second.body.nextToken]).toEqual([['acme', 'one'], ['two', 'six'], undefined]);
  });
});

describe('a request that is refused', () => {
  beforeEach(() => call(org, 'POST', '/customers', { body: ACME }));
  const NEW = { id: 'eu', name: 'Acme EU', customerId: 'acme' };

  it.each([
    ['a body that is not JSON', 'POST', '/accounts', '{', 400, null, 'The body is not JSON.'],
    ['a body that is a list', 'POST', '/accounts', [], 400, 'body', 'body: Must be an object, not a list.'],
    ['a body without a field', 'POST', '/accounts', { ...NEW, name: undefined }, 400, 'body.name', 'body.name: Must be given.'],
    [
      'a number as a text',
      'POST',
      '/accounts',
      { ...NEW, netTermDays: '30' },
      400,
      'body.netTermDays',
      'body.netTermDays: Must be a number, not "30".',
    ],
    ['a text as a number', 'POST', '/accounts', { ...NEW, name: 1e3 }, 400, 'body.name', 'body.name: Must be a string, not 1000.'],
    [
      'a fraction of a day',
      'POST',
      '/accounts',
      { ...NEW, netTermDays: 1.5 },
      400,
      'body.netTermDays',
      'body.netTermDays: Must be a whole number, not 1.5.',
    ],
    [
      'an unknown status',
      'PATCH',
      '/accounts/acme',
      { status: 'OPEN' },
      400,
      'body.status',
      'body.status: Must be one of "ACTIVE", "DRAFT", not "OPEN".',
    ],
    [
      'a day where an instant belongs',
      'POST',
      '/accounts/acme/add_aliases',
      { accountAliases: [{ value: 'x', effectiveFrom: '2026-11-21' }] },
      400,
      'body.accountAliases.0.effectiveFrom',
      '2026-11-21',
    ],
    [
      'a value that the domain refuses',
      'POST',
      '/accounts',
      { ...NEW, invoiceCurrency: 'ZZZ' },
      400,
      'body.invoiceCurrency',
      'body.invoiceCurrency: ',
    ],
    [
      'an id of a body that does not exist',
      'POST',
      '/accounts',
      { ...NEW, customerId: 'nobody' },
      400,
      'body.customerId',
      'No customer "nobody".',
    ],
    [
      'an id of a path that does not exist',
      'GET',
      '/accounts/nobody',
      undefined,
      404,
      'path.accountId',
      'path.accountId: No account "nobody".',
    ],
    [
      'an id of a path that does not exist, in a change',
      'PATCH',
      '/accounts/nobody',
      { name: 'Nobody' },
      404,
      'path.accountId',
      'No account "nobody".',
    ],
    ['an id with a slash', 'GET', '/accounts/a%2Fb%25', undefined, 404, 'path.accountId', 'path.accountId: No account "a/b%".'],
    ['an id that is taken', 'POST', '/accounts', { ...NEW, id: 'acme' }, 409, 'body.id', 'body.id: '],
    [
      'an alias that is taken',
      'POST',
      '/accounts/acme/add_aliases',
      { aliases: ['x1'], accountAliases: [{ value: 'x1' }] },
      409,
      'body.accountAliases.0.value',
      'already names',
    ],
    [
      'an alias of a first account that ends before it begins',
      'POST',
      '/customers',
      {
        ...ACME,
        id: 'eu',
        account: { id: 'eu', name: 'Acme EU', aliases: ['x1'], accountAliases: [{ value: 'x2', effectiveUntil: '2020-01-01T00:00:00Z' }] },
      },
      400,
      'body.account.accountAliases.0.effectiveUntil',
      'must end after it begins',
    ],
    ['a page of nothing', 'GET', '/accounts?pageSize=0', undefined, 400, 'query.pageSize', 'query.pageSize: Must be 1 to 50, not "0".'],
    ['a page over the limit', 'GET', '/accounts?pageSize=51', undefined, 400, 'query.pageSize', 'Must be 1 to 50'],
    ['a token that no page had', 'GET', '/accounts?nextToken=abc', undefined, 400, 'query.nextToken', 'query.nextToken: '],
    [
      'an unknown parameter',
      'GET',
      '/accounts?pagesize=5',
      undefined,
      400,
      'query.pagesize',
      'Unknown. The query takes `nextToken`, `pageSize`.',
    ],
    ['a parameter in both spellings', 'GET', '/accounts?pageSize=5&page_size=6', undefined, 400, 'query.page_size', 'Given twice.'],
    [
      'what cannot be served',
      'GET',
      '/accounts/acme?includeGroupDetails=true',
      undefined,
      501,
      'query.includeGroupDetails',
      'no invoice groups',
    ],
  ] as const)('tells of %s', async (_what, method, path, body, status, place, message) => {
    const answer = await call(org, method, path, { body });
    expect(answer).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
    expect(Object.keys(answer.body)).toEqual(['message']);
    expect(answer.headers.get('x-error-path')).toBe(place);
    expect(answer.headers.get('x-error-code')).toMatch(/^[A-Z_]+$/);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    expect((await call(org, 'GET', '/accounts')).body.data).toHaveLength(1);
  });
});

describe('a request to the mirror', () => {
  beforeEach(() => call(org, 'POST', '/customers', { body: ACME }));
  const NEW = { id: 'eu', name: 'Acme EU', customerId: 'acme' };

  it('needs a valid token', async () => {
    const answer = await call(org, 'GET', '/accounts', { headers: { authorization: 'Bearer none' } });
    expect(answer).toMatchObject({ status: 401, body: { message: 'Send a valid token as `Authorization: Bearer <token>`.' } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each([
    ['/graphql', 'GET,HEAD,POST'],
    ['/accounts', 'GET,HEAD,POST,PUT,PATCH,DELETE'],
  ])('is allowed from an allowed page, as %s is', async (path, methods) => {
    const headers = { origin: 'https://app.example.com', 'access-control-request-method': 'PATCH' };
    const preflight = await call(org, 'OPTIONS', path, { headers });
    expect(preflight.headers.get('access-control-allow-methods')).toBe(methods);
  });

  it('needs the scopes of its document, and names them', async () => {
    const make = { name: 'reader', scopes: ['ACCOUNTS_READ'] };
    const secret = await org.done<string>('createApiToken', 'secret', make, 'secret');
    const answer = await call(org.with(secret), 'POST', '/accounts', { body: NEW });
    expect(answer).toMatchObject({ status: 403, body: { message: expect.stringContaining('ACCOUNTS_WRITE') } });
    expect(answer.headers.get('x-error-code')).toBe('FORBIDDEN');
    expect((await call(org.with(secret), 'GET', '/accounts/eu')).status).toBe(403);
  });

  it('is done once for each Idempotency-Key', async () => {
    const headers = { 'idempotency-key': '"8e03978e"' };
    const first = await call(org, 'POST', '/accounts', { body: NEW, headers });
    expect(await call(org, 'POST', '/accounts', { body: NEW, headers })).toMatchObject({ status: 201, body: first.body });
    const reused = await call(org, 'POST', '/accounts', { body: { ...NEW, id: 'us' }, headers });
    const { status, headers: sent, body } = reused;
    const told = [status, sent.get('x-error-code'), sent.get('x-error-path')];
    expect(told).toEqual([409, 'IDEMPOTENCY_KEY_REUSED', 'header.Idempotency-Key']);
    expect(body.message).toMatch(/^header.Idempotency-Key: /);
  });

  it('counts against the rate limit', async () => {
    const answer = await call(org, 'GET', '/accounts', { headers: { 'x-test-limited': 'yes' } });
    expect(answer).toMatchObject({ status: 429, body: { message: expect.stringContaining('wait 60 seconds') } });
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  it('answers the bookmark of its session, is never stored, and has an id', async () => {
    const { headers } = await call(org, 'GET', '/accounts');
    expect(headers.get('x-d1-bookmark')).toBeTruthy();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  it('leaves one line in the log, with the code of a refusal', async () => {
    const { line } = await callLogged(org, 'POST', '/accounts', { body: { ...NEW, id: 'acme' } });
    expect(line).toMatchObject({ operation: 'createAccount', outcome: 'ALREADY_EXISTS', status: 409, organization: org.orgId, d1Calls: 1 });
  });

  it('may end its path with a slash, and may be a HEAD', async () => {
    expect((await call(org, 'GET', '/accounts/')).body).toEqual((await call(org, 'GET', '/accounts')).body);
    expect(await call(org, 'HEAD', '/accounts')).toMatchObject({ status: 200, text: '' });
  });

  it.each([
    ['PUT', '/accounts', 'GET, HEAD, POST'],
    ['POST', '/customers/acme/', 'DELETE, GET, HEAD, PATCH'],
    ['GET', '/accounts/acme/add_aliases', 'POST'],
  ])('is told which methods its path takes: %s %s', async (method, path, allow) => {
    const answer = await call(org, method, path);
    expect(answer).toMatchObject({ status: 405, body: { message: expect.stringContaining(`takes ${answer.headers.get('allow')}.`) } });
    expect(answer.headers.get('allow')?.split(', ').toSorted().join(', ')).toBe(allow);
  });

  it.each([
    ['GET', '/accounts/acme/schedules'],
    ['POST', '/accounts/acme/add_aliases/more'],
    ['GET', '/customers//'],
    ['PUT', '/v2'],
    ['PATCH', '/v2/accounts/acme'],
    ['GET', '/v2/%00%F0'],
  ])("is refused in the mirror's shape where no operation has its path: %s %s", async (method, path) => {
    const { answer, line } = await callLogged(org, method, path);
    expect(Object.keys(answer)).toEqual(['message']);
    expect(answer.message).toContain('No operation has the path');
    expect(line).toMatchObject({ status: 404, outcome: 'NOT_FOUND', d1Calls: 0 });
    const { headers } = await call(org, method, path);
    expect([headers.get('x-error-code'), headers.get('x-error-path')]).toEqual(['NOT_FOUND', null]);
  });

  it.each(['/account', '/v22/accounts', '/v1/accounts'])('is one to another part of the API at %s', async (path) => {
    expect((await call(org, 'GET', path)).body).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it.each([
    ['DELETE', '/accounts/spare', 200],
    // Runs as the empty object would: every field of the body can be left out, or one cannot.
    ['POST', '/v2/accounts/spare/finalize_schedules', 400],
    ['POST', '/accounts', 400],
    ['POST', '/jobs/none/confirm', 404],
  ])('runs without a body, or with an empty one that a server hands on: %s %s', async (method, path, status) => {
    await call(org, 'POST', '/accounts', { body: { ...NEW, id: 'spare' } });
    const sent = { method, headers: org.headers, body: new Uint8Array() };
    const empty = await exports.default.fetch(`https://api.example.com${path}`, sent);
    expect(empty.status).toBe(status);
    await call(org, 'POST', '/accounts', { body: { ...NEW, id: 'spare' } });
    const bare = await call(org, method, path);
    expect(bare.status).toBe(status);
    if (status !== 200) expect(bare.body).toEqual(await empty.json());
  });

  it('needs a body of JSON, within the limit of /graphql', async () => {
    const form = await call(org, 'POST', '/accounts', { body: 'id=eu', headers: { 'content-type': 'text/plain' } });
    expect(form).toMatchObject({ status: 415, body: { message: expect.stringContaining('application/json') } });
    const untyped = { method: 'POST', headers: org.headers, body: new TextEncoder().encode(JSON.stringify(NEW)) };
    expect((await exports.default.fetch('https://api.example.com/accounts', untyped)).status).toBe(415);
    const large = await call(org, 'POST', '/accounts', { body: { ...NEW, name: 'x'.repeat(262_144) } });
    expect(large).toMatchObject({ status: 413, body: { message: 'The body is over 262,144 bytes.' } });
    const deep = await call(org, 'POST', '/accounts', { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` });
    expect(deep.status).toBe(400);
  });

  it('is told that the database did not answer, and that nothing was written', async () => {
    const answer = await call(org, 'POST', '/accounts', { body: NEW, headers: { 'x-test-fault': 'fail:1x9' } });
    expect(answer).toMatchObject({ status: 503, body: { message: expect.stringContaining('Nothing was written') } });
    expect((await call(org, 'GET', '/accounts/eu')).status).toBe(404);
  });

  it('sees nothing of other organizations', async () => {
    const other = await Organization.begin();
    expect((await call(other, 'GET', '/accounts')).body).toEqual({ data: [] });
    expect((await call(other, 'GET', '/accounts/acme')).status).toBe(404);
    const token = (await call(org, 'GET', '/accounts?pageSize=1')).body.nextToken;
    expect(token).toBeUndefined();
  });
});
