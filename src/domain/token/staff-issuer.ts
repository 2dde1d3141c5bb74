import { fields, parseEach } from '../fields.ts';
import { isLoopback } from '../public-host.ts';
import { invalid, precondition, type Refusal } from '../refusal.ts';
import { ok, okUnless, type Result, refuse, withPath } from '../result.ts';
import { parseVisible } from '../text.ts';
import { scopeName } from './scope-name.ts';
import { type KeySource, type NewIssuer, type NewIssuerInput, parseIssuerName, parseKeySource } from './token-issuer.ts';

/** How an identity provider marks its access tokens. */
export const STAFF_TOKEN_TYPES = ['AT_JWT', 'JWT'] as const;
export type StaffTokenType = (typeof STAFF_TOKEN_TYPES)[number];

/** What people with a role may do. `Scope` is the API's type of scopes. */
export interface StaffRole<Scope extends string> {
  /** A value of the claim. */
  readonly role: string;
  readonly scopes: readonly Scope[];
}

/** A new staff issuer as a caller writes it. Exactly one of `jwks` and `jwksUri` is set. */
export interface NewStaffIssuerInput<Scope extends string> extends Pick<NewIssuerInput, 'issuer' | 'jwks' | 'jwksUri'> {
  /** Defaults to AT_JWT. */
  readonly tokenType?: StaffTokenType | null | undefined;
  /** The names that lead to the claim with the roles, from the outermost on: `["realm_access", "roles"]`. */
  readonly claim: readonly string[];
  readonly roles: readonly StaffRole<Scope>[];
}

/** A change of a staff issuer as a caller writes it. Omitted or `null`: unchanged. */
export type StaffIssuerChanges<Scope extends string> = {
  readonly [K in keyof Omit<NewStaffIssuerInput<Scope>, 'issuer'>]?: NewStaffIssuerInput<Scope>[K] | null;
};

export interface StaffIssuerTerms<Scope extends string> extends NewIssuer {
  readonly tokenType: StaffTokenType;
  readonly claim: readonly string[];
  readonly roles: readonly StaffRole<Scope>[];
}

/** The scopes that the calling token has, and those that people can have at all. */
export interface Grantable<Scope extends string> {
  readonly held: ReadonlySet<Scope>;
  readonly forStaff: ReadonlySet<Scope>;
}

/** Maximum seconds from the issue of a staff token to its expiry. */
export const MAX_STAFF_SESSION_SECONDS = 3_600;
const MAX_CLAIM_NAMES = 5;
const MAX_ROLES = 50;
const NAME = { min: 1, max: 255 };

/** Parses a new staff issuer (README, "Tokens"). Refuses with SCOPE_NOT_HELD a scope that the calling token lacks. */
export function parseNewStaffIssuer<Scope extends string>(
  { issuer, jwks, jwksUri, tokenType, claim, roles }: NewStaffIssuerInput<Scope>,
  grantable: Grantable<Scope>,
): Result<StaffIssuerTerms<Scope>> {
  const parsed = fields<{ issuer: string; source: KeySource; claim: readonly string[]; roles: readonly StaffRole<Scope>[] }>(
    {
      issuer: parseProvider(issuer),
      source: parseKeySource({ jwks, jwksUri }),
      claim: parseClaim(claim),
      roles: parseRoles(roles, grantable),
    },
    { source: [] },
  );
  if (!parsed.ok) return parsed;
  const { source, ...rest } = parsed.value;
  return ok({ ...rest, ...source, tokenType: tokenType ?? 'AT_JWT' });
}

/**
 * Parses a change of a staff issuer. Roles that stay are checked too: the calling token answers for all of them from then on, so it is
 * refused with SCOPE_NOT_HELD if it lacks a scope of one.
 */
export function changeStaffIssuer<Scope extends string>(
  before: StaffIssuerTerms<Scope>,
  { jwks, jwksUri, tokenType, claim, roles }: StaffIssuerChanges<Scope>,
  grantable: Grantable<Scope>,
): Result<StaffIssuerTerms<Scope>> {
  const hasSource = jwks != null || jwksUri != null;
  const parsed = fields<{ source: KeySource; claim: readonly string[]; roles: readonly StaffRole<Scope>[] }>(
    {
      source: hasSource ? parseKeySource({ jwks, jwksUri }) : ok({ jwks: before.jwks, jwksUri: before.jwksUri }),
      claim: claim == null ? ok(before.claim) : parseClaim(claim),
      roles: parseRoles(roles ?? before.roles, grantable),
    },
    { source: [] },
  );
  if (!parsed.ok) return parsed;
  const { source, ...rest } = parsed.value;
  return ok({ issuer: before.issuer, ...rest, ...source, tokenType: tokenType ?? before.tokenType });
}

/** Parses the `sub` claim that names a person. */
export const parseSubject = (subject: string): Result<string> => parseVisible(subject, NAME);

