interface Entry {
  readonly actor: string;
  readonly delegate?: string | null;
}

/**
 * Returns who made a change. The API tells people and the system by themselves, and tokens by their ids: the name of a token is told to who may
 * manage tokens.
 * @param names names of API tokens by their ids, as far as they are known
 */
export function actorText({ actor, delegate }: Entry, names: ReadonlyMap<string, string> | null): string {
  if (actor === 'system') return 'the system';
  if (actor.startsWith('stf.')) return delegate ?? 'a person';
  if (actor.startsWith('iss.')) return delegate ? `${delegate}, a customer` : 'a customer';
  if (delegate) return 'a customer';
  if (!names) return 'an API token';
  const name = names.get(actor);
  return name === undefined ? `the API token ${actor}` : `the API token “${name}”`;
}
