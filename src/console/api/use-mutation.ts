import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'preact/hooks';
import type { RequestError } from './client.ts';
import { useClient } from './context.ts';
import { requestErrorOf } from './use-query.ts';

/** A mutation and how its last run went. */
export interface Mutation<Result, Variables> {
  /** Runs the mutation. Returns `null` if the request failed as a whole, which `error` then says. */
  readonly run: (variables: Variables) => Promise<Result | null>;
  readonly isRunning: boolean;
  readonly error: RequestError | null;
}

/** Returns a function that runs a mutation. Refusals are part of its result: `userErrors`. */
export function useMutation<Result, Variables>(document: TypedDocumentNode<Result, Variables>): Mutation<Result, Variables> {
  const client = useClient();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const run = async (variables: Variables): Promise<Result | null> => {
    setRunning(true);
    setError(null);
    try {
      return await client.mutate(document, variables);
    } catch (thrown) {
      setError(requestErrorOf(thrown));
      return null;
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, error };
}
