import { describe, expect, it, vi } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { NOW, Organization } from '../support/organization.ts';

const TOKEN = /^tg_live_[0-9A-Za-z]{36}$/;
const ACCOUNTS = '{ accounts { nodes { accountId } } }';
const TOKENS = '{ apiTokens { nodes { apiTokenId name prefix scopes createdAt expiresAt revokedAt lastUsedAt } } }';
const HOUR = 3_600_000;

interface Created {
  readonly apiToken: { readonly apiTokenId: string } | null;
  readonly secret: string | null;
}

/** A token of the organization, and the organization asked with it. */
async function grant(org: Organization, scopes: readonly string[], other: object = {}) {
  const { apiToken, secret } = await mutate<Created>(
    org,
    'createApiToken',
    { name: 'ci', scopes, ...other },
    'apiToken { apiTokenId } secret',
  );
  if (!apiToken || !secret) throw new Error('not created');
  return { apiTokenId: apiToken.apiTokenId, secret, client: org.with(secret) };
}

const newCustomer = (customerId: string) => ({ customerId, name: 'Acme', primaryEmail: 'ap@example.com', address: {} });
const createCustomer = (org: Organization, customerId: string) =>
  org.ask('mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }', {
    input: newCustomer(customerId),
  });

const rowsOf = async (table: string, { orgId }: Organization) =>
  (await DB.prepare(`select * from ${table} where org_id = ?`).bind(orgId).all()).results;
const revoke = (org: Organization, apiTokenId: string) => mutate(org, 'revokeApiToken', { apiTokenId }, 'apiToken { revokedAt }');
/** So many milliseconds after the test began. */
const later = (ms: number) => new Date(Date.parse(NOW) + 1_000 + ms).toISOString();

/** An organization that is a second old, so that its first token is the oldest. */
async function begin(): Promise<Organization> {
  const org = await Organization.begin();
  org.now = later(0);
  return org;
}

