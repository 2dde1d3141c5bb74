import { parseEach } from '../fields.ts';
import { invalid, precondition } from '../refusal.ts';
import { type Result, refuse, withPath } from '../result.ts';
import { type AccountAlias, parseAliasValue } from './alias.ts';

/** Maximum aliases that one request reserves. What an organization reserves is bounded by its storage quota. */
const MAX_RESERVED_AT_ONCE = 100;

/** The facts that determine whether aliases can be reserved. */
export interface Reservations {
  /** The reserved aliases, at least those among the values to reserve. */
  readonly reserved: readonly string[];
  /** The aliases of accounts, at least those with the values to reserve. */
  readonly aliases: readonly AccountAlias[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Returns the aliases to reserve (README, "Customers and accounts"). Refuses with ALREADY_EXISTS an alias that is reserved, given twice, or
 * names an account now or later, and a list that is empty or has over 100. Paths begin with the field `values`.
 */
export function reserveAliases(values: readonly string[], facts: Reservations): Result<readonly string[]> {
  if (values.length === 0 || values.length > MAX_RESERVED_AT_ONCE) {
    return refuse(invalid(`Give 1 to ${MAX_RESERVED_AT_ONCE} aliases, not ${values.length}.`, ['values']));
  }
  const taken = new Set(facts.reserved);
  const naming = new Set(facts.aliases.filter(({ effectiveUntil }) => effectiveUntil > facts.now).map(({ value }) => value));
  return withPath(
    parseEach(values, (text) => {
      const value = parseAliasValue(text);
      if (!value.ok) return value;
      if (naming.has(text)) return refuse(precondition('ALREADY_EXISTS', `The alias "${text}" names an account, now or later.`));
      if (taken.has(text)) return refuse(precondition('ALREADY_EXISTS', `The alias "${text}" is already reserved.`));
      taken.add(text);
      return value;
    }),
    'values',
  );
}
