import { SCOPES, type Scope } from '../operations/scope.ts';

/** The scopes that a row holds as JSON. */
export function scopesIn(json: string): ReadonlySet<Scope> {
  const granted: unknown = JSON.parse(json);
  return new Set(Array.isArray(granted) ? SCOPES.filter((scope) => granted.includes(scope)) : []);
}
