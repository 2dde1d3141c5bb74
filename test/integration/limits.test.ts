import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { documentOf } from '../support/mutations.ts';
import { type Answer, NOW, Organization, send } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { openShop } from '../support/shop.ts';

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

/** Sends a request with the token and more headers, and answers it with its log line. */
async function logged(request: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await send('/graphql', request, { ...bearer(), 'x-test-log': 'yes', ...headers });
  const { answer, lines } = await response.json<{ answer: string; lines: Record<string, unknown>[] }>();
  const body: Answer<unknown> = JSON.parse(answer);
  return { body, text: answer, line: lines[0] ?? {}, lines };
}

const bearer = () => ({ authorization: `Bearer ${org.token}`, 'x-test-now': NOW });
const aliases = (count: number, field: string) => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');

/** Refused as said, by an answer that names what is allowed, and before D1 is called. */
async function expectRefused(request: object, code: string, allowed: string | RegExp): Promise<void> {
  const { body, line } = await logged(request);
  const message = typeof allowed === 'string' ? expect.stringContaining(allowed) : expect.stringMatching(allowed);
  expect(body.errors).toMatchObject([{ message, extensions: { code } }]);
  expect(line).toMatchObject({ outcome: code, d1Calls: 0 });
}

describe('a document', () => {
  it('is at most 32 KB', async () => {
    const query = (bytes: number) => `{ accounts { nodes { name } } } #${'x'.repeat(bytes - 33)}`;
    expect((await org.ask(query(32_768))).errors).toBeUndefined();
    await expectRefused({ query: query(32_769) }, 'BAD_REQUEST', 'The query is 32,769 bytes long; at most 32,768');
  });

  it('is counted in bytes', () =>
    expectRefused({ query: `{ accounts { nodes { name } } } #${'é'.repeat(16_384)}` }, 'BAD_REQUEST', 'at most 32,768'));

  it('is at most 4,000 tokens', () =>
    expectRefused({ query: `{ accounts { nodes { ${'name '.repeat(4_000)} } } }` }, 'BAD_REQUEST', '4,000 tokens'));

  it.each([
    ['braces', '{ a '.repeat(20_000)],
    ['100 levels of braces and more', `${'{ a '.repeat(101)}${'}'.repeat(101)}`],
    ['lists', `{ nodes(ids: ${'['.repeat(1_900)}${']'.repeat(1_900)}) { id } }`],
    ['objects', `{ nodes(ids: ${'{a:'.repeat(1_000)}1${'}'.repeat(1_000)}) { id } }`],
    ['list types', `query ($a: ${'['.repeat(1_900)}ID${']'.repeat(1_900)}) { nodes(ids: $a) { id } }`],
  ])('is refused when %s are nested without end', (_title, query) => expectRefused({ query }, 'BAD_REQUEST', /bytes long|100 levels deep/));

  it.each([
    ['lists', '['.repeat(100_000), ']'.repeat(100_000)],
    ['conditions', '{"and":['.repeat(20_000), ']}'.repeat(20_000)],
    ['101 objects', '{"a":'.repeat(101), '}'.repeat(101)],
  ])('is refused when %s are nested without end in its variables', async (_title, open, close) => {
    const query = 'query ($where: AccountsWhere) { accounts(where: $where) { nodes { name } } }';
    const inner = open.startsWith('{"a"') ? '1' : '';
    const text = `{"query":${JSON.stringify(query)},"variables":{"where":${open}${inner}${close}}}`;
    const { body, line } = await logged(text);
    expect(body.errors).toMatchObject([
      { message: '`variables` are nested more than 100 levels deep; no more are allowed.', extensions: { code: 'BAD_REQUEST' } },
    ]);
    expect(line).toMatchObject({ outcome: 'BAD_REQUEST', d1Calls: 0 });
  });

  it('is at most 14 levels deep, through named fragments as well', async () => {
    const levels = ['A', 'B', 'C', 'D', 'E'];
    const spreads = levels.map((name, i) => {
      const next = levels[i + 1];
      return `fragment ${name} on Account { customer { accounts { nodes { ${next ? `...${next}` : 'name'} } } } }`;
    });
    await expectRefused(
      { query: `{ accounts { nodes { ...A } } } ${spreads.join(' ')}` },
      'QUERY_TOO_EXPENSIVE',
      '18 levels deep; at most 14',
    );
  });

  it.each([
    ['itself', 'fragment A on Account { customer { accounts { nodes { ...A } } } }'],
    ['another that contains it', 'fragment A on Account { ...B } fragment B on Account { customer { accounts { nodes { ...A } } } }'],
  ])('is refused when a fragment contains %s', (_title, fragments) =>
    expectRefused({ query: `{ accounts { nodes { ...A } } } ${fragments}` }, 'GRAPHQL_VALIDATION_FAILED', 'within itself'),
  );
});

