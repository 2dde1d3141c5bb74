import { secretKeyOf } from './auth/secret-key.ts';
import { createContext, idsAt } from './context.ts';
import { readPayload } from './graphql/webhook/payload.ts';
import type { Services } from './http/services.ts';
import type { Deliverer } from './operations/webhook/deliver.ts';

type Surroundings = Pick<Services, 'd1' | 'now' | 'fetch' | 'webhookSecret'>;

/** Returns what delivers events to webhooks. `null` without a secret. */
export function delivererOf({ d1, now, fetch, webhookSecret }: Surroundings, requestId: string): Deliverer | null {
  const key = secretKeyOf(webhookSecret);
  if (!key) return null;
  return {
    now,
    newId: idsAt(now()),
    requestId,
    key,
    send: fetch,
    readPayload: ({ orgId, document }, actor, eventId, usage) => {
      const request = { requestId, idempotencyKey: null, now: now() };
      return readPayload(
        document,
        eventId,
        createContext({ orgId, actor }, request, { d1, delegateKey: null, afterwards: () => undefined, usage }),
      );
    },
  };
}
