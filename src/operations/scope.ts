import type { DelegateAccess } from '../domain/delegate-token.ts';

/** Everything a token can be allowed to do. A missing scope is named in the error. */
export const SCOPES = [
  'customers:read',
  'customers:write',
  'accounts:read',
  'accounts:write',
  'plans:read',
  'plans:write',
  'schedules:read',
  'schedules:write',
  'schedules:finalize',
  'proposals:read',
  'proposals:write',
  'proposals:decide',
  'tokens:manage',
  'tokens:delegate',
  'audit:read',
] as const;

export type Scope = (typeof SCOPES)[number];

const READING: readonly Scope[] = ['customers:read', 'accounts:read', 'plans:read', 'schedules:read', 'proposals:read'];

/** What a delegate may do at most, by its access: of that, it may do what the one it speaks for may do. */
export const DELEGATED_SCOPES: Readonly<Record<DelegateAccess, readonly Scope[]>> = {
  READ: READING,
  DECIDE_PROPOSALS: [...READING, 'proposals:decide'],
};
