import { customAlphabet } from 'nanoid';
import type { Identity } from './auth/authenticate.ts';
import { signDelegate } from './auth/delegate-token.ts';
import { makeToken } from './domain/api-token.ts';
import { dayOf } from './domain/day.ts';
import { ID_ALPHABET, idFactory } from './domain/id.ts';
import type { Context } from './operations/context.ts';
import { beginJob } from './operations/job/run.ts';
import { openStore } from './store/client.ts';

const randomDigits = customAlphabet(ID_ALPHABET);

/** The ids of one request or scheduled run. */
export const idsAt = (now: number) => idFactory(now, randomDigits);

type Request = Pick<Context, 'requestId' | 'idempotencyKey' | 'now'> & Partial<Pick<Context, 'newId'>>;

interface Surroundings {
  readonly d1: D1Database;
  /** Null: no delegate token can be made. */
  readonly delegateKey: Uint8Array | null;
  /** Takes what need not be done before the answer. */
  readonly afterwards: (work: () => Promise<void>) => void;
}

/** The one fresh object of a request: time and ids enter here, and the store is closed over what the caller may see. */
export function createContext({ orgId, actor }: Identity, request: Request, { d1, delegateKey, afterwards }: Surroundings): Context {
  const { requestId, now, newId = idsAt(now) } = request;
  return {
    ...request,
    actor,
    today: dayOf(now),
    newId,
    newToken: () => makeToken(randomDigits),
    signDelegate: delegateKey && ((grant) => signDelegate(delegateKey, now, grant)),
    beginJob: (id) => afterwards(() => beginJob(d1, { orgId, id }, { now, requestId, newId })),
    store: openStore(d1, orgId, actor.delegate?.reach ?? null),
  };
}
