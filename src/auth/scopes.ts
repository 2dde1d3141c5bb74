import { SCOPES, type Scope } from '../operations/scope.ts';

/** Returns the known scopes of a stored list. Unknown scopes are ignored. */
export function knownScopes(stored: readonly string[]): ReadonlySet<Scope> {
  return new Set(SCOPES.filter((scope) => stored.includes(scope)));
}
