import type { IdKind } from '../domain/id.ts';
import { SCOPES } from '../operations/scope.ts';
import { hashToken, makeToken, tokenPrefix } from './api-token.ts';

interface NewOrganization {
  readonly name: string;
  readonly baseCurrency: string;
}

/** Where an organization begins: the tenant and its first token, which may do everything. The token is answered once. */
export async function createOrganization(
  d1: D1Database,
  { name, baseCurrency }: NewOrganization,
  { now, newId, random }: { now: number; newId: (kind: IdKind) => string; random: (digits: number) => string },
): Promise<{ orgId: string; token: string }> {
  const orgId = newId('org');
  const token = makeToken(random);
  await d1.batch([
    d1.prepare('insert into organizations (id, name, base_currency, created_at) values (?, ?, ?, ?)').bind(orgId, name, baseCurrency, now),
    d1
      .prepare('insert into api_tokens (id, org_id, name, prefix, secret_hash, scopes, created_at) values (?, ?, ?, ?, ?, ?, ?)')
      .bind(newId('tok'), orgId, 'first', tokenPrefix(token), hashToken(token), JSON.stringify(SCOPES), now),
  ]);
  return { orgId, token };
}
