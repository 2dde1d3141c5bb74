import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { staffIssuerById } from '../../store/staff-issuers.ts';

type StaffIssuer = NonNullable<Awaited<ReturnType<typeof staffIssuerById>>>;

/** Returns the staff issuer, or refuses with NOT_FOUND. */
export function requireStaffIssuer(issuer: StaffIssuer | undefined, id: string): Result<StaffIssuer> {
  return issuer ? ok(issuer) : refuse(notFound('staff issuer', id, ['staffIssuerId']));
}

/** Returns the staff issuer, or refuses with NOT_FOUND, or with ARCHIVED if it is removed. */
export function requireLiveStaffIssuer(issuer: StaffIssuer | undefined, id: string): Result<StaffIssuer> {
  const found = requireStaffIssuer(issuer, id);
  if (!found.ok || found.value.removedAt === null) return found;
  return refuse(precondition('ARCHIVED', `The staff issuer "${id}" is removed. Register another.`, ['staffIssuerId']));
}
