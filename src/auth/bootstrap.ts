import { getColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { IdKind } from '../domain/id.ts';
import { hashToken, makeToken, tokenPrefix } from '../domain/token/api-token.ts';
import { SCOPES } from '../operations/scope.ts';
import { apiTokens, organizations } from '../store/tables/index.ts';

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

/** A row to insert, with its values by column name: a script writes it as SQL text. */
export interface Row {
  readonly table: string;
  readonly values: Readonly<Record<string, string | number>>;
}

function rowOf<T extends SQLiteTable>(table: T, values: InferInsertModel<T>): Row {
  const columns = getColumns(table);
  const byName = Object.entries(values).map(([key, value]) => [columns[key]?.name, columns[key]?.mapToDriverValue(value)]);
  return { table: getTableName(table), values: Object.fromEntries(byName) };
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
    rows: [row, rowOf(organizations, { id: orgId, name, baseCurrency, createdAt: now })],
  };
}

/** Returns a new token that has every scope, and the row that stores its hash. */
export function fullAccessToken(
  { orgId, name }: { readonly orgId: string; readonly name: string },
  { now, newId, random }: Surroundings,
): { token: string; row: Row } {
  const token = makeToken(random);
  const row = rowOf(apiTokens, {
    id: newId('tok'),
    orgId,
    name,
    prefix: tokenPrefix(token),
    secretHash: hashToken(token),
    scopes: SCOPES,
    createdAt: now,
  });
  return { token, row };
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
