import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { MAX_WAITING_DELIVERIES } from '../../domain/webhook/webhook.ts';
import { eventToDeliver, hasRoomForDelivery, insertDelivery, waitingDeliveries, webhookById, webhookIsAt } from '../../store/webhooks.ts';
import { operation, type Work } from '../operation.ts';
import type { NamedWebhook } from './delete.ts';
import { requireActiveWebhook } from './require.ts';

interface RequestedDelivery {
  readonly webhook: string;
  readonly delivery: string;
}

/** Requests one attempt to deliver the newest event, whatever the endpoint is told of. Its `webhook-id` is that of the delivery. */
export const sendTestEvent = operation({
  name: 'sendTestEvent',
  scope: 'webhooks:manage',
  alsoRequires: [{ scope: 'events:read' }],
  decide: (input: NamedWebhook, work): Promise<Result<RequestedDelivery>> => requestDelivery(work, input, null),
});

export interface RedeliverInput extends NamedWebhook {
  readonly eventId: string;
}

/** Requests one more attempt to deliver an event. */
export const redeliver = operation({
  name: 'redeliver',
  scope: 'webhooks:manage',
  alsoRequires: [{ scope: 'events:read' }],
  decide: (input: RedeliverInput, work): Promise<Result<RequestedDelivery>> => requestDelivery(work, input, input.eventId),
});

async function requestDelivery(work: Work, { webhookId }: NamedWebhook, eventId: string | null): Promise<Result<RequestedDelivery>> {
  const { store, unit, now } = work;
  const [row, event, waiting] = await Promise.all([
    webhookById(store, webhookId),
    eventToDeliver(store, eventId),
    waitingDeliveries(store, webhookId),
  ]);
  const found = requireActiveWebhook(row, webhookId);
  if (!found.ok) return found;
  if (!event) return refuse(eventId === null ? NO_EVENT : notFound('event', eventId, ['eventId']));
  if (waiting.length >= MAX_WAITING_DELIVERIES) return refuse(TOO_MANY);
  const { id, revision } = found.value;
  const delivery = {
    id: work.newId('dlv'),
    webhookId: id,
    eventId: event.id,
    cause: eventId === null ? 'TEST' : 'REDELIVERY',
    status: 'PENDING',
    attempts: 0,
    createdAt: now,
    updatedAt: now,
  } as const;
  unit.guard(webhookIsAt(store, { id, revision }), revision);
  unit.guard(hasRoomForDelivery(store, id));
  unit.write(insertDelivery(store, delivery));
  work.audit({ subjectId: id, entities: [delivery.id], before: null, after: delivery });
  return ok({ webhook: id, delivery: delivery.id });
}

const TOO_MANY = precondition(
  'LIMIT_EXCEEDED',
  `${MAX_WAITING_DELIVERIES} deliveries of the webhook wait already. Request another one when they have been attempted.`,
  ['webhookId'],
);

const NO_EVENT = precondition('NOTHING_TO_CHANGE', 'The organization has no event yet.', ['webhookId']);
