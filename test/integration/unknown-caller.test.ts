import { exports } from 'cloudflare:workers';
import { SignJWT } from 'jose/jwt/sign';
import { beforeAll, describe, expect, it } from 'vitest';
import { groupOf } from '../../src/auth/failures.ts';
import { makeToken } from '../../src/domain/token/api-token.ts';
import { DELEGATE_SECRET, delegateFor } from '../support/delegate.ts';
import { type Issuer, keyPair, type Pair, register, sign } from '../support/issuer.ts';
import { NOW, Organization, send } from '../support/organization.ts';

const QUERY = '{ accounts { nodes { accountId } } }';

let org: Organization;
let key: Pair;
beforeAll(async () => {
  [org, key] = await Promise.all([Organization.begin(), keyPair('ES256')]);
  await org.customer('acme');
});

interface Line {
  readonly status: number;
  readonly outcome: string;
  readonly reason: string | null;
  readonly d1Calls: number;
}

/** Sends a query under a token, and answers its log line beside the answer. */
async function ask(token: string | null, headers: Readonly<Record<string, string>> = {}) {
  const usual = { 'x-test-now': NOW, 'x-test-log': 'yes', 'x-test-any-document': 'yes' };
  const sent = { ...usual, ...(token !== null && { authorization: `Bearer ${token}` }), ...headers };
  const response = await send('/graphql', { query: QUERY }, sent);
  const { answer, lines } = await response.json<{ answer: string; lines: [Line] }>();
  const [{ status, ...line }] = lines;
  return { status, line, text: answer.replace(/"requestId":"[^"]*"/, '') };
}

describe('the keys of an issuer', () => {
  let urls = 0;
  /** An issuer of which this isolate has asked for no keys yet. */
  async function begin() {
    const url = `https://keys.example.com/${++urls}.json`;
    const issuer = await register(org, { jwksUri: url });
    const pages = (page: object) => ({ 'x-test-web': JSON.stringify({ [url]: page }) });
    return {
      url,
      issuer,
      answered: pages({ body: JSON.stringify(key.jwks), after: 20 }),
      failing: pages({ status: 500, body: '', after: 20 }),
    };
  }
  const fetchesOf = async (url: string): Promise<number> => {
    const response = await exports.default.fetch('https://api.example.com/test/fetches');
    return (await response.json<Record<string, number>>())[url] ?? 0;
  };
  const forged = (issuer: Issuer) => Array.from({ length: 40 }, (_, i) => sign(key, issuer, { sub: `${i}` }, { kid: `unknown-${i}` }));
  const later = (seconds: number) => ({ 'x-test-now': new Date(Date.parse(NOW) + 1_000 * seconds).toISOString() });

  it('are fetched once for 40 forged tokens at once, and not again for 30 seconds', async () => {
    const { url, issuer, answered } = await begin();
    const tokens = await Promise.all(forged(issuer));
    const answers = await Promise.all(tokens.map((token) => ask(token, answered)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(await fetchesOf(url)).toBe(1);
    await ask(tokens[0] ?? '', { ...answered, ...later(29) });
    expect(await fetchesOf(url)).toBe(1);
    await ask(tokens[0] ?? '', { ...answered, ...later(30) });
    expect(await fetchesOf(url)).toBe(2);
  });

  it('are waited for by every good token that comes while they are fetched', async () => {
    const { url, issuer, answered } = await begin();
    const tokens = await Promise.all([...forged(issuer).slice(0, 3), ...[1, 2, 3].map((sub) => sign(key, issuer, { sub: `good-${sub}` }))]);
    const answers = await Promise.all(tokens.map((token) => ask(token, answered)));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 200, 200, 200]);
    expect(await fetchesOf(url)).toBe(1);
  });

  it('are not asked for again at once where nobody answers', async () => {
    const { url, issuer, failing, answered } = await begin();
    const token = await sign(key, issuer);
    await Promise.all(Array.from({ length: 10 }, () => ask(token, failing)));
    expect(await fetchesOf(url)).toBe(1);
    expect((await ask(token, answered)).status).toBe(401);
    expect((await ask(token, { ...answered, ...later(30) })).status).toBe(200);
    expect(await fetchesOf(url)).toBe(2);
  });
});

describe('an address', () => {
  const from = (address: string, more: object = {}) => ({ 'cf-connecting-ip': address, 'x-test-failures': 'counted', ...more });
  /** Uses up what one address may get wrong. */
  const fail = async (address: string, token: string | null = 'secret') => {
    for (const _ of [1, 2, 3]) expect((await ask(token, from(address))).status).toBe(401);
  };
  /** An unknown token of the same group as a token, or of another one. */
  const unknown = (token: string, isSame = true): string => {
    for (let i = 0; ; i++) {
      const other = makeToken((digits) => String(i).padStart(digits, '0'));
      if ((groupOf(other) === groupOf(token)) === isSame) return other;
    }
  };
  const fresh = () => org.done<string>('createApiToken', 'secret', { name: 'ci', scopes: ['ACCOUNTS_READ'] }, 'secret');

  it('that sends too many requests without a valid token is told when to come back', async () => {
    await fail('203.0.113.1');
    const response = await send('/graphql', { query: QUERY }, from('203.0.113.1', { 'x-test-now': NOW }));
    expect([response.status, response.headers.get('retry-after'), response.headers.get('www-authenticate')]).toEqual([429, '60', null]);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('60 requests without a valid token'), extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await ask(null, from('203.0.113.2'))).status).toBe(401);
  });

  it('that is blocked has no token looked up that is not known to be good, for a minute', async () => {
    const token = await fresh();
    await fail('203.0.113.3', unknown(token));
    expect((await ask(unknown(token), from('203.0.113.3'))).status).toBe(429);
    const refused = await ask(token, from('203.0.113.3'));
    expect(refused).toMatchObject({ status: 429, line: { outcome: 'RATE_LIMITED', reason: expect.stringContaining('not looked up') } });
    expect((await ask(token, from('203.0.113.3', { 'x-test-now': new Date(Date.parse(NOW) + 60_000).toISOString() }))).status).toBe(200);
  });

  it.each([
    ['no token', () => null],
    ['what has not the shape of a token', () => 'secret'],
    ['an unknown token of another group', (token: string) => unknown(token, false)],
  ] as const)('that is blocked for %s has good tokens looked up', async (what, bad) => {
    const token = await fresh();
    const address = `198.51.100.${what.length}`;
    await fail(address, bad(token));
    expect((await ask(bad(token), from(address))).status).toBe(429);
    expect((await ask(token, from(address))).status).toBe(200);
  });

  it('that is blocked goes on with the tokens that are known to be good', async () => {
    const token = await fresh();
    expect((await ask(token, from('203.0.113.4'))).status).toBe(200);
    await fail('203.0.113.4', unknown(token));
    expect((await ask(unknown(token), from('203.0.113.4'))).status).toBe(429);
    for (const seconds of [0, 31, 59]) {
      const at = new Date(Date.parse(NOW) + 1_000 * seconds).toISOString();
      expect((await ask(token, from('203.0.113.4', { 'x-test-now': at }))).status).toBe(200);
    }
  });

  it('is not limited by the requests that carry a valid token', async () => {
    const token = await fresh();
    for (const _ of [1, 2, 3, 4, 5]) expect((await ask(token, from('203.0.113.5'))).status).toBe(200);
    await fail('203.0.113.5');
  });

  it('of IPv6 is counted with its whole network', async () => {
    await fail('2001:db8:1:2::1');
    expect((await ask('secret', from('2001:db8:1:2:ffff::2'))).status).toBe(429);
    expect((await ask('secret', from('2001:db8:1:3::1'))).status).toBe(401);
  });

  it('is let through by a limiter that fails', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      expect((await ask('secret', from('203.0.113.6', { 'x-test-failures': 'broken' }))).status).toBe(401);
    }
  });
});

