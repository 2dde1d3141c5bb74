import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { issuerIsLive, recordRemoval, tokenIssuerById } from '../../store/token-issuers.ts';
import { operation } from '../operation.ts';

export interface RemoveTokenIssuerInput {
  readonly tokenIssuerId: string;
}

/** Removes an issuer, so that its tokens can no longer write. Removing it again changes nothing. */
export const removeTokenIssuer = operation({
  name: 'removeTokenIssuer',
  scope: 'tokens:manage',
  async decide({ tokenIssuerId }: RemoveTokenIssuerInput, work): Promise<Result<{ tokenIssuer: string }>> {
    const { store, unit, now } = work;
    const issuer = await tokenIssuerById(store, tokenIssuerId);
    if (!issuer) return refuse(notFound('token issuer', tokenIssuerId, ['tokenIssuerId']));
    if (issuer.removedAt !== null) return ok({ tokenIssuer: issuer.id });
    unit.guard(issuerIsLive(store, issuer.id));
    unit.write(recordRemoval(store, issuer.id, now));
    work.audit({ subjectId: issuer.id, entities: [issuer.id], before: { removedAt: null }, after: { removedAt: now } });
    return ok({ tokenIssuer: issuer.id });
  },
});