/** Parses the `iss` claim of an identity provider: an https address without query and fragment (RFC 8414, section 2), or a local one. */
function parseProvider(text: string): Result<string> {
  const name = parseIssuerName(text);
  if (!name.ok) return name;
  const url = URL.canParse(name.value) ? new URL(name.value) : null;
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (isSecure && !/[?#]/.test(name.value)) return name;
  return refuse(
    invalid('Must be the `iss` claim of the tokens: an https address without query and fragment, such as "https://id.example.com".'),
  );
}

function parseClaim(names: readonly string[]): Result<readonly string[]> {
  if (names.length === 0 || names.length > MAX_CLAIM_NAMES) {
    return refuse(invalid(`A claim is reached by 1 to ${MAX_CLAIM_NAMES} names, not ${names.length}.`, [], 'LIMIT_EXCEEDED'));
  }
  return parseEach(names, (name) => parseVisible(name, NAME));
}

function parseRoles<Scope extends string>(
  roles: readonly StaffRole<Scope>[],
  grantable: Grantable<Scope>,
): Result<readonly StaffRole<Scope>[]> {
  if (roles.length === 0 || roles.length > MAX_ROLES) {
    return refuse(invalid(`An issuer has 1 to ${MAX_ROLES} roles, not ${roles.length}.`, [], 'LIMIT_EXCEEDED'));
  }
  const parsed = parseEach(roles, ({ role, scopes }) =>
    fields<StaffRole<Scope>>({ role: parseVisible(role, NAME), scopes: parseScopes(scopes, grantable) }),
  );
  if (!parsed.ok) return parsed;
  const again = roles.findIndex(({ role }, i) => roles.findIndex((other) => other.role === role) < i);
  // In one order, because the order of roles says nothing.
  if (again < 0) return ok(parsed.value.toSorted((a, b) => (a.role < b.role ? -1 : 1)));
  return withPath(refuse(invalid(`The role "${roles[again]?.role}" is listed twice.`, ['role'], 'ALREADY_EXISTS')), again);
}

function parseScopes<Scope extends string>(scopes: readonly Scope[], { held, forStaff }: Grantable<Scope>): Result<readonly Scope[]> {
  if (scopes.length === 0) return refuse(invalid('Select at least one scope. A role without scopes could do nothing.'));
  const refusals = scopes.flatMap((scope, i): Refusal[] => {
    const name = scopeName(scope);
    if (!forStaff.has(scope)) return [invalid(`No person can have the scope \`${name}\`. Use an API token for what requires it.`, [i])];
    if (held.has(scope)) return [];
    return [precondition('SCOPE_NOT_HELD', `This token lacks the scope \`${name}\`, so it cannot grant it.`, [i])];
  });
  return okUnless(
    refusals,
    [...forStaff].filter((scope) => scopes.includes(scope)),
  );
}

/**
 * Returns the roles that a token names in the claim. The claim is a text or a list of texts. A text in `scope` or `scp` is a list with
 * spaces (RFC 8693, section 4.2). A text in another claim is one role: "Billing Admin" is neither "Billing" nor "Admin".
 * @param claims the claims of a verified token
 */
export function rolesIn(claims: unknown, claim: readonly string[]): readonly string[] {
  const value = claim.reduce((outer: unknown, name) => (isObject(outer) && Object.hasOwn(outer, name) ? outer[name] : undefined), claims);
  if (typeof value === 'string') return SPACED.has(claim.at(-1) ?? '') ? value.split(' ') : [value];
  return Array.isArray(value) ? value.filter((role) => typeof role === 'string') : [];
}

const SPACED: ReadonlySet<string> = new Set(['scope', 'scp']);

/** Returns the scopes of a person: those of the roles, as far as the token that answers for the issuer has them and people can. */
export const scopesOfRoles = <Scope extends string>(
  named: readonly string[],
  { roles }: Pick<StaffIssuerTerms<Scope>, 'roles'>,
  { held, forStaff }: Grantable<Scope>,
): ReadonlySet<Scope> =>
  new Set(
    roles
      .filter(({ role }) => named.includes(role))
      .flatMap(({ scopes }) => scopes)
      .filter((scope) => held.has(scope) && forStaff.has(scope)),
  );

/**
 * Whether a token is an access token (README, "Tokens"). A token of the type AT_JWT says so in its header (RFC 9068, section 2.1). One of
 * the type JWT must have what access tokens have and nothing that only ID tokens have (OpenID Connect Core, section 2).
 */
export function isAccessToken(
  type: StaffTokenType,
  header: { readonly typ?: unknown },
  claims: Readonly<Record<string, unknown>>,
): boolean {
  const typ = typeof header.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : null;
  if (type === 'AT_JWT') return typ === 'at+jwt';
  if (typ !== null && typ !== 'jwt' && typ !== 'at+jwt') return false;
  const { token_use: use = 'access', typ: kind = 'Bearer' } = claims;
  if (use !== 'access' || kind !== 'Bearer') return false;
  return ACCESS_TOKEN_CLAIMS.some((name) => name in claims) && !ID_TOKEN_CLAIMS.some((name) => name in claims);
}

const ACCESS_TOKEN_CLAIMS = ['scope', 'scp'];

/** `nonce` and the hashes bind an ID token to a sign-in. No access token has them. */
const ID_TOKEN_CLAIMS = ['nonce', 'at_hash', 'c_hash', 's_hash'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
