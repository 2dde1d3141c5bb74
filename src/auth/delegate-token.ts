import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';
import { DELEGATE_ACCESSES, type DelegateAccess, MAX_DELEGATION_SECONDS } from '../domain/token/delegate-token.ts';
import type { DelegateGrant } from '../operations/context.ts';
import { reasonOf, unverified, type Verified, verified } from './verified.ts';

/** Who issues these tokens, and for whom they are: this API alone. */
const ISSUER = 'billing-catalogue';
const ALGORITHM = 'HS256';
/** No other token that a secret may have signed is taken for one of these. */
const TYPE = 'delegate+jwt';
/** Bytes: what HS256 asks for (RFC 7518, 3.2). */
const MIN_SECRET_BYTES = 32;

/** What a token says besides the registered claims. */
interface Claims {
  readonly org: string;
  readonly cus: string;
  readonly acc: readonly string[];
  readonly access: DelegateAccess;
}

/** The key of a secret; null for none, or one too short to be one: then no token is made and none is good. */
export function delegateKeyOf(secret: string | undefined): Uint8Array | null {
  const key = new TextEncoder().encode(secret ?? '');
  return key.length >= MIN_SECRET_BYTES ? key : null;
}

/** The token of a grant, issued now. Whoever holds it can read it: it says ids that we have generated, and nothing else. */
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

/** What a token of ours grants at `now`, in milliseconds since the epoch. */
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
