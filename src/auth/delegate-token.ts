import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { DELEGATE_ACCESSES, type DelegateAccess, MAX_DELEGATION_SECONDS } from '../domain/token/delegate-token.ts';
import type { DelegateGrant } from '../operations/context.ts';
import { reasonOf, unverified, type Verified, verified } from './verified.ts';

/** The `iss` and the `aud` of these tokens: this API issues them and is the only one that accepts them. */
const ISSUER = 'billing-catalogue';
const ALGORITHM = 'HS256';
/** The `typ` header. It keeps any other token that is signed with the same secret from being accepted. */
const TYPE = 'delegate+jwt';

/** The claims of a delegate token besides the registered ones. */
interface Claims {
  readonly org: string;
  readonly cus: string;
  readonly acc: readonly string[];
  readonly access: DelegateAccess;
}

/**
 * Returns a signed token for a grant. Its holder can read the claims, so they contain only generated ids and the access.
 * @param now milliseconds since the epoch
 */
export function signDelegate(key: Uint8Array, now: number, grant: DelegateGrant): Promise<string> {
  const { orgId, id, maker, reach, access, expiresAt } = grant;
  const claims: Claims = { org: orgId, cus: reach.customerId, acc: reach.accountIds, access };
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setAudience(ISSUER)
    .setSubject(maker)
    .setJti(id)
    .setIssuedAt(new Date(now))
    .setExpirationTime(new Date(expiresAt))
    .sign(key);
}

/**
 * Returns the grant of a delegate token that this API signed, or the reason that the token is not valid.
 * @param now milliseconds since the epoch
 */
export async function verifyDelegate(token: string, key: Uint8Array, now: number): Promise<Verified<DelegateGrant>> {
  try {
    const { payload } = await jwtVerify<Claims>(token, key, {
      algorithms: [ALGORITHM],
      typ: TYPE,
      issuer: ISSUER,
      audience: ISSUER,
      requiredClaims: ['exp', 'sub', 'jti'],
      maxTokenAge: MAX_DELEGATION_SECONDS,
      currentDate: new Date(now),
    });
    const { jti: id, sub: maker, exp = 0, org: orgId, cus: customerId, acc: accountIds } = payload;
    const access = DELEGATE_ACCESSES.find((known) => known === payload.access);
    if (id === undefined || maker === undefined || access === undefined) return unverified('delegate token without its claims');
    return verified({ orgId, id, maker, reach: { customerId, accountIds }, access, expiresAt: exp * 1_000 });
  } catch (error) {
    return unverified(`delegate token: ${reasonOf(error)}`);
  }
}
