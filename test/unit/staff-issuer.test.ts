import { describe, expect, it } from 'vitest';
import { changeStaffIssuer, isAccessToken, parseNewStaffIssuer, rolesIn, scopesOfRoles } from '../../src/domain/token/staff-issuer.ts';
import { SCOPES, type Scope, STAFF_SCOPES } from '../../src/operations/scope.ts';
import { KEY_SET } from '../support/delegate.ts';

const ALL = { held: new Set(SCOPES), forStaff: STAFF_SCOPES };
const ISSUER = {
  issuer: 'https://id.example.com',
  jwks: KEY_SET,
  claim: ['roles'],
  roles: [{ role: 'viewer', scopes: ['plans:read', 'accounts:read'] as Scope[] }],
};
const parse = (other: object = {}, grantable = ALL) => parseNewStaffIssuer({ ...ISSUER, ...other }, grantable);
const terms = () => {
  const parsed = parse();
  if (!parsed.ok) throw new Error('refused');
  return parsed.value;
};

describe('a staff issuer', () => {
  it('has its scopes and roles in one order, and tokens of RFC 9068 unless it says otherwise', () => {
    const roles = [
      { role: 'b', scopes: ['plans:read', 'accounts:read', 'plans:read'] },
      { role: 'a', scopes: ['audit:read'] },
    ];
    expect(parse({ roles })).toMatchObject({
      ok: true,
      value: {
        tokenType: 'AT_JWT',
        jwksUri: null,
        roles: [
          { role: 'a', scopes: ['audit:read'] },
          { role: 'b', scopes: ['accounts:read', 'plans:read'] },
        ],
      },
    });
  });

  it.each([
    ['an empty issuer', { issuer: '' }, ['issuer'], 'INVALID_VALUE'],
    ['no keys', { jwks: null }, ['jwks'], 'INVALID_VALUE'],
    ['keys and their address', { jwksUri: 'https://id.example.com/keys' }, ['jwks'], 'INVALID_VALUE'],
    ['no claim', { claim: [] }, ['claim'], 'LIMIT_EXCEEDED'],
    ['a claim of 6 names', { claim: Array(6).fill('a') }, ['claim'], 'LIMIT_EXCEEDED'],
    ['a claim with an empty name', { claim: ['realm_access', ''] }, ['claim', 1], 'INVALID_VALUE'],
    ['no role', { roles: [] }, ['roles'], 'LIMIT_EXCEEDED'],
    ['51 roles', { roles: Array.from({ length: 51 }, (_, i) => ({ role: `r${i}`, scopes: ['plans:read'] })) }, ['roles'], 'LIMIT_EXCEEDED'],
    ['an empty role', { roles: [{ role: '', scopes: ['plans:read'] }] }, ['roles', 0, 'role'], 'INVALID_VALUE'],
    ['a role without scopes', { roles: [{ role: 'r', scopes: [] }] }, ['roles', 0, 'scopes'], 'INVALID_VALUE'],
    ['a role twice', { roles: [...ISSUER.roles, ...ISSUER.roles] }, ['roles', 1, 'role'], 'ALREADY_EXISTS'],
  ])('is refused with %s', (_title, other, path, code) => {
    expect(parse(other)).toMatchObject({ ok: false, refusals: [{ path, code }] });
  });

  it('never allows a scope of tokens, whoever registers it', () => {
    const scopes = SCOPES.filter((scope) => scope.startsWith('tokens:'));
    expect(scopes.length).toBeGreaterThan(1);
    for (const scope of scopes) {
      const refused = parse({ roles: [{ role: 'admin', scopes: ['plans:read', scope] }] });
      expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path: ['roles', 0, 'scopes', 1] }] });
    }
  });

  it('never allows a scope that the registering token lacks', () => {
    const refused = parse({}, { held: new Set<Scope>(['plans:read', 'tokens:manage']), forStaff: STAFF_SCOPES });
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'SCOPE_NOT_HELD', path: ['roles', 0, 'scopes', 1] }] });
  });
});

describe('a change of a staff issuer', () => {
  it('keeps what it omits', () => {
    expect(changeStaffIssuer(terms(), {}, ALL)).toEqual({ ok: true, value: terms() });
  });

  it('replaces the keys by an address, and the other way round', () => {
    const jwksUri = 'https://id.example.com/keys';
    const moved = changeStaffIssuer(terms(), { jwksUri }, ALL);
    expect(moved).toMatchObject({ ok: true, value: { jwks: null, jwksUri } });
    if (moved.ok) expect(changeStaffIssuer(moved.value, { jwks: KEY_SET }, ALL)).toEqual({ ok: true, value: terms() });
  });

  it('is refused if the calling token lacks a scope of a role that stays, because it answers for it', () => {
    const narrow = { held: new Set<Scope>(['tokens:manage', 'accounts:read']), forStaff: STAFF_SCOPES };
    expect(changeStaffIssuer(terms(), { claim: ['groups'] }, narrow)).toMatchObject({
      ok: false,
      refusals: [{ code: 'SCOPE_NOT_HELD', path: ['roles', 0, 'scopes', 1] }],
    });
  });
});

