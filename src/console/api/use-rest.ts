import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useEffect, useState } from 'preact/hooks';
import type { RequestError } from './client.ts';
import { useClient } from './context.ts';
import type { Connection } from './use-pages.ts';
import { requestErrorOf } from './use-query.ts';

/** Pages of a list that are read at most, the first one included. */
const MOST_PAGES = 10;

/** A list of which another query has answered the first page. */
export interface Whole<Item> {
  readonly items: readonly Item[];
  /** Whether items are left out, because the list is longer than what is read of one. */
  readonly isCut: boolean;
  readonly error: RequestError | null;
}

interface Rest<Item> extends Whole<Item> {
  /** The page that it follows. */
  readonly of: Connection<Item> | null;
}

const NOTHING = { of: null, items: [], isCut: false, error: null };

/**
 * Reads a list on to its end, at most 10 pages.
 * @param variables of the query that answers a page at a cursor
 * @param first the first page. `null`: there is no list.
 * @param isLoading whether another first page is on its way, which this one is not read on for
 */
export function useRest<Result, Variables extends { readonly after?: string | null | undefined }, Item>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  { first, isLoading }: { readonly first: Connection<Item> | null; readonly isLoading: boolean },
  connectionOf: (data: Result) => Connection<Item>,
): Whole<Item> {
  const client = useClient();
  const [rest, setRest] = useState<Rest<Item>>(NOTHING);
  useEffect(() => {
    if (isLoading || !first?.pageInfo.hasNextPage) return;
    let isCurrent = true;
    let read: Rest<Item> = { ...NOTHING, of: first };
    const readOn = async (): Promise<void> => {
      let { pageInfo } = first;
      for (let pages = 1; pageInfo.hasNextPage && pages < MOST_PAGES; pages++) {
        const page = connectionOf(await client.query(document, { ...variables, after: pageInfo.endCursor }));
        if (!isCurrent) return;
        pageInfo = page.pageInfo;
        const isLast = pages + 1 === MOST_PAGES;
        read = { ...read, items: [...read.items, ...nodesOf(page)], isCut: isLast && pageInfo.hasNextPage };
        setRest(read);
      }
    };
    readOn().catch((thrown: unknown) => {
      if (isCurrent) setRest({ ...read, error: requestErrorOf(thrown) });
    });
    return () => {
      isCurrent = false;
    };
  }, [client, document, first, isLoading]);
  const { items, isCut, error } = rest.of === first ? rest : NOTHING;
  return { items: first ? [...nodesOf(first), ...items] : [], isCut, error };
}

const nodesOf = <Item>({ edges }: Connection<Item>): readonly Item[] => edges.map(({ node }) => node);
