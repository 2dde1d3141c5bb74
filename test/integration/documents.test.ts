import { exports } from 'cloudflare:workers';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parse, print } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { type Answer, NOW, Organization, send } from '../support/organization.ts';
import { openShop, type Shop } from '../support/shop.ts';

let org: Organization;
beforeAll(async () => {
  org = await Organization.begin();
  await org.customer('acme');
});

const entries: readonly (readonly [string, string])[] = Object.entries(manifest);
/** A document that ships with the API, by the name of an operation in it. */
function shipped(operation: string): { documentId: string; query: string } {
  const entry = entries.find(([, text]) => text.includes(` ${operation}(`));
  if (!entry) throw new Error(`no document has ${operation}`);
  return { documentId: entry[0], query: entry[1] };
}
const ACCOUNTS = shipped('Accounts');
const UNKNOWN = `sha256:${'0'.repeat(64)}`;
const OWN = '{ accounts { nodes { name } } }';
const variables = { first: 10 };
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } });
const hashOf = (documentId: string) => documentId.slice('sha256:'.length);

const bearer = () => ({ authorization: `Bearer ${org.token}`, 'x-test-now': NOW });
const ONLY = { 'x-test-trusted-only': 'yes' };

interface Served {
  readonly status: number;
  readonly body: Answer<unknown>;
  readonly line: Readonly<Record<string, unknown>>;
}

async function logged(response: Response): Promise<Served> {
  const { answer, lines } = await response.json<{ answer: string; lines: Record<string, unknown>[] }>();
  return { status: Number(lines[0]?.status), body: JSON.parse(answer), line: lines[0] ?? {} };
}

const post = async (request: object, headers: object = {}) =>
  logged(await send('/graphql', request, { ...bearer(), 'x-test-log': 'yes', ...headers }));

