import { FOREVER, startOfDay } from './day.ts';
import { fields } from './fields.ts';
import { invalid, type PathSegment, precondition } from './refusal.ts';
import { ok, okUnless, type Result, refuse } from './result.ts';
import { parseText } from './text.ts';

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

export const MAX_LIVE_ALIASES = 10;
const ALIAS_LENGTH = { min: 1, max: 50 };

/**
 * The aliases to be added to an account (README, "Customers and accounts").
 * Refuses ALREADY_EXISTS where a value would name two accounts, or one twice, at one instant; LIMIT_EXCEEDED above 10 live ones.
 * @param own what the account has now
 * @param taken what other accounts have, at least of the values asked for
 */
export function addAliases(
  request: {
    readonly own: readonly AccountAlias[];
    readonly taken: readonly AccountAlias[];
    readonly added: readonly AliasInput[];
    readonly now: number;
  },
  path: readonly PathSegment[] = [],
): Result<readonly AccountAlias[]> {
  const { own, taken, added, now } = request;
  const accepted: AccountAlias[] = [];
  for (const [i, input] of added.entries()) {
    const parsed = parseAlias(input, now, [...path, i]);
    if (!parsed.ok) return parsed;
    const alias = parsed.value;
    if ([...own, ...taken, ...accepted].some((other) => clashes(alias, other))) {
      const message = `The alias "${alias.value}" already names an account in that period.`;
      return refuse(precondition('ALREADY_EXISTS', message, [...path, i, 'value']));
    }
    accepted.push(alias);
  }
  const live = [...own, ...accepted].filter((alias) => alias.effectiveUntil > now).length;
  const tooMany = invalid(
    `An account has at most ${MAX_LIVE_ALIASES} aliases that are live or ahead, not ${live}.`,
    path,
    'LIMIT_EXCEEDED',
  );
  return okUnless(live > MAX_LIVE_ALIASES ? [tooMany] : [], accepted);
}

/** The alias with its end moved to `from` (milliseconds, by default `now`); null when nothing of it is left. The past cannot be rewritten. */
export function endAlias(alias: AccountAlias, now: number, from: number = now): Result<AccountAlias | null> {
  if (from < now) return refuse(invalid('An alias can be removed from now on or later, not in the past.', ['from']));
  if (from <= alias.effectiveFrom) return ok(null);
  return ok({ ...alias, effectiveUntil: Math.min(alias.effectiveUntil, from) });
}

function parseAlias(input: AliasInput, now: number, path: readonly PathSegment[]): Result<AccountAlias> {
  const effectiveFrom = input.effectiveFrom ?? now;
  const effectiveUntil = input.effectiveUntil ?? startOfDay(FOREVER);
  if (effectiveFrom >= effectiveUntil) {
    return refuse(invalid('The alias must end after it begins.', [...path, 'effectiveUntil'], 'EMPTY_PERIOD'));
  }
  const value = input.value === input.value.trim() ? parseText(input.value, ALIAS_LENGTH, [...path, 'value']) : untrimmed(path);
  return fields<AccountAlias>({ value, effectiveFrom: ok(effectiveFrom), effectiveUntil: ok(effectiveUntil) });
}

function untrimmed(path: readonly PathSegment[]): Result<string> {
  return refuse(invalid('An alias must not begin or end with white space.', [...path, 'value']));
}

function clashes(a: AccountAlias, b: AccountAlias): boolean {
  return a.value === b.value && a.effectiveFrom < b.effectiveUntil && b.effectiveFrom < a.effectiveUntil;
}
