import { reading } from '../engine/d1/unavailable.ts';
import type { Scope } from '../operations/scope.ts';
import { scopesIn } from './scopes.ts';
import { type LookUp, Trust } from './trust.ts';
import { unverified, type Verified, verified } from './verified.ts';

/** An API token that was not revoked when it was looked up. */
export interface LiveToken {
  readonly id: string;
  readonly orgId: string;
  readonly scopes: ReadonlySet<Scope>;
}

interface TrustedToken extends LiveToken {
  readonly expiresAt: number | null;
}

/** A revoked token can still read until its entry expires. It cannot write, because every write asserts that its token is live. */
const trusted = new Trust<TrustedToken>();

/** Returns the live token with a secret's hash, or the reason that there is none. Reads one row, or nothing while the token is trusted. */
export const tokenOfSecret = (secretHash: string, at: LookUp): Promise<Verified<LiveToken>> => liveToken({ secret_hash: secretHash }, at);

/** Returns the live token with an id, or the reason that there is none. Reads one row, or nothing while the token is trusted. */
export const tokenOfId = ({ orgId, id }: Pick<LiveToken, 'orgId' | 'id'>, at: LookUp): Promise<Verified<LiveToken>> =>
  liveToken({ org_id: orgId, id }, at);

/** Removes a token from the trusted ones, after a write found it revoked. */
export const distrustToken = (token: Pick<LiveToken, 'orgId' | 'id'>): void =>
  trusted.forget(({ orgId, id }) => orgId === token.orgId && id === token.id);

/** @param key the columns of a unique key, with their values */
async function liveToken(key: Readonly<Record<string, string>>, at: LookUp): Promise<Verified<LiveToken>> {
  const token = await trusted.of(JSON.stringify(key), at, () => lookUp(at.d1, key));
  if (!token.ok) return token;
  const { expiresAt } = token.value;
  return expiresAt === null || expiresAt > at.now ? token : unverified('expired API token');
}

async function lookUp(d1: D1Database, key: Readonly<Record<string, string>>): Promise<Verified<TrustedToken>> {
  const where = Object.keys(key).map((column) => `${column} = ?`);
  const query = d1
    .prepare(`select id, org_id, scopes, expires_at from api_tokens where ${where.join(' and ')} and revoked_at is null`)
    .bind(...Object.values(key));
  const row = await reading(() => query.first<{ id: string; org_id: string; scopes: string; expires_at: number | null }>());
  if (!row) return unverified('unknown or revoked API token');
  return verified({ id: row.id, orgId: row.org_id, scopes: scopesIn(row.scopes), expiresAt: row.expires_at });
}
