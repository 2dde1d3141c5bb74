import { ok, type Result } from '../../domain/result.ts';
import { type NewStaffIssuerInput, parseNewStaffIssuer } from '../../domain/token/staff-issuer.ts';
import { insertStaffIssuer } from '../../store/staff-issuers.ts';
import { operation } from '../operation.ts';
import { type Scope, STAFF_SCOPES } from '../scope.ts';

export type RegisterStaffIssuerInput = NewStaffIssuerInput<Scope>;

/** Registers an identity provider of the organization's own people. They can do no more than the calling token, which answers for it. */
export const registerStaffIssuer = operation({
  name: 'registerStaffIssuer',
  scope: 'tokens:manage',
  async decide(input: RegisterStaffIssuerInput, work): Promise<Result<{ staffIssuer: string }>> {
    const { store, actor, now } = work;
    const issuer = parseNewStaffIssuer(input, { held: actor.scopes, forStaff: STAFF_SCOPES });
    if (!issuer.ok) return issuer;
    const row = { ...issuer.value, id: work.newId('stf'), sponsorId: actor.id, revision: 1, createdAt: now, updatedAt: now };
    work.unit.write(insertStaffIssuer(store, row));
    work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
    return ok({ staffIssuer: row.id });
  },
});
