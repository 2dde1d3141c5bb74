import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from './client.ts';

/** The client of everything beneath. A page for somebody else, such as a customer, provides another. */
export const ClientContext = createContext<Client | null>(null);

/** Returns the client that the nearest page provides. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient() needs a ClientContext above it');
  return client;
}
