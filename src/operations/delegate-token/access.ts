import { precondition } from '../../domain/refusal.ts';
import type { DelegateAccess } from '../../domain/token/delegate-token.ts';
import type { Actor } from '../context.ts';

/** Checks that a token can grant this access. READ is always allowed, because a delegate reads only what the token itself can read. */
export const mayGrant = (access: DelegateAccess, { scopes }: Actor): boolean => access === 'READ' || scopes.has('proposals:decide');

export const lacksDeciding = precondition(
  'SCOPE_NOT_HELD',
  'This token lacks the scope `PROPOSALS_DECIDE`, so it cannot grant DECIDE_PROPOSALS.',
  ['access'],
);
