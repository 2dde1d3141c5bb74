import type { Usage } from '../../engine/d1/metered.ts';
import type { LeasedWebhook } from '../../store/webhooks.ts';
import type { Actor } from '../context.ts';

/** What an endpoint is sent of an event. */
export type Payload =
  | { readonly kind: 'ready'; readonly body: string }
  /** The authority of the endpoint does not cover the event. */
  | { readonly kind: 'invisible' }
  /** The document no longer fits the schema, the scopes or the limits. */
  | { readonly kind: 'invalid' };

/**
 * Reads an event by the document of an endpoint, with the authority of its sponsor.
 * @param usage counts the cost
 */
export type ReadPayload = (
  webhook: Pick<LeasedWebhook, 'orgId' | 'document'>,
  sponsor: Actor,
  eventId: string,
  usage: Usage,
) => Promise<Payload>;

/** Maximum bytes of a payload. A larger one is delivered as an error that names the event, which the endpoint can then read. */
export const MAX_PAYLOAD_BYTES = 262_144;
