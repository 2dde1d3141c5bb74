import { SCOPES, type Scope } from '../operations/scope.ts';

/** Returns the known scopes in a JSON column. Unknown scopes are ignored. */
export function scopesIn(json: string): ReadonlySet<Scope> {
  const granted: unknown = JSON.parse(json);
  return new Set(Array.isArray(granted) ? SCOPES.filter((scope) => granted.includes(scope)) : []);
}
