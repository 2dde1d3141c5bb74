import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { selectedFields } from './selected.ts';

/** What a document wants of a list. */
interface Parts {
  /** The rows of the page, or something of them: anything but their count. */
  readonly nodes: boolean;
  readonly cursors: boolean;
  readonly count: boolean;
}

export const JUST_NODES: Parts = { nodes: true, cursors: false, count: false };

const partsByNode = new WeakMap<FieldNode, Parts>();

/** Told once a document where one node selects the field: a list stands under every row of the list above it. */
export function partsOf({ fieldNodes, fragments }: GraphQLResolveInfo): Parts {
  const [node, ...more] = fieldNodes;
  const known = node && more.length === 0 ? partsByNode.get(node) : undefined;
  if (known) return known;
  const names = new Set(selectedFields(fieldNodes, fragments).map(({ name }) => name.value));
  const count = names.delete('totalCount');
  names.delete('__typename');
  const parts = { nodes: names.size > 0 || !count, cursors: names.has('edges') || names.has('pageInfo'), count };
  if (node && more.length === 0) partsByNode.set(node, parts);
  return parts;
}

interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  /** Items when neither is given. */
  readonly defaultSize: number;
}

/** A page of which nobody asks for cursors. They are most of the work: a text for each node. */
export class Page {
  readonly nodes: readonly unknown[];
  readonly totalCount: unknown;

  /** @param rows as they were read: one more than the page holds, where there is one, and from the back for `last` */
  constructor(rows: readonly unknown[], { first, last, defaultSize }: PageArguments, totalCount: unknown) {
    const nodes = rows.slice(0, first ?? last ?? defaultSize);
    this.nodes = first == null && last != null ? nodes.reverse() : nodes;
    this.totalCount = totalCount;
  }
}
