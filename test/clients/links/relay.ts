import { type FetchFunction, Network } from 'relay-runtime';
import type { Session } from './session.ts';

export const relayNetwork = (url: string, { send, headers }: Session) => {
  const fetchResponse: FetchFunction = async ({ id, text }, variables) => {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers() },
      body: JSON.stringify(id ? { documentId: `sha256:${id}`, variables } : { query: text, variables }),
    });
    return response.json();
  };
  return Network.create(fetchResponse);
};
