import { SignJWT } from 'jose/jwt/sign';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { KEY_SET } from '../support/delegate.ts';
import { ISSUER, type Issuer, keyPair, type Pair, register, sign, signedByFactors } from '../support/issuer.ts';
import { type Answer, NOW, Organization, send } from '../support/organization.ts';
import { rowsOf } from '../support/shop.ts';

const ACCOUNTS = '{ accounts { nodes { accountId } } }';
const DECIDE = `mutation ($input: UpdateProposalStatusInput!) {
  updateProposalStatus(input: $input) { proposal { status } userErrors { code } } }`;

/** Asks at the time when those tokens are good, or as much later. */
async function ask(
  token: string,
  query = ACCOUNTS,
  { variables = {}, later = 0, web = {} }: { variables?: object; later?: number; web?: object } = {},
) {
  const headers = {
    authorization: `Bearer ${token}`,
    'x-test-now': new Date(Date.parse(NOW) + later).toISOString(),
    'x-test-any-document': 'yes',
    'x-test-web': JSON.stringify(web),
  };
  const response = await send('/graphql', { query, variables }, headers);
  return { status: response.status, ...(await response.json<Omit<Answer<unknown>, 'status' | 'headers'>>()) };
}

let ec: Pair;
beforeAll(async () => {
  ec = await keyPair('ES256');
});

const RSA = { kid: 'two', kty: 'RSA', n: `${'n'.repeat(341)}9`, e: 'AQAB' };

/** An organization that has the customers `acme` and `other` and has registered the key. */
async function begin({ access = 'READ', ...input }: { access?: string; jwks?: object; jwksUri?: string } = {}) {
  const org = await Organization.begin();
  for (const customerId of ['acme', 'other']) await org.customer(customerId);
  const issuer = await register(org, { access, ...(input.jwksUri ? {} : { jwks: ec.jwks }), ...input });
  org.now = NOW;
  return { org, issuer };
}

