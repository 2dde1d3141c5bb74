import { and, eq, inArray } from 'drizzle-orm';
import { JWSInvalid } from 'jose/errors';
import { createLocalJWKSet } from 'jose/jwks/local';
import { jwtVerify } from 'jose/jwt/verify';
import { parseText } from '../domain/text.ts';
import { DELEGATE_ACCESSES, delegatedAccounts, MAX_DELEGATION_SECONDS, parseNewDelegate } from '../domain/token/delegate-token.ts';
import { audienceOf, type KeySet, SIGNING_ALGORITHMS } from '../domain/token/token-issuer.ts';
import type { DelegateGrant } from '../operations/context.ts';
import { openTables } from '../store/client.ts';
import { accounts } from '../store/tables/index.ts';
import { type FetchOptions, publishedKeys } from './published-keys.ts';
import { isSound } from './sound-keys.ts';
import type { LiveIssuer } from './token-issuers.ts';
import { reasonOf, unverified, type Verified, verified } from './verified.ts';

/** The claims of an issuer's token besides the registered ones. `accountIds` are the organization's own ids. */
interface Claims {
  readonly accountIds?: unknown;
  readonly access?: unknown;
}

interface Surroundings extends FetchOptions {
  readonly d1: D1Database;
}

/** Maximum seconds by which an issuer's clock may be ahead of ours. It does not extend the expiry. */
const CLOCK_SKEW = 30;
const MAX_SUBJECT = 255;

/** Returns the grant of an issuer's token, or the reason that the token is not valid. Reads the accounts of the token. */
export async function verifyIssued(token: string, issuer: LiveIssuer, surroundings: Surroundings): Promise<Verified<DelegateGrant>> {
  const claims = await claimsOf(token, issuer, surroundings);
  if (!claims.ok) return claims;
  const { sub, exp, accountIds, access } = claims.value;
  const validAccess = DELEGATE_ACCESSES.find((each) => each === access);
  if (validAccess === undefined) return unverified('issued token: access');
  if (!parseText(sub, { min: 1, max: MAX_SUBJECT }).ok) return unverified('issued token: sub');
  const namedIds = Array.isArray(accountIds) && accountIds.every((id) => typeof id === 'string') ? accountIds : [];
  const delegation = parseNewDelegate({ accountIds: namedIds, access: validAccess });
  if (!delegation.ok) return unverified('issued token: accountIds');
  const accounts = await accountsOf(surroundings.d1, issuer.orgId, delegation.value.accountIds);
  const reach = delegatedAccounts(delegation.value.accountIds, accounts);
  if (!reach.ok) return unverified('issued token: no such accounts of one customer');
  return verified({ orgId: issuer.orgId, id: sub, maker: issuer.id, reach: reach.value, access: validAccess, expiresAt: exp * 1_000 });
}

async function claimsOf(
  token: string,
  issuer: LiveIssuer,
  surroundings: Surroundings,
): Promise<Verified<Claims & { readonly sub: string; readonly exp: number }>> {
  const { now } = surroundings;
  try {
    const { payload } = await jwtVerify<Claims>(
      token,
      async (header, jws) => {
        const { kid, alg } = header;
        if (kid === undefined) throw new JWSInvalid('no `kid`');
        const keys = issuer.jwks ?? (await publishedKeys(issuer.jwksUri ?? '', kid, surroundings));
        const named = keys.keys.find((key) => key.kid === kid && key.alg === alg);
        if (named && !isSound(named)) throw new JWSInvalid('unsafe key');
        return resolverOf(keys)(header, jws);
      },
      {
        algorithms: [...SIGNING_ALGORITHMS],
        issuer: issuer.issuer,
        audience: audienceOf(issuer),
        requiredClaims: ['exp', 'sub'],
        maxTokenAge: MAX_DELEGATION_SECONDS,
        clockTolerance: CLOCK_SKEW,
        currentDate: new Date(now),
      },
    );
    const { iat = 0, exp = 0, sub } = payload;
    if (typeof sub !== 'string') return unverified('issued token: sub');
    if (exp * 1_000 <= now || exp - iat > MAX_DELEGATION_SECONDS) return unverified('issued token: exp');
    return verified({ ...payload, sub, exp });
  } catch (error) {
    return unverified(`issued token: ${reasonOf(error)}`);
  }
}

/** Caches the resolver of each key set, so that each key is imported once. */
const resolvers = new WeakMap<KeySet, ReturnType<typeof createLocalJWKSet>>();

function resolverOf(keys: KeySet): ReturnType<typeof createLocalJWKSet> {
  const resolver = resolvers.get(keys) ?? createLocalJWKSet({ keys: [...keys.keys] });
  resolvers.set(keys, resolver);
  return resolver;
}

/** Returns the accounts with the organization's own ids. An id without an account is omitted. */
function accountsOf(d1: D1Database, orgId: string, accountIds: readonly string[]) {
  const { id, accountId, customerId } = accounts;
  return openTables(d1)
    .select({ id, accountId, customerId })
    .from(accounts)
    .where(and(eq(accounts.orgId, orgId), inArray(accountId, [...accountIds])));
}
