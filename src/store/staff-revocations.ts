import { and, eq, type InferInsertModel, isNull, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { staffRevocations } from './tables/index.ts';

export type NewStaffRevocationRow = Omit<InferInsertModel<typeof staffRevocations>, 'orgId'>;

/** A person of a staff issuer. */
export interface StaffKey {
  readonly staffIssuerId: string;
  readonly subject: string;
}

export const revocationOf = ({ db }: Store, { staffIssuerId, subject }: StaffKey) =>
  db.query.staffRevocations.findFirst({ where: { staffIssuerId, subject } });

export const insertStaffRevocation = ({ orgId }: Store, row: NewStaffRevocationRow) => insertRows(staffRevocations, [{ ...row, orgId }]);

export const updateStaffRevocation = (
  { db, orgId }: Store,
  id: string,
  instants: Partial<Pick<NewStaffRevocationRow, 'revokedAt' | 'restoredAt'>>,
) =>
  db
    .update(staffRevocations)
    .set(instants)
    .where(and(eq(staffRevocations.orgId, orgId), eq(staffRevocations.id, id)));

/** Returns a condition: the revocation is in force, or it is not. */
export const revocationIsInForce = ({ orgId }: Store, id: string, inForce: boolean): SQL => {
  const state = inForce ? isNull(staffRevocations.restoredAt) : sql`${staffRevocations.restoredAt} is not null`;
  return sql`exists (select 1 from ${staffRevocations} where ${and(eq(staffRevocations.orgId, orgId), eq(staffRevocations.id, id), state)})`;
};
