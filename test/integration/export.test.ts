import { exports } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { mutate } from '../support/catalogue.ts';
import { delegateFor } from '../support/delegate.ts';
import { Organization, send } from '../support/organization.ts';

const NAMES = `query Names($first: Int!, $after: String) {
  customers(first: $first, after: $after, orderBy: NAME_ASC) { pageInfo { hasNextPage endCursor } nodes { customerId name } } }`;
const PLANS = `query Plans($after: String) { pricePlans(after: $after) { pageInfo { hasNextPage endCursor } edges { node { name } } } }`;
const LINES = `query Contacts($after: String) { customers(first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  nodes { customerId name address { city } accounts(first: 2) { nodes { accountId } } } } }`;

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

let org: Organization;
const names = ['Beta', '=1+1', 'Zeta', 'Acme, Inc.', '@home'];
beforeAll(async () => {
  org = await Organization.begin();
  for (const [i, name] of names.entries())
    await org.customer(`c${i}`).then(() => mutate(org, 'updateCustomer', { customerId: `c${i}`, name }));
  await know(org, NAMES, LINES, PLANS);
});

/** Sends the documents once with their ids, so that they can be named. */
async function know(by: Organization, ...documents: string[]): Promise<void> {
  for (const query of documents) {
    const variables = query === NAMES ? { first: 1 } : {};
    await send('/graphql', { query, documentId: idOf(query), variables }, by.headers);
  }
}

