import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache';
import { persistedExchange } from '@urql/exchange-persisted';
import { keys } from 'billing-catalogue/client';
import { introspection } from 'billing-catalogue/introspection';
import { Client, fetchExchange } from 'urql';
import { hashOf, type Session } from './session.ts';

export const urqlClient = (url: string, { send, headers }: Session, cache: Partial<CacheExchangeOpts> = {}) =>
  new Client({
    url,
    fetch: send,
    fetchOptions: () => ({ headers: headers() }),
    exchanges: [
      cacheExchange({ schema: introspection, keys, ...cache }),
      persistedExchange({ enableForMutation: true, generateHash: (text, document) => hashOf(document, text) }),
      fetchExchange,
    ],
  });
