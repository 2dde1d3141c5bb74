import { MOST_ANSWER_BYTES, MOST_VALUE_BYTES } from '../engine/d1/answer-bytes.ts';

/** Maximum items of a page. A larger page is refused, not cut. */
export const MAX_NODES = 100;

/** Items of a page without `first` and `last`. */
export const DEFAULT_NODES = 20;

/** The limits of one request. */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 262_144,
  /** Bytes of an answer. A Worker has 128 MB of memory, and an answer is in it several times: as rows, as objects and as text. */
  answer: MOST_ANSWER_BYTES,
  /** Bytes of what is read beneath one object: D1 gives no larger value. */
  value: MOST_VALUE_BYTES,
  /** Bytes of a document. */
  document: 32_768,
  tokens: 4_000,
  /** Levels of brackets of any kind, in a document or in variables: functions that read them call themselves for each level. */
  nesting: 100,
  depth: 14,
  /** Price of an operation: the maximum number of objects that it can return. Four nested lists of default pages stay within it. */
  complexity: 100_000,
  /** Times that one field may be selected in one selection set, `__typename` included. */
  aliases: 30,
  rootFields: 50,
  /** Conditions of a `where`, joined ones included: SQLite limits the depth of an expression. */
  conditions: 50,
  /** Levels of `and` and `or`. */
  conditionLevels: 4,
  /** Values of one condition. */
  conditionValues: 100,
  /** Requests of one token in a period of seconds, as the limiter of `wrangler.toml` counts them. */
  rate: { limit: 600, period: 60 },
  /** Requests without a valid token from one address in a period of seconds, as the other limiter counts them. */
  failures: { limit: 60, period: 60 },
} as const;

/**
 * What computed fields add to the price, beside the objects that they return: what they are computed from, in objects that take as long to
 * answer. A field that does more than read its object says which of these it is (`computedFrom`); a test finds one that does not.
 */
export const COMPUTED_FROM = {
  /** A few columns, and the clock or an argument. */
  row: 1,
  /** The rate cards of a set, or a list that grows slowly. */
  cards: 50,
  /** All schedules of an account, with their rate cards. */
  timeline: 500,
} as const;