describe('aliases', () => {
  it('of one field are at most 30 in one selection', async () => {
    expect((await org.ask(`{ accounts { nodes { ${aliases(30, 'name')} } } }`)).errors).toBeUndefined();
    await expectRefused(
      { query: `{ accounts { nodes { ${aliases(31, 'name')} } } }` },
      'QUERY_TOO_EXPENSIVE',
      '`name` has more than 30 aliases',
    );
  });

  it.each([
    ['`__typename`', `{ accounts { nodes { ${aliases(31, '__typename')} } } }`, '`__typename`'],
    [
      'those in fragments',
      `{ accounts { nodes { ${aliases(20, 'name')} ...F } } } fragment F on Account { ... { b: name ${aliases(31, 'name').replaceAll('a', 'c').replaceAll('ncme', 'name')} } }`,
      '`name`',
    ],
    [
      'those of a field that is selected twice',
      `{ accounts { nodes { ${aliases(16, 'name')} } } accounts { nodes { ${aliases(16, 'name').replaceAll(/a(\d)/g, 'b$1')} } } }`,
      '`name`',
    ],
    ['those of the root', `{ ${aliases(31, '__typename')} }`, '`__typename`'],
  ])('count %s', (_title, query, field) => expectRefused({ query }, 'QUERY_TOO_EXPENSIVE', `${field} has more than 30 aliases`));

  it('are not what one field under its own name is, in each type of a union', async () => {
    const types = ['Customer', 'Account', 'Schedule', 'Proposal', 'Purchase'].map((type) => `... on ${type} { id }`);
    expect((await org.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${types.join(' ')} } }`, { ids: [] })).errors).toBeUndefined();
  });
});

describe('root fields', () => {
  it('are at most 50, through fragments as well', async () => {
    const many = `${aliases(26, '__typename')} ${aliases(25, 'account(by: {accountId: "x"}) { name }').replaceAll(/a(\d+):/g, 'b$1:')}`;
    await expectRefused({ query: `{ ...F } fragment F on Query { ${many} }` }, 'QUERY_TOO_EXPENSIVE', 'has 51 root fields; at most 50');
  });
});

describe('pages', () => {
  it('of every list are at most 100', async () => {
    const { data } = await org.ask<{ __type: { fields: { name: string; args: { name: string }[] }[] } }>(
      '{ __type(name: "Query") { fields { name args { name } } } }',
    );
    const lists = data.__type.fields.filter(({ args }) => args.some(({ name }) => name === 'first'));
    expect(lists.length).toBeGreaterThan(5);
    for (const { name } of lists) {
      for (const size of ['first', 'last'])
        await expectRefused({ query: `{ ${name}(${size}: 101) { nodes { __typename } } }` }, 'BAD_USER_INPUT', 'from 0 to 100');
    }
  });

  it('are refused over 100, also where a variable leaves them to its default', () =>
    expectRefused({ query: 'query ($n: Int = 101) { accounts(first: $n) { nodes { name } } }' }, 'BAD_USER_INPUT', 'from 0 to 100'));

  it('are priced by what a request says of its own, whatever the same document cost before', async () => {
    const costs = [];
    for (const n of [5, 50, 5]) {
      costs.push((await org.ask('query ($n: Int) { accounts(first: $n) { nodes { name } } }', { n })).extensions.cost.requested);
    }
    expect(costs).toEqual([6, 51, 6]);
  });

  it('are priced for each id of `nodes`', async () => {
    const ids = Array.from({ length: 100 }, () => btoa('Customer:cus.00000000000.00000'));
    const query =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { accounts(first: 100) { nodes { schedules(first: 100) { nodes { startDate } } } } } } }';
    await expectRefused({ query, variables: { ids } }, 'QUERY_TOO_EXPENSIVE', 'at most 100,000');
  });
});

describe('a bulk input', () => {
  const PAUSE = { mode: 'DISASSOCIATE', effectiveFrom: '2030-01-01', effectiveUntil: '2030-02-01' };
  const DELETE = { actionType: 'DELETE', rateCardName: 'fee' };

  it.each([
    ['updatePricingScheduleBatch', 'edits', { accountId: 'acme' }, PAUSE, 10],
    ['bulkEditSchedules', 'edits', { accountId: 'acme' }, PAUSE, 10],
    ['bulkPricePlanRateCardOperations', 'operations', { pricePlanId: 'pp.00000000000.00000' }, DELETE, 100],
    ['bulkRateCardOperationsOnSchedule', 'operations', { scheduleId: 'sch.00000000000.00000' }, DELETE, 100],
  ])('of %s is refused for too many %s, and for none', async (mutation, field, others, each, most) => {
    const query = documentOf(mutation, 'userErrors { code path message }');
    for (const count of [most + 1, 0]) {
      const { body, line } = await logged({ query, variables: { input: { ...others, [field]: Array(count).fill(each) } } });
      const message = `Send 1 to ${most} ${field}, not ${count}.`;
      expect(body.data).toEqual({ [mutation]: { userErrors: [{ code: 'LIMIT_EXCEEDED', path: ['input', field], message }] } });
      expect(line).toMatchObject({ outcome: 'OK', d1Calls: 0 });
    }
  });
});

describe('a timeline', () => {
  it('has at most 1,000 schedules: the next is refused after the one read that tells, and nothing is written', async () => {
    const { org: shop, pro } = await openShop();
    const write = (effectiveFrom: string) =>
      mutate(shop, 'updatePricingSchedule', { accountId: 'acme', pricePlanId: pro, effectiveFrom, effectiveUntil: '9999-01-01' });
    expect((await write('9000-01-01')).userErrors).toEqual([]);
    await DB.prepare(
      `insert into schedules (org_id, id, account_id, schedule_id, start_date, end_date, price_plan_id, plan_version_id, rate_card_set_id,
         is_overridden, recorded_at, recorded_revision)
       with recursive n(i) as (select 1 union all select i + 1 from n where i < 999)
       select org_id, id || '-' || i, account_id, schedule_id || '-' || i, date('3000-01-01', i || ' days'), date('3000-01-02', i || ' days'),
         price_plan_id, plan_version_id, rate_card_set_id, is_overridden, recorded_at, recorded_revision
       from n, (select * from schedules where org_id = ?)`,
    )
      .bind(shop.orgId)
      .run();
    const before = await everyRow(shop);
    expect(await write('9500-01-01')).toMatchObject({
      userErrors: [{ code: 'LIMIT_EXCEEDED', message: expect.stringContaining('at most 1,000 schedules. This change would make 1,001') }],
      d1Calls: 1,
    });
    expect(await everyRow(shop)).toEqual(before);
  });
});

describe('texts', () => {
  it.each([
    ['a NUL', '\u0000', 'U+0000'],
    ['another control character', 'a\u001b[0m', 'U+001B'],
    ['half of a surrogate pair', 'a\ud83d', 'U+D83D'],
  ])('are refused with %s in every argument, written out or in a variable', async (_title, text, found) => {
    const literal = JSON.stringify(text).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    const query = 'query ($by: AccountBy!) { account(by: $by) { name } }';
    await expectRefused({ query, variables: { by: { alias: text } } }, 'BAD_USER_INPUT', `\`$by.alias\`: control characters`);
    await expectRefused(
      { query: 'query ($s: String) { accounts(search: $s) { nodes { name } } }', variables: { s: text } },
      'BAD_USER_INPUT',
      found,
    );
    // The engine itself refuses to read half a pair.
    const code = text.isWellFormed() ? 'BAD_USER_INPUT' : 'GRAPHQL_PARSE_FAILED';
    await expectRefused(
      { query: `{ accounts(search: ${literal}) { nodes { name } } }` },
      code,
      text.isWellFormed() ? found : 'Invalid Unicode',
    );
  });

  it('are refused in the input of a mutation with the field that is at fault', async () => {
    const query = 'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { code path message } } }';
    const { body, line } = await logged({ query, variables: { input: { accountId: 'acme', address: { city: 'a\u0000' } } } });
    expect(body.data).toEqual({
      updateAccount: {
        userErrors: [{ code: 'INVALID_VALUE', path: ['input', 'address', 'city'], message: expect.stringContaining('Found U+0000') }],
      },
    });
    expect(line).toMatchObject({ d1Calls: 0 });
  });

  it('are refused within a global id', async () => {
    const { body, line } = await logged({ query: `{ node(id: "${btoa('Account:\u0000')}") { id } }` });
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(line).toMatchObject({ d1Calls: 0 });
  });
});

