import { and, eq, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { apiTokens } from './tables/index.ts';

export type NewApiTokenRow = Omit<InferInsertModel<typeof apiTokens>, 'orgId'>;

export const apiTokenById = ({ db }: Store, id: string) => db.query.apiTokens.findFirst({ where: { id } });

export const insertApiToken = ({ orgId }: Store, row: NewApiTokenRow) => insertRows(apiTokens, [{ ...row, orgId }]);

export const recordRevocation = ({ db, orgId }: Store, id: string, revokedAt: number) =>
  db
    .update(apiTokens)
    .set({ revokedAt })
    .where(and(eq(apiTokens.orgId, orgId), eq(apiTokens.id, id)));

/** Returns a condition: the token is not revoked. */
export const tokenIsUnrevoked = ({ orgId }: Store, id: string): SQL => exists(tokenWhere(orgId, id));

/** Returns a condition: the token is neither revoked nor expired at `now`, in milliseconds since the epoch. */
export const tokenIsLive = ({ orgId }: Store, id: string, now: number): SQL =>
  exists(sql`${tokenWhere(orgId, id)} and (${apiTokens.expiresAt} is null or ${apiTokens.expiresAt} > ${now})`);

const tokenWhere = (orgId: string, id: string): SQL =>
  sql`${apiTokens.orgId} = ${orgId} and ${apiTokens.id} = ${id} and ${apiTokens.revokedAt} is null`;

const exists = (condition: SQL): SQL => sql`exists (select 1 from ${apiTokens} where ${condition})`;
