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

/** Trusted tokens go on reading for as long as that when they are revoked. They write nothing: every write asserts its token. */
const trusted = new Trust<TrustedToken>();

/** The token of a secret, neither revoked nor expired. Costs one row, or nothing while it is trusted. */
export const tokenOfSecret = (secretHash: string, at: LookUp): Promise<Verified<LiveToken>> => liveToken({ secret_hash: secretHash }, at);

/** The same by its id. */
export const tokenOfId = ({ orgId, id }: Pick<LiveToken, 'orgId' | 'id'>, at: LookUp): Promise<Verified<LiveToken>> =>
  liveToken({ org_id: orgId, id }, at);

/** Trusts a token no longer: a write has found it revoked. */
export const distrustToken = (token: Pick<LiveToken, 'orgId' | 'id'>): void =>
  trusted.forget(({ orgId, id }) => orgId === token.orgId && id === token.id);

/** By a unique key: its columns with their values. */
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
