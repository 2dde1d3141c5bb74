import type { IdKind } from '../domain/id.ts';
import { hashToken, makeToken, tokenPrefix } from '../domain/token/api-token.ts';
import { SCOPES } from '../operations/scope.ts';

interface NewOrganization {
  readonly name: string;
  readonly baseCurrency: string;
}

interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly newId: (kind: IdKind) => string;
  readonly random: (digits: number) => string;
}

/** A row to insert, with its values by column name. */
export interface Row {
  readonly table: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Returns the rows of a new organization and of its first token, which has every scope. Only the token's hash is in the rows. */
export function organizationRows(
  { name, baseCurrency }: NewOrganization,
  surroundings: Surroundings,
): { orgId: string; token: string; rows: readonly Row[] } {
  const { now, newId } = surroundings;
  const orgId = newId('org');
  const { token, row } = fullAccessToken({ orgId, name: 'first' }, surroundings);
  return {
    orgId,
    token,
    rows: [row, { table: 'organizations', values: { id: orgId, name, base_currency: baseCurrency, created_at: now } }],
  };
}

/** Returns a new token that has every scope, and the row that stores its hash. */
export function fullAccessToken(
  { orgId, name }: { readonly orgId: string; readonly name: string },
  { now, newId, random }: Surroundings,
): { token: string; row: Row } {
  const token = makeToken(random);
  const values = {
    id: newId('tok'),
    org_id: orgId,
    name,
    prefix: tokenPrefix(token),
    secret_hash: hashToken(token),
    scopes: JSON.stringify(SCOPES),
    created_at: now,
  };
  return { token, row: { table: 'api_tokens', values } };
}

/** Writes a new organization with its first token. Returns the token, which cannot be read again. */
export async function createOrganization(
  d1: D1Database,
  organization: NewOrganization,
  surroundings: Surroundings,
): Promise<{ orgId: string; token: string }> {
  const { orgId, token, rows } = organizationRows(organization, surroundings);
  await d1.batch(rows.map((row) => insertion(d1, row)));
  return { orgId, token };
}

/** Returns the statement that inserts a row. */
export function insertion(d1: D1Database, { table, values }: Row): D1PreparedStatement {
  const columns = Object.keys(values);
  return d1
    .prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
    .bind(...Object.values(values));
}
