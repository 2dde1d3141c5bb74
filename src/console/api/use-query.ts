import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { RequestError } from './client.ts';
import { useClient } from './context.ts';

/** What a query has answered so far. */
export interface QueryState<Result> {
  /** The newest answer, while another is on its way too. `null`: none yet. */
  readonly data: Result | null;
  readonly error: RequestError | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/**
 * Runs a query, and again when its variables change or a mutation has run. An answer that a later request has overtaken is dropped.
 * @param variables `null`: the query waits.
 */
export function useQuery<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables | null,
): QueryState<Result> {
  const client = useClient();
  const [answer, setAnswer] = useState<Pick<QueryState<Result>, 'data' | 'error'>>({ data: null, error: null });
  const [isLoading, setLoading] = useState(variables !== null);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((last) => last + 1), []);
  const key = JSON.stringify(variables);

  useEffect(() => client.onChange(reload), [client, reload]);
  useEffect(() => {
    if (variables === null) return setLoading(false);
    let isCurrent = true;
    setLoading(true);
    client.query(document, variables).then(
      (data) => {
        if (!isCurrent) return;
        setAnswer({ data, error: null });
        setLoading(false);
      },
      (error: unknown) => {
        if (!isCurrent) return;
        setAnswer(({ data }) => ({ data, error: requestErrorOf(error) }));
        setLoading(false);
      },
    );
    return () => {
      isCurrent = false;
    };
    // The key stands for the variables, which are another object each time.
  }, [client, document, key, turn]);
  return { ...answer, isLoading, reload };
}

/** Returns an error that people can be told. A fault of the console itself is thrown on. */
export function requestErrorOf(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  throw error;
}
