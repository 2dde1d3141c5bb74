import { ok, type Result, withPath } from '../../domain/result.ts';
import { parseSubject } from '../../domain/token/staff-issuer.ts';
import { staffIssuerById } from '../../store/staff-issuers.ts';
import {
  insertStaffRevocation,
  revocationIsInForce,
  revocationOf,
  type StaffKey,
  updateStaffRevocation,
} from '../../store/staff-revocations.ts';
import { operation } from '../operation.ts';
import { requireStaffIssuer } from '../staff-issuer/require.ts';

/** Refuses every token of a person until the person is restored. Revoking again changes nothing. */
export const revokeStaff = operation({
  name: 'revokeStaff',
  scope: 'tokens:manage',
  async decide({ staffIssuerId, subject }: StaffKey, work): Promise<Result<{ staffRevocation: string }>> {
    const { store, unit, now } = work;
    const person = withPath(parseSubject(subject), 'subject');
    if (!person.ok) return person;
    const [row, current] = await Promise.all([staffIssuerById(store, staffIssuerId), revocationOf(store, { staffIssuerId, subject })]);
    const issuer = requireStaffIssuer(row, staffIssuerId);
    if (!issuer.ok) return issuer;
    if (current && current.restoredAt === null) return ok({ staffRevocation: current.id });
    const id = current?.id ?? work.newId('rvk');
    if (current) {
      unit.guard(revocationIsInForce(store, id, false));
      unit.write(updateStaffRevocation(store, id, { revokedAt: now, restoredAt: null }));
    } else {
      unit.write(insertStaffRevocation(store, { id, staffIssuerId, subject, revokedAt: now }));
    }
    work.audit({ subjectId: staffIssuerId, entities: [id], before: null, after: { subject, revokedAt: now } });
    return ok({ staffRevocation: id });
  },
});