describe('registerTokenIssuer', () => {
  it('makes an audience of its own for each registration, and lists them with their keys', async () => {
    const { org, issuer } = await begin();
    org.now = new Date(Date.parse(NOW) + 1_000).toISOString();
    const other = await register(org, { jwksUri: 'https://id.example.com/jwks.json', access: 'DECIDE_PROPOSALS' });
    expect(issuer.audience).toBe(`${org.orgId}/${issuer.tokenIssuerId}`);
    const { data, extensions } = await org.ask(
      '{ tokenIssuers { nodes { tokenIssuerId issuer audience jwks jwksUri access removedAt } } }',
    );
    expect(data).toMatchObject({
      tokenIssuers: {
        nodes: [
          {
            ...other,
            issuer: ISSUER,
            jwks: null,
            jwksUri: 'https://id.example.com/jwks.json',
            access: 'DECIDE_PROPOSALS',
            removedAt: null,
          },
          { ...issuer, issuer: ISSUER, jwks: { keys: [{ kid: 'ES256', alg: 'ES256', kty: 'EC' }] }, jwksUri: null, access: 'READ' },
        ],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it.each([
    ['no keys', {}, ['jwks'], 'INVALID_VALUE'],
    ['an empty set', { jwks: { keys: [] } }, ['jwks', 'keys'], 'LIMIT_EXCEEDED'],
    ['a private key', { jwks: { keys: [{ ...KEY_SET.keys[0], d: 'd' }] } }, ['jwks', 'keys', '0'], 'INVALID_VALUE'],
    ['a secret', { jwks: { keys: [{ kid: 'a', kty: 'oct', k: 'c2VjcmV0' }] } }, ['jwks', 'keys', '0'], 'INVALID_VALUE'],
    ['an RSA exponent of 1', { jwks: { keys: [{ ...RSA, e: 'AQ' }] } }, ['jwks', 'keys', '0', 'e'], 'INVALID_VALUE'],
    ['a modulus of 0', { jwks: { keys: [{ ...RSA, n: 'A'.repeat(342) }] } }, ['jwks', 'keys', '0', 'n'], 'INVALID_VALUE'],
    [
      'a point off its curve',
      { jwks: { keys: [{ ...KEY_SET.keys[0], y: KEY_SET.keys[0]?.x }] } },
      ['jwks', 'keys', '0', 'y'],
      'INVALID_VALUE',
    ],
    ['an address without TLS', { jwksUri: 'http://id.example.com' }, ['jwksUri'], 'INVALID_VALUE'],
    ['an address of this network', { jwksUri: 'https://127.0.0.1/jwks.json' }, ['jwksUri'], 'INVALID_VALUE'],
    ['an issuer without a name', { issuer: '', jwks: KEY_SET }, ['issuer'], 'INVALID_VALUE'],
  ])('is refused for %s, naming the field, and writes nothing', async (_title, input, path, code) => {
    const org = await Organization.begin();
    const before = await rowsOf(org);
    const errors = await refusal(org, 'registerTokenIssuer', { issuer: ISSUER, access: 'READ', ...input });
    expect(errors).toMatchObject([{ code, path: ['input', ...path] }]);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('gives its tokens no more than the token has that registers it', async () => {
    const { org } = await begin();
    const narrow = async (...scopes: string[]) =>
      org.with(await org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes }, 'secret'));
    const manager = await narrow('TOKENS_MANAGE', 'ACCOUNTS_READ');
    const input = { issuer: ISSUER, jwks: ec.jwks, access: 'DECIDE_PROPOSALS' };
    expect(await refusal(manager, 'registerTokenIssuer', input)).toMatchObject([{ code: 'SCOPE_NOT_HELD', path: ['input', 'access'] }]);
    const token = await sign(ec, await register(manager, { jwks: ec.jwks }));
    expect((await ask(token)).data).toEqual({ accounts: { nodes: [{ accountId: 'acme' }] } });
    expect((await ask(token, '{ proposals { nodes { proposalId } } }')).errors).toMatchObject([
      { extensions: { scopes: ['PROPOSALS_READ'] } },
    ]);
    const delegating = await narrow('TOKENS_DELEGATE', 'ACCOUNTS_READ');
    expect((await delegating.ask('{ tokenIssuers { nodes { issuer } } }')).errors).toMatchObject([
      { extensions: { scopes: ['TOKENS_MANAGE'] } },
    ]);
  });
});

describe("a token of the organization's own issuer", () => {
  it.each(['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'])('signed with %s sees the accounts that it names', async (alg) => {
    const pair = await keyPair(alg);
    const { issuer } = await begin({ jwks: pair.jwks });
    expect((await ask(await sign(pair, issuer))).data).toEqual({ accounts: { nodes: [{ accountId: 'acme' }] } });
    expect((await ask(await sign(pair, issuer), '{ pricePlans { nodes { name } } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', field: 'Query.pricePlans' } },
    ]);
  });

  it('decides on proposals where it and its issuer may, and is named beside its issuer in the audit log', async () => {
    const { org, issuer } = await begin({ access: 'DECIDE_PROPOSALS' });
    const offer = {
      accountId: 'acme',
      type: 'WALLET_TOPUP',
      paymentMode: 'POSTPAID',
      walletTopupDetails: { topupAmount: '5', purchaseAmount: '5' },
    };
    const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
    const variables = { input: { proposalId, status: 'APPROVE' } };
    expect((await ask(await sign(ec, issuer), DECIDE, { variables })).errors).toMatchObject([
      { extensions: { scopes: ['PROPOSALS_DECIDE'] } },
    ]);
    const { data } = await ask(await sign(ec, issuer, { access: 'DECIDE_PROPOSALS' }), DECIDE, { variables, later: 10 });
    expect(data).toEqual({ updateProposalStatus: { proposal: { status: 'PROPOSAL_APPROVED' }, userErrors: [] } });
    const query = '{ auditLog(first: 1, where: {operation: {eq: "updateProposalStatus"}}) { nodes { actor delegate } } }';
    expect((await org.ask(query)).data).toEqual({ auditLog: { nodes: [{ actor: issuer.tokenIssuerId, delegate: 'user-1' }] } });
  });

  it('may no more than its issuer, whatever it says', async () => {
    const { issuer } = await begin({ access: 'READ' });
    const variables = { input: { proposalId: 'purchase.00000000000.00000', status: 'APPROVE' } };
    const { errors } = await ask(await sign(ec, issuer, { access: 'DECIDE_PROPOSALS' }), DECIDE, { variables });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['PROPOSALS_DECIDE'] } }]);
  });
});

