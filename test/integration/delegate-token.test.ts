import { exports } from 'cloudflare:workers';
import { SignJWT } from 'jose/jwt/sign';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../schema/documents.json' with { type: 'json' };
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { DELEGATE_SECRET, delegateFor } from '../support/delegate.ts';
import { Organization, send } from '../support/organization.ts';
import { openShop, rowsOf, type Shop } from '../support/shop.ts';

const ACCOUNTS = '{ accounts { nodes { accountId } } }';

interface Minted {
  readonly delegateTokenId: string;
  readonly token: string;
  readonly expiresAt: string;
}
const MINTED = 'delegateTokenId token expiresAt';
const mint = (org: Organization, input: object = {}) =>
  mutate<Minted>(org, 'createDelegateToken', { accountIds: ['acme'], access: 'READ', ...input }, MINTED);
const claimsOf = (token: string) => JSON.parse(atob(token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''));

/** An API token of these scopes, and the organization asked with it. */
async function narrow(org: Organization, ...scopes: readonly string[]) {
  const { secret, apiToken } = await mutate<{ secret: string; apiToken: { apiTokenId: string } }>(
    org,
    'createApiToken',
    { name: 'narrow', scopes },
    'secret apiToken { apiTokenId }',
  );
  return { client: org.with(secret), apiTokenId: apiToken.apiTokenId };
}

