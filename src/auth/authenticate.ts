import { decodeJwt } from 'jose/jwt/decode';
import { isId } from '../domain/id.ts';
import { hashToken, hasTokenShape } from '../domain/token/api-token.ts';
import { type Registration, registrationOf } from '../domain/token/token-issuer.ts';
import type { Actor, DelegateGrant } from '../operations/context.ts';
import { DELEGATED_SCOPES } from '../operations/scope.ts';
import { distrustToken, tokenOfId, tokenOfSecret } from './api-tokens.ts';
import { verifyDelegate } from './delegate-token.ts';
import type { Identity } from './identity.ts';
import { verifyIssued } from './issued-token.ts';
import type { FetchOptions } from './published-keys.ts';
import { byStaffToken, distrustStaff } from './staff.ts';
import { distrustIssuer, liveIssuer } from './token-issuers.ts';
import { type LookUp, Trust } from './trust.ts';
import { unverified, type Verified, verified } from './verified.ts';

interface Surroundings extends LookUp, FetchOptions {
  /** The key of this API's delegate tokens. `null`: every delegate token is refused. */
  readonly delegateKey: Uint8Array | null;
}

/**
 * Returns the caller behind `Authorization: Bearer <token>`, or the reason that the token is not valid. The reason is for the log: callers
 * get the same answer for every invalid token. Reads one row by a unique key, or nothing while the token is trusted; a token of an issuer
 * takes one more read.
 */
export async function authenticate(header: string | null, surroundings: Surroundings): Promise<Verified<Identity>> {
  const token = bearerToken(header);
  if (token === null) return unverified(header === null ? 'no token' : 'no bearer token');
  if (hasTokenShape(token)) return byApiToken(token, surroundings);
  const registration = registrationIn(token);
  if (!registration) return byDelegateToken(token, surroundings);
  const by = isId('stf', registration.id) ? byStaffToken : byIssuedToken;
  return by(token, registration, surroundings);
}

/** The token in an `Authorization` header; `null`: there is none. */
export const bearerToken = (header: string | null): string | null => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? null;

/** Removes a caller from the trusted ones, after a write found that its token or its issuer is not live. */
export function distrust({ orgId, actor: { id } }: Identity): void {
  distrustToken({ orgId, id });
  distrustIssuer({ orgId, id });
  distrustStaff({ orgId, id });
}

async function byApiToken(token: string, surroundings: Surroundings): Promise<Verified<Identity>> {
  const live = await tokenOfSecret(token, surroundings);
  if (!live.ok) return live;
  const { orgId, id, scopes, expiresAt } = live.value;
  return verified({ orgId, actor: { id, scopes, expiresAt, delegate: null, staff: null } });
}

async function byDelegateToken(token: string, surroundings: Surroundings): Promise<Verified<Identity>> {
  const { delegateKey, now } = surroundings;
  if (!delegateKey) return unverified('delegate token: no DELEGATE_SECRET');
  const grant = await verifyDelegate(token, delegateKey, now);
  if (!grant.ok) return grant;
  const { orgId, maker } = grant.value;
  const live = await tokenOfId({ orgId, id: maker }, surroundings);
  return live.ok ? verified(delegateOf(grant.value, live.value)) : live;
}

const issued = new Trust<DelegateGrant>();

async function byIssuedToken(token: string, registration: Registration, surroundings: Surroundings): Promise<Verified<Identity>> {
  const issuer = await liveIssuer(registration, surroundings);
  if (!issuer.ok) return issuer;
  const grant = await issued.of(hashToken(token), surroundings, () => verifyIssued(token, issuer.value, surroundings));
  if (!grant.ok) return grant;
  if (grant.value.expiresAt <= surroundings.now) return unverified('issued token: exp');
  return verified(delegateOf(grant.value, { ...issuer.value, expiresAt: null }));
}

/** A delegate token's scopes are the intersection of its issuer's scopes and the scopes of the delegate's access. */
function delegateOf({ orgId, id, maker, reach, access, ...grant }: DelegateGrant, sponsor: Pick<Actor, 'scopes' | 'expiresAt'>): Identity {
  const scopes = new Set(DELEGATED_SCOPES[access].filter((scope) => sponsor.scopes.has(scope)));
  const expiresAt = Math.min(grant.expiresAt, sponsor.expiresAt ?? Number.POSITIVE_INFINITY);
  return { orgId, actor: { id: maker, scopes, expiresAt, delegate: { id, reach, access }, staff: null } };
}

/** Returns the issuer registration in a token's `aud`, or `null`. The token is not verified yet: the registration selects its keys. */
function registrationIn(token: string): Registration | null {
  try {
    return [decodeJwt(token).aud].flat().reduce<Registration | null>((found, aud) => found ?? registrationOf(aud ?? ''), null);
  } catch {
    return null;
  }
}
