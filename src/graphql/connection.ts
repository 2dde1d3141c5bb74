import type { OutputRef } from '@pothos/core';
import { builder } from './builder.ts';

/** What plugin-drizzle adds to a page beside its declared shape. `totalCount` was read with the rows, or counts them when it is called; a list sets it by its option. */
interface CountedPage {
  readonly totalCount?: number | (() => number | Promise<number>);
}

/**
 * Returns the connection type of a node type: one for all of its lists, so that a client's fragment on it fits each of them. Each list must
 * have the option `totalCount`.
 * @param name the name of the node type
 */
export function connectionOf<Ref extends OutputRef>(name: string, type: Ref) {
  return builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      fields: (t) => ({
        totalCount: t.int({
          // plugin-drizzle reads no page where nothing but fields of this mark are selected.
          extensions: { pothosDrizzleTotalCount: true },
          resolve: (page) => {
            const { totalCount } = page as typeof page & CountedPage;
            if (totalCount === undefined) throw new Error(`a list of ${name} without a count`);
            return typeof totalCount === 'function' ? totalCount() : totalCount;
          },
        }),
      }),
    },
    { name: `${name}Edge` },
  );
}
