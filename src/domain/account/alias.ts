import { FOREVER, startOfDay } from '../day.ts';
import { fields, parseEach } from '../fields.ts';
import { invalid, notFound, precondition } from '../refusal.ts';
import { all, ok, okUnless, type Result, refuse, withPath } from '../result.ts';
import { parseName } from '../text.ts';

/** A name of an account from one instant until before another (milliseconds since the epoch). */
export interface AccountAlias {
  readonly value: string;
  readonly effectiveFrom: number;
  readonly effectiveUntil: number;
}
/** From `now` and for ever unless said otherwise. */
export interface AliasInput {
  readonly value: string;
  readonly effectiveFrom?: number | null | undefined;
  readonly effectiveUntil?: number | null | undefined;
}

/** Which of an account's aliases end, and when: from `now` on unless said otherwise. One of `aliasId` and `value` is given. */
export interface AliasRemoval {
  readonly aliasId?: string | null | undefined;
  /** All of its aliases of this value that are live or ahead. */
  readonly value?: string | null | undefined;
  readonly from?: number | null | undefined;
}

/** An alias with its new end; null where nothing of it is left. */
export interface EndedAlias<A extends AccountAlias> {
  readonly alias: A;
  readonly effectiveUntil: number | null;
}

export const MAX_LIVE_ALIASES = 10;
const ALIAS_LENGTH = { min: 1, max: 50 };

/**
 * The aliases to be added to an account (README, "Customers and accounts").
 * Refuses ALREADY_EXISTS where a value would name two accounts, or one twice, at one instant; LIMIT_EXCEEDED above 10 live ones.
 * @param own what the account has now
 * @param taken what other accounts have, at least of the values asked for
 */
export function addAliases({
  own,
  otherAliases,
  added,
  now,
}: {
  readonly own: readonly AccountAlias[];
  readonly otherAliases: readonly AccountAlias[];
  readonly added: readonly AliasInput[];
  readonly now: number;
}): Result<readonly AccountAlias[]> {
  const accepted: AccountAlias[] = [];
  for (const [i, input] of added.entries()) {
    const parsed = withPath(parseAlias(input, now), i);
    if (!parsed.ok) return parsed;
    const alias = parsed.value;
    if ([...own, ...otherAliases, ...accepted].some((other) => clashes(alias, other))) {
      const message = `The alias "${alias.value}" already names an account in that period.`;
      return refuse(precondition('ALREADY_EXISTS', message, [i, 'value']));
    }
    accepted.push(alias);
  }
  const live = [...own, ...accepted].filter((alias) => alias.effectiveUntil > now).length;
  const tooMany = invalid(`An account has at most ${MAX_LIVE_ALIASES} aliases that are live or ahead, not ${live}.`, [], 'LIMIT_EXCEEDED');
  return okUnless(live > MAX_LIVE_ALIASES ? [tooMany] : [], accepted);
}

/** The alias with its end moved to `from` (milliseconds, by default `now`); null when nothing of it is left. The past cannot be rewritten. */
export function endAlias(alias: AccountAlias, now: number, from: number = now): Result<AccountAlias | null> {
  if (from < now) return refuse(invalid('An alias can be removed from now on or later, not in the past.', ['from']));
  if (from <= alias.effectiveFrom) return ok(null);
  return ok({ ...alias, effectiveUntil: Math.min(alias.effectiveUntil, from) });
}

/**
 * What a request to remove aliases ends, each alias once and at the earliest end asked for; one that ends then anyway is left out.
 * Refuses NOT_FOUND for an alias that the account does not have, and an end in the past.
 */
export function removeAliases<A extends AccountAlias & { readonly id: string }>(
  own: readonly A[],
  removals: readonly AliasRemoval[],
  now: number,
): Result<readonly EndedAlias<A>[]> {
  const parsed = parseEach(removals, (removal) => endsOf(own, removal, now));
  if (!parsed.ok) return parsed;
  const endsByAlias = Map.groupBy(parsed.value.flat(), ({ alias }) => alias);
  const earliestEnds = [...endsByAlias].map(([alias, ends]) => ({
    alias,
    effectiveUntil: earliest(ends.map(({ effectiveUntil }) => effectiveUntil)),
  }));
  return ok(earliestEnds.filter(({ alias, effectiveUntil }) => effectiveUntil !== alias.effectiveUntil));
}

/** The aliases that one removal means, each with its end. */
function endsOf<A extends AccountAlias & { readonly id: string }>(
  own: readonly A[],
  { aliasId, value, from }: AliasRemoval,
  now: number,
): Result<EndedAlias<A>[]> {
  if ((aliasId == null) === (value == null)) {
    return refuse(invalid('Name the alias in one way: by aliasId or by value.', ['aliasId']));
  }
  const matches = own.filter((alias) => (aliasId != null ? alias.id === aliasId : alias.value === value && alias.effectiveUntil > now));
  if (matches.length === 0) return refuse(notFound('alias', aliasId ?? value ?? '', [aliasId != null ? 'aliasId' : 'value']));
  return all(
    matches.map((alias) => {
      const end = endAlias(alias, now, from ?? now);
      return end.ok ? ok({ alias, effectiveUntil: end.value?.effectiveUntil ?? null }) : end;
    }),
  );
}

/** Null, which leaves nothing, is before every instant. */
function earliest(ends: readonly (number | null)[]): number | null {
  return ends.includes(null) ? null : Math.min(...ends.map((end) => end ?? 0));
}

function parseAlias(input: AliasInput, now: number): Result<AccountAlias> {
  const effectiveFrom = input.effectiveFrom ?? now;
  const effectiveUntil = input.effectiveUntil ?? startOfDay(FOREVER);
  if (effectiveFrom >= effectiveUntil) {
    return refuse(invalid('The alias must end after it begins.', ['effectiveUntil'], 'EMPTY_PERIOD'));
  }
  return fields<AccountAlias>({
    value: parseValue(input.value),
    effectiveFrom: ok(effectiveFrom),
    effectiveUntil: ok(effectiveUntil),
  });
}

function parseValue(text: string): Result<string> {
  const value = parseName(text, ALIAS_LENGTH);
  if (!value.ok || value.value === text) return value;
  return refuse(invalid('An alias must not begin or end with white space or invisible characters.'));
}

function clashes(a: AccountAlias, b: AccountAlias): boolean {
  return a.value === b.value && a.effectiveFrom < b.effectiveUntil && b.effectiveFrom < a.effectiveUntil;
}
