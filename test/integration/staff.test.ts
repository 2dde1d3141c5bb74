import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { mutate, refusal } from '../support/catalogue.ts';
import { DB } from '../support/database.ts';
import { KEY_SET } from '../support/delegate.ts';
import { ISSUER, keyPair, type Pair, register, registerStaff, type StaffIssuer, sign, signStaff } from '../support/issuer.ts';
import { type Answer, NOW, Organization, send } from '../support/organization.ts';
import { rowsOf } from '../support/shop.ts';

const CUSTOMERS = '{ customers { nodes { customerId } } }';
const PLANS = '{ pricePlans { nodes { name } } }';
const RENAME = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { name } userErrors { code } } }`;
const EDITOR = { role: 'editor', scopes: ['CUSTOMERS_READ', 'CUSTOMERS_WRITE'] };
const VIEWER = { role: 'viewer', scopes: ['CUSTOMERS_READ'] };
const now = Date.parse(NOW) / 1_000;

interface Setting {
  readonly variables?: object;
  /** Milliseconds after the time at which the tokens were issued. */
  readonly later?: number;
  readonly doors?: Readonly<Record<string, string>>;
}

async function ask(token: string, query = CUSTOMERS, { variables = {}, later = 0, doors = {} }: Setting = {}) {
  const at = new Date(Date.parse(NOW) + later).toISOString();
  const headers = { authorization: `Bearer ${token}`, 'x-test-now': at, ...doors };
  const response = await send('/graphql', { query, variables }, headers);
  return { status: response.status, ...(await response.json<Omit<Answer<unknown>, 'status' | 'headers'>>()) };
}

const rename = (token: string, name: string, later = 0) =>
  ask(token, RENAME, { variables: { input: { customerId: 'acme', name } }, later });

/** Why a token is not valid, as the log has it. */
async function reasonFor(token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'x-test-now': NOW, 'x-test-log': 'yes' };
  const logged = await send('/graphql', { query: CUSTOMERS }, headers);
  const { lines } = await logged.json<{ lines: { status: number; reason: string }[] }>();
  expect(lines).toMatchObject([{ status: 401 }]);
  return lines[0]?.reason ?? '';
}

let ec: Pair;
beforeAll(async () => {
  ec = await keyPair('ES256');
});

/** An organization with the customer `acme` and a staff issuer with two roles. */
async function begin(input: object = {}): Promise<{ org: Organization; issuer: StaffIssuer }> {
  const org = await Organization.begin();
  await org.customer('acme');
  const issuer = await registerStaff(org, { jwks: ec.jwks, roles: [EDITOR, VIEWER], ...input });
  org.now = NOW;
  return { org, issuer };
}

/** The organization with another token, of these scopes. */
const withScopes = async (org: Organization, ...scopes: string[]): Promise<Organization> =>
  org.with(await org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes }, 'secret'));

describe('registerStaffIssuer', () => {
  it('makes an audience of its own for each registration, and lists them with their roles', async () => {
    const { org, issuer } = await begin({ claim: ['realm_access', 'roles'], tokenType: 'JWT' });
    expect(issuer.audience).toBe(`${org.orgId}/${issuer.staffIssuerId}`);
    const fields = 'staffIssuerId issuer audience jwks jwksUri tokenType claim roles { role scopes } apiTokenId removedAt';
    const { data, extensions } = await org.ask(`{ staffIssuers { nodes { ${fields} } } apiTokens { nodes { apiTokenId } } }`);
    expect(data).toMatchObject({
      staffIssuers: {
        nodes: [
          {
            ...issuer,
            issuer: ISSUER,
            jwks: { keys: [{ kid: 'ES256' }] },
            jwksUri: null,
            tokenType: 'JWT',
            claim: ['realm_access', 'roles'],
            roles: [EDITOR, VIEWER],
            apiTokenId: (data as { apiTokens: { nodes: { apiTokenId: string }[] } }).apiTokens.nodes[0]?.apiTokenId,
            removedAt: null,
          },
        ],
      },
    });
    expect(extensions.cost.d1Calls).toBe(1);
  });

  it.each<[string, object, (string | number)[], string]>([
    ['no keys', { jwks: null }, ['jwks'], 'INVALID_VALUE'],
    ['an address of this network', { jwks: null, jwksUri: 'https://127.0.0.1/keys' }, ['jwksUri'], 'INVALID_VALUE'],
    ['no role', { roles: [] }, ['roles'], 'LIMIT_EXCEEDED'],
    ['a blank role', { roles: [{ role: ' ', scopes: ['PLANS_READ'] }] }, ['roles', '0', 'role'], 'INVALID_VALUE'],
    ['a blank name of the claim', { claim: ['realm', '\u2003'] }, ['claim', '1'], 'INVALID_VALUE'],
    ['an issuer that is no address', { issuer: 'abc' }, ['issuer'], 'INVALID_VALUE'],
    ['an issuer without a secure address', { issuer: 'http://id.example.com' }, ['issuer'], 'INVALID_VALUE'],
    ['an issuer with a query', { issuer: 'https://id.example.com/?tenant=1' }, ['issuer'], 'INVALID_VALUE'],
    ['managing tokens', { roles: [{ role: 'a', scopes: ['TOKENS_MANAGE'] }] }, ['roles', '0', 'scopes', '0'], 'INVALID_VALUE'],
    ['delegating', { roles: [{ role: 'a', scopes: ['TOKENS_DELEGATE'] }] }, ['roles', '0', 'scopes', '0'], 'INVALID_VALUE'],
  ])('is refused for %s, naming the field, and writes nothing', async (_title, input, path, code) => {
    const org = await Organization.begin();
    const before = await rowsOf(org);
    const valid = { issuer: ISSUER, jwks: KEY_SET, claim: ['roles'], roles: [VIEWER] };
    expect(await refusal(org, 'registerStaffIssuer', { ...valid, ...input })).toMatchObject([{ code, path: ['input', ...path] }]);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('is refused for a role with a scope that the registering token lacks', async () => {
    const org = await withScopes(await Organization.begin(), 'TOKENS_MANAGE', 'CUSTOMERS_READ');
    const input = { issuer: ISSUER, jwks: KEY_SET, claim: ['roles'], roles: [EDITOR] };
    expect(await refusal(org, 'registerStaffIssuer', input)).toMatchObject([
      { code: 'SCOPE_NOT_HELD', path: ['input', 'roles', '0', 'scopes', '1'] },
    ]);
  });
});

describe('a person', () => {
  it('may do what the roles allow, and is told which scopes are missing for the rest', async () => {
    const { issuer } = await begin();
    const token = await signStaff(ec, issuer);
    expect((await ask(token)).data).toEqual({ customers: { nodes: [{ customerId: 'acme' }] } });
    expect((await rename(token, 'Acme Inc.')).data).toEqual({ updateCustomer: { customer: { name: 'Acme Inc.' }, userErrors: [] } });
    expect((await ask(token, PLANS)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['PLANS_READ'] } }]);
    const viewer = await signStaff(ec, issuer, { sub: 'bob', roles: 'viewer' });
    expect((await rename(viewer, 'Bobs')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['CUSTOMERS_WRITE'] } }]);
  });

  it('costs no D1 call for 30 seconds after two look-ups', async () => {
    const { issuer } = await begin();
    const token = await signStaff(ec, issuer);
    const begun = async (later: number) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'x-test-now': new Date(Date.parse(NOW) + later).toISOString(),
        'x-test-log': 'yes',
      };
      return (await (await send('/graphql', { query: CUSTOMERS }, headers)).json<{ lines: { d1Calls: number }[] }>()).lines;
    };
    expect(await begun(0)).toMatchObject([{ d1Calls: 1, actor: issuer.staffIssuerId, delegate: 'ada', reason: null }]);
    await DB.prepare('delete from staff_issuers where id = ?').bind(issuer.staffIssuerId).run();
    expect(await begun(29_999)).toMatchObject([{ d1Calls: 1, status: 200 }]);
    expect(await begun(30_000)).toMatchObject([{ status: 401 }]);
  });

  it('is named beside the issuer in the audit log, which can be filtered by person', async () => {
    const { org, issuer } = await begin();
    await rename(await signStaff(ec, issuer), 'Acme Inc.', 10);
    await rename(await signStaff(ec, issuer, { sub: 'bob' }), 'Acme Ltd.', 20);
    const { data } = await org.ask('{ auditLog(where: {delegate: {eq: "ada"}}) { nodes { actor delegate operation after } } }');
    const entry = { actor: issuer.staffIssuerId, delegate: 'ada', operation: 'updateCustomer', after: { name: 'Acme Inc.' } };
    expect(data).toMatchObject({ auditLog: { nodes: [entry] } });
  });

  it('is named for what a job does that the person began', async () => {
    const migrator = { role: 'migrator', scopes: ['PLANS_READ', 'SCHEDULES_READ', 'SCHEDULES_WRITE', 'SCHEDULES_FINALIZE', 'PLANS_WRITE'] };
    const { org, issuer } = await begin({ roles: [migrator] });
    const [sourceId, targetId] = [await org.plan('Old'), await org.plan('New')];
    const association = { accountId: 'acme', pricePlanId: sourceId, effectiveFrom: '2026-01-01', effectiveUntil: '9999-01-01' };
    await mutate(org, 'updatePricingSchedule', association);
    const input = { sourceId, sourceVersion: 1, targetId, migrationMode: 'NEXT_CYCLE' };
    const document =
      'mutation ($input: MigratePricePlanInput!) { migratePricePlan(input: $input) { job { jobId } userErrors { message } } }';
    const token = await signStaff(ec, issuer, { roles: ['migrator'] });
    const { data } = await ask(token, document, { variables: { input }, later: 10_000 });
    expect(data).toMatchObject({ migratePricePlan: { userErrors: [] } });
    await send('/test/jobs', {}, { 'x-test-now': new Date(Date.parse(NOW) + 20_000).toISOString() });
    const log = await org.ask('{ auditLog(where: {operation: {eq: "migrateAccount"}}) { nodes { actor delegate } } }');
    expect(log.data).toEqual({ auditLog: { nodes: [{ actor: issuer.staffIssuerId, delegate: 'ada' }] } });
  });

  it('has a rate limit that colleagues do not use up', async () => {
    const { issuer } = await begin();
    const doors = { 'x-test-limited': 'counted' };
    const [ada, bob] = [await signStaff(ec, issuer), await signStaff(ec, issuer, { sub: 'bob' })];
    for (const status of [200, 200, 200, 429]) expect((await ask(ada, CUSTOMERS, { doors })).status).toBe(status);
    expect((await ask(bob, CUSTOMERS, { doors })).status).toBe(200);
    // Another token of the same person does not help.
    expect((await ask(await signStaff(ec, issuer, { jti: 'second' }), CUSTOMERS, { doors })).status).toBe(429);
  });

  it('runs only shipped documents where the deployment runs only those', async () => {
    const { issuer } = await begin();
    const { errors } = await ask(await signStaff(ec, issuer), CUSTOMERS, { doors: { 'x-test-trusted-only': 'yes' } });
    expect(errors).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
  });
});

describe('a token of a person that is not valid', () => {
  let issuer: StaffIssuer;
  beforeAll(async () => {
    ({ issuer } = await begin());
  });

  it.each<[string, object, object, string]>([
    ['an ID token', {}, { typ: 'JWT' }, 'staff token: not an access token'],
    ['a token that says nothing of its type', {}, { typ: undefined }, 'staff token: not an access token'],
    ['expired at this instant', { exp: now }, {}, 'issued token: exp'],
    ['without an expiry', { exp: undefined }, {}, 'issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: exp'],
    ['that does not say since when', { iat: undefined }, {}, 'issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: iat'],
    ['of a session of more than one hour', { exp: now + 3_601 }, {}, 'issued token: exp'],
    ['issued half a minute ahead and more', { iat: now + 31, exp: now + 300 }, {}, 'issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: iat'],
    ['not yet valid', { nbf: now + 31 }, {}, 'issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: nbf'],
    ['of another `iss`', { iss: `${ISSUER}/` }, {}, 'issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: iss'],
    ['without a `sub`', { sub: undefined }, {}, 'issued token: ERR_JWT_CLAIM_VALIDATION_FAILED: sub'],
    ['whose `sub` holds a control character', { sub: 'a\u0000b' }, {}, 'issued token: sub'],
    ['whose `sub` is too long', { sub: 'a'.repeat(256) }, {}, 'issued token: sub'],
    ['of an unknown key', {}, { kid: 'unknown' }, 'issued token: ERR_JWKS_NO_MATCHING_KEY'],
    ['that names no key', {}, { kid: undefined }, 'issued token: ERR_JWS_INVALID'],
    ['with no role', { roles: undefined }, {}, 'staff token: no scope'],
    ['with a role that was not registered', { roles: ['owner'] }, {}, 'staff token: no scope'],
    ['with a role in another claim', { roles: [], groups: ['editor'] }, {}, 'staff token: no scope'],
  ])('is the same 401 as none: %s', async (_title, claims, header, reason) => {
    const token = await signStaff(ec, issuer, claims, header);
    expect(await ask(token)).toEqual({
      status: 401,
      errors: [
        { message: expect.stringMatching(/^Send a valid token/), extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) } },
      ],
    });
    expect(await reasonFor(token)).toBe(reason);
  });

  it('of a session of one hour ends with the hour', async () => {
    const token = await signStaff(ec, issuer, { exp: now + 3_600 });
    expect((await ask(token, CUSTOMERS, { later: 3_599_999 })).status).toBe(200);
    expect((await ask(token, CUSTOMERS, { later: 3_600_000 })).status).toBe(401);
  });
});

describe('nobody gets more than was allowed', () => {
  it('by a claim that was changed after it was signed', async () => {
    const { issuer } = await begin();
    const [header, claims = '', signature] = (await signStaff(ec, issuer, { roles: ['viewer'] })).split('.');
    const forged = atob(claims.replaceAll('-', '+').replaceAll('_', '/')).replace('viewer', 'editor');
    const encoded = btoa(forged).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    expect((await ask([header, encoded, signature].join('.'))).status).toBe(401);
  });

  it('by roles that were changed: writing ends at once, reading within 30 seconds', async () => {
    const { org, issuer } = await begin();
    const token = await signStaff(ec, issuer);
    expect((await rename(token, 'First')).status).toBe(200);
    await mutate(org, 'updateStaffIssuer', { staffIssuerId: issuer.staffIssuerId, roles: [{ ...VIEWER, role: 'editor' }] });
    const before = await rowsOf(org);
    // This isolate trusts the earlier roles still: the batch itself refuses the write.
    expect((await rename(token, 'Second', 1_000)).status).toBe(401);
    expect((await rename(token, 'Third', 2_000)).errors).toMatchObject([{ extensions: { scopes: ['CUSTOMERS_WRITE'] } }]);
    expect((await ask(token, CUSTOMERS, { later: 2_000 })).status).toBe(200);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('by roles that were taken away, once the trust of 30 seconds is over', async () => {
    const { org, issuer } = await begin();
    const token = await signStaff(ec, issuer);
    expect((await ask(token)).status).toBe(200);
    await mutate(org, 'updateStaffIssuer', { staffIssuerId: issuer.staffIssuerId, roles: [VIEWER] });
    expect((await ask(token, CUSTOMERS, { later: 29_999 })).status).toBe(200);
    expect((await ask(token, CUSTOMERS, { later: 30_000 })).status).toBe(401);
  });

  it('by a claim that no longer counts', async () => {
    const { org, issuer } = await begin();
    const token = await signStaff(ec, issuer, { groups: ['viewer'] });
    expect((await rename(token, 'First')).status).toBe(200);
    await mutate(org, 'updateStaffIssuer', { staffIssuerId: issuer.staffIssuerId, claim: ['groups'] });
    expect((await rename(token, 'Second', 30_000)).errors).toMatchObject([{ extensions: { scopes: ['CUSTOMERS_WRITE'] } }]);
  });

  it('by keys that were replaced', async () => {
    const { org, issuer } = await begin();
    const token = await signStaff(ec, issuer);
    expect((await ask(token)).status).toBe(200);
    const next = await keyPair('ES256', 'next');
    await mutate(org, 'updateStaffIssuer', { staffIssuerId: issuer.staffIssuerId, jwks: next.jwks });
    expect((await rename(token, 'First', 1_000)).status).toBe(401);
    expect((await ask(token, CUSTOMERS, { later: 1_000 })).status).toBe(401);
    expect((await ask(await signStaff(next, issuer), CUSTOMERS, { later: 1_000 })).status).toBe(200);
  });

  it('by a scope that the registering token has lost: writing ends at once, reading within 30 seconds', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const manager = await withScopes(org, 'TOKENS_MANAGE', 'CUSTOMERS_READ', 'CUSTOMERS_WRITE');
    const token = await signStaff(ec, await registerStaff(manager, { jwks: ec.jwks, roles: [EDITOR] }));
    expect((await rename(token, 'First')).status).toBe(200);
    await DB.prepare(`update api_tokens set scopes = '["customers:read"]' where org_id = ? and name = 'narrow'`).bind(org.orgId).run();
    const before = await rowsOf(org);
    expect((await rename(token, 'Second', 1_000)).status).toBe(401);
    expect((await rename(token, 'Third', 2_000)).errors).toMatchObject([{ extensions: { scopes: ['CUSTOMERS_WRITE'] } }]);
    expect(await rowsOf(org)).toEqual(before);
  });

  it('by a registering token that was revoked, until another token answers for the issuer', async () => {
    const org = await Organization.begin();
    await org.customer('acme');
    const manager = await withScopes(org, 'TOKENS_MANAGE', 'CUSTOMERS_READ', 'CUSTOMERS_WRITE');
    const issuer = await registerStaff(manager, { jwks: ec.jwks, roles: [EDITOR] });
    const token = await signStaff(ec, issuer);
    expect((await ask(token)).status).toBe(200);
    const { data } = await org.ask<{ apiTokens: { nodes: { apiTokenId: string }[] } }>('{ apiTokens(first: 1) { nodes { apiTokenId } } }');
    await mutate(org, 'revokeApiToken', { apiTokenId: data.apiTokens.nodes[0]?.apiTokenId });
    expect((await ask(token, CUSTOMERS, { later: 29_999 })).status).toBe(200);
    expect((await rename(token, 'First', 1_000)).status).toBe(401);
    expect((await ask(token, CUSTOMERS, { later: 2_000 })).status).toBe(401);
    const reader = await withScopes(org, 'TOKENS_MANAGE', 'CUSTOMERS_READ');
    expect(await refusal(reader, 'updateStaffIssuer', { staffIssuerId: issuer.staffIssuerId })).toMatchObject([{ code: 'SCOPE_NOT_HELD' }]);
    await mutate(org, 'updateStaffIssuer', { staffIssuerId: issuer.staffIssuerId });
    expect((await rename(token, 'Second', 3_000)).status).toBe(200);
  });

  it('by a registering token that expired, from that instant on', async () => {
    const org = await Organization.begin();
    const expiresAt = new Date(Date.parse(NOW) + 5_000).toISOString();
    const input = { name: 'short', scopes: ['TOKENS_MANAGE', 'CUSTOMERS_READ'], expiresAt };
    const short = org.with(await org.done<string>('createApiToken', 'secret', input, 'secret'));
    const token = await signStaff(ec, await registerStaff(short, { jwks: ec.jwks, roles: [VIEWER] }), { roles: ['viewer'] });
    expect((await ask(token, CUSTOMERS, { later: 4_999 })).status).toBe(200);
    expect((await ask(token, CUSTOMERS, { later: 5_000 })).status).toBe(401);
  });

  it("by another organization's issuer", async () => {
    const [ours, mallory] = [await begin(), await keyPair('ES256')];
    const theirs = await begin({ jwks: mallory.jwks });
    expect((await ask(await signStaff(mallory, theirs.issuer))).status).toBe(200);
    for (const aud of [
      ours.issuer.audience,
      [ours.issuer.audience, theirs.issuer.audience],
      `${ours.org.orgId}/${theirs.issuer.staffIssuerId}`,
      `${theirs.org.orgId}/${ours.issuer.staffIssuerId}`,
    ]) {
      expect((await ask(await signStaff(mallory, theirs.issuer, { aud }))).status).toBe(401);
    }
    const foreign = { staffIssuerId: ours.issuer.staffIssuerId };
    for (const [mutation, input] of Object.entries({ updateStaffIssuer: {}, removeStaffIssuer: {}, revokeStaff: { subject: 'ada' } })) {
      expect(await refusal(theirs.org, mutation, { ...foreign, ...input })).toMatchObject([
        { code: 'NOT_FOUND', path: ['input', 'staffIssuerId'] },
      ]);
    }
  });

  it('by an issuer of delegates, and no delegate by an issuer of staff', async () => {
    const { org, issuer } = await begin();
    const delegates = await register(org, { jwks: ec.jwks });
    const ofDelegate = await sign(ec, delegates, { roles: ['editor'] }, { typ: 'at+jwt' });
    expect((await rename(ofDelegate, 'Mallory')).errors).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
    const doors = { 'x-test-any-document': 'yes' };
    expect((await ask(ofDelegate, PLANS, { doors })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask(await signStaff(ec, issuer, { aud: delegates.audience }))).status).toBe(401);
    const ofNobody = await signStaff(ec, issuer, { roles: [], accountIds: ['acme'], access: 'READ' });
    expect((await ask(ofNobody)).status).toBe(401);
  });

  it.each([
    ['createApiToken', { name: 'mine', scopes: ['CUSTOMERS_READ'] }, 'TOKENS_MANAGE'],
    ['createDelegateToken', { accountIds: ['acme'], access: 'READ' }, 'TOKENS_DELEGATE'],
    ['restoreStaff', { staffIssuerId: 'stf.00000000000.00000', subject: 'ada' }, 'TOKENS_MANAGE'],
    ['registerTokenIssuer', { issuer: ISSUER, jwks: KEY_SET, access: 'READ' }, 'TOKENS_MANAGE'],
  ])('by %s, even if the database says that the role may', async (mutation, input, scope) => {
    const { org, issuer } = await begin();
    const everything = JSON.stringify([{ role: 'editor', scopes: ['customers:read', 'tokens:manage', 'tokens:delegate'] }]);
    await DB.prepare('update staff_issuers set roles = ? where org_id = ?').bind(everything, org.orgId).run();
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
    const { errors } = await ask(await signStaff(ec, issuer), document, { variables: { input } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: [scope] } }]);
  });
});

describe('a sign-in page', () => {
  const get = (headers: Record<string, string>) => exports.default.fetch('https://api.example.com/sign-in', { headers });

  it('reads the issuer and its client id from the deployment, without a token', async () => {
    const signIn = { issuer: ISSUER, clientId: 'dashboard', audience: 'org/stf' };
    const response = await get({ 'x-test-sign-in': JSON.stringify(signIn), origin: 'https://app.example.com' });
    expect(await response.json()).toEqual(signIn);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('reads nothing where the deployment says nothing', async () => {
    expect((await get({})).status).toBe(404);
    const nothing = await get({ 'x-test-console': 'yes' });
    expect([nothing.status, await nothing.text()]).toEqual([204, '']);
  });
});

describe('revokeStaff', () => {
  const [ada, bob] = [{ sub: 'ada' }, { sub: 'bob' }];

  it('ends writing at once and reading within 30 seconds, and nobody else is affected', async () => {
    const { org, issuer } = await begin();
    const { staffIssuerId } = issuer;
    const [first, second, other] = [
      await signStaff(ec, issuer, ada),
      await signStaff(ec, issuer, { ...ada, jti: '2' }),
      await signStaff(ec, issuer, bob),
    ];
    for (const token of [first, second, other]) expect((await ask(token)).status).toBe(200);
    await mutate(org, 'revokeStaff', { staffIssuerId, subject: 'ada' });
    expect((await ask(first, CUSTOMERS, { later: 29_999 })).status).toBe(200);
    expect((await ask(first, CUSTOMERS, { later: 30_000 })).status).toBe(401);
    const before = await rowsOf(org);
    expect((await rename(second, 'Second', 1_000)).status).toBe(401);
    expect(await rowsOf(org)).toEqual(before);
    expect((await rename(other, 'Bobs', 31_000)).status).toBe(200);
  });

  it('refuses tokens that are issued later as well', async () => {
    const { org, issuer } = await begin();
    await mutate(org, 'revokeStaff', { staffIssuerId: issuer.staffIssuerId, subject: 'ada' });
    const later = await signStaff(ec, issuer, { iat: now + 60, exp: now + 360 });
    expect((await ask(later, CUSTOMERS, { later: 60_000 })).status).toBe(401);
    expect((await ask(await signStaff(ec, issuer, bob))).status).toBe(200);
  });

  it('counts for one issuer: the same subject of another is another person', async () => {
    const { org, issuer } = await begin();
    const other = await registerStaff(org, { jwks: ec.jwks, roles: [VIEWER] });
    await mutate(org, 'revokeStaff', { staffIssuerId: issuer.staffIssuerId, subject: 'ada' });
    expect((await ask(await signStaff(ec, other, { roles: ['viewer'] }))).status).toBe(200);
  });

  it('is undone by restoreStaff for tokens that are issued from then on', async () => {
    const { org, issuer } = await begin();
    const person = { staffIssuerId: issuer.staffIssuerId, subject: 'ada' };
    const early = await signStaff(ec, issuer);
    await mutate(org, 'revokeStaff', person);
    org.now = new Date(Date.parse(NOW) + 60_000).toISOString();
    await mutate(org, 'restoreStaff', person);
    const late = await signStaff(ec, issuer, { iat: now + 61, exp: now + 361 });
    expect((await rename(late, 'Restored', 61_000)).status).toBe(200);
    expect((await ask(early, CUSTOMERS, { later: 61_000 })).status).toBe(401);
    await mutate(org, 'revokeStaff', person);
    expect((await rename(late, 'Again', 62_000)).status).toBe(401);
    const { data } = await org.ask('{ staffIssuers { nodes { revocations { nodes { subject staffIssuerId restoredAt } } } } }');
    expect(data).toEqual({ staffIssuers: { nodes: [{ revocations: { nodes: [{ ...person, restoredAt: null }] } }] } });
  });

  it('is refused for an unknown issuer and for an empty subject, and restoring for a person who was never revoked', async () => {
    const { org, issuer } = await begin();
    const { staffIssuerId } = issuer;
    expect(await refusal(org, 'revokeStaff', { staffIssuerId: 'stf.00000000000.00000', subject: 'ada' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'staffIssuerId'] },
    ]);
    expect(await refusal(org, 'revokeStaff', { staffIssuerId, subject: '' })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', 'subject'] },
    ]);
    expect(await refusal(org, 'restoreStaff', { staffIssuerId, subject: 'ada' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'subject'] },
    ]);
  });
});

describe('removeStaffIssuer', () => {
  it('ends writing at once and reading within 30 seconds, for good', async () => {
    const { org, issuer } = await begin();
    const { staffIssuerId } = issuer;
    const token = await signStaff(ec, issuer);
    expect((await ask(token)).status).toBe(200);
    await mutate(org, 'removeStaffIssuer', { staffIssuerId });
    expect((await ask(token, CUSTOMERS, { later: 29_999 })).status).toBe(200);
    expect((await rename(token, 'Late', 1_000)).status).toBe(401);
    expect((await ask(token, CUSTOMERS, { later: 2_000 })).status).toBe(401);
    expect(await refusal(org, 'updateStaffIssuer', { staffIssuerId, claim: ['groups'] })).toMatchObject([
      { code: 'ARCHIVED', path: ['input', 'staffIssuerId'] },
    ]);
  });
});
