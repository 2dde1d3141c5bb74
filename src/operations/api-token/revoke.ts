import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { apiTokenById, recordRevocation, tokenIsUnrevoked } from '../../store/api-tokens.ts';
import { operation } from '../operation.ts';

export interface RevokeApiTokenInput {
  readonly apiTokenId: string;
}

/** Revokes a token, so that it can no longer write. Revoking it again changes nothing. */
export const revokeApiToken = operation({
  name: 'revokeApiToken',
  scope: 'tokens:manage',
  async decide({ apiTokenId }: RevokeApiTokenInput, work): Promise<Result<{ apiToken: string }>> {
    const { store, unit, now } = work;
    const token = await apiTokenById(store, apiTokenId);
    if (!token) return refuse(notFound('API token', apiTokenId, ['apiTokenId']));
    if (token.revokedAt !== null) return ok({ apiToken: token.id });
    unit.guard(tokenIsUnrevoked(store, token.id));
    unit.write(recordRevocation(store, token.id, now));
    work.audit({ subjectId: token.id, entities: [token.id], before: { revokedAt: null }, after: { revokedAt: now } });
    return ok({ apiToken: token.id });
  },
});
