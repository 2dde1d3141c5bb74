import { ok, type Result } from '../../domain/result.ts';
import { hashToken, type NewTokenInput, parseNewToken, tokenPrefix } from '../../domain/token/api-token.ts';
import { insertApiToken } from '../../store/api-tokens.ts';
import { operation } from '../operation.ts';
import type { Scope } from '../scope.ts';

export type CreateApiTokenInput = NewTokenInput<Scope>;

interface CreatedToken {
  readonly apiToken: string;
  /** `null` in a replay. */
  readonly secret: string | null;
}

/** Creates a token. Its secret is returned once: neither the stored hash nor the audit log leads back to it. */
export const createApiToken = operation({
  name: 'createApiToken',
  scope: 'tokens:manage',
  async decide(input: CreateApiTokenInput, work): Promise<Result<CreatedToken>> {
    const { store, actor, now } = work;
    const token = parseNewToken(input, { creatorScopes: actor.scopes, now });
    if (!token.ok) return token;
    const secret = work.newToken();
    const row = { ...token.value, id: work.newId('tok'), prefix: tokenPrefix(secret), createdAt: now };
    work.unit.write(insertApiToken(store, { ...row, secretHash: hashToken(secret) }));
    work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
    return ok({ apiToken: row.id, secret });
  },
  forReplay: ({ apiToken }) => ({ apiToken, secret: null }),
});