/** The same request in the URL: what is no text is JSON there. */
async function get(request: object, headers: object = {}): Promise<Served> {
  const url = new URL('https://api.example.com/graphql');
  for (const [name, value] of Object.entries(request)) {
    url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return logged(await exports.default.fetch(url.href, { headers: { ...bearer(), 'x-test-log': 'yes', ...headers } }));
}

const TRANSPORTS = [
  { by: 'POST', ask: post },
  { by: 'GET', ask: get },
];

/** Refused as said, and before D1 is called. */
function expectRefused({ body, line }: Served, code: string, message: string | RegExp): void {
  const expected = typeof message === 'string' ? message : expect.stringMatching(message);
  expect(body.errors).toMatchObject([{ message: expected, extensions: { code } }]);
  expect(line).toMatchObject({ outcome: code, d1Calls: 0 });
}

describe('a client that prints documents again and adds `__typename`', () => {
  const PRINTED = print(parse(ACCOUNTS.query)).replaceAll('{', '{ __typename');
  const HASH = bytesToHex(sha256(utf8ToBytes(PRINTED)));

  it('runs a document that ships with the API where nothing else may run', async () => {
    const { body } = await post({ query: PRINTED, variables }, ONLY);
    expect(body.data).toMatchObject({
      accounts: { __typename: 'AccountConnection', edges: [{ node: { accountId: 'acme', __typename: 'Account' } }] },
    });
  });

  it('can name it from then on by the hash of its own text', async () => {
    expectRefused(await post({ ...persisted(HASH), variables }, ONLY), 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    for (const request of [{ query: PRINTED }, {}]) {
      expect((await post({ ...request, ...persisted(HASH), variables }, ONLY)).body.data).toMatchObject({
        accounts: { edges: [{ node: {} }] },
      });
    }
  });
});

describe.each(TRANSPORTS)('a document that ships with the API, by $by', ({ ask }) => {
  it.each([
    ['its `documentId`', { documentId: ACCOUNTS.documentId }],
    ["Apollo's hash of it", persisted(hashOf(ACCOUNTS.documentId))],
    ['both', { documentId: ACCOUNTS.documentId, ...persisted(hashOf(ACCOUNTS.documentId)) }],
    ['its text', { query: ACCOUNTS.query }],
    ['its text beside its id', ACCOUNTS],
  ])('runs by %s', async (_title, named) => {
    for (const headers of [{}, ONLY]) {
      const { body, line } = await ask({ ...named, variables }, headers);
      expect(body.data).toMatchObject({ accounts: { edges: [{ node: { accountId: 'acme' } }] } });
      expect(line).toMatchObject({ operation: 'Accounts', outcome: 'OK', d1Calls: 1 });
    }
  });

  it.each([
    ['of another prefix', { documentId: `md5:${'0'.repeat(32)}` }],
    ['without a prefix', { documentId: hashOf(ACCOUNTS.documentId) }],
    ['in capitals', { documentId: ACCOUNTS.documentId.toUpperCase() }],
    ['of too few digits', { documentId: ACCOUNTS.documentId.slice(0, -1) }],
    ['of too many digits', { documentId: `${ACCOUNTS.documentId}0` }],
  ])('is not named by an id %s', async (_title, named) =>
    expectRefused(await ask(named), 'BAD_REQUEST', /^`documentId` is `sha256:` and the SHA-256/),
  );

  it.each([
    ['of version 2', persisted(hashOf(ACCOUNTS.documentId), 2)],
    ['without a hash', persisted(undefined)],
    ['whose hash is a number', persisted(7)],
    ['whose hash has a prefix', persisted(ACCOUNTS.documentId)],
    ['that is a text', { extensions: { persistedQuery: hashOf(ACCOUNTS.documentId) } }],
    ['that is a list', { extensions: { persistedQuery: [] } }],
  ])('is not named by a `persistedQuery` %s', async (_title, named) =>
    expectRefused(await ask(named), 'BAD_REQUEST', /^`extensions.persistedQuery` is \{"version": 1/),
  );

  it('is not what another text is sent as', async () => {
    for (const named of [{ documentId: ACCOUNTS.documentId }, persisted(hashOf(ACCOUNTS.documentId))]) {
      const message = /^The query is not the document `sha256:[0-9a-f]{64}` that is named beside it, but `sha256:[0-9a-f]{64}`\.$/;
      expectRefused(await ask({ ...named, query: OWN }), 'BAD_REQUEST', message);
    }
  });

  it('is one, and not two', async () => {
    const two = { documentId: ACCOUNTS.documentId, ...persisted(hashOf(UNKNOWN)) };
    expectRefused(await ask(two), 'BAD_REQUEST', /name different documents/);
  });

  it('is said to be unknown where it is, in the words that its protocol has', async () => {
    const { status, ...unknown } = await ask({ documentId: UNKNOWN }, { accept: 'application/graphql-response+json' });
    expectRefused(
      { status, ...unknown },
      'PERSISTED_QUERY_NOT_FOUND',
      `No document \`${UNKNOWN}\` is known here. Send its text as \`query\`.`,
    );
    expect(status).toBe(404);
    expectRefused(await ask(persisted(hashOf(UNKNOWN))), 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
  });

  it.each([
    ['another text', { query: OWN }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a document with one field more', { query: ACCOUNTS.query.replace('accountId name', 'accountId name tags') }],
    ['a text beside its own id', { query: OWN, documentId: 'sha256:0fde6ff8421c6c2e6b192999c1d615325955d00f05df46d9837bf032bbec829a' }],
    ['an unknown id', { documentId: UNKNOWN }],
    ['nothing', {}],
  ])('is all that runs where nothing else may: %s is refused', async (_title, request) => {
    const served = await ask(request, ONLY);
    expectRefused(served, 'DOCUMENT_NOT_TRUSTED', /^Only the documents of `schema\/documents.json` run here. Name one as `documentId`/);
  });
});

describe('a mutation that ships with the API', () => {
  const { documentId } = shipped('AnswerProposal');
  const answering = (proposalId: string) => ({
    documentId,
    operationName: 'AnswerProposal',
    variables: { proposalId, status: 'APPROVE' },
  });
  const statusOf = async (shop: Shop, proposalId: string) =>
    (await shop.org.ask<{ proposal: { status: string } }>(`{ proposal(proposalId: "${proposalId}") { status } }`)).data.proposal.status;

  it('is refused by GET and runs by POST, by its id and the name of the operation', async () => {
    const shop = await openShop();
    const offer = { accountId: 'acme', type: 'ENTITLEMENT_GRANT', pricePlanId: shop.pack, paymentMode: 'POSTPAID' };
    const { proposalId } = await shop.org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
    const headers = { authorization: `Bearer ${shop.org.token}` };
    const { status, body } = await get(answering(proposalId), headers);
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(await statusOf(shop, proposalId)).toBe('PROPOSAL_ACTIVE');
    expect((await post(answering(proposalId), { ...headers, ...ONLY })).body.data).toMatchObject({
      updateProposalStatus: { userErrors: [] },
    });
    expect(await statusOf(shop, proposalId)).toBe('PROPOSAL_APPROVED');
  });
});

describe('a `documentId`', () => {
  it.each([7, ['sha256:'], {}, true, ''])('is a text: %j is refused in a body', async (documentId) =>
    expectRefused(await post({ documentId }), 'BAD_REQUEST', /^`documentId` is `sha256:`/),
  );

  it('that is null names nothing', async () => {
    expect((await post({ documentId: null, query: OWN, extensions: { persistedQuery: null } })).body.errors).toBeUndefined();
  });

  it('says nothing to who has no token', async () => {
    const response = await send('/graphql', { documentId: ACCOUNTS.documentId });
    expect(response.status).toBe(401);
  });
});

describe('a document of a client', () => {
  const own = (name: string) => {
    const query = `query ${name} { accounts { nodes { name } } }`;
    return { query, hash: bytesToHex(sha256(utf8ToBytes(query))) };
  };

  it('is sent once with its hash, and named alone from then on', async () => {
    const { query, hash } = own('Once');
    expectRefused(await get(persisted(hash)), 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    expect((await post({ query, ...persisted(hash) })).body.data).toEqual({ accounts: { nodes: [{ name: 'acme' }] } });
    for (const named of [persisted(hash), { documentId: `sha256:${hash}` }]) {
      for (const { ask } of TRANSPORTS) {
        const { body, line } = await ask(named);
        expect(body.data).toEqual({ accounts: { nodes: [{ name: 'acme' }] } });
        expect(line).toMatchObject({ operation: 'Once', d1Calls: 1 });
      }
    }
  });

  it('is taught by GET as well', async () => {
    const { query, hash } = own('ByGet');
    await get({ query, ...persisted(hash) });
    expect((await get(persisted(hash))).line).toMatchObject({ operation: 'ByGet', outcome: 'OK' });
  });

  it('is unknown to every other organization', async () => {
    const { query, hash } = own('Secret');
    await post({ query, ...persisted(hash) });
    const other = await Organization.begin();
    expectRefused(await get(persisted(hash), { authorization: `Bearer ${other.token}` }), 'PERSISTED_QUERY_NOT_FOUND', /NotFound/);
  });

  it('stays unknown where its hash is of another text, or where only what ships with the API may run', async () => {
    const { query, hash } = own('Unlearnt');
    await post({ query: `${query} `, ...persisted(hash) });
    await post({ query, ...persisted(hash) }, ONLY);
    expectRefused(await get(persisted(hash)), 'PERSISTED_QUERY_NOT_FOUND', /NotFound/);
  });

  it('does not become trusted by being known', async () => {
    const { query, hash } = own('Known');
    await post({ query, ...persisted(hash) });
    expectRefused(await get(persisted(hash), ONLY), 'DOCUMENT_NOT_TRUSTED', /run here/);
  });

  it('that is a mutation is refused by GET, also by its hash', async () => {
    const query =
      'mutation { createCustomer(input: {customerId: "x", name: "Xyz", primaryEmail: "a@b.co", address: {}}) { userErrors { code } } }';
    const hash = bytesToHex(sha256(utf8ToBytes(query)));
    expect((await get({ query, ...persisted(hash) })).status).toBe(405);
    expect((await get(persisted(hash))).status).toBe(405);
    expect((await org.ask<{ customers: { nodes: object[] } }>('{ customers { nodes { name } } }')).data.customers.nodes).toEqual([
      { name: 'acme' },
    ]);
  });
});