describe('createDelegateToken', () => {
  let org: Organization;
  beforeAll(async () => {
    ({ org } = await openShop());
    await org.account('acme-eu', 'acme');
    await org.customer('other');
  });

  it('makes a token that sees the accounts it is for and no others, in two calls', async () => {
    const { token, d1Calls } = await mint(org, { accountIds: ['acme-eu'] });
    expect(d1Calls).toBe(2);
    const { data, extensions } = await org.with(token).ask(ACCOUNTS);
    expect(data).toEqual({ accounts: { nodes: [{ accountId: 'acme-eu' }] } });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it('says ids that the API has generated, and not what anything is called', async () => {
    const { token, delegateTokenId } = await mint(org);
    const claims = claimsOf(token);
    expect(claims).toMatchObject({ jti: delegateTokenId, sub: expect.stringMatching(/^tok\./), acc: [expect.stringMatching(/^acc\./)] });
    expect(JSON.stringify(claims)).not.toMatch(/acme/i);
  });

  it('is good until its very expiry', async () => {
    const { token, expiresAt } = await mint(org, { expiresInSeconds: 60 });
    expect(Date.parse(expiresAt) - Date.parse(org.now)).toBeGreaterThan(59_000);
    const client = org.with(token);
    client.now = new Date(Date.parse(expiresAt) - 1).toISOString();
    expect((await client.ask(ACCOUNTS)).status).toBe(200);
    client.now = expiresAt;
    expect((await client.ask(ACCOUNTS)).status).toBe(401);
  });

  it('leaves an entry in the audit log, and the token nowhere', async () => {
    const { token, delegateTokenId, expiresAt } = await mint(org, { access: 'DECIDE_PROPOSALS' });
    const { results } = await DB.prepare('select * from audit_entries where org_id = ? and entities like ?')
      .bind(org.orgId, `%${delegateTokenId}%`)
      .all();
    expect(results).toMatchObject([{ operation: 'createDelegateToken', actor: expect.stringMatching(/^tok\./), delegate: null }]);
    const [{ entities, after: made } = {}] = results;
    expect(JSON.parse(String(entities))[0]).toBe(delegateTokenId);
    expect(JSON.parse(String(made))).toEqual({ access: 'DECIDE_PROPOSALS', accountIds: ['acme'], expiresAt: Date.parse(expiresAt) });
    expect(JSON.stringify(results)).not.toContain(token.split('.')[2]);
  });

  it.each([
    ['no account', { accountIds: [] }, ['accountIds'], 'INVALID_VALUE'],
    ['more than 5 accounts', { accountIds: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['accountIds'], 'LIMIT_EXCEEDED'],
    ['an account that does not exist', { accountIds: ['acme', 'nobody'] }, ['accountIds', '1'], 'NOT_FOUND'],
    ['accounts of two customers', { accountIds: ['acme', 'other'] }, ['accountIds', '1'], 'CUSTOMERS_DIFFER'],
    ['less than a minute', { expiresInSeconds: 59 }, ['expiresInSeconds'], 'INVALID_VALUE'],
    ['more than an hour', { expiresInSeconds: 3_601 }, ['expiresInSeconds'], 'INVALID_VALUE'],
  ])('is refused for %s, naming the field, and writes nothing', async (_title, input, path, code) => {
    const before = await rowsOf(org);
    const errors = await refusal(org, 'createDelegateToken', { accountIds: ['acme'], access: 'READ', ...input });
    expect(errors).toMatchObject([{ code, path: ['input', ...path] }]);
    expect(await rowsOf(org)).toEqual(before);
  });

  it("answers another organization's account as one that does not exist", async () => {
    const stranger = await Organization.begin();
    const [foreign, missing] = [
      await refusal(stranger, 'createDelegateToken', { accountIds: ['acme'], access: 'READ' }),
      await refusal(stranger, 'createDelegateToken', { accountIds: ['nope'], access: 'READ' }),
    ];
    expect(JSON.stringify(foreign).replaceAll('acme', 'nope')).toBe(JSON.stringify(missing));
  });

  it('is allowed by the scope `TOKENS_DELEGATE` alone', async () => {
    const { client } = await narrow(org, 'TOKENS_MANAGE', 'ACCOUNTS_READ');
    const { errors } = await client.ask(
      'mutation { createDelegateToken(input: {accountIds: ["acme"], access: READ}) { userErrors { code } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['TOKENS_DELEGATE'] } }]);
  });

  it('grants neither deciding nor reading that its maker lacks', async () => {
    const { client } = await narrow(org, 'TOKENS_DELEGATE', 'ACCOUNTS_READ', 'PROPOSALS_WRITE');
    expect(await refusal(client, 'createDelegateToken', { accountIds: ['acme'], access: 'DECIDE_PROPOSALS' })).toMatchObject([
      { code: 'SCOPE_NOT_HELD', path: ['input', 'access'] },
    ]);
    const delegate = await delegateFor(client, ['acme']);
    expect((await delegate.ask(ACCOUNTS)).errors).toBeUndefined();
    expect((await delegate.ask('{ proposals { nodes { proposalId } } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', scopes: ['PROPOSALS_READ'] } },
    ]);
  });

  it('is refused where the Worker has no secret, and then no such token is good', async () => {
    const { token } = await mint(org);
    const headers = (bearer: string) => ({ authorization: `Bearer ${bearer}`, 'x-test-now': org.now, 'x-test-no-secret': 'yes' });
    const query = `mutation { createDelegateToken(input: {accountIds: ["acme"], access: READ}) { token userErrors { code message path } } }`;
    const answer = await send('/graphql', { query }, headers(org.token));
    expect(await answer.json()).toMatchObject({
      data: {
        createDelegateToken: {
          token: null,
          userErrors: [{ code: 'DELEGATION_UNAVAILABLE', message: expect.stringContaining('DELEGATE_SECRET') }],
        },
      },
    });
    expect((await send('/graphql', { query: ACCOUNTS }, headers(token))).status).toBe(401);
  });
});

describe('a delegate token that is not good', () => {
  let org: Organization;
  let claims: Record<string, unknown>;
  let token: string;
  beforeAll(async () => {
    ({ org } = await openShop());
    ({ token } = await mint(org));
    claims = claimsOf(token);
  });

  const sign = (payload: object, header: object = {}, secret = DELEGATE_SECRET) =>
    new SignJWT({ ...claims, ...payload })
      .setProtectedHeader({ alg: 'HS256', typ: 'delegate+jwt', ...header })
      .sign(new TextEncoder().encode(secret));
  const base64url = (value: object) => btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const seconds = (ms: number) => Math.floor((Date.parse(org.now) + ms) / 1_000);

  it('is otherwise like one that is', async () => {
    expect((await org.with(await sign({})).ask(ACCOUNTS)).status).toBe(200);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['no JWT', () => 'a.b.c'],
    ['empty', () => '..'],
    ['without a signature', () => token.replace(/\.[^.]*$/, '.')],
    ['of the algorithm `none`', () => `${base64url({ alg: 'none', typ: 'delegate+jwt' })}.${base64url(claims)}.`],
    ['of another algorithm', () => sign({}, { alg: 'HS512' }, DELEGATE_SECRET.repeat(2))],
    ['of another type', () => sign({}, { typ: 'JWT' })],
    ['signed with another secret', () => sign({}, {}, 'another secret of more than 32 bytes')],
    ['tampered with', () => [token.split('.')[0], base64url({ ...claims, access: 'DECIDE_PROPOSALS' }), token.split('.')[2]].join('.')],
    ['for another audience', () => sign({ aud: 'another' })],
    ['of another issuer', () => sign({ iss: 'another' })],
    ['expired', () => sign({ exp: seconds(-1_000) })],
    ['without an expiry', () => sign({ exp: undefined })],
    ['from the future', () => sign({ iat: seconds(60_000) })],
    ['not yet valid', () => sign({ nbf: seconds(60_000) })],
    ['older than an hour, whatever its expiry', () => sign({ iat: seconds(-3_602_000) })],
    ['of another organization', () => sign({ org: 'org.00000000000.00000' })],
    ['of a maker that does not exist', () => sign({ sub: 'tok.00000000000.00000' })],
    ['of an access that does not exist', () => sign({ access: 'WRITE' })],
  ])('is the same 401 as no token at all: one %s', async (_title, make) => {
    const [bad, none] = await Promise.all([org.with(await make()).ask(ACCOUNTS), send('/graphql', { query: ACCOUNTS })]);
    const { errors, ...rest } = await none.json<{ errors: { extensions: object }[] }>();
    const expected = errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId: expect.any(String) } }));
    expect({ status: bad.status, errors: bad.errors, challenge: bad.headers.get('www-authenticate') }).toEqual({
      status: 401,
      errors: expected,
      challenge: none.headers.get('www-authenticate'),
    });
    expect(rest).toEqual({});
  });

  it('is one whose maker is revoked: it writes nothing at once, and reads for 30 seconds at most', async () => {
    const { client: maker, apiTokenId } = await narrow(org, 'TOKENS_DELEGATE', 'ACCOUNTS_READ', 'PROPOSALS_READ', 'PROPOSALS_DECIDE');
    const proposalId = await topUp(org);
    const delegate = await delegateFor(maker, ['acme'], 'DECIDE_PROPOSALS');
    expect((await delegate.ask(ACCOUNTS)).status).toBe(200);
    await mutate(org, 'revokeApiToken', { apiTokenId });
    const before = await rowsOf(org);
    delegate.now = org.now;
    expect((await delegate.ask(DECIDE, { input: { proposalId, status: 'APPROVE' } })).status).toBe(401);
    expect(await rowsOf(org)).toEqual(before);
    expect((await delegate.ask(ACCOUNTS)).status).toBe(401);
  });

  it('is one whose maker has expired', async () => {
    const { client: maker, apiTokenId } = await narrow(org, 'TOKENS_DELEGATE', 'ACCOUNTS_READ');
    const delegate = await delegateFor(maker, ['acme']);
    await DB.prepare('update api_tokens set expires_at = ? where id = ?').bind(Date.parse(delegate.now), apiTokenId).run();
    expect((await delegate.ask(ACCOUNTS)).status).toBe(401);
  });
});

