import { customAlphabet } from 'nanoid';
import type { Identity } from './auth/authenticate.ts';
import { signDelegate } from './auth/delegate-token.ts';
import { dayOf } from './domain/day.ts';
import { ID_ALPHABET, idFactory } from './domain/id.ts';
import { makeToken } from './domain/token/api-token.ts';
import type { D1 } from './engine/d1/d1.ts';
import { pauseBefore } from './engine/d1/pause.ts';
import type { Context, Pause } from './operations/context.ts';
import { beginJob } from './operations/job/run.ts';
import { openStore } from './store/client.ts';

const randomDigits = customAlphabet(ID_ALPHABET);

/** The ids of one request or scheduled run. */
export const idsAt = (now: number) => idFactory(now, randomDigits);

/** Milliseconds. About what a read and a write take at first: of writers at once, one has then won. */
const PAUSES = { first: 20, longest: 500 };

/** The pauses of a writer, by chance as `random` has it: from 0 to 1. */
export const pausesBy =
  (random: () => number): Pause =>
  (attempt) =>
    new Promise((resolve) => setTimeout(resolve, pauseBefore(attempt, PAUSES, random)));

type Request = Pick<Context, 'requestId' | 'idempotencyKey' | 'now'> & Partial<Pick<Context, 'newId'>>;

interface Surroundings {
  readonly d1: D1;
  /** Null: no delegate token can be made. */
  readonly delegateKey: Uint8Array | null;
  /** Takes what need not be done before the answer. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly pause?: Pause | undefined;
}

/** The one fresh object of a request: time and ids enter here, and the store is closed over what the caller may see. */
export function createContext({ orgId, actor }: Identity, request: Request, surroundings: Surroundings): Context {
  const { d1, delegateKey, afterwards, pause = pausesBy(Math.random) } = surroundings;
  const { requestId, now, newId = idsAt(now) } = request;
  return {
    ...request,
    actor,
    today: dayOf(now),
    newId,
    newToken: () => makeToken(randomDigits),
    signDelegate: delegateKey && ((grant) => signDelegate(delegateKey, now, grant)),
    pause,
    beginJob: (id) => afterwards(() => beginJob(d1, { orgId, id }, { now, requestId, newId, pause })),
    store: openStore(d1, orgId, actor.delegate?.reach ?? null),
  };
}
