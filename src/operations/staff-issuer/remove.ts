import { ok, type Result } from '../../domain/result.ts';
import { recordStaffIssuerRemoval, staffIssuerById, staffIssuerIsAt } from '../../store/staff-issuers.ts';
import { operation } from '../operation.ts';
import { requireStaffIssuer } from './require.ts';

export interface RemoveStaffIssuerInput {
  readonly staffIssuerId: string;
}

/** Removes a staff issuer, so that its people can no longer write. Removing it again changes nothing. */
export const removeStaffIssuer = operation({
  name: 'removeStaffIssuer',
  scope: 'tokens:manage',
  async decide({ staffIssuerId }: RemoveStaffIssuerInput, work): Promise<Result<{ staffIssuer: string }>> {
    const { store, unit, now } = work;
    const found = requireStaffIssuer(await staffIssuerById(store, staffIssuerId), staffIssuerId);
    if (!found.ok) return found;
    const { id, removedAt } = found.value;
    if (removedAt !== null) return ok({ staffIssuer: id });
    unit.guard(staffIssuerIsAt(store, found.value));
    unit.write(recordStaffIssuerRemoval(store, id, now));
    work.audit({ subjectId: id, entities: [id], before: { removedAt: null }, after: { removedAt: now } });
    return ok({ staffIssuer: id });
  },
});
