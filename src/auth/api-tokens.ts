import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { hashToken, isWellFormedToken } from '../domain/token/api-token.ts';
import type { Scope } from '../operations/scope.ts';
import { openTables } from '../store/client.ts';
import { apiTokens } from '../store/tables/index.ts';
import { knownScopes } from './scopes.ts';
import { type LookUp, Trust } from './trust.ts';
import { unverified, type Verified, verified } from './verified.ts';

/** An API token that was not revoked when it was looked up. */
export interface LiveToken {
  readonly id: string;
  readonly orgId: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly expiresAt: number | null;
}

/** A revoked token can still read until its entry expires. It cannot write, because every write asserts that its token is live. */
const trusted = new Trust<LiveToken>();

/**
 * Returns the live token that a caller sent, or the reason that there is none. Reads one row, or nothing while the token is trusted. Only a
 * text that would be looked up has its checksum computed, because that takes as long as its hash.
 */
export function tokenOfSecret(token: string, at: LookUp): Promise<Verified<LiveToken>> {
  const secretHash = hashToken(token);
  const find = async () =>
    isWellFormedToken(token) ? lookUp(at.d1, eq(apiTokens.secretHash, secretHash)) : unverified('mistyped API token');
  return liveToken([secretHash], find, at);
}

/** Returns the live token with an id, or the reason that there is none. Reads one row, or nothing while the token is trusted. */
export const tokenOfId = ({ orgId, id }: Pick<LiveToken, 'orgId' | 'id'>, at: LookUp): Promise<Verified<LiveToken>> =>
  liveToken([orgId, id], () => lookUp(at.d1, and(eq(apiTokens.orgId, orgId), eq(apiTokens.id, id))), at);

/** Removes a token from the trusted ones, after a write found it revoked. */
export const distrustToken = (token: Pick<LiveToken, 'orgId' | 'id'>): void =>
  trusted.forget(({ orgId, id }) => orgId === token.orgId && id === token.id);

/**
 * @param key the values of a unique key, which the token is trusted by
 * @param find looks the token up, which a trusted token does not need
 */
async function liveToken(key: readonly string[], find: () => Promise<Verified<LiveToken>>, at: LookUp): Promise<Verified<LiveToken>> {
  const token = await trusted.of(JSON.stringify(key), at, find);
  if (!token.ok) return token;
  const { expiresAt } = token.value;
  return expiresAt === null || expiresAt > at.now ? token : unverified('expired API token');
}

async function lookUp(d1: D1Database, hasKey: SQL | undefined): Promise<Verified<LiveToken>> {
  const { id, orgId, scopes, expiresAt } = apiTokens;
  const [row] = await openTables(d1)
    .select({ id, orgId, scopes, expiresAt })
    .from(apiTokens)
    .where(and(hasKey, isNull(apiTokens.revokedAt)));
  if (!row) return unverified('unknown or revoked API token');
  return verified({ ...row, scopes: knownScopes(row.scopes) });
}
