import { hashToken, isWellFormedToken } from '../domain/api-token.ts';
import type { Actor } from '../operations/context.ts';
import { SCOPES, type Scope } from '../operations/scope.ts';
import { reading } from '../store/d1/unavailable.ts';

/** Who is calling, and for which organization: the only place where an organization id is made. */
export interface Identity {
  readonly orgId: string;
  readonly actor: Actor;
}

interface Trusted {
  readonly identity: Identity;
  readonly since: number;
  readonly expiresAt: number | null;
}

/**
 * A token once looked up is trusted this long, in milliseconds, by this isolate: how long it may go on reading when it is revoked.
 * It writes nothing from that instant on, since every write asserts its token.
 */
const TRUSTED_FOR = 30_000;
const MOST_TRUSTED = 1_000;
const trusted = new Map<string, Trusted>();

/**
 * The caller behind `Authorization: Bearer <token>`; null for a missing, malformed, unknown, expired or revoked token,
 * which are all the same to the caller. Costs one row by its unique key, or nothing while the token is trusted.
 */
export async function authenticate(header: string | null, d1: D1Database, now: number): Promise<Identity | null> {
  const hash = hashIn(header);
  if (hash === null) return null;
  const known = trusted.get(hash);
  if (known && now >= known.since && now - known.since < TRUSTED_FOR) return isOver(known.expiresAt, now) ? null : known.identity;

  const query = d1.prepare('select id, org_id, scopes, expires_at from api_tokens where secret_hash = ? and revoked_at is null').bind(hash);
  const row = await reading(() => query.first<{ id: string; org_id: string; scopes: string; expires_at: number | null }>());
  trusted.delete(hash);
  if (!row || isOver(row.expires_at, now)) return null;
  const identity: Identity = { orgId: row.org_id, actor: { id: row.id, scopes: scopesOf(row.scopes) } };
  if (trusted.size >= MOST_TRUSTED) trusted.clear();
  trusted.set(hash, { identity, since: now, expiresAt: row.expires_at });
  return identity;
}

/** Trusts a token no longer: a write has found it revoked. */
export function distrust(header: string | null): void {
  const hash = hashIn(header);
  if (hash !== null) trusted.delete(hash);
}

/** What is stored of the token in the header; null where there is none that could be one. */
function hashIn(header: string | null): string | null {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return token !== undefined && isWellFormedToken(token) ? hashToken(token) : null;
}

const isOver = (expiresAt: number | null, now: number): boolean => expiresAt !== null && expiresAt <= now;

function scopesOf(json: string): ReadonlySet<Scope> {
  const granted: unknown = JSON.parse(json);
  return new Set(Array.isArray(granted) ? SCOPES.filter((scope) => granted.includes(scope)) : []);
}
