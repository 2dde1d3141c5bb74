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
  'audit:read',
] as const;

export type Scope = (typeof SCOPES)[number];