describe('createApiToken', () => {
  it('makes a token that may do what it was given and nothing else, in one write', async () => {
    const org = await begin();
    const { secret, d1Calls } = await mutate<Created>(org, 'createApiToken', { name: 'ci', scopes: ['ACCOUNTS_READ'] }, 'secret');
    expect(secret).toMatch(TOKEN);
    expect(d1Calls).toBe(1);
    const client = org.with(secret ?? '');
    expect((await client.ask(ACCOUNTS)).errors).toBeUndefined();
    expect((await createCustomer(client, 'acme')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', scopes: ['CUSTOMERS_WRITE', 'ACCOUNTS_WRITE'] } },
    ]);
  });

  it('shows the secret once: neither it nor its hash is in the list, and what is stored does not hold it', async () => {
    const org = await begin();
    const { secret } = await grant(org, ['ACCOUNTS_READ']);
    const tokens = await rowsOf('api_tokens', org);
    expect(tokens).toHaveLength(2);
    expect(JSON.stringify(tokens)).not.toContain(secret);
    const audit = JSON.stringify(await rowsOf('audit_entries', org));
    for (const { secret_hash: hash } of tokens) expect(audit).not.toContain(hash);
    expect(audit).not.toContain(secret);
    expect(JSON.stringify((await org.ask(TOKENS)).data)).not.toContain(secret);
    expect((await org.ask('{ apiTokens { nodes { secretHash } } }')).errors).toMatchObject([
      { message: expect.stringContaining('secretHash') },
    ]);
  });

  it('grants no scope that its creator lacks, naming each, and writes nothing', async () => {
    const org = await begin();
    const { client } = await grant(org, ['TOKENS_MANAGE', 'ACCOUNTS_READ']);
    expect(await refusal(client, 'createApiToken', { name: 'more', scopes: ['ACCOUNTS_READ', 'PLANS_WRITE', 'AUDIT_READ'] })).toMatchObject(
      [
        {
          __typename: 'PreconditionError',
          code: 'SCOPE_NOT_HELD',
          path: ['input', 'scopes', '1'],
          message: expect.stringContaining('`PLANS_WRITE`'),
        },
        { code: 'SCOPE_NOT_HELD', path: ['input', 'scopes', '2'] },
      ],
    );
    expect(await rowsOf('api_tokens', org)).toHaveLength(2);
  });

  it('names a scope once, however often it is given', async () => {
    const org = await begin();
    await grant(org, ['PLANS_READ', 'ACCOUNTS_READ', 'PLANS_READ']);
    expect((await org.ask(TOKENS)).data).toMatchObject({ apiTokens: { nodes: [{ scopes: ['ACCOUNTS_READ', 'PLANS_READ'] }, {}] } });
  });

  it.each([
    ['no scope', { scopes: [] }, 'scopes'],
    ['an empty name', { name: '' }, 'name'],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, 'name'],
    ['a name with a control character', { name: 'a\u0000b' }, 'name'],
    ['an expiry that is now', { expiresAt: later(0) }, 'expiresAt'],
    ['an expiry in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  ])('is refused with %s, naming the field', async (_title, other, field) => {
    const org = await begin();
    const errors = await refusal(org, 'createApiToken', { name: 'ci', scopes: ['ACCOUNTS_READ'], ...other });
    expect(errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', field] }]);
    expect(await rowsOf('api_tokens', org)).toHaveLength(1);
  });

  it('makes a token that ends at its expiry, to the millisecond', async () => {
    const org = await begin();
    const { client } = await grant(org, ['ACCOUNTS_READ'], { expiresAt: later(HOUR) });
    client.now = later(HOUR - 1);
    expect((await client.ask(ACCOUNTS)).status).toBe(200);
    client.now = later(HOUR);
    expect((await client.ask(ACCOUNTS)).status).toBe(401);
  });
});

describe('apiTokens', () => {
  it('lists tokens, the newest first, revoked ones as well, in one call', async () => {
    const org = await begin();
    const { apiTokenId, secret } = await grant(org, ['PLANS_READ'], { name: 'shop', expiresAt: later(HOUR) });
    await revoke(org, apiTokenId);
    const { data, extensions } = await org.ask(TOKENS);
    expect(data).toMatchObject({
      apiTokens: {
        nodes: [
          {
            apiTokenId,
            name: 'shop',
            prefix: secret.slice(0, 12),
            scopes: ['PLANS_READ'],
            createdAt: later(0),
            expiresAt: later(HOUR),
            revokedAt: later(0),
            lastUsedAt: null,
          },
          { name: 'first', revokedAt: null, expiresAt: null },
        ],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it("shows no other organization's", async () => {
    const [org, other] = [await begin(), await begin()];
    await grant(other, ['PLANS_READ']);
    expect((await org.ask<{ apiTokens: { nodes: [] } }>(TOKENS)).data.apiTokens.nodes).toHaveLength(1);
  });

  it.each([
    ['listed', TOKENS],
    ['created', 'mutation { createApiToken(input: {name: "x", scopes: [PLANS_READ]}) { secret } }'],
    ['revoked', 'mutation { revokeApiToken(input: {apiTokenId: "tok.00000000000.00000"}) { userErrors { code } } }'],
  ])('are %s with the scope `TOKENS_MANAGE` alone', async (_title, document) => {
    const org = await begin();
    const { client } = await grant(org, ['PLANS_READ', 'PLANS_WRITE']);
    const { errors, data } = await client.ask(document);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['TOKENS_MANAGE'] } }]);
    expect(data ?? null).toBeNull();
  });

  it('say when they were last used, exact to an hour', async () => {
    const org = await begin();
    const { client } = await grant(org, ['ACCOUNTS_READ']);
    const lastUsedAt = async () =>
      (await org.ask<{ apiTokens: { nodes: { lastUsedAt: string | null }[] } }>(TOKENS)).data.apiTokens.nodes[0]?.lastUsedAt;
    const useAt = async (instant: string) => {
      client.now = instant;
      expect((await client.ask(ACCOUNTS)).status).toBe(200);
    };
    expect(await lastUsedAt()).toBeNull();
    await useAt(later(0));
    await vi.waitFor(async () => expect(await lastUsedAt()).toBe(later(0)));
    await useAt(later(HOUR - 1));
    await useAt(later(HOUR));
    await vi.waitFor(async () => expect(await lastUsedAt()).toBe(later(HOUR)));
  });
});

describe('revokeApiToken', () => {
  it('ends a token for writing at once, even where it is still trusted, and writes nothing of what it asks', async () => {
    const org = await begin();
    const { apiTokenId, client } = await grant(org, ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'ACCOUNTS_WRITE']);
    expect((await createCustomer(client, 'before')).status).toBe(200);
    await revoke(org, apiTokenId);
    const audit = await rowsOf('audit_entries', org);
    const { status, errors, data, headers } = await createCustomer(client, 'after');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED', requestId: headers.get('x-request-id') }, path: ['createCustomer'] },
    ]);
    expect(data ?? null).toBeNull();
    expect(await rowsOf('audit_entries', org)).toEqual(audit);
    expect(await rowsOf('customers', org)).toHaveLength(1);
  });

  it('is felt by a write like an expiry that has passed since the token was looked up', async () => {
    const org = await begin();
    const { apiTokenId, client } = await grant(org, ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'ACCOUNTS_WRITE']);
    await client.ask('{ customers { nodes { name } } }');
    await DB.prepare('update api_tokens set expires_at = ? where id = ?').bind(Date.parse(client.now), apiTokenId).run();
    expect((await createCustomer(client, 'acme')).status).toBe(401);
    expect(await rowsOf('customers', org)).toEqual([]);
  });

  it('ends the trust that is left as soon as a write has found it revoked', async () => {
    const org = await begin();
    const { apiTokenId, client } = await grant(org, ['CUSTOMERS_READ', 'CUSTOMERS_WRITE', 'ACCOUNTS_WRITE']);
    await client.ask('{ customers { nodes { name } } }');
    await revoke(org, apiTokenId);
    await createCustomer(client, 'acme');
    expect((await client.ask('{ customers { nodes { name } } }')).status).toBe(401);
  });

  it('lets a trusted token read for 30 seconds at most', async () => {
    const org = await begin();
    const { apiTokenId, client } = await grant(org, ['ACCOUNTS_READ']);
    await client.ask(ACCOUNTS);
    await revoke(org, apiTokenId);
    client.now = later(29_999);
    expect((await client.ask(ACCOUNTS)).status).toBe(200);
    client.now = later(30_000);
    expect((await client.ask(ACCOUNTS)).status).toBe(401);
  });

  it('is one revocation, however often and however closely it is asked for', async () => {
    const org = await begin();
    const { apiTokenId } = await grant(org, ['ACCOUNTS_READ']);
    const answers = await Promise.all([revoke(org, apiTokenId), revoke(org, apiTokenId)]);
    org.now = later(HOUR);
    for (const answer of [...answers, await revoke(org, apiTokenId)]) {
      expect(answer).toMatchObject({ apiToken: { revokedAt: later(0) }, userErrors: [] });
    }
    expect(await rowsOf('audit_entries', org)).toMatchObject([{ operation: 'createApiToken' }, { operation: 'revokeApiToken' }]);
  });

  it('may be asked for by the token itself, as its last act', async () => {
    const org = await begin();
    const { apiTokenId, client } = await grant(org, ['TOKENS_MANAGE']);
    expect(await revoke(client, apiTokenId)).toMatchObject({ apiToken: { revokedAt: later(0) } });
    client.now = later(30_000);
    expect((await client.ask(TOKENS)).status).toBe(401);
  });

  it("answers another organization's token exactly as one that does not exist", async () => {
    const [org, other] = [await begin(), await begin()];
    const { apiTokenId, client } = await grant(other, ['ACCOUNTS_READ']);
    const unknown = 'tok.00000000000.00000';
    const [foreign, missing] = [
      await refusal(org, 'revokeApiToken', { apiTokenId }),
      await refusal(org, 'revokeApiToken', { apiTokenId: unknown }),
    ];
    expect(foreign).toMatchObject([{ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'apiTokenId'] }]);
    expect(JSON.stringify(foreign).replaceAll(apiTokenId, unknown)).toBe(JSON.stringify(missing));
    client.now = later(30_000);
    expect((await client.ask(ACCOUNTS)).status).toBe(200);
  });
});