describe('JSON in an input', () => {
  const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
  const query = 'mutation ($m: JSON) { updateAccount(input: {accountId: "acme", metadata: $m}) { userErrors { code } } }';

  it.each([
    ['at most 10 levels deep', deep(11), '10 levels deep'],
    ['at most 10 levels deep, however deep it is', deep(90), '10 levels deep'],
    ['at most 16 KB', { a: 'x'.repeat(16_384) }, 'at most 16,384 bytes'],
    ['without the key __proto__', JSON.parse('{"a": {"__proto__": "x"}}'), '"__proto__" is not allowed'],
    ['without the key constructor', { constructor: 'x' }, '"constructor" is not allowed'],
  ])('is %s', (_title, m, allowed) => expectRefused({ query, variables: { m } }, 'BAD_USER_INPUT', allowed));

  it('is held to the same where it is written out', () =>
    expectRefused(
      { query: 'mutation { updateAccount(input: {accountId: "acme", metadata: {prototype: "x"}}) { userErrors { code } } }' },
      'BAD_USER_INPUT',
      '"prototype" is not allowed',
    ));
});

describe('a request', () => {
  it('is at most 256 KB, whether or not it says so', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { padding: 'x'.repeat(262_144) } });
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    void writer.write(new TextEncoder().encode(body)).then(() => writer.close());
    for (const sent of [body, readable]) {
      const headers = { ...bearer(), 'content-type': 'application/json', 'x-test-log': 'yes' };
      const response = await exports.default.fetch('https://api.example.com/graphql', { method: 'POST', headers, body: sent });
      const { answer, lines } = await response.json<{ answer: string; lines: object[] }>();
      expect(JSON.parse(answer).errors).toMatchObject([
        { message: expect.stringContaining('262,144 bytes'), extensions: { code: 'BAD_REQUEST' } },
      ]);
      expect(lines).toMatchObject([{ status: 413, d1Calls: 0 }]);
    }
  });

  it('is JSON: what a form of any page can send runs nothing', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const { body, line } = await logged({ query: '{ accounts { nodes { name } } }' }, { 'content-type': type });
      expect(body.errors).toMatchObject([{ message: expect.stringContaining('application/json'), extensions: { code: 'BAD_REQUEST' } }]);
      expect(line).toMatchObject({ status: 415, d1Calls: 0 });
    }
  });

  it('changes nothing by GET', async () => {
    const query = encodeURIComponent('mutation { deleteAccount(input: { accountId: "acme" }) { userErrors { code } } }');
    const headers = { ...bearer(), 'x-test-log': 'yes' };
    const response = await exports.default.fetch(`https://api.example.com/graphql?query=${query}`, { headers });
    expect((await response.json<{ lines: object[] }>()).lines).toMatchObject([{ status: 405, outcome: 'METHOD_NOT_ALLOWED', d1Calls: 0 }]);
  });

  it('is one operation, and no list of them', () => expectRefused([{ query: '{ __typename }' }], 'BAD_REQUEST', 'not a list'));

  it.each(['variables={', 'variables=[', 'extensions={', 'variables=1', 'query=', 'query={', 'operationName=x'])(
    'is 400 and not 500 as a GET with %s',
    async (text) => {
      const response = await exports.default.fetch(`https://api.example.com/graphql?query=%7B__typename%7D&${text}`, { headers: bearer() });
      expect([200, 400]).toContain(response.status);
    },
  );

  it('is answered whatever else stands beside what it asks for', async () => {
    const { body } = await logged({ query: '{ __typename }', id: 7, persisted: { sha: 'x' } });
    expect(body).toMatchObject({ data: { __typename: 'Query' } });
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is refused as %s, with what is allowed', async (method) => {
    const response = await exports.default.fetch('https://api.example.com/graphql', { method, headers: bearer() });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});

