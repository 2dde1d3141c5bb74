import { MOST_ANSWER_BYTES, MOST_VALUE_BYTES } from '../engine/d1/answer-bytes.ts';

/** Maximum items of a page. A request for a larger page is refused. */
export const MAX_NODES = 100;

/** Number of items of a page without `first` and `last`. */
export const DEFAULT_NODES = 20;

/** The limits of one request. */
export const LIMITS = {
  /** Maximum bytes of a request's body. */
  body: 262_144,
  /** Maximum bytes of an answer. A Worker has 128 MB of memory, which holds an answer several times: as rows, as objects and as text. */
  answer: MOST_ANSWER_BYTES,
  /** Maximum bytes that are read beneath one object. D1 returns no larger value. */
  value: MOST_VALUE_BYTES,
  /** Maximum bytes of a document. */
  document: 32_768,
  tokens: 4_000,
  /** Maximum levels of brackets of any kind, in a document or in variables. The functions that read them recurse once for each level. */
  nesting: 100,
  depth: 14,
  /** Maximum price of an operation: the number of objects that it can return. Four nested lists with default pages stay within it. */
  complexity: 100_000,
  /** Maximum number of times that one selection set can select one field, including `__typename`. */
  aliases: 30,
  rootFields: 50,
  /** Maximum conditions of a `where`, including nested ones. SQLite limits the depth of an expression. */
  conditions: 50,
  /** Maximum levels of `and` and `or`. */
  conditionLevels: 4,
  /** Maximum values of one condition. */
  conditionValues: 100,
  /** Maximum requests of one token in a period of seconds. Must equal the limiter in `wrangler.toml`. */
  rate: { limit: 600, period: 60 },
  /** Maximum requests without a valid token from one address in a period of seconds. Must equal the limiter in `wrangler.toml`. */
  failures: { limit: 60, period: 60 },
} as const;

/** The price of a page that may examine items which do not match, in addition to the items that it returns: at least what it may read. */
export const EXAMINED = 10_000;

/**
 * The price of the same within an object. It is a hundredth, because the lists of all objects on a page have no more items together than one
 * list of the organization.
 */
export const EXAMINED_WITHIN = 100;

/**
 * The price of a computed field, in addition to the objects that it returns: the number of objects that take as long to return. A field
 * that does more than read its object must name one of these as `computedFrom`. A test finds fields that do not.
 */
export const COMPUTED_FROM = {
  /** Computed from a few columns, and the clock or an argument, or read as one row more. */
  row: 1,
  /** Computed from the rate cards of a set, or from a list that grows slowly. */
  cards: 50,
  /** Computed from all schedules of an account, with their rate cards. */
  timeline: 500,
} as const;
