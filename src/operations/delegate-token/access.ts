import { precondition } from '../../domain/refusal.ts';
import type { DelegateAccess } from '../../domain/token/delegate-token.ts';
import type { Actor } from '../context.ts';

/** Whether a token can let a delegate have this access. What a delegate reads is what the token itself reads, and so never refused. */
export const mayGrant = (access: DelegateAccess, { scopes }: Actor): boolean => access === 'READ' || scopes.has('proposals:decide');

export const lacksDeciding = precondition(
  'SCOPE_NOT_HELD',
  'This token lacks the scope `PROPOSALS_DECIDE`, so it cannot let a delegate decide.',
  ['access'],
);