describe('the log', () => {
  const now = Date.parse(NOW) / 1_000;
  const delegate = (claims: object, secret = DELEGATE_SECRET) =>
    new SignJWT({ org: org.orgId, cus: 'c', acc: [], access: 'READ', iss: 'billing-catalogue', aud: 'billing-catalogue', ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'delegate+jwt' })
      .sign(new TextEncoder().encode(secret));
  const good = { sub: 'tok.00000000000.00000', jti: 'dlg.00000000000.00000', iat: now, exp: now + 300 };
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await register(org, { jwks: key.jwks });
  });

  it.each<[string, () => Promise<string | null> | string | null]>([
    ['no token', () => null],
    ['delegate token: ERR_JWS_INVALID', () => 'secret'],
    ['unknown or revoked API token', () => makeToken((digits) => '0'.repeat(digits))],
    ['delegate token: ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => delegate(good, 'another secret, also of 32 bytes or more')],
    ['delegate token: ERR_JWT_EXPIRED: exp', () => delegate({ ...good, exp: now })],
    ['delegate token: ERR_JWT_CLAIM_VALIDATION_FAILED: jti', () => delegate({ ...good, jti: undefined })],
    ['delegate token without its claims', () => delegate({ ...good, access: 'WRITE' })],
    ['unknown or revoked API token', () => delegate(good)],
    ['unknown or removed issuer', () => sign(key, { ...issuer, audience: `${org.orgId}/iss.00000000000.00000` })],
    ['issued token: ERR_JWS_INVALID', () => sign(key, issuer, {}, { kid: undefined })],
    ['issued token: ERR_JWKS_NO_MATCHING_KEY', () => sign(key, issuer, {}, { kid: 'unknown' })],
    ['issued token: ERR_JWS_SIGNATURE_VERIFICATION_FAILED', async () => sign(await keyPair('ES256'), issuer)],
    ['issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: iss', () => sign(key, issuer, { iss: 'https://other.example.com' })],
    ['issued token: ERR_JWT_EXPIRED: exp', () => sign(key, issuer, { exp: now - 60 })],
    ['issued token: exp', () => sign(key, issuer, { exp: now + 3_601 })],
    ['issued token: sub', () => sign(key, issuer, { sub: 7 })],
    ['issued token: access', () => sign(key, issuer, { access: 'WRITE' })],
    ['issued token: accountIds', () => sign(key, issuer, { accountIds: [] })],
    ['issued token: no such accounts of one customer, or all archived', () => sign(key, issuer, { accountIds: ['nobody'] })],
  ])('says of a 401 that it was for "%s", and the caller learns nothing of it', async (reason, make) => {
    const [{ status, line, text }, none] = [await ask(await make()), await ask(null)];
    expect([status, line.reason, text]).toEqual([401, reason, none.text]);
  });

  it('says nothing of the kind where the token is accepted', async () => {
    expect((await ask(org.token)).line.reason).toBeNull();
  });
});

describe('the idempotency keys of delegates', () => {
  it('are those of their accounts, however a key is written', async () => {
    const accounts = ['first', 'second'];
    for (const accountId of accounts) await org.account(accountId, 'acme');
    const decide = async (accountIds: readonly string[], idempotencyKey: string) => {
      const walletTopupDetails = { topupAmount: '5', purchaseAmount: '5' };
      const offer = { accountId: 'first', type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails };
      const proposalId = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
      const delegate = await delegateFor(org, accountIds, 'DECIDE_PROPOSALS');
      const input = { ...proposalId, status: 'APPROVE', idempotencyKey };
      return delegate.done<boolean>('updateProposalStatus', 'isReplay', input, 'isReplay');
    };
    const { data } = await org.ask<{ account: { togaiAccountId: string } }>('{ account(by: {accountId: "second"}) { togaiAccountId } }');
    const second = data.account.togaiAccountId;
    expect(await decide(accounts, 'key')).toBe(false);
    expect(await decide(['first'], `${second} key`)).toBe(false);
    expect(await decide(['first'], `${second}","key`)).toBe(false);
  });
});
