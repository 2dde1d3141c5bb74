import { and, eq, type InferInsertModel, isNull, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { apiTokens, staffIssuers, staffRevocations } from './tables/index.ts';

export type NewStaffIssuerRow = Omit<InferInsertModel<typeof staffIssuers>, 'orgId'>;
type Changes = Omit<NewStaffIssuerRow, 'id' | 'createdAt' | 'removedAt'>;

export const staffIssuerById = ({ db }: Store, id: string) => db.query.staffIssuers.findFirst({ where: { id } });

export const insertStaffIssuer = ({ orgId }: Store, row: NewStaffIssuerRow) => insertRows(staffIssuers, [{ ...row, orgId }]);

export const updateStaffIssuer = ({ db, orgId }: Store, id: string, changes: Changes) =>
  db
    .update(staffIssuers)
    .set(changes)
    .where(and(eq(staffIssuers.orgId, orgId), eq(staffIssuers.id, id)));

export const recordStaffIssuerRemoval = ({ db, orgId }: Store, id: string, removedAt: number) =>
  db
    .update(staffIssuers)
    .set({ removedAt })
    .where(and(eq(staffIssuers.orgId, orgId), eq(staffIssuers.id, id)));

/** Returns a condition: the issuer is not removed and has this revision. */
export const staffIssuerIsAt = ({ orgId }: Store, { id, revision }: { readonly id: string; readonly revision: number }): SQL =>
  sql`exists (select 1 from ${staffIssuers} where ${issuerWhere(orgId, id)} and ${staffIssuers.revision} = ${revision})`;

/** A person's session, as it was when its token was looked up. */
export interface StaffSession {
  readonly issuerId: string;
  /** The revision of the issuer. */
  readonly revision: number;
  /** The `sub` claim. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
}

/**
 * Returns a condition: the session is not revoked, its issuer has not changed, and the issuer's sponsor is valid at `now`, in milliseconds
 * since the epoch, and has these scopes.
 */
export function staffIsLive({ orgId }: Store, session: StaffSession, scopes: readonly string[], now: number): SQL {
  const { issuerId, revision, subject, issuedAt } = session;
  return sql`exists (select 1 from ${staffIssuers} join ${apiTokens}
    on ${apiTokens.orgId} = ${staffIssuers.orgId} and ${apiTokens.id} = ${staffIssuers.sponsorId}
    where ${issuerWhere(orgId, issuerId)} and ${staffIssuers.revision} = ${revision} and ${apiTokens.revokedAt} is null
    and (${apiTokens.expiresAt} is null or ${apiTokens.expiresAt} > ${now})
    and not exists (select 1 from json_each(${JSON.stringify(scopes)}) required
      where required.value not in (select granted.value from json_each(${apiTokens.scopes}) granted)))
    and not exists (select 1 from ${staffRevocations} where ${staffRevocations.orgId} = ${orgId}
    and ${staffRevocations.staffIssuerId} = ${issuerId} and ${staffRevocations.subject} = ${subject}
    and (${staffRevocations.restoredAt} is null or ${staffRevocations.restoredAt} > ${issuedAt}))`;
}

const issuerWhere = (orgId: string, id: string): SQL | undefined =>
  and(eq(staffIssuers.orgId, orgId), eq(staffIssuers.id, id), isNull(staffIssuers.removedAt));
