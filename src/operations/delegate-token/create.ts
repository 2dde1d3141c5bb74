import { precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { delegatedAccounts, type NewDelegateInput, parseNewDelegate } from '../../domain/token/delegate-token.ts';
import { accountsById } from '../../store/accounts.ts';
import { operation } from '../operation.ts';
import { lacksDeciding, mayGrant } from './access.ts';

/** A token that is returned once and not stored, with the id of its bearer in the audit log. */
export interface CreatedDelegateToken {
  readonly delegateTokenId: string;
  /** `null` in a replay. */
  readonly token: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Creates a token for a browser that reaches only some accounts of one customer. It stops working when the token that created it does. */
export const createDelegateToken = operation({
  name: 'createDelegateToken',
  scope: 'tokens:delegate',
  async decide(input: NewDelegateInput, work): Promise<Result<CreatedDelegateToken>> {
    const { store, actor, now, signDelegate } = work;
    const delegate = parseNewDelegate(input);
    if (!delegate.ok) return delegate;
    const { access, accountIds, expiresInSeconds } = delegate.value;
    if (!mayGrant(access, actor)) return refuse(lacksDeciding);
    if (!signDelegate) return refuse(unavailable);
    const reach = delegatedAccounts(accountIds, await accountsById(store, accountIds));
    if (!reach.ok) return reach;
    // A JWT has a resolution of one second.
    const expiresAt = (Math.floor(now / 1_000) + expiresInSeconds) * 1_000;
    const grant = { orgId: store.orgId, id: work.newId('dlg'), maker: actor.id, reach: reach.value, access, expiresAt };
    work.unit.changesElsewhere();
    work.audit({ subjectId: reach.value.customerId, entities: [grant.id], before: null, after: { access, accountIds, expiresAt } });
    return ok({ delegateTokenId: grant.id, token: await signDelegate(grant), expiresAt });
  },
  forReplay: (changed) => ({ ...changed, token: null }),
});

const unavailable = precondition(
  'DELEGATION_UNAVAILABLE',
  'This deployment cannot create delegate tokens: the Worker needs a `DELEGATE_SECRET` of at least 32 bytes.',
);
