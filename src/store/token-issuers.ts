import { and, eq, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { tokenIssuers } from './tables/index.ts';

export type NewTokenIssuerRow = Omit<InferInsertModel<typeof tokenIssuers>, 'orgId'>;

export const tokenIssuerById = ({ db }: Store, id: string) => db.query.tokenIssuers.findFirst({ where: { id } });

export const insertTokenIssuer = ({ orgId }: Store, row: NewTokenIssuerRow) => insertRows(tokenIssuers, [{ ...row, orgId }]);

export const recordRemoval = ({ db, orgId }: Store, id: string, removedAt: number) =>
  db
    .update(tokenIssuers)
    .set({ removedAt })
    .where(and(eq(tokenIssuers.orgId, orgId), eq(tokenIssuers.id, id)));

/** Returns a condition: the issuer is not removed, so its tokens are accepted. */
export const issuerIsLive = ({ orgId }: Store, id: string): SQL =>
  sql`exists (select 1 from ${tokenIssuers} where ${tokenIssuers.orgId} = ${orgId} and ${tokenIssuers.id} = ${id} and ${tokenIssuers.removedAt} is null)`;
