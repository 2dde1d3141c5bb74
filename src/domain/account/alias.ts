import { FOREVER, startOfDay } from '../day.ts';
import { ERASED_ALIAS } from '../erasure.ts';
import { fields, parseEach } from '../fields.ts';
import { invalid, notFound, precondition } from '../refusal.ts';
import { all, ok, okUnless, type Result, refuse, withPath } from '../result.ts';
import { parseName } from '../text.ts';

/** A name of an account for a period (milliseconds since 1970). `effectiveUntil` is exclusive. */
export interface AccountAlias {
  readonly value: string;
  readonly effectiveFrom: number;
  readonly effectiveUntil: number;
}
/** A new alias. The period defaults to now until forever. */
export interface AliasInput {
  readonly value: string;
  readonly effectiveFrom?: number | null | undefined;
  readonly effectiveUntil?: number | null | undefined;
}

/** Selects the aliases to end and the instant, which defaults to now. Exactly one of `aliasId` and `value` is set. */
export interface AliasRemoval {
  readonly aliasId?: string | null | undefined;
  /** Selects all current and future aliases with this value. */
  readonly value?: string | null | undefined;
  readonly from?: number | null | undefined;
}

/** An alias with its new end. `null` if the alias is removed completely. */
export interface EndedAlias<A extends AccountAlias> {
  readonly alias: A;
  readonly effectiveUntil: number | null;
}

export const MAX_LIVE_ALIASES = 10;
const ALIAS_LENGTH = { min: 1, max: 50 };

/**
 * Returns the aliases to add to an account (README, "Customers and accounts"). Refuses with ALREADY_EXISTS if a value would name two
 * accounts at one instant, or one account twice, and with LIMIT_EXCEEDED above 10 current and future aliases.
 * @param own the account's aliases
 * @param otherAliases the aliases of other accounts, at least those with the values to add
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
      const message = `The alias "${alias.value}" already names an account in this period.`;
      return refuse(precondition('ALREADY_EXISTS', message, [i, 'value']));
    }
    accepted.push(alias);
  }
  const live = [...own, ...accepted].filter((alias) => alias.effectiveUntil > now).length;
  const tooMany = invalid(`An account can have at most ${MAX_LIVE_ALIASES} current and future aliases, not ${live}.`, [], 'LIMIT_EXCEEDED');
  return okUnless(live > MAX_LIVE_ALIASES ? [tooMany] : [], accepted);
}

/** Ends an alias at `from` (milliseconds, by default `now`). `null` if nothing of it remains. Refuses an instant in the past. */
export function endAlias(alias: AccountAlias, now: number, from: number = now): Result<AccountAlias | null> {
  if (from < now) return refuse(invalid('An alias cannot be removed in the past. Choose now or a later instant.', ['from']));
  if (from <= alias.effectiveFrom) return ok(null);
  return ok({ ...alias, effectiveUntil: Math.min(alias.effectiveUntil, from) });
}

/**
 * Returns the aliases that a request ends, each once, with the earliest end requested. Aliases that already end then are omitted. Refuses
 * with NOT_FOUND an alias that the account does not have, and refuses an end in the past.
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

/** Returns the aliases that one removal selects, each with its new end. */
function endsOf<A extends AccountAlias & { readonly id: string }>(
  own: readonly A[],
  { aliasId, value, from }: AliasRemoval,
  now: number,
): Result<EndedAlias<A>[]> {
  if ((aliasId == null) === (value == null)) {
    return refuse(invalid('Select the alias either by `aliasId` or by `value`.', ['aliasId']));
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

/** The earliest end. `null`, which leaves nothing of the alias, is before every instant. */
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
    value: parseAliasValue(input.value),
    effectiveFrom: ok(effectiveFrom),
    effectiveUntil: ok(effectiveUntil),
  });
}

/** Parses the value of an alias: 1 to 50 characters, without white space at its ends, because programs look it up as it is. */
export function parseAliasValue(text: string): Result<string> {
  const value = parseName(text, ALIAS_LENGTH);
  if (!value.ok) return value;
  if (text.startsWith(ERASED_ALIAS)) return refuse(invalid(`An alias must not begin with \`${ERASED_ALIAS}\`, as erased aliases do.`));
  if (value.value === text) return value;
  return refuse(invalid('An alias must not begin or end with white space or invisible characters.'));
}

function clashes(a: AccountAlias, b: AccountAlias): boolean {
  return a.value === b.value && a.effectiveFrom < b.effectiveUntil && b.effectiveFrom < a.effectiveUntil;
}
