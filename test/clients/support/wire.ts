import { inject } from 'vitest';
import { sessionOf } from '../links/session.ts';

/** One request as it left the page. */
export interface Sent {
  readonly method: string;
  readonly headers: Headers;
  /** The parameters of GraphQL over HTTP, wherever they were put. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** The session of a page, what it has sent, and a hand on the wire. */
export function openSession() {
  const sent: Sent[] = [];
  let gate = Promise.resolve();
  const session = sessionOf(() => inject('token'));
  const send: typeof fetch = async (input, init) => {
    sent.push({ method: init?.method ?? 'GET', headers: new Headers(init?.headers), params: paramsOf(String(input), init?.body) });
    await gate;
    return session.send(input, init);
  };
  /** Keeps requests back until the function is called that it returns. */
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { ...session, send, sent, hold };
}

function paramsOf(url: string, body: unknown): Sent['params'] {
  if (typeof body === 'string') return JSON.parse(body);
  const { extensions, variables, ...params } = Object.fromEntries(new URL(url).searchParams);
  return { ...params, extensions: JSON.parse(extensions ?? '{}'), variables: JSON.parse(variables ?? '{}') };
}