describe('a token of an issuer that is not good', () => {
  let org: Organization;
  let issuer: Issuer;
  const now = Date.parse(NOW) / 1_000;
  beforeAll(async () => {
    ({ org, issuer } = await begin());
    await org.account('acme-2', 'acme');
  });
  const base64url = (value: object) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  /** Signs with the public key as if it were a secret. */
  const confused = () => {
    const secret = new TextEncoder().encode(JSON.stringify(ec.jwks.keys[0]));
    return new SignJWT({ iss: ISSUER, aud: issuer.audience, sub: 'u', iat: now, exp: now + 300, accountIds: ['acme'], access: 'READ' })
      .setProtectedHeader({ alg: 'HS256', kid: ec.kid })
      .sign(secret);
  };

  it.each<[string, () => Promise<string>]>([
    ['of the algorithm `none`', async () => `${base64url({ alg: 'none', kid: ec.kid })}.${(await sign(ec, issuer)).split('.')[1]}.`],
    ['signed with the public key as a secret', confused],
    [
      'tampered with',
      async () =>
        (await sign(ec, issuer)).replace(
          /\.[^.]*\./,
          `.${base64url({ iss: ISSUER, aud: issuer.audience, sub: 'u', iat: now, exp: now + 300, accountIds: ['other'], access: 'READ' })}.`,
        ),
    ],
    ['signed with another key of the same name', async () => sign(await keyPair('ES256'), issuer)],
    ['of an unknown key', () => sign(ec, issuer, {}, { kid: 'unknown' })],
    ['that names no key', () => sign(ec, issuer, {}, { kid: undefined })],
    ['of another `iss`', () => sign(ec, issuer, { iss: `${ISSUER}/` })],
    ['of another `aud`', () => sign(ec, issuer, { aud: `${org.orgId}/iss.00000000000.00000` })],
    ['for the API itself', () => sign(ec, issuer, { aud: 'billing-catalogue', iss: 'billing-catalogue' })],
    ['without a `sub`', () => sign(ec, issuer, { sub: undefined })],
    ['whose `sub` is no text', () => sign(ec, issuer, { sub: 7 })],
    ['whose `sub` holds a control character', () => sign(ec, issuer, { sub: 'a\u0000b' })],
    ['without an expiry', () => sign(ec, issuer, { exp: undefined })],
    ['that does not say since when', () => sign(ec, issuer, { iat: undefined })],
    ['expired at this instant', () => sign(ec, issuer, { exp: now })],
    ['good for more than an hour', () => sign(ec, issuer, { exp: now + 3_601 })],
    ['of half a minute ahead and more', () => sign(ec, issuer, { iat: now + 31 })],
    ['not yet valid', () => sign(ec, issuer, { nbf: now + 31 })],
    ['for no account', () => sign(ec, issuer, { accountIds: [] })],
    ['for no list of accounts', () => sign(ec, issuer, { accountIds: 'acme' })],
    ['for 6 accounts', () => sign(ec, issuer, { accountIds: ['acme', 'acme-2', 'c', 'd', 'e', 'f'] })],
    ['for an account that does not exist', () => sign(ec, issuer, { accountIds: ['acme', 'nobody'] })],
    ['for accounts of two customers', () => sign(ec, issuer, { accountIds: ['acme', 'other'] })],
    ['of another access', () => sign(ec, issuer, { access: 'WRITE' })],
  ])('is the same 401 as no token at all: one %s', async (_title, make) => {
    const [{ status, ...bad }, none] = await Promise.all([make().then((token) => ask(token)), send('/graphql', { query: ACCOUNTS })]);
    const anyId = (text: string) => text.replace(/"requestId":"[^"]*"/g, '');
    expect([status, anyId(JSON.stringify(bad))]).toEqual([401, anyId(await none.text())]);
  });

  it('is none where its clock is a little ahead', async () => {
    expect((await ask(await sign(ec, issuer, { iat: now + 30, nbf: now + 30 }))).status).toBe(200);
  });
});