describe('in production', () => {
  const misspelt = { query: '{ acounts { nodes { name } } }' };

  it('errors suggest no names of the schema, which they do in development', async () => {
    const inProduction = await logged(misspelt);
    expect(inProduction.body.errors).toMatchObject([{ message: 'Cannot query field "acounts" on type "Query".' }]);
    const inDevelopment = await logged(misspelt, { 'x-test-development': 'yes' });
    expect(inDevelopment.text).toContain('Did you mean');
  });

  it('variables suggest no names either', async () => {
    const query = 'query ($by: AccountBy!) { account(by: $by) { name } }';
    expect((await logged({ query, variables: { by: { acountId: 'x' } } })).text).not.toContain('Did you mean');
  });

  it('there is no explorer', async () => {
    const page = await exports.default.fetch('https://api.example.com/graphql', { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect(page.status).toBe(401);
  });
});

describe('a token', () => {
  it('that has used up its rate is told when to come back, and costs D1 nothing', async () => {
    const limited = { ...bearer(), 'x-test-limited': 'yes' };
    const response = await send('/graphql', { query: '{ accounts { nodes { name } } }' }, limited);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('600 requests in 60 seconds'), extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await logged({ query: '{ __typename }' }, { 'x-test-limited': 'yes' })).line).toMatchObject({
      outcome: 'RATE_LIMITED',
      d1Calls: 0,
    });
  });
});

