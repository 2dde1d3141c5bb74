import { GraphQLError, type GraphQLField, getNamedType, isLeafType } from 'graphql';
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

/** A count is a read of every row it counts. */
const TOTAL_COUNT = 10;

/**
 * What a field costs: an object 1, a scalar nothing, a connection what it can return at most times what is under each node.
 * Also the one place that sees every page size before D1 is called, and so the place that refuses one too large.
 */
export function priceOfField(
  args: { first?: number | null; last?: number | null; ids?: readonly unknown[] | null },
  _context: object,
  field: Pick<GraphQLField<unknown, unknown>, 'name' | 'type' | 'args'>,
): { field: number; multiplier: number } {
  if (field.name === 'totalCount') return { field: TOTAL_COUNT, multiplier: 1 };
  const isObject = !isLeafType(getNamedType(field.type));
  if (!field.args.some((arg) => arg.name === 'first')) {
    const things = args.ids?.length ?? 1;
    if (things > MAX_NODES) {
      const message = `\`${field.name}\` takes at most ${MAX_NODES} ids at a time, not ${things}.`;
      throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument: 'ids' } });
    }
    return { field: isObject ? things : 0, multiplier: things };
  }
  for (const name of ['first', 'last'] as const) {
    const size = args[name];
    if (typeof size === 'number' && (size < 0 || size > MAX_NODES)) {
      throw new GraphQLError(
        `\`${field.name}(${name}: ${size})\`: \`${name}\` is from 0 to ${MAX_NODES}. Page with \`after\` or \`before\` for more.`,
        { extensions: { code: 'BAD_USER_INPUT', argument: name } },
      );
    }
  }
  if (args.first != null && args.last != null) {
    throw new GraphQLError(`\`${field.name}\` is paged from one end: give \`first\` or \`last\`, not both.`, {
      extensions: { code: 'BAD_USER_INPUT', argument: 'last' },
    });
  }
  return { field: 1, multiplier: args.first ?? args.last ?? DEFAULT_NODES };
}
