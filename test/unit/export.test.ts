import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { csvCell, csvLine } from '../../src/graphql/export/csv.ts';
import { type ExportRequest, exportList } from '../../src/graphql/export/export.ts';
import { FORMATS, type Format } from '../../src/graphql/export/formats.ts';
import { exportPlanOf } from '../../src/graphql/export/plan.ts';

const LIST = `query Names($first: Int!, $after: String) {
  customers(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { customerId name } } }`;

describe('a cell of CSV', () => {
  it.each<[string, unknown, string]>([
    ['a text as it is', 'Acme', 'Acme'],
    ['nothing for null', null, ''],
    ['a number', 1.5, '1.5'],
    ['a negative amount as a number', '-12.50', '-12.50'],
    ['JSON for a list', ['a', 'b'], '"[""a"",""b""]"'],
    ['quotes around a comma', 'a,b', '"a,b"'],
    ['doubled quotes', 'a "b"', '"a ""b"""'],
    ['quotes around a line break', 'a\nb', '"a\nb"'],
    ['quotes around white space at an end', ' a', '" a"'],
    ['no formula by =', '=1+1', "'=1+1"],
    ['no formula by +', '+1', "'+1"],
    ['no formula by -', '-1+1', "'-1+1"],
    ['no formula by - alone', '-', "'-"],
    ['no formula by @', '@SUM(A1)', "'@SUM(A1)"],
    ['no formula by a full-width =', '＝1+1', "'＝1+1"],
    ['no formula by a full-width +', '＋1', "'＋1"],
    ['no formula by a full-width -, not even a number', '－1', "'－1"],
    ['no formula by a full-width @', '＠SUM(A1)', "'＠SUM(A1)"],
    ['no formula behind a tab', '\t=1', "'\t=1"],
    ['no formula behind a line break', '\r=1', `"'\r=1"`],
    ['no formula in quotes', '=HYPERLINK("https://example.com","x")', `"'=HYPERLINK(""https://example.com"",""x"")"`],
  ])('is %s', (_title, value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it('is separated from the next by a comma, and lines end with CRLF (RFC 4180)', () => {
    expect(csvLine(['a', null, 3])).toBe('a,,3\r\n');
  });
});

describe('the plan of a document', () => {
  const plan = (document: string, operationName: string | null = null) => exportPlanOf(parse(document), operationName);
  const PAGE = 'pageInfo { hasNextPage endCursor }';

  it('finds the list, its variables and the columns of its items', () => {
    expect(
      plan(`query A($id: String!, $size: Int!, $cursor: String) {
        customer(customerId: $id) { name all: accounts(first: $size, after: $cursor) { ${PAGE}
          edges { node { accountId customer { name } ...More schedules(first: 1) { nodes { startDate } } } } } } }
        fragment More on Account { tags title: name customer { customerId } }`),
    ).toMatchObject({
      path: ['customer', 'all'],
      after: 'cursor',
      first: 'size',
      items: ['edges', 'node'],
      columns: [
        { name: 'accountId' },
        { name: 'customer.name' },
        { name: 'tags' },
        { name: 'title' },
        { name: 'customer.customerId' },
        { name: 'schedules.nodes' },
      ].map((column) => expect.objectContaining(column)),
    });
  });

  it('leaves a page size alone that the document chooses', () => {
    expect(plan(`query ($a: String) { customers(first: 7, after: $a) { ${PAGE} nodes { name } } }`)).toMatchObject({ first: null });
    expect(plan(`query ($n: Int = 7, $a: String) { customers(first: $n, after: $a) { ${PAGE} nodes { name } } }`)).toMatchObject({
      first: null,
    });
  });

  it.each([
    ['no list', '{ rateLimit { limit } }', /it has 0/],
    ['a list without a variable', `{ customers { ${PAGE} nodes { name } } }`, /it has 0/],
    [
      'two lists',
      `query ($a: String) { customers(after: $a) { ${PAGE} nodes { name } } accounts(after: $a) { ${PAGE} nodes { name } } }`,
      /it has 2/,
    ],
    ['a list beneath a list', `query ($a: String) { customers { nodes { accounts(after: $a) { ${PAGE} nodes { name } } } } }`, /it has 0/],
    ['no page info', 'query ($a: String) { customers(after: $a) { nodes { name } } }', /pageInfo/],
    ['no items', `query ($a: String) { customers(after: $a) { ${PAGE} totalCount } }`, /items/],
    ['an item that could be the last line', `query ($a: String) { customers(after: $a) { ${PAGE} nodes { next: name } } }`, /`next`/],
    ['a mutation', 'mutation { revokeApiToken(input: {apiTokenId: "x"}) { isReplay } }', /Only a query/],
    ['several operations and no name', `${LIST} query B { rateLimit { limit } }`, /operationName/],
  ])('says why there is none for %s', (_title, document, message) => {
    expect(plan(document)).toEqual({ message: expect.stringMatching(message) });
  });
});

describe('the stream of an export', () => {
  const items = (from: number, count: number) => Array.from({ length: count }, (_, i) => ({ customerId: `c${from + i}`, name: 'x' }));
  const found = exportPlanOf(parse(LIST), null);
  if ('message' in found) throw new Error(found.message);
  const request = (format: string): ExportRequest => ({
    documentId: 'sha256:0',
    operationName: null,
    variables: { first: 2 },
    format: FORMATS.get(format) as Format,
    plan: found,
    addressWith: (variables) => `/export?variables=${JSON.stringify(variables)}`,
  });

  /** Pages of two items each; the statements that each takes; and what a page is instead. */
  function pagesOf(count: number, each = 1, instead: Readonly<Record<number, () => Response>> = {}) {
    const sent: unknown[] = [];
    const send = async (body: object): Promise<Response> => {
      sent.push(body);
      const number = sent.length;
      const answer = instead[number];
      if (answer) return answer();
      const pageInfo = { hasNextPage: number < count, endCursor: `p${number}` };
      return Response.json({ data: { customers: { pageInfo, nodes: items(number * 2, 2) } } });
    };
    return { pages: { send, statements: () => sent.length * each }, sent };
  }
  const linesOf = async (response: Response) => (await response.text()).trimEnd().split(/\r?\n/);

  it('has each item of each page on a line, and says at the end that it is complete', async () => {
    const { pages, sent } = pagesOf(3);
    const lines = (await linesOf(await exportList(request('ndjson'), pages, null))).map((line) => JSON.parse(line));
    expect(lines).toEqual([...items(2, 6), { next: null }]);
    expect(sent).toMatchObject([{ variables: { first: 2 } }, { variables: { after: 'p1' } }, { variables: { first: 2, after: 'p2' } }]);
  });

  it('reads no page before its reader has taken the one before', async () => {
    const { pages, sent } = pagesOf(50);
    const reader = (await exportList(request('ndjson'), pages, null)).body?.getReader();
    expect(sent).toHaveLength(1);
    for (let taken = 1; taken <= 3; taken++) {
      await reader?.read();
      await new Promise((resolve) => setTimeout(resolve));
      expect(sent).toHaveLength(taken);
    }
    await reader?.cancel();
    expect(sent).toHaveLength(3);
  });

  it('ends before the statements that an invocation may send, and says where the list goes on', async () => {
    const { pages, sent } = pagesOf(1_000, 40);
    const lines = await linesOf(await exportList(request('ndjson'), pages, null));
    expect(sent.length).toBeGreaterThan(15);
    // With the look-ups of the caller.
    expect(sent.length * (40 + 2)).toBeLessThanOrEqual(900);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ next: `/export?variables={"first":2,"after":"p${sent.length}"}` });
  });

  it('ends with the error of a page, and where to go on', async () => {
    const error = { message: 'Wait.', extensions: { code: 'RATE_LIMITED', requestId: 'r' } };
    const refused = () => Response.json({ errors: [error] }, { status: 429, headers: { 'retry-after': '60' } });
    const { pages } = pagesOf(3, 1, { 2: refused });
    const lines = await linesOf(await exportList(request('ndjson'), pages, null));
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      error: { code: 'RATE_LIMITED', message: 'Wait.', requestId: 'r', retryAfter: 60 },
      next: '/export?variables={"first":2,"after":"p1"}',
    });
    expect(lines).toHaveLength(3);
  });

  it('ends with an error where a page fails without an answer, or is answered in part', async () => {
    const broken = () => {
      throw new Error('a secret of ours');
    };
    const partial = () => {
      const nodes = items(4, 1);
      return Response.json({
        data: { customers: { pageInfo: {}, nodes } },
        errors: [{ message: 'm', extensions: { code: 'UNAVAILABLE' } }],
      });
    };
    for (const [instead, code] of [
      [broken, 'INTERNAL_SERVER_ERROR'],
      [partial, 'UNAVAILABLE'],
    ] as const) {
      const text = await (await exportList(request('csv'), pagesOf(3, 1, { 2: instead }).pages, null)).text();
      expect(text).toMatch(new RegExp(`^line,customerId,name\r\n1,c2,x\r\n2,c3,x\r\nerror,"{""error"":{""code"":""${code}""`));
      expect(text).not.toMatch(/secret|c4/);
    }
  });

  it('numbers the items in CSV, so that no item is taken for the last line', async () => {
    const text = await (await exportList(request('csv'), pagesOf(1).pages, null)).text();
    expect(text).toBe('line,customerId,name\r\n1,c2,x\r\n2,c3,x\r\nnext,,\r\n');
  });

  it('does not begin where the first page is refused', async () => {
    const refused = () => Response.json({ errors: [] }, { status: 403 });
    expect((await exportList(request('ndjson'), pagesOf(1, 1, { 1: refused }).pages, null)).status).toBe(403);
    const missing = () => Response.json({ data: { customers: null } });
    const response = await exportList(request('ndjson'), pagesOf(1, 1, { 1: missing }).pages, null);
    expect([response.status, await response.json()]).toEqual([
      404,
      { errors: [{ message: 'There is no `customers`.', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });
});
