import { decodeJwt } from 'jose/jwt/decode';
import { hashToken, isWellFormedToken } from '../domain/api-token.ts';
import { registrationOf } from '../domain/token-issuer.ts';
import type { Actor, DelegateGrant } from '../operations/context.ts';
import { DELEGATED_SCOPES, type Scope } from '../operations/scope.ts';
import { distrustToken, tokenOfId, tokenOfSecret } from './api-tokens.ts';
import { verifyDelegate } from './delegate-token.ts';
import { verifyIssued } from './issued-token.ts';
import type { Fetch } from './published-keys.ts';
import { distrustIssuer, liveIssuer } from './token-issuers.ts';
import { Trust } from './trust.ts';

/** Who is calling, and for which organization: the only place where an organization id is made. */
export interface Identity {
  readonly orgId: string;
  readonly actor: Actor;
}

interface Surroundings {
  readonly d1: D1Database;
  /** Null: there are no delegate tokens of ours. */
  readonly delegateKey: Uint8Array | null;
  /** Asks issuers for their keys. */
  readonly fetch: Fetch;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The caller behind `Authorization: Bearer <token>`; null for a missing, malformed, unknown, expired or revoked token,
 * which are all the same to the caller. Costs one row by a unique key, or nothing while the token is trusted; a token of an issuer, one
 * read more.
 */
export async function authenticate(header: string | null, surroundings: Surroundings): Promise<Identity | null> {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) return null;
  if (isWellFormedToken(token)) return byApiToken(token, surroundings);
  const registration = registrationIn(token);
  return registration ? byIssuedToken(token, registration, surroundings) : byDelegateToken(token, surroundings);
}

/** Trusts a caller no longer: a write has found that it may not speak for its organization any more. */
export function distrust({ orgId, actor: { id } }: Identity): void {
  distrustToken({ orgId, id });
  distrustIssuer({ orgId, id });
}

async function byApiToken(token: string, { d1, now }: Surroundings): Promise<Identity | null> {
  const live = await tokenOfSecret(d1, hashToken(token), now);
  return live && { orgId: live.orgId, actor: { id: live.id, scopes: live.scopes, delegate: null } };
}

async function byDelegateToken(token: string, { d1, delegateKey, now }: Surroundings): Promise<Identity | null> {
  const grant = delegateKey && (await verifyDelegate(token, delegateKey, now));
  const maker = grant && (await tokenOfId(d1, { orgId: grant.orgId, id: grant.maker }, now));
  return maker && delegateOf(grant, maker.scopes);
}

const issued = new Trust<DelegateGrant>();

async function byIssuedToken(token: string, registration: Registration, surroundings: Surroundings): Promise<Identity | null> {
  const { d1, now } = surroundings;
  const issuer = await liveIssuer(d1, registration, now);
  const grant = issuer && (await issued.of(hashToken(token), now, () => verifyIssued(token, issuer, surroundings)));
  return grant && grant.expiresAt > now ? delegateOf(grant, issuer.scopes) : null;
}

/** A delegate does what its maker may do of what delegates may, for as long as its maker is good itself. */
function delegateOf({ orgId, id, maker, reach, access }: DelegateGrant, held: ReadonlySet<Scope>): Identity {
  const scopes = new Set(DELEGATED_SCOPES[access].filter((scope) => held.has(scope)));
  return { orgId, actor: { id: maker, scopes, delegate: { id, reach } } };
}

type Registration = NonNullable<ReturnType<typeof registrationOf>>;

/** The registration of an issuer that a token says to be for. Nothing is verified yet: it says by whose keys it can be. */
function registrationIn(token: string): Registration | null {
  try {
    return [decodeJwt(token).aud].flat().reduce<Registration | null>((found, aud) => found ?? registrationOf(aud ?? ''), null);
  } catch {
    return null;
  }
}
