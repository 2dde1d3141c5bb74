import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { JWSInvalid } from 'jose/errors';
import { createLocalJWKSet } from 'jose/jwks/local';
import { jwtVerify } from 'jose/jwt/verify';
import { parseSubject } from '../domain/token/staff-issuer.ts';
import { audienceOf, type KeySet, SIGNING_ALGORITHMS } from '../domain/token/token-issuer.ts';
import { type FetchOptions, publishedKeys } from './published-keys.ts';
import { isSound } from './sound-keys.ts';
import { reasonOf, unverified, type Verified, verified } from './verified.ts';

/** An issuer whose tokens are checked with its public keys. */
export interface SigningIssuer {
  readonly orgId: string;
  readonly id: string;
  /** The `iss` claim of its tokens. */
  readonly issuer: string;
  /** The issuer's public keys. `null`: they are fetched from `jwksUri`. */
  readonly jwks: KeySet | null;
  readonly jwksUri: string | null;
}

/** A verified token, with the claims that it must have. */
export interface IssuedToken {
  readonly header: JWTHeaderParameters;
  readonly claims: JWTPayload & { readonly sub: string; readonly iat: number; readonly exp: number };
}

/** Maximum seconds by which an issuer's clock may be ahead of ours. It does not extend the expiry. */
const CLOCK_SKEW = 30;

/**
 * Returns the claims of an issuer's token, or the reason that the token is not valid. Checks the signature, `iss`, `aud`, `sub` and that it
 * expires within `maxSeconds` of its issue.
 */
export async function issuedClaims(
  token: string,
  issuer: SigningIssuer,
  { maxSeconds, ...options }: FetchOptions & { readonly maxSeconds: number },
): Promise<Verified<IssuedToken>> {
  const { now } = options;
  try {
    const { payload, protectedHeader } = await jwtVerify(
      token,
      async (header, jws) => {
        const { kid, alg } = header;
        if (kid === undefined) throw new JWSInvalid('no `kid`');
        const keys = issuer.jwks ?? (await publishedKeys(issuer.jwksUri ?? '', kid, options));
        const named = keys.keys.find((key) => key.kid === kid && key.alg === alg);
        if (named && !isSound(named)) throw new JWSInvalid('unsafe key');
        return resolverOf(keys)(header, jws);
      },
      {
        algorithms: [...SIGNING_ALGORITHMS],
        issuer: issuer.issuer,
        audience: audienceOf(issuer),
        requiredClaims: ['exp', 'sub'],
        maxTokenAge: maxSeconds,
        clockTolerance: CLOCK_SKEW,
        currentDate: new Date(now),
      },
    );
    const { iat = 0, exp = 0, sub } = payload;
    if (typeof sub !== 'string' || !parseSubject(sub).ok) return unverified('issued token: sub');
    if (exp * 1_000 <= now || exp - iat > maxSeconds) return unverified('issued token: exp');
    return verified({ header: protectedHeader, claims: { ...payload, sub, iat, exp } });
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
