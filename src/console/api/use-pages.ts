import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RequestError } from './client.ts';
import { useClient } from './context.ts';
import { requestErrorOf } from './use-query.ts';

/** A page of a connection. */
export interface Connection<Item> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly edges: readonly { readonly node: Item }[];
}

/** The page of a list that is not there, such as the versions of an unknown plan. */
export const NO_PAGE = { pageInfo: { hasNextPage: false }, edges: [] };

/** A list as far as it has been read. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly error: RequestError | null;
  /** Reads the next page. Does nothing while one is read. */
  readonly more: () => void;
}

/** A list, and the answer that its newest page came with. */
interface AnsweredPages<Result, Item> extends Pages<Item> {
  /** `null`: none yet. */
  readonly data: Result | null;
}

interface Part<Item> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
  readonly hasMore: boolean;
}

const NOTHING = { items: [], cursor: null, hasMore: true };

/** Reads a list page by page, from its first page again when its variables change or a mutation has run. */
export const usePages = <Result, Variables extends { readonly after?: string | null | undefined }, Item>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  connectionOf: (data: Result) => Connection<Item>,
): AnsweredPages<Result, Item> => usePagesAt(document, (after) => ({ ...variables, after }), connectionOf);

/**
 * Reads a list like `usePages`, in any direction.
 * @param variablesAt returns the variables of the page at a cursor, or of the first page for `null`
 */
export function usePagesAt<Result, Variables, Item>(
  document: TypedDocumentNode<Result, Variables>,
  variablesAt: (cursor: string | null) => Variables,
  connectionOf: (data: Result) => Connection<Item>,
): AnsweredPages<Result, Item> {
  const client = useClient();
  const key = JSON.stringify(variablesAt(null));
  const [part, setPart] = useState<Part<Item>>(NOTHING);
  const [data, setData] = useState<Result | null>(null);
  const [isLoading, setLoading] = useState(true);
  const [error, setError] = useState<RequestError | null>(null);
  const [turn, setTurn] = useState(0);
  /** Which list is being read: a page of an earlier one is dropped. */
  const list = useRef(0);

  const read = async (from: Part<Item>): Promise<void> => {
    const own = list.current;
    setLoading(true);
    setError(null);
    try {
      const answer = await client.query(document, variablesAt(from.cursor));
      if (list.current !== own) return;
      const { pageInfo, edges } = connectionOf(answer);
      setData(answer);
      const items = [...from.items, ...edges.map(({ node }) => node)];
      setPart({ items, cursor: pageInfo.endCursor ?? null, hasMore: pageInfo.hasNextPage });
    } catch (thrown) {
      if (list.current !== own) return;
      setError(requestErrorOf(thrown));
    }
    setLoading(false);
  };

  useEffect(() => client.onChange(() => setTurn((last) => last + 1)), [client]);
  useEffect(() => {
    list.current += 1;
    void read(NOTHING);
  }, [client, document, key, turn]);
  const more = useCallback(() => {
    if (!isLoading && part.hasMore) void read(part);
  }, [isLoading, part, key]);
  return { ...part, data, isLoading, error, more };
}
