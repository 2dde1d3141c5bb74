import { customAlphabet } from 'nanoid';
import type { Identity } from './auth/authenticate.ts';
import { makeToken } from './domain/api-token.ts';
import { dayOf } from './domain/day.ts';
import { ID_ALPHABET, idFactory } from './domain/id.ts';
import type { Context } from './operations/context.ts';
import { openStore } from './store/client.ts';

const randomDigits = customAlphabet(ID_ALPHABET);

/** The ids of one request or scheduled run. */
export const idsAt = (now: number) => idFactory(now, randomDigits);

type Request = Pick<Context, 'requestId' | 'idempotencyKey' | 'now'>;

/** The one fresh object of a request: time and ids enter here, and the store is closed over the caller's organization. */
export function createContext(d1: D1Database, { orgId, actor }: Identity, request: Request): Context {
  const { now } = request;
  const newToken = () => makeToken(randomDigits);
  return { ...request, actor, today: dayOf(now), newId: idsAt(now), newToken, store: openStore(d1, orgId) };
}
