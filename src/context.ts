import { customAlphabet } from 'nanoid';
import { signDelegate } from './auth/delegate-token.ts';
import type { Identity } from './auth/identity.ts';
import { dayOf } from './domain/day.ts';
import { ID_ALPHABET, idFactory } from './domain/id.ts';
import { makeToken } from './domain/token/api-token.ts';
import type { D1 } from './engine/d1/d1.ts';
import { pauseBefore } from './engine/d1/pause.ts';
import type { Context, Pause } from './operations/context.ts';
import { beginJob } from './operations/job/run.ts';
import { CardCycleBudget } from './operations/rating/card-cycles.ts';
import { openStore } from './store/client.ts';

const randomDigits = customAlphabet(ID_ALPHABET);

/** Returns the id generator of one request or scheduled run. */
export const idsAt = (now: number) => idFactory(now, randomDigits);

/** Milliseconds. The first pause is about the duration of a read and a write, so that one of several concurrent writers has finished. */
const PAUSES = { first: 20, longest: 500 };

/**
 * Returns the random pauses between a writer's attempts.
 * @param random returns a number from 0 to 1
 */
export const pausesBy =
  (random: () => number): Pause =>
  (attempt) =>
    new Promise((resolve) => setTimeout(resolve, pauseBefore(attempt, PAUSES, random)));

type Request = Pick<Context, 'requestId' | 'idempotencyKey' | 'now'> & Partial<Pick<Context, 'newId'>>;

interface Surroundings {
  readonly d1: D1;
  /** The key that signs delegate tokens. `null`: no delegate token can be made. */
  readonly delegateKey: Uint8Array | null;
  /** Runs work that the answer does not wait for. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly pause?: Pause | undefined;
}

/** Returns the context of one request: its clock and ids, and a store that is limited to what the caller may read. */
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
    cardCycles: new CardCycleBudget(),
    store: openStore(d1, orgId, actor.delegate?.reach ?? null),
  };
}