describe('two organizations with one issuer', () => {
  it('are each spoken for by its own tokens, even of the very same key', async () => {
    const [ours, theirs] = [await begin(), await begin()];
    const name = async (issuer: Issuer) => (await ask(await sign(ec, issuer), '{ accounts { nodes { togaiAccountId } } }')).data;
    expect(await name(ours.issuer)).not.toEqual(await name(theirs.issuer));
    const { org } = ours;
    const { results } = await DB.prepare('select id from accounts where org_id = ? and account_id = ?').bind(org.orgId, 'acme').all();
    expect(await name(ours.issuer)).toEqual({ accounts: { nodes: [{ togaiAccountId: results[0]?.id }] } });
  });

  it('cannot speak for each other by claiming the same name', async () => {
    const ours = await begin();
    const mallory = await keyPair('ES256');
    const theirs = await begin({ jwks: mallory.jwks });
    expect((await ask(await sign(mallory, theirs.issuer))).status).toBe(200);
    for (const aud of [
      ours.issuer.audience,
      [ours.issuer.audience, theirs.issuer.audience],
      `${ours.org.orgId}/${theirs.issuer.tokenIssuerId}`,
    ]) {
      expect((await ask(await sign(mallory, theirs.issuer, { aud }))).status).toBe(401);
    }
  });
});

describe('removeTokenIssuer', () => {
  it('ends tokens for writing at once, and for reading within 30 seconds', async () => {
    const { org, issuer } = await begin({ access: 'DECIDE_PROPOSALS' });
    const token = await sign(ec, issuer, { access: 'DECIDE_PROPOSALS' });
    const reader = await sign(ec, issuer, { sub: 'reader' });
    expect((await ask(token)).status).toBe(200);
    expect((await ask(reader)).status).toBe(200);
    const offer = {
      accountId: 'acme',
      type: 'WALLET_TOPUP',
      paymentMode: 'POSTPAID',
      walletTopupDetails: { topupAmount: '5', purchaseAmount: '5' },
    };
    const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
    await mutate(org, 'removeTokenIssuer', { tokenIssuerId: issuer.tokenIssuerId });
    expect((await ask(reader, ACCOUNTS, { later: 29_999 })).status).toBe(200);
    const before = await rowsOf(org);
    expect((await ask(token, DECIDE, { variables: { input: { proposalId, status: 'APPROVE' } }, later: 10 })).status).toBe(401);
    expect(await rowsOf(org)).toEqual(before);
    expect((await ask(reader, ACCOUNTS, { later: 10 })).status).toBe(401);
  });

  it('changes nothing the second time, and is refused for what is not there', async () => {
    const { org, issuer } = await begin();
    const input = { tokenIssuerId: issuer.tokenIssuerId };
    const removed = await mutate<object>(org, 'removeTokenIssuer', input, 'tokenIssuer { removedAt }');
    expect(await mutate<object>(org, 'removeTokenIssuer', input, 'tokenIssuer { removedAt }')).toMatchObject({
      ...removed,
      d1Calls: expect.any(Number),
    });
    expect(await refusal(org, 'removeTokenIssuer', { tokenIssuerId: 'iss.00000000000.00000' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'tokenIssuerId'] },
    ]);
  });
});

