import { customAlphabet } from 'nanoid';
import type { Identity } from './auth/authenticate.ts';
import { signDelegate } from './auth/delegate-token.ts';
import { makeToken } from './domain/api-token.ts';
import { dayOf } from './domain/day.ts';
import { ID_ALPHABET, idFactory } from './domain/id.ts';
import type { Context } from './operations/context.ts';
import { openStore } from './store/client.ts';

const randomDigits = customAlphabet(ID_ALPHABET);

/** The ids of one request or scheduled run. */
export const idsAt = (now: number) => idFactory(now, randomDigits);

type Request = Pick<Context, 'requestId' | 'idempotencyKey' | 'now'>;

interface Surroundings {
  readonly d1: D1Database;
  /** Null: no delegate token can be made. */
  readonly delegateKey: Uint8Array | null;
}

/** The one fresh object of a request: time and ids enter here, and the store is closed over what the caller may see. */
export function createContext({ orgId, actor }: Identity, request: Request, { d1, delegateKey }: Surroundings): Context {
  const { now } = request;
  return {
    ...request,
    actor,
    today: dayOf(now),
    newId: idsAt(now),
    newToken: () => makeToken(randomDigits),
    signDelegate: delegateKey && ((grant) => signDelegate(delegateKey, now, grant)),
    store: openStore(d1, orgId, actor.delegate?.reach ?? null),
  };
}
