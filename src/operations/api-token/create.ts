import { ok, type Result } from '../../domain/result.ts';
import { hashToken, type NewTokenInput, parseNewToken, tokenPrefix } from '../../domain/token/api-token.ts';
import { insertApiToken } from '../../store/api-tokens.ts';
import { operation } from '../operation.ts';
import type { Scope } from '../scope.ts';

export type CreateApiTokenInput = NewTokenInput<Scope>;

interface CreatedToken {
  readonly apiToken: string;
  /** Null of a replay. */
  readonly secret: string | null;
}

/** Makes a token. Its secret is answered here and never again: what is stored, and audited, does not lead back to it. */
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
