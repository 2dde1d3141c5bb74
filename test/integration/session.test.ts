import { beforeAll, describe, expect, it } from 'vitest';
import { Organization, send } from '../support/organization.ts';
import { FOREIGN } from '../support/sessions.ts';

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

const READ = { query: '{ accounts { nodes { name } } }' };
let writes = 0;
/** A mutation that changes something, however often it is sent. */
const write = () => ({
  query: `mutation { updateAccount(input: { accountId: "acme", name: "Name ${++writes}" }) { userErrors { code } } }`,
});
const BOOKMARK = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{32}$/;
const SEEN = '00000000-00000001-00000000-00000000000000000000000000000000';
const PRIMARY = 'first-primary';
const ANY = 'first-unconstrained';

const headers = (bookmark?: string) => ({
  authorization: `Bearer ${org.token}`,
  'x-test-now': org.now,
  ...(bookmark !== undefined && { 'x-d1-bookmark': bookmark }),
});

const bookmarkOf = async (request: object) => (await send('/graphql', request, headers())).headers.get('x-d1-bookmark');

/** What each call to D1 was begun from, and what the request came to. */
async function callsOf(request: object, bookmark?: string, more: object = {}) {
  const response = await send('/graphql', request, { ...headers(bookmark), ...more, 'x-test-log': 'yes' });
  const { answer, lines, startPoints } = await response.json<{
    answer: string;
    lines: { status: number; d1Calls: number }[];
    startPoints: string[];
  }>();
  return { body: JSON.parse(answer), line: lines[0], startPoints };
}

describe('a read', () => {
  it('may be answered by any replica, and says what it has seen', async () => {
    expect((await callsOf(READ)).startPoints).toEqual([ANY]);
    expect(await bookmarkOf(READ)).toMatch(BOOKMARK);
  });

  it('is answered by one that has what its caller has seen', async () => {
    expect((await callsOf(READ, SEEN)).startPoints).toEqual([SEEN]);
  });

  it.each([
    ['the name of a constraint', PRIMARY],
    ['a word', 'latest'],
    ['one group alone', '00000001'],
    ['a text with something else in it', `${SEEN}; drop`],
    ['too long', `${SEEN}${'-0'.repeat(40)}`],
    ['empty', ''],
  ])('takes what cannot be a bookmark for none: %s', async (_title, bookmark) => {
    const { body, startPoints } = await callsOf(READ, bookmark);
    expect([body.errors, startPoints]).toEqual([undefined, [ANY]]);
  });

  it('is made on the primary where the database does not take the bookmark, and is no error', async () => {
    const { body, line, startPoints } = await callsOf(READ, FOREIGN);
    expect(body.data).toEqual({ accounts: { nodes: [{ name: expect.any(String) }] } });
    expect([line?.status, line?.d1Calls, startPoints]).toEqual([200, 2, [FOREIGN, PRIMARY]]);
  });

  it('fails where D1 does, whatever bookmark it brings', async () => {
    const { line } = await callsOf(READ, SEEN, { 'x-test-fault': 'fail:1x9' });
    expect(line).toMatchObject({ status: 503, d1Calls: 3 });
  });

  it('says nothing of what it has not seen', async () => {
    expect(await bookmarkOf({ query: '{ __typename }' })).toBeNull();
  });
});

describe('a mutation', () => {
  it('decides and writes on the primary, whatever its caller has seen', async () => {
    for (const bookmark of [undefined, SEEN, FOREIGN]) {
      const { body, startPoints } = await callsOf(write(), bookmark);
      expect([body.data, startPoints]).toEqual([{ updateAccount: { userErrors: [] } }, [PRIMARY, PRIMARY]]);
    }
  });

  it('says what it has written: a later bookmark than every one before', async () => {
    const before = await bookmarkOf(READ);
    const written = await bookmarkOf(write());
    expect(written).toMatch(BOOKMARK);
    expect((written ?? '') > (before ?? '')).toBe(true);
  });
});

describe('a token', () => {
  it('is looked up on the primary, so that a new one is known and a revoked one is not, wherever it is asked with', async () => {
    const other = await Organization.begin();
    const { line, startPoints } = await callsOf(READ, undefined, { authorization: `Bearer ${other.token}` });
    expect([line?.status, startPoints]).toEqual([200, [ANY]]);
  });
});
