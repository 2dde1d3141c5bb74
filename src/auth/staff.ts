import { and, eq, isNull } from 'drizzle-orm';
import { hashToken } from '../domain/token/api-token.ts';
import {
  isAccessToken,
  MAX_STAFF_SESSION_SECONDS,
  rolesIn,
  type StaffRole,
  type StaffTokenType,
  scopesOfRoles,
} from '../domain/token/staff-issuer.ts';
import { type Registration, usableKeys } from '../domain/token/token-issuer.ts';
import { type Scope, STAFF_SCOPES } from '../operations/scope.ts';
import { openTables } from '../store/client.ts';
import { apiTokens, staffIssuers, staffRevocations } from '../store/tables/index.ts';
import type { Identity } from './identity.ts';
import { issuedClaims, type SigningIssuer } from './issued-claims.ts';
import type { FetchOptions } from './published-keys.ts';
import { knownScopes } from './scopes.ts';
import { type LookUp, Trust } from './trust.ts';
import { unverified, type Verified, verified } from './verified.ts';

interface Surroundings extends LookUp, FetchOptions {}

/** A staff issuer that was not removed, and whose sponsor was not revoked, when it was looked up. */
interface LiveStaffIssuer extends SigningIssuer {
  readonly tokenType: StaffTokenType;
  readonly claim: readonly string[];
  readonly roles: readonly StaffRole<Scope>[];
  readonly revision: number;
  /** The scopes of the sponsor: the API token that answers for the issuer. */
  readonly held: ReadonlySet<Scope>;
  /** The first instant at which the sponsor is no longer valid, in milliseconds since the epoch. `null`: it does not expire. */
  readonly expiresAt: number | null;
}

/** A verified token of a person who was not revoked when it was looked up. */
interface Session extends Registration {
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly typ: unknown;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

const issuers = new Trust<LiveStaffIssuer>();
const sessions = new Trust<Session>();

/**
 * Returns the person behind a token of a staff issuer, or the reason that the token is not valid. The scopes are computed for each request
 * from the token's roles, the issuer's rules and the sponsor's scopes, none of which is older than the trust in a look-up. A person without
 * a scope is refused like a stranger, because there is nothing that such a person may learn.
 */
export async function byStaffToken(token: string, registration: Registration, surroundings: Surroundings): Promise<Verified<Identity>> {
  const { now } = surroundings;
  const found = await liveStaffIssuer(registration, surroundings);
  if (!found.ok) return found;
  const issuer = found.value;
  if (issuer.expiresAt !== null && issuer.expiresAt <= now) return unverified('staff token: expired sponsor');
  // A session is trusted under one revision of the issuer only: its keys may have changed.
  const key = JSON.stringify([hashToken(token), issuer.revision]);
  const session = await sessions.of(key, surroundings, () => sessionOf(token, issuer, surroundings));
  if (!session.ok) return session;
  const { subject, claims, typ, issuedAt, expiresAt } = session.value;
  if (expiresAt <= now) return unverified('staff token: exp');
  if (!isAccessToken(issuer.tokenType, { typ }, claims)) return unverified('staff token: not an access token');
  const scopes = scopesOfRoles(rolesIn(claims, issuer.claim), issuer, { held: issuer.held, forStaff: STAFF_SCOPES });
  if (scopes.size === 0) return unverified('staff token: no scope');
  const staff = { id: subject, issuedAt, revision: issuer.revision };
  const ends = Math.min(expiresAt, issuer.expiresAt ?? Number.POSITIVE_INFINITY);
  return verified({ orgId: issuer.orgId, actor: { id: issuer.id, scopes, expiresAt: ends, delegate: null, staff } });
}

/** Removes an issuer and its sessions from the trusted ones, after a write found that one of them is not live. */
export function distrustStaff({ orgId, id }: Registration): void {
  const isOver = (trusted: Registration) => trusted.orgId === orgId && trusted.id === id;
  issuers.forget(isOver);
  sessions.forget(isOver);
}

/** Verifies a token and reads whether its person is revoked: one row, by a unique key. */
async function sessionOf(token: string, issuer: LiveStaffIssuer, surroundings: Surroundings): Promise<Verified<Session>> {
  const issued = await issuedClaims(token, issuer, { ...surroundings, maxSeconds: MAX_STAFF_SESSION_SECONDS });
  if (!issued.ok) return issued;
  const { header, claims } = issued.value;
  const { orgId, id } = issuer;
  const { restoredAt } = staffRevocations;
  const isPerson = and(eq(staffRevocations.orgId, orgId), eq(staffRevocations.staffIssuerId, id), eq(staffRevocations.subject, claims.sub));
  const [revocation] = await openTables(surroundings.d1).select({ restoredAt }).from(staffRevocations).where(isPerson);
  const issuedAt = claims.iat * 1_000;
  if (revocation && (revocation.restoredAt === null || revocation.restoredAt > issuedAt)) return unverified('staff token: revoked person');
  return verified({ orgId, id, subject: claims.sub, claims, typ: header.typ, issuedAt, expiresAt: claims.exp * 1_000 });
}

/** Returns the issuer of a registration, or the reason that there is none. Reads two rows, or nothing while the issuer is trusted. */
const liveStaffIssuer = ({ orgId, id }: Registration, at: LookUp): Promise<Verified<LiveStaffIssuer>> =>
  issuers.of(JSON.stringify([orgId, id]), at, async () => {
    const { issuer, jwks, jwksUri, tokenType, claim, roles, revision } = staffIssuers;
    const isSponsor = and(eq(apiTokens.orgId, staffIssuers.orgId), eq(apiTokens.id, staffIssuers.sponsorId), isNull(apiTokens.revokedAt));
    const [row] = await openTables(at.d1)
      .select({ issuer, jwks, jwksUri, tokenType, claim, roles, revision, scopes: apiTokens.scopes, expiresAt: apiTokens.expiresAt })
      .from(staffIssuers)
      .innerJoin(apiTokens, isSponsor)
      .where(and(eq(staffIssuers.orgId, orgId), eq(staffIssuers.id, id), isNull(staffIssuers.removedAt)));
    if (!row) return unverified('unknown or removed staff issuer, or revoked sponsor');
    return verified({
      ...row,
      id,
      orgId,
      // Stored keys are checked again: one that was registered under weaker rules must not verify a token.
      jwks: row.jwks && usableKeys(row.jwks),
      roles: row.roles.map(({ role, scopes }) => ({ role, scopes: [...knownScopes(scopes)] })),
      held: knownScopes(row.scopes),
    });
  });