describe('the rate limit', () => {
  it('counts each mutation of a request, and runs all of them or none', async () => {
    // A limiter of its own: 3 for each token.
    const other = await Organization.begin();
    await other.customer('acme');
    const rename = (count: number) =>
      `mutation { ${Array.from({ length: count }, (_, i) => `m${i}: updateAccount(input: { accountId: "acme", name: "Name ${i}" }) { userErrors { code } }`).join(' ')} }`;
    const headers = { ...other.headers, 'x-test-limited': 'counted' };
    const before = await everyRow(other);
    const refused = await send('/graphql', { query: rename(4) }, headers);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('None of these mutations ran'), extensions: { code: 'RATE_LIMITED' } }],
    });
    expect(await everyRow(other)).toEqual(before);
    const allowed = await Organization.begin();
    await allowed.customer('acme');
    const three = await send('/graphql', { query: rename(3) }, { ...allowed.headers, 'x-test-limited': 'counted' });
    expect(await three.json()).toMatchObject({ data: { m2: { userErrors: [] } } });
  });

  it('is told to whoever asks, as it is told to whoever has used it up', async () => {
    expect((await logged({ query: '{ rateLimit { limit period } }' })).body.data).toEqual({ rateLimit: { limit: 600, period: 60 } });
  });
});

describe('a limiter that fails', () => {
  it('lets requests through', async () => {
    const response = await send('/graphql', { query: '{ accounts { nodes { name } } }' }, { ...bearer(), 'x-test-limited': 'broken' });
    expect(response.status).toBe(200);
  });
});

describe('an answer', () => {
  it('may be shown by no page, run nothing, and be kept by nobody', async () => {
    const { headers } = await send('/graphql', { query: '{ __typename }' }, bearer());
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': expect.any(String),
      'referrer-policy': 'no-referrer',
    });
  });
});

describe('the log', () => {
  it('has one line a request, with what it cost and how it ended, and nothing of what was asked', async () => {
    const { line, lines, body } = await logged({
      query: 'query Search($s: String) { accounts(search: $s) { nodes { name } } }',
      variables: { s: 'secret' },
    });
    expect(body.errors).toBeUndefined();
    expect(lines).toHaveLength(1);
    expect(line).toEqual({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      organization: org.orgId,
      actor: expect.stringMatching(/^tok\./),
      delegate: null,
      operation: 'Search',
      outcome: 'OK',
      reason: null,
      status: 200,
      d1Calls: 1,
      statements: 1,
      rowsRead: expect.any(Number),
      rowsWritten: 0,
      duration: expect.any(Number),
    });
  });

  it('has a line for who is not known, and keeps no token', async () => {
    const { line } = await logged({ query: '{ __typename }' }, { authorization: 'Bearer secret' });
    expect(line).toMatchObject({ organization: null, operation: null, outcome: 'UNAUTHENTICATED', status: 401 });
    expect(JSON.stringify(line)).not.toContain('secret');
  });
});
