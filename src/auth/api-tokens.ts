import type { Scope } from '../operations/scope.ts';
import { reading } from '../store/d1/unavailable.ts';
import { scopesIn } from './scopes.ts';
import { Trust } from './trust.ts';

/** An API token that was not revoked when it was looked up. */
export interface LiveToken {
  readonly id: string;
  readonly orgId: string;
  readonly scopes: ReadonlySet<Scope>;
}

interface Known extends LiveToken {
  readonly expiresAt: number | null;
}

/** Trusted tokens go on reading for as long as that when they are revoked. They write nothing: every write asserts its token. */
const trusted = new Trust<Known>();

/** The token of a secret; null where there is none, or one that is revoked or expired. Costs one row, or nothing while it is trusted. */
export const tokenOfSecret = (d1: D1Database, secretHash: string, now: number): Promise<LiveToken | null> =>
  liveToken(d1, { secret_hash: secretHash }, now);

/** The same by its id. */
export const tokenOfId = (d1: D1Database, { orgId, id }: Pick<LiveToken, 'orgId' | 'id'>, now: number): Promise<LiveToken | null> =>
  liveToken(d1, { org_id: orgId, id }, now);

/** Trusts a token no longer: a write has found it revoked. */
export const distrustToken = (token: Pick<LiveToken, 'orgId' | 'id'>): void =>
  trusted.forget(({ orgId, id }) => orgId === token.orgId && id === token.id);

/** By a unique key: its columns with their values. */
async function liveToken(d1: D1Database, key: Readonly<Record<string, string>>, now: number): Promise<LiveToken | null> {
  const token = await trusted.of(JSON.stringify(key), now, () => lookUp(d1, key));
  return token && (token.expiresAt === null || token.expiresAt > now) ? token : null;
}

async function lookUp(d1: D1Database, key: Readonly<Record<string, string>>): Promise<Known | null> {
  const where = Object.keys(key).map((column) => `${column} = ?`);
  const query = d1
    .prepare(`select id, org_id, scopes, expires_at from api_tokens where ${where.join(' and ')} and revoked_at is null`)
    .bind(...Object.values(key));
  const row = await reading(() => query.first<{ id: string; org_id: string; scopes: string; expires_at: number | null }>());
  return row && { id: row.id, orgId: row.org_id, scopes: scopesIn(row.scopes), expiresAt: row.expires_at };
}
