import { MOST_ANSWER_BYTES, MOST_VALUE_BYTES } from '../engine/d1/answer-bytes.ts';

/** The largest page. More is refused, never cut silently. */
export const MAX_NODES = 100;

/** A page of which no size is asked. */
export const DEFAULT_NODES = 20;

/** What one request may ask for, whatever it is about. */
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
  /** Brackets of any kind within one another, in a document or in variables: what reading it may take of the stack. */
  nesting: 100,
  depth: 14,
  /** The price of an operation: the objects that it can return at most. Four nested lists of default pages stay within it. */
  complexity: 100_000,
  /** Times that one field may be selected in one selection set, `__typename` included. */
  aliases: 30,
  rootFields: 50,
  /** Conditions of a `where`, those that are joined included: SQLite reads an expression only so deep. */
  conditions: 50,
  /** Levels of `and` and `or` within one another. */
  conditionLevels: 4,
  /** Values that one condition lists. */
  conditionValues: 100,
  /** Requests of one token in a period of seconds: what the limiter of `wrangler.toml` is set to. */
  rate: { limit: 600, period: 60 },
  /** Requests without a valid token of one address in a period of seconds: what the other limiter of `wrangler.toml` is set to. */
  failures: { limit: 60, period: 60 },
} as const;
