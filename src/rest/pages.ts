import * as v from 'valibot';

/** Maximum items of a page, and their number without `pageSize`. */
export const PAGE_SIZE = 50;

/** The parameters of a list. */
export const page = {
  nextToken: v.optional(v.string()),
  pageSize: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= PAGE_SIZE,
        ({ input }) => `Must be 1 to ${PAGE_SIZE}, not "${input}".`,
      ),
      v.transform(Number),
      v.metadata({ type: 'integer', minimum: 1, maximum: PAGE_SIZE, default: PAGE_SIZE }),
    ),
  ),
};

/** A token leads on or back, which its first letter says: one parameter takes both. What follows is a cursor of the list. */
const NEXT = 'n';
const PREVIOUS = 'p';

interface PageQuery {
  readonly nextToken?: string | undefined;
  readonly pageSize?: number | undefined;
}

interface PageArguments {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** Returns the arguments of a list in GraphQL. A token that no page was answered with is refused where the list is read. */
export function pageArguments({ nextToken, pageSize = PAGE_SIZE }: PageQuery): PageArguments {
  if (nextToken === undefined) return { first: pageSize };
  const cursor = nextToken.slice(1);
  if (nextToken.startsWith(PREVIOUS)) return { last: pageSize, before: cursor };
  // No cursor is empty.
  return { first: pageSize, after: nextToken.startsWith(NEXT) ? cursor : '' };
}

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A list that does not exist, such as the schedules of an account without a draft. */
export const EMPTY_LIST: Connection<never> = {
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

/** Returns a page of a list: its items, and the token of the page after it. */
export const toPage = <Node, Item>({ nodes, pageInfo }: Connection<Node>, toItem: (node: Node) => Item) => ({
  data: nodes.map(toItem),
  nextToken: pageInfo.hasNextPage && pageInfo.endCursor !== null ? NEXT + pageInfo.endCursor : null,
});

/** The same, with the token of the page before it. */
export const toPageBothWays = <Node, Item>(connection: Connection<Node>, toItem: (node: Node) => Item) => ({
  ...toPage(connection, toItem),
  previousToken:
    connection.pageInfo.hasPreviousPage && connection.pageInfo.startCursor !== null ? PREVIOUS + connection.pageInfo.startCursor : null,
});