describe('the roles of a token', () => {
  it.each<[string, object, readonly string[], readonly string[]]>([
    ['a list', { roles: ['a', 'b'] }, ['roles'], ['a', 'b']],
    ['a nested list', { realm_access: { roles: ['a'] } }, ['realm_access', 'roles'], ['a']],
    ['a claim with a dot in its name', { 'https://example.com/roles': ['a'] }, ['https://example.com/roles'], ['a']],
    ['the words of `scope`', { scope: 'openid a' }, ['scope'], ['openid', 'a']],
    ['the words of `scp`', { scp: 'a b' }, ['scp'], ['a', 'b']],
    ['a text as one role', { role: 'Billing Admin' }, ['role'], ['Billing Admin']],
    ['none where the claim is missing', {}, ['roles'], []],
    ['none where the claim is an object', { roles: { a: true } }, ['roles'], []],
    ['none where a name leads through a text', { realm_access: 'roles' }, ['realm_access', 'length'], []],
    ['none of what every object inherits', { roles: {} }, ['roles', 'constructor', 'name'], []],
    ['no entry that is no text', { roles: ['a', 1, null, ['b']] }, ['roles'], ['a']],
  ])('are %s', (_title, claims, claim, expected) => {
    expect(rolesIn(claims, claim)).toEqual(expected);
  });

  it('give the union of their scopes, as far as the answering token has them', () => {
    const issuer = { roles: [...ISSUER.roles, { role: 'auditor', scopes: ['audit:read', 'plans:read'] as Scope[] }] };
    const scopesOf = (roles: readonly string[], held: readonly Scope[] = SCOPES) => [
      ...scopesOfRoles(roles, issuer, { held: new Set(held), forStaff: STAFF_SCOPES }),
    ];
    expect(scopesOf(['viewer', 'auditor', 'unknown'])).toEqual(['plans:read', 'accounts:read', 'audit:read']);
    expect(scopesOf(['auditor'], ['plans:read'])).toEqual(['plans:read']);
    expect(scopesOf(['Viewer', 'viewer '])).toEqual([]);
  });

  it('give no scope of tokens, even if the database says so', () => {
    const issuer = { roles: [{ role: 'admin', scopes: [...SCOPES] }] };
    expect(scopesOfRoles(['admin'], issuer, ALL)).toEqual(STAFF_SCOPES);
  });
});

describe('an access token', () => {
  const scope = { scope: 'openid' };
  it.each<[string, 'AT_JWT' | 'JWT', object, object, boolean]>([
    ['says so in its header', 'AT_JWT', { typ: 'at+jwt' }, {}, true],
    ['may say so as a full media type, in any case', 'AT_JWT', { typ: 'application/AT+JWT' }, {}, true],
    ['does not say that it is any JWT', 'AT_JWT', { typ: 'JWT' }, scope, false],
    ['does not say nothing', 'AT_JWT', {}, scope, false],
    ['of a provider without that header has a scope', 'JWT', { typ: 'JWT' }, scope, true],
    ['of a provider without any header has a scope', 'JWT', {}, { scp: ['x'] }, true],
    ['of such a provider may say what it is', 'JWT', { typ: 'at+jwt' }, scope, true],
    ['of such a provider is not another kind of JWT', 'JWT', { typ: 'logout+jwt' }, scope, false],
    ['of such a provider has more than an ID token', 'JWT', { typ: 'JWT' }, {}, false],
    ['has no `nonce`', 'JWT', { typ: 'JWT' }, { ...scope, nonce: 'n' }, false],
    ['has no hash of an access token', 'JWT', { typ: 'JWT' }, { ...scope, at_hash: 'h' }, false],
    ['is not for the use of an ID token', 'JWT', { typ: 'JWT' }, { ...scope, token_use: 'id' }, false],
    ['is not called an ID token', 'JWT', { typ: 'JWT' }, { ...scope, typ: 'ID' }, false],
    ['is not called a refresh token', 'JWT', { typ: 'JWT' }, { ...scope, typ: 'Refresh' }, false],
    ['may be called a bearer token', 'JWT', { typ: 'JWT' }, { ...scope, typ: 'Bearer', token_use: 'access' }, true],
  ])('%s', (_title, type, header, claims, expected) => {
    expect(isAccessToken(type, header, { ...claims })).toBe(expected);
  });
});
