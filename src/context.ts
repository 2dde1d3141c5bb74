import { customAlphabet } from 'nanoid';
import { signDelegate } from './auth/delegate-token.ts';
import type { Identity } from './auth/identity.ts';
import { dayOf } from './domain/day.ts';
import { ID_ALPHABET, idFactory, isId } from './domain/id.ts';
import { makeToken } from './domain/token/api-token.ts';
import type { D1 } from './engine/d1/d1.ts';
import type { Usage } from './engine/d1/metered.ts';
import { pauseBefore } from './engine/d1/pause.ts';
import { parseWebhookDocument } from './graphql/webhook/document.ts';
import { Budget } from './operations/budget.ts';
import type { Context, Pause, Webhooks } from './operations/context.ts';
import { beginErasing } from './operations/customer/run-erasures.ts';
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

const NO_WEBHOOKS = { key: null, rules: { allowsLocalhost: false, ownHost: '' } };

interface Surroundings {
  readonly d1: D1;
  /** The key that signs delegate tokens. `null`: no delegate token can be made. */
  readonly delegateKey: Uint8Array | null;
  /** Runs work that the answer does not wait for. */
  readonly afterwards: (work: () => Promise<void>) => void;
  readonly pause?: Pause | undefined;
  /** Omit to manage no webhooks. */
  readonly webhooks?: Omit<Webhooks, 'checkDocument'>;
  /** Delivers events to the webhooks of the organization. Omit to leave them to the scheduled run. */
  readonly deliver?: (budget: Budget) => Promise<void>;
  /** Counts the cost. Omit to count that of this request alone. */
  readonly usage?: Usage;
}

/** Returns the context of one request: its clock and ids, and a store that is limited to what the caller may read. */
export function createContext({ orgId, actor }: Identity, request: Request, surroundings: Surroundings): Context {
  const { d1, delegateKey, afterwards, pause = pausesBy(Math.random), webhooks = NO_WEBHOOKS, deliver, usage } = surroundings;
  const { requestId, now, newId = idsAt(now) } = request;
  const store = openStore(d1, orgId, actor.delegate?.reach ?? null, usage);
  // Shared by all that follows the answer: a document can have many mutations.
  const budget = new Budget(store.usage);
  const context: Context = {
    ...request,
    actor,
    today: dayOf(now),
    newId,
    newToken: () => makeToken(randomDigits),
    signDelegate: delegateKey && ((grant) => signDelegate(delegateKey, now, grant)),
    pause,
    beginJob: (id) => {
      const begin = isId('cus', id) ? beginErasing : beginJob;
      afterwards(() => begin(d1, { orgId, id }, { now, requestId, newId, pause }, budget));
    },
    cardCycles: new CardCycleBudget(),
    store,
    followChange: () => deliver && afterwards(() => deliver(budget)),
    webhooks: { ...webhooks, checkDocument: (text) => parseWebhookDocument(text, context) },
  };
  return context;
}
