import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { staffIssuerById } from '../../store/staff-issuers.ts';
import { revocationIsInForce, revocationOf, type StaffKey, updateStaffRevocation } from '../../store/staff-revocations.ts';
import { operation } from '../operation.ts';
import { requireStaffIssuer } from '../staff-issuer/require.ts';

/** Accepts a revoked person again, by tokens that are issued from then on. Restoring again changes nothing. */
export const restoreStaff = operation({
  name: 'restoreStaff',
  scope: 'tokens:manage',
  async decide({ staffIssuerId, subject }: StaffKey, work): Promise<Result<{ staffRevocation: string }>> {
    const { store, unit, now } = work;
    const [row, current] = await Promise.all([staffIssuerById(store, staffIssuerId), revocationOf(store, { staffIssuerId, subject })]);
    const issuer = requireStaffIssuer(row, staffIssuerId);
    if (!issuer.ok) return issuer;
    if (!current) return refuse(notFound('revocation of', subject, ['subject']));
    const { id, restoredAt } = current;
    if (restoredAt !== null) return ok({ staffRevocation: id });
    unit.guard(revocationIsInForce(store, id, true));
    unit.write(updateStaffRevocation(store, id, { restoredAt: now }));
    const states = { before: { subject, restoredAt: null }, after: { subject, restoredAt: now } };
    work.audit({ subjectId: staffIssuerId, entities: [id], ...states });
    return ok({ staffRevocation: id });
  },
});