interface Asked {
  readonly document?: string;
  readonly variables?: object;
  readonly format?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Asks for an export of the organization. */
function ask({ document = NAMES, variables = {}, format, headers = {}, method = 'GET' }: Asked = {}, by = org): Promise<Response> {
  const parameters = new URLSearchParams({ documentId: idOf(document), variables: JSON.stringify(variables), ...(format && { format }) });
  return get(`/export?${parameters}`, { ...by.headers, ...headers }, method);
}

const get = (path: string, headers: Readonly<Record<string, string>> = org.headers, method = 'GET'): Promise<Response> =>
  exports.default.fetch(`https://api.example.com${path}`, { headers, method });

/** The lines of an export. Its media type is none of those that `text()` takes for text. */
async function linesOf(response: Response) {
  const text = new TextDecoder().decode(await response.arrayBuffer());
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What a caller accepts, and the media type of an error for it. */
const ACCEPTED = [
  ['*/*', 'application/json'],
  ['text/csv', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
] as const;

describe('GET /export', () => {
  it('streams every item of a list, whatever the size of its pages, and says that it is complete', async () => {
    const expected = ['@home', '=1+1', 'Acme, Inc.', 'Beta', 'Zeta'].map((name) => ({ customerId: `c${names.indexOf(name)}`, name }));
    for (const variables of [{}, { first: 2 }, { first: 1 }]) {
      const response = await ask({ variables });
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment',
        'cache-control': 'no-store',
        'x-request-id': expect.any(String),
      });
      const lines = await linesOf(response);
      expect(lines.at(-1)).toEqual({ next: null });
      expect(lines.slice(0, -1).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
        expected.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      );
    }
  });

  it('writes CSV that a spreadsheet does not take for formulas, with a column for each field', async () => {
    const response = await ask({ document: LINES, format: 'csv' });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(await response.text()).toBe(
      [
        'line,customerId,name,address.city,accounts.nodes',
        '1,c0,Beta,,"[{""accountId"":""c0""}]"',
        `2,c1,'=1+1,,"[{""accountId"":""c1""}]"`,
        '3,c2,Zeta,,"[{""accountId"":""c2""}]"',
        '4,c3,"Acme, Inc.",,"[{""accountId"":""c3""}]"',
        `5,c4,'@home,,"[{""accountId"":""c4""}]"`,
        'next,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('exports a document that ships with the API', async () => {
    const [, shipped = ''] = Object.entries(manifest).find(([, text]) => text.includes('query Accounts(')) ?? [];
    const lines = await linesOf(await ask({ document: shipped }));
    expect(lines).toHaveLength(names.length + 1);
    expect(lines[0]).toMatchObject({ accountId: 'c0', schedules: { nodes: [] } });
  });

  it('checks, counts and logs each page like a request of its own', async () => {
    const response = await ask({ variables: { first: 2 }, headers: { 'x-test-log': 'yes' } });
    const { answer, lines } = await response.json<{ answer: string; lines: object[] }>();
    expect(answer.split('\n')).toHaveLength(names.length + 2);
    const page = { actor: expect.stringMatching(/^tok\./), operation: 'Names', outcome: 'OK', d1Calls: 1, statements: 1 };
    expect(lines.filter((line) => 'operation' in line && line.operation === 'Names')).toMatchObject([page, page, page]);
  });

  it('counts each page against the rate limit, and says how to go on when it is used up', async () => {
    const fresh = await Organization.begin();
    for (let i = 0; i < 5; i++) await fresh.customer(`c${i}`);
    await know(fresh, NAMES);
    const response = await ask({ variables: { first: 1 }, headers: { 'x-test-limited': 'counted' } }, fresh);
    const lines = await linesOf(response);
    expect(lines).toMatchObject([
      { customerId: 'c0' },
      { customerId: 'c1' },
      { customerId: 'c2' },
      { error: { code: 'RATE_LIMITED', retryAfter: 60, requestId: expect.any(String) }, next: expect.stringMatching(/^\/export\?/) },
    ]);
    const rest = await linesOf(await get(lines[3].next, fresh.headers));
    expect(rest).toEqual([{ customerId: 'c3', name: 'c3-' }, { customerId: 'c4', name: 'c4-' }, { next: null }]);
  });

  it('checks the token again for each page: one that expires ends the export', async () => {
    const expiresAt = new Date(Date.parse(org.now) + 60_000).toISOString();
    const input = { name: 'export', scopes: ['CUSTOMERS_READ'], expiresAt };
    const exporter = org.with(await org.done<string>('createApiToken', 'secret', input, 'secret'));
    const lines = await linesOf(await ask({ variables: { first: 1 }, headers: { 'x-test-tick': '5000' } }, exporter));
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.length).toBeLessThan(names.length + 1);
    expect(lines.at(-1)).toMatchObject({ error: { code: 'UNAUTHENTICATED', requestId: expect.any(String) }, next: expect.any(String) });
  });

  it('requires the scopes of the document', async () => {
    const narrow = org.with(await org.done<string>('createApiToken', 'secret', { name: 'n', scopes: ['CUSTOMERS_READ'] }, 'secret'));
    const response = await ask({ document: PLANS }, narrow);
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { errors: [{ extensions: { code: 'FORBIDDEN', scopes: ['PLANS_READ'] } }] },
    ]);
  });

  it('is not for delegates', async () => {
    const delegate = await delegateFor(org, ['c0']);
    const [, shipped = ''] = Object.entries(manifest).find(([, text]) => text.includes('query Accounts(')) ?? [];
    const response = await ask({ document: shipped }, delegate);
    expect([response.status, await response.json()]).toMatchObject([403, { errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
  });

  it('takes the token from the header alone', async () => {
    const headers = { 'x-test-now': org.now };
    const parameters = `documentId=${idOf(NAMES)}&variables={}`;
    for (const name of ['token', 'access_token', 'authorization']) {
      const response = await get(`/export?${parameters}&${name}=${org.token}`, headers);
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    }
    expect(
      (await get(`/export?${parameters}`, { ...headers, cookie: `token=${org.token}; authorization=Bearer ${org.token}` })).status,
    ).toBe(401);
  });

  it.each<[string, string, number, string]>([
    ['no document', '', 400, 'BAD_REQUEST'],
    ['another format', `documentId=${idOf(NAMES)}&format=xlsx`, 400, 'BAD_REQUEST'],
    ['variables that are no JSON', `documentId=${idOf(NAMES)}&variables={`, 400, 'BAD_REQUEST'],
    ['variables that are no object', `documentId=${idOf(NAMES)}&variables=[]`, 400, 'BAD_REQUEST'],
    ['an unknown document', `documentId=sha256:${'0'.repeat(64)}`, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a malformed id', 'documentId=names', 400, 'BAD_REQUEST'],
    ['an unknown operation', `documentId=${idOf(NAMES)}&operationName=Other`, 400, 'BAD_REQUEST'],
    ['a page that is too large', `documentId=${idOf(NAMES)}&variables={"first":101}`, 400, 'BAD_USER_INPUT'],
    ['a page of no items, which would seem to be the last', `documentId=${idOf(NAMES)}&variables={"first":0}`, 400, 'BAD_REQUEST'],
    ['a cursor of another list', `documentId=${idOf(NAMES)}&variables={"after":"x"}`, 400, 'BAD_USER_INPUT'],
  ])('refuses %s, in the media type that the caller accepts', async (_title, parameters, status, code) => {
    for (const [accept, type] of ACCEPTED) {
      const response = await get(`/export?${parameters}`, { ...org.headers, accept });
      expect([response.status, await response.json()]).toMatchObject([status, { errors: [{ extensions: { code } }] }]);
      expect([accept, response.headers.get('content-type')]).toEqual([accept, `${type}; charset=utf-8`]);
    }
  });

  it('refuses a document whose pages would be none or from the end, naming the argument', async () => {
    const paged = (paging: string) => NAMES.replace('Names($first: Int!, ', 'Names(').replace('first: $first', paging);
    for (const [paging, message] of [
      ['first: 0', /`first` cannot be 0/],
      ['last: 2', /`first`, not `last`/],
    ] as const) {
      const document = paged(paging);
      await know(org, document);
      const response = await ask({ document });
      expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ message: expect.stringMatching(message) }] }]);
    }
  });

  it('counts what it refuses against the rate limit', async () => {
    const response = await get('/export', { ...org.headers, 'x-test-limited': 'yes' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('is read by GET alone', async () => {
    const response = await ask({ method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('reads the first page alone for a HEAD, and answers the status and the headers of a GET', async () => {
    const fresh = await Organization.begin();
    for (let i = 0; i < 5; i++) await fresh.customer(`c${i}`);
    await know(fresh, NAMES);
    const head = () => ask({ variables: { first: 1 }, headers: { 'x-test-limited': 'counted' }, method: 'HEAD' }, fresh);
    const answer = await head();
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
      '',
    ]);
    // The limit is 3 requests, and each page is one.
    expect([(await head()).status, (await head()).status, (await head()).status]).toEqual([200, 200, 429]);
  });
});
