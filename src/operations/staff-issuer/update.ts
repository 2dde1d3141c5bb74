import { contentEquals } from '../../domain/content-text.ts';
import { ok, type Result } from '../../domain/result.ts';
import { changeStaffIssuer, type StaffIssuerChanges, type StaffIssuerTerms } from '../../domain/token/staff-issuer.ts';
import { staffIssuerById, staffIssuerIsAt, updateStaffIssuer as updateRow } from '../../store/staff-issuers.ts';
import { operation } from '../operation.ts';
import { type Scope, STAFF_SCOPES } from '../scope.ts';
import { requireLiveStaffIssuer } from './require.ts';

export interface UpdateStaffIssuerInput extends StaffIssuerChanges<Scope> {
  readonly staffIssuerId: string;
}

/** Changes the keys, the claim or the roles of a staff issuer. The calling token answers for it from then on. */
export const updateStaffIssuer = operation({
  name: 'updateStaffIssuer',
  scope: 'tokens:manage',
  async decide({ staffIssuerId, ...changes }: UpdateStaffIssuerInput, work): Promise<Result<{ staffIssuer: string }>> {
    const { store, unit, actor, now } = work;
    const found = requireLiveStaffIssuer(await staffIssuerById(store, staffIssuerId), staffIssuerId);
    if (!found.ok) return found;
    const { id, revision, sponsorId, ...row } = found.value;
    // The column does not know the API's scopes. A scope that it has and the API lacks is refused like one that no person can have.
    const terms = row as StaffIssuerTerms<Scope>;
    const changed = changeStaffIssuer(terms, changes, { held: actor.scopes, forStaff: STAFF_SCOPES });
    if (!changed.ok) return changed;
    const { issuer, jwks, jwksUri, tokenType, claim, roles } = terms;
    const before = { sponsorId, issuer, jwks, jwksUri, tokenType, claim, roles };
    const after = { sponsorId: actor.id, ...changed.value };
    if (contentEquals(before, after)) return ok({ staffIssuer: id });
    unit.guard(staffIssuerIsAt(store, { id, revision }), revision);
    unit.write(updateRow(store, id, { ...after, revision: revision + 1, updatedAt: now }));
    work.audit({ subjectId: id, entities: [id], before: { id, ...before }, after: { id, ...after } });
    return ok({ staffIssuer: id });
  },
});
