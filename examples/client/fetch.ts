import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { documentIdOf } from 'billing-catalogue/documents';

/** A client of the API without a library. It names documents, sends an idempotency key, and reads its own writes by the bookmark. */
export function clientOf(url: string, token: () => string, send: typeof fetch = fetch) {
  let bookmark: string | null = null;
  return async <Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables, key?: string): Promise<Result> => {
    const headers = new Headers({ 'content-type': 'application/json', authorization: `Bearer ${token()}` });
    if (bookmark !== null) headers.set('x-d1-bookmark', bookmark);
    if (key !== undefined) headers.set('idempotency-key', key);
    const body = JSON.stringify({ documentId: documentIdOf(document), variables });
    const response = await send(url, { method: 'POST', headers, body });
    bookmark = response.headers.get('x-d1-bookmark') ?? bookmark;
    const { data, errors }: { data: Result; errors?: readonly { readonly message: string }[] } = await response.json();
    if (errors) throw new Error(errors[0]?.message, { cause: errors });
    return data;
  };
}
