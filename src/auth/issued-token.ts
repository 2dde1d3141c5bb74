import { and, eq, inArray } from 'drizzle-orm';
import { DELEGATE_ACCESSES, delegatedAccounts, MAX_DELEGATION_SECONDS, parseNewDelegate } from '../domain/token/delegate-token.ts';
import type { DelegateGrant } from '../operations/context.ts';
import { openTables } from '../store/client.ts';
import { accounts } from '../store/tables/index.ts';
import { issuedClaims } from './issued-claims.ts';
import type { FetchOptions } from './published-keys.ts';
import type { LiveIssuer } from './token-issuers.ts';
import { unverified, type Verified, verified } from './verified.ts';

interface Surroundings extends FetchOptions {
  readonly d1: D1Database;
}

/**
 * Returns the grant of an issuer's token, or the reason that the token is not valid. Reads the accounts of the token. Its claim `accountIds`
 * has the organization's own ids.
 */
export async function verifyIssued(token: string, issuer: LiveIssuer, surroundings: Surroundings): Promise<Verified<DelegateGrant>> {
  const issued = await issuedClaims(token, issuer, { ...surroundings, maxSeconds: MAX_DELEGATION_SECONDS });
  if (!issued.ok) return issued;
  const { sub, exp, accountIds, access } = issued.value.claims;
  const validAccess = DELEGATE_ACCESSES.find((each) => each === access);
  if (validAccess === undefined) return unverified('issued token: access');
  const namedIds = Array.isArray(accountIds) && accountIds.every((id) => typeof id === 'string') ? accountIds : [];
  const delegation = parseNewDelegate({ accountIds: namedIds, access: validAccess });
  if (!delegation.ok) return unverified('issued token: accountIds');
  const accounts = await accountsOf(surroundings.d1, issuer.orgId, delegation.value.accountIds);
  const reach = delegatedAccounts(delegation.value.accountIds, accounts);
  if (!reach.ok) return unverified('issued token: no such accounts of one customer, or all archived');
  return verified({ orgId: issuer.orgId, id: sub, maker: issuer.id, reach: reach.value, access: validAccess, expiresAt: exp * 1_000 });
}

/** Returns the accounts with the organization's own ids. An id without an account is omitted. */
function accountsOf(d1: D1Database, orgId: string, accountIds: readonly string[]) {
  const { id, accountId, customerId, status } = accounts;
  return openTables(d1)
    .select({ id, accountId, customerId, status })
    .from(accounts)
    .where(and(eq(accounts.orgId, orgId), inArray(accountId, [...accountIds])));
}
