import { ok, type Result, refuse } from '../../domain/result.ts';
import { type NewIssuerInput, parseNewIssuer } from '../../domain/token/token-issuer.ts';
import { insertTokenIssuer } from '../../store/token-issuers.ts';
import { lacksDeciding, mayGrant } from '../delegate-token/access.ts';
import { operation } from '../operation.ts';
import { DELEGATED_SCOPES } from '../scope.ts';

/** Registers an issuer of delegate tokens with its own keys. The tokens can do no more than the token that registers the issuer. */
export const registerTokenIssuer = operation({
  name: 'registerTokenIssuer',
  scope: 'tokens:manage',
  async decide(input: NewIssuerInput, work): Promise<Result<{ tokenIssuer: string }>> {
    const { store, actor, now } = work;
    const issuer = parseNewIssuer(input);
    if (!issuer.ok) return issuer;
    if (!mayGrant(input.access, actor)) return refuse(lacksDeciding);
    const scopes = DELEGATED_SCOPES[input.access].filter((scope) => actor.scopes.has(scope));
    const row = { ...issuer.value, id: work.newId('iss'), scopes, createdAt: now };
    work.unit.write(insertTokenIssuer(store, row));
    work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
    return ok({ tokenIssuer: row.id });
  },
});