const DECIDE = `mutation ($input: UpdateProposalStatusInput!) {
  updateProposalStatus(input: $input) { proposal { status } account { accountId } userErrors { __typename code message path } } }`;

/** A proposal of 5 for the wallet of `acme`; answers its id. */
async function topUp(org: Organization, accountId = 'acme'): Promise<string> {
  const walletTopupDetails = { topupAmount: '5', purchaseAmount: '5' };
  const input = { accountId, type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails };
  return (await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', input, 'proposal')).proposalId;
}

describe('a delegate that may decide', () => {
  let shop: Shop;
  let org: Organization;
  beforeAll(async () => {
    shop = await openShop();
    org = shop.org;
    await org.account('acme-eu', 'acme');
  });

  it('approves a proposal of its account, which takes effect, and is named beside its maker in the audit log', async () => {
    const proposalId = await topUp(org);
    const { token, delegateTokenId } = await mint(org, { access: 'DECIDE_PROPOSALS' });
    const { data, extensions } = await org.with(token).ask(DECIDE, { input: { proposalId, status: 'APPROVE', comment: 'Agreed.' } });
    expect(data).toEqual({
      updateProposalStatus: { proposal: { status: 'PROPOSAL_APPROVED' }, account: { accountId: 'acme' }, userErrors: [] },
    });
    expect(extensions.cost.d1Calls).toBe(2);
    const log = await org.ask(
      '{ auditLog(first: 1, where: {operation: {eq: "updateProposalStatus"}}) { nodes { actor delegate } } account(by: {accountId: "acme"}) { wallet { balance { amount } } } }',
    );
    expect(log.data).toEqual({
      auditLog: { nodes: [{ actor: expect.stringMatching(/^tok\./), delegate: delegateTokenId }] },
      account: { wallet: { balance: { amount: '5' } } },
    });
  });

  it('declines one', async () => {
    const delegate = await delegateFor(org, ['acme'], 'DECIDE_PROPOSALS');
    const { data } = await delegate.ask(DECIDE, { input: { proposalId: await topUp(org), status: 'DECLINE' } });
    expect(data).toMatchObject({ updateProposalStatus: { proposal: { status: 'PROPOSAL_DECLINED' } } });
  });

  it('is answered for a proposal of a sibling account as for none', async () => {
    const delegate = await delegateFor(org, ['acme'], 'DECIDE_PROPOSALS');
    const [sibling, unknown] = [await topUp(org, 'acme-eu'), 'purchase.00000000000.00000'];
    const before = await rowsOf(org);
    const answers = await Promise.all(
      [sibling, unknown].map(async (proposalId) => {
        const { data, extensions } = await delegate.ask(DECIDE, { input: { proposalId, status: 'APPROVE' } });
        return JSON.stringify({ data, extensions }).replaceAll(proposalId, '<id>');
      }),
    );
    expect(answers[0]).toContain('NotFoundError');
    expect(answers[0]).toBe(answers[1]);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('is what one that may only read is not, which is refused by the scope', async () => {
    const delegate = await delegateFor(org, ['acme'], 'READ');
    const proposalId = await topUp(org);
    const before = await rowsOf(org);
    const { errors } = await delegate.ask(DECIDE, { input: { proposalId, status: 'APPROVE' } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['PROPOSALS_DECIDE'] } }]);
    expect(await rowsOf(org)).toEqual(before);
  });

  it("goes by idempotency keys that are its accounts' own, whoever else has used the same", async () => {
    const walletTopupDetails = { topupAmount: '5', purchaseAmount: '5' };
    const offer = { accountId: 'acme', type: 'WALLET_TOPUP', paymentMode: 'POSTPAID', walletTopupDetails, idempotencyKey: 'one' };
    const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', offer, 'proposal');
    const answer = async (accountId: string, input: object) => {
      const delegate = await delegateFor(org, [accountId], 'DECIDE_PROPOSALS');
      return mutate<{ isReplay: boolean }>(delegate, 'updateProposalStatus', { ...input, idempotencyKey: 'one' }, 'isReplay');
    };
    const approval = { proposalId, status: 'APPROVE' };
    expect(await answer('acme', approval)).toMatchObject({ isReplay: false, userErrors: [] });
    expect(await answer('acme', approval)).toMatchObject({ isReplay: true, userErrors: [] });
    const siblings = { proposalId: await topUp(org, 'acme-eu'), status: 'DECLINE' };
    expect(await answer('acme-eu', siblings)).toMatchObject({ isReplay: false, userErrors: [] });
  });

  it('sees nothing of drafts, which are unfinished work', async () => {
    const edits = [{ effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01', associationConfig: { pricePlanId: shop.pro } }];
    const input = { accountId: 'acme', edits };
    const { schedules } = await org.done<{ schedules: { nodes: { id: string; scheduleId: string }[] } }>(
      'bulkEditSchedules',
      'draft { schedules { nodes { id scheduleId } } }',
      input,
      'draft',
    );
    const [drafted] = schedules.nodes;
    const delegate = await delegateFor(org, ['acme']);
    const query = 'query ($id: ID!, $scheduleId: String!) { node(id: $id) { id } schedule(scheduleId: $scheduleId) { startDate } }';
    expect((await delegate.ask(query, { ...drafted })).data).toEqual({ node: null, schedule: null });
  });
});

describe('a request of a delegate', () => {
  let org: Organization;
  beforeAll(async () => {
    ({ org } = await openShop());
  });

  const SHIPPED = Object.values(manifest).find((text) => text.includes('query CustomerPage')) ?? '';
  const ask = async (query: string, headers: object = {}) => {
    const { token } = await mint(org);
    const request = { query, operationName: query === SHIPPED ? 'CustomerPage' : undefined, variables: { accountId: 'acme' } };
    return send('/graphql', request, { authorization: `Bearer ${token}`, 'x-test-now': org.now, ...headers });
  };

  it('runs documents that ship with the API, and no others', async () => {
    const shipped = await (await ask(SHIPPED)).json<object>();
    expect(shipped).toMatchObject({ data: { account: { name: 'acme' } } });
    expect(await (await ask(ACCOUNTS)).json()).toMatchObject({ errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] });
  });

  it('may run another only in development, which says so in its log', async () => {
    const doors = { 'x-test-any-document': 'yes', 'x-test-log': 'yes' };
    const errorsOf = async (query: string) => (await (await ask(query, doors)).json<{ errors: { name: string }[] }>()).errors;
    expect(await errorsOf(ACCOUNTS)).toMatchObject([
      { name: 'DOCUMENT_NOT_TRUSTED', message: expect.stringContaining('Production refuses it') },
    ]);
    expect(await errorsOf(SHIPPED)).toEqual([]);
  });

  it('may name its document in a GET, and is given no tag, which would change with what is not its own', async () => {
    const { token } = await mint(org);
    const [documentId] = Object.entries(manifest).find(([, text]) => text === SHIPPED) ?? [];
    const url = new URL('https://api.example.com/graphql');
    for (const [name, value] of Object.entries({ documentId, operationName: 'CustomerPage', variables: '{"accountId":"acme"}' })) {
      url.searchParams.set(name, value ?? '');
    }
    const headers = { authorization: `Bearer ${token}`, 'x-test-now': org.now, 'if-none-match': '*' };
    const answer = await exports.default.fetch(url.href, { headers });
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([200, null, 'no-store']);
    expect(await answer.json()).toMatchObject({ data: { account: { name: 'acme' } } });
  });

  it('is allowed from the pages of allowed origins', async () => {
    const answer = await ask(SHIPPED, { origin: 'https://app.example.com' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  });

  it('is logged under its maker and itself, and never with the token', async () => {
    const { token, delegateTokenId } = await mint(org);
    const headers = { authorization: `Bearer ${token}`, 'x-test-now': org.now, 'x-test-log': 'yes' };
    const answer = await (await send('/graphql', { query: SHIPPED, variables: { accountId: 'acme' } }, headers)).text();
    const { lines } = JSON.parse(answer);
    expect(lines).toMatchObject([{ organization: org.orgId, actor: expect.stringMatching(/^tok\./), delegate: delegateTokenId }]);
    expect(JSON.stringify(lines)).not.toContain(token.split('.')[1]);
  });

  it.each([1, 5])('is planned by its %d accounts, and never by the organization alone', async (count) => {
    const accountIds = ['acme', 'two', 'three', 'four', 'five'].slice(0, count);
    for (const accountId of accountIds.slice(1)) await org.account(accountId, 'acme');
    const { token } = await mint(org, { accountIds });
    const headers = { authorization: `Bearer ${token}`, 'x-test-now': org.now, 'x-test-any-document': 'yes', 'x-test-explain': 'yes' };
    for (const orderBy of ['CREATED_AT_ASC', 'NAME_DESC']) {
      const query = `{
        accounts(orderBy: ${orderBy}) { totalCount nodes { aliases { nodes { value } } schedules { nodes { startDate } } customer { name } } }
        proposals { totalCount nodes { account { name } } }
      }`;
      const answer = await (await send('/graphql', { query }, headers)).json<{ plans: { plan: string[] }[] }>();
      const steps = answer.plans.flatMap(({ plan }) => plan);
      expect(steps.length).toBeGreaterThan(10);
      expect(steps.filter((step) => /\(org_id=\?( AND is_proposal=\?)?\)|SCAN main|MATERIALIZE/.test(step))).toEqual([]);
    }
  });
});