describe('keys that an issuer publishes', () => {
  let served = 0;
  /** Another address each time: what is fetched is remembered by it. */
  const address = () => `https://id.example.com/${++served}.json`;
  const page = (body: unknown, other: object = {}) => ({ body: typeof body === 'string' ? body : JSON.stringify(body), ...other });

  it('are fetched once, and go on while nobody answers there', async () => {
    const url = address();
    const { issuer } = await begin({ jwksUri: url });
    const web = { [url]: page({ keys: [...ec.jwks.keys, { kid: 'other', kty: 'oct' }] }) };
    expect((await ask(await sign(ec, issuer), ACCOUNTS, { web })).status).toBe(200);
    expect((await ask(await sign(ec, issuer, { sub: 'user-2' }))).status).toBe(200);
    const iat = Date.parse(NOW) / 1_000 + 900;
    const next = await sign(ec, issuer, { iat, exp: iat + 300 });
    expect((await ask(next, ACCOUNTS, { later: 900_000 })).status).toBe(200);
    const last = await sign(ec, issuer, { iat: iat + 3_600, exp: iat + 3_900 });
    expect((await ask(last, ACCOUNTS, { later: 4_500_000 })).status).toBe(401);
  });

  it('are fetched again for a key that is not among them, though not at once', async () => {
    const url = address();
    const { issuer } = await begin({ jwksUri: url });
    const next = await keyPair('ES256', 'next');
    expect((await ask(await sign(ec, issuer), ACCOUNTS, { web: { [url]: page(ec.jwks) } })).status).toBe(200);
    const web = { [url]: page(next.jwks) };
    const token = await sign(next, issuer);
    expect((await ask(token, ACCOUNTS, { web, later: 29_999 })).status).toBe(401);
    expect((await ask(token, ACCOUNTS, { web, later: 30_000 })).status).toBe(200);
    expect((await ask(await sign(ec, issuer, { sub: 'user-2' }), ACCOUNTS, { web, later: 60_000 })).status).toBe(401);
  });

  it.each<[string, (url: string) => Record<string, object>]>([
    ['nobody answers', () => ({})],
    ['another status is answered', (url) => ({ [url]: page(ec.jwks, { status: 203 }) })],
    [
      'one is sent elsewhere',
      (url) => ({
        [url]: page('', { status: 302, headers: { location: 'https://other.example.com' } }),
        'https://other.example.com': page(ec.jwks),
      }),
    ],
    ['no JSON is answered', (url) => ({ [url]: page('<html>') })],
    ['no key set is answered', (url) => ({ [url]: page({ keys: 'none' }) })],
    ['too much is answered', (url) => ({ [url]: page({ ...ec.jwks, padding: 'x'.repeat(70_000) }) })],
  ])('are none where %s: the token is not good', async (_title, webOf) => {
    const url = address();
    const { issuer } = await begin({ jwksUri: url });
    expect((await ask(await sign(ec, issuer), ACCOUNTS, { web: webOf(url) })).status).toBe(401);
  });

  it.each([
    ['verify a token where the modulus is the product of two primes', [2n ** 1_279n - 1n, 2n ** 2_203n - 1n], 200],
    ['verify nothing where it is a prime, whose private key anyone can compute', [2n ** 2_203n - 1n], 401],
  ])('%s', async (_title, primes, status) => {
    const url = address();
    const { issuer } = await begin({ jwksUri: url });
    const { key, token } = await signedByFactors(primes, issuer);
    expect((await ask(token, ACCOUNTS, { web: { [url]: page({ keys: [key] }) } })).status).toBe(status);
  });
});
