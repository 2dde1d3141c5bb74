import { GraphQLError } from 'graphql';

/** The largest page. More is refused, never cut silently. */
export const MOST_NODES = 100;

/** What one request may ask for, whatever it is about. */
export const LIMITS = {
  /** Bytes of a request's body. */
  body: 262_144,
  /** Characters of a document. */
  document: 32_768,
  tokens: 4_000,
  depth: 14,
  /** The price of an operation: one a field, times the page sizes above it. */
  complexity: 20_000,
  /** Times that one field may be selected in one selection set, `__typename` included. */
  aliases: 30,
  rootFields: 50,
} as const;

interface PricedField {
  readonly name: string;
  readonly args: readonly { readonly name: string }[];
}

/**
 * What a field costs: a connection is what it can return, times what is under it. Also the one place that sees every page
 * size before D1 is called, and so the place that refuses one too large.
 */
export function priceOfField(
  args: { first?: number | null; last?: number | null },
  _context: object,
  field: PricedField,
): number | { field: number; multiplier: number } {
  if (!field.args.some((arg) => arg.name === 'first')) return 1;
  for (const name of ['first', 'last'] as const) {
    const size = args[name];
    if (typeof size === 'number' && (size < 0 || size > MOST_NODES)) {
      throw new GraphQLError(
        `\`${field.name}(${name}: ${size})\`: \`${name}\` is from 0 to ${MOST_NODES}. Page with \`after\` or \`before\` for more.`,
        {
          extensions: { code: 'BAD_USER_INPUT', argument: name },
        },
      );
    }
  }
  return { field: 1, multiplier: args.first ?? args.last ?? 20 };
}
