import { createContext, idsAt } from './context.ts';
import { readPayload } from './graphql/webhook/payload.ts';
import type { Services } from './http/services.ts';
import type { Deliverer } from './operations/webhook/deliver.ts';

/** The minimum key size of HMAC-SHA256, in bytes (RFC 2104, section 3). */
const MIN_SECRET_BYTES = 32;

/** Returns the key that the secrets of webhooks are derived from. `null`: the secret is missing or under 32 bytes, so nothing is delivered. */
export function webhookKeyOf(secret: string | undefined): Uint8Array | null {
  const key = new TextEncoder().encode(secret ?? '');
  return key.length >= MIN_SECRET_BYTES ? key : null;
}

type Surroundings = Pick<Services, 'd1' | 'now' | 'fetch' | 'webhookSecret'>;

/** Returns what delivers events to webhooks. `null` without a secret. */
export function delivererOf({ d1, now, fetch, webhookSecret }: Surroundings, requestId: string): Deliverer | null {
  const key = webhookKeyOf(webhookSecret);
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
