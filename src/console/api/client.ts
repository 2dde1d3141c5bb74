import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { documentIdOf } from 'billing-catalogue/documents';
import { type ApiError, codeOf, type Refusal, refusalOf } from './refusal.ts';

/** A request that has no data: refused as a whole, or not answered. */
export class RequestError extends Error {
  /** The code of the first error. `NETWORK`: there was no answer. */
  readonly code: string;
  /** The id to quote when asking for help. `null`: there was no answer. */
  readonly requestId: string | null;
  /** Values of the input that the API could not read, as it refuses those that it can. Empty: the request failed for another reason. */
  readonly refusals: readonly Refusal[];

  constructor(message: string, code: string, requestId: string | null, refusals: readonly Refusal[] = []) {
    super(message);
    this.code = code;
    this.requestId = requestId;
    this.refusals = refusals;
  }
}

/** Calls the API with one token. */
export interface Client {
  /**
   * Runs what writes nothing: a query, or a dry run.
   * @throws RequestError
   */
  readonly query: <Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables) => Promise<Result>;
  /**
   * Runs a mutation, and once more with the same idempotency key if its answer is lost: the change is made once. Tells who listens.
   * @throws RequestError
   */
  readonly mutate: <Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables) => Promise<Result>;
  /** Calls `listener` after each mutation, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ApiError[];
}

/**
 * Returns a client of the API at this origin. It names shipped documents by their ids, and reads its own writes by the bookmark.
 * @param onUnauthenticated is called when the token is not valid, or not any more
 */
export function clientOf(token: string, onUnauthenticated: () => void): Client {
  const listeners = new Set<() => void>();
  let bookmark: string | null = null;

  async function send<Result>(document: object, variables: unknown, key?: string): Promise<Result> {
    const headers = new Headers({
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
    });
    if (bookmark !== null) headers.set('x-d1-bookmark', bookmark);
    if (key !== undefined) headers.set('idempotency-key', key);
    const body = JSON.stringify({ documentId: documentIdOf(document), variables });
    const response = await fetch('/graphql', { method: 'POST', headers, body }).catch(() => null);
    if (response === null) throw new RequestError('The API did not answer. Check your connection, and try again.', 'NETWORK', null);
    bookmark = response.headers.get('x-d1-bookmark') ?? bookmark;
    if (response.status === 401) onUnauthenticated();
    const requestId = response.headers.get('x-request-id');
    const answer: Answer<Result> = await response.json().catch(() => ({}));
    const errors = answer.errors ?? [];
    if (errors.length === 0 && answer.data) return answer.data;
    const message = errors[0]?.message ?? `The API answered with status ${response.status}.`;
    throw new RequestError(message, codeOf(errors[0]), requestId, errors.flatMap(refusalOf));
  }

  return {
    query: (document, variables) => send(document, variables),
    async mutate(document, variables) {
      const key = crypto.randomUUID();
      try {
        return await send(document, variables, key);
      } catch (error) {
        if (!(error instanceof RequestError) || error.code !== 'NETWORK') throw error;
        return await send(document, variables, key);
      } finally {
        for (const listener of listeners) listener();
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
