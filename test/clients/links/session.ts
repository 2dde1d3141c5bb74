import { documentIdOf } from 'billing-catalogue/documents';

/** What the requests of a page share: its token, and the bookmark of the last answer, so that the next one sees what the page wrote. */
export function sessionOf(token: () => string) {
  let bookmark = '';
  const send: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    bookmark = answer.headers.get('x-d1-bookmark') ?? bookmark;
    return answer;
  };
  const headers = (key?: string) => ({
    authorization: `Bearer ${token()}`,
    ...(bookmark && { 'x-d1-bookmark': bookmark }),
    ...(key && { 'idempotency-key': key }),
  });
  return { send, headers };
}

export type Session = ReturnType<typeof sessionOf>;

/**
 * The hash that names a document. A document that codegen's client preset printed with its hash is one that the API knows already: a shipped one, or
 * one that was imported. Another is sent once, by the hash of its text.
 */
export async function hashOf(document: object, text: string): Promise<string> {
  const id = documentIdOf(document);
  if (id !== null) return id.replace('sha256:', '');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
