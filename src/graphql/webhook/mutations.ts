import { grouped } from '../../domain/count.ts';
import { MAX_KEPT_DELIVERIES, MAX_WAITING_DELIVERIES, MAX_WEBHOOKS } from '../../domain/webhook/webhook.ts';
import { createWebhook } from '../../operations/webhook/create.ts';
import { deleteWebhook } from '../../operations/webhook/delete.ts';
import { redeliver, sendTestEvent } from '../../operations/webhook/request-delivery.ts';
import { rotateWebhookSecret } from '../../operations/webhook/rotate-secret.ts';
import type { EventConditionsInput } from '../../operations/webhook/terms.ts';
import { updateWebhook } from '../../operations/webhook/update.ts';
import { builder } from '../builder.ts';
import { EventKindEnum } from '../event/kinds.ts';
import { decided, mutation, one } from '../payload.ts';
import { Webhook, WebhookDelivery } from './type.ts';

const webhook = one<{ readonly webhook: string }>(
  { type: Webhook, typeName: 'Webhook', table: 'webhooks', description: 'The webhook. `null` when the change was refused.' },
  (changed) => changed.webhook,
);

const delivery = one<{ readonly delivery: string }>(
  {
    type: WebhookDelivery,
    typeName: 'WebhookDelivery',
    table: 'webhookDeliveries',
    description: 'The delivery, whose attempt follows at once. `null` when the change was refused.',
  },
  (changed) => changed.delivery,
);

const secret = decided<{ readonly secret: string | null }>(
  {
    type: 'String',
    description:
      'The secret that signs deliveries (Standard Webhooks): `whsec_` and 32 bytes in base64. It is returned only once. `null` in a replay, and when the change was refused.',
  },
  (changed) => changed.secret,
);

const WebhookEvents = builder.inputRef<EventConditionsInput>('WebhookEventsInput').implement({
  description:
    'Events that a webhook delivers. All given conditions must hold; an omitted condition matches everything. A delivery that waits fails when its event is selected no longer.',
  fields: (t) => ({
    kinds: t.field({
      type: [EventKindEnum],
      description:
        'Delivers events that have at least one of these kinds. At least one, of which the calling token covers one. Omit for all kinds.',
    }),
    accountId: t.string({ description: 'Delivers events of this account, by the id that the caller chose. Omit for all accounts.' }),
  }),
});

const URL =
  'The address: `https` on port 443 of a host with a public name. Maximum 500 characters. Redirects are not followed. `npm run dev` also allows `http://localhost`.';
const DOCUMENT =
  'One subscription without variables, such as `subscription { event { kinds account { accountId } } }`. Maximum 32 KB. The calling token must have the scopes of what it selects.';
const ID = 'The generated id.';

mutation(createWebhook, {
  description: `Creates a webhook, which receives the events from now on, in their order and each at least once. The calling token answers for it: payloads are read with its scopes, and the webhook is disabled when the token ends. Maximum ${MAX_WEBHOOKS} webhooks.`,
  input: builder.inputType('CreateWebhookInput', {
    description: 'The address, and what is delivered to it.',
    fields: (t) => ({
      url: t.string({ required: true, description: URL }),
      document: t.string({ required: true, description: DOCUMENT }),
      where: t.field({ type: WebhookEvents, description: 'Which events are delivered. Omit for all that the token covers.' }),
    }),
  }),
  payload: { webhook, secret },
});

mutation(updateWebhook, {
  description:
    'Changes, disables or enables a webhook. Omitted fields keep their values. The calling token answers for it from then on, and an event whose attempts failed is attempted at once, with the pauses from the first. An enabled webhook continues with the first event that it has not received.',
  input: builder.inputType('UpdateWebhookInput', {
    description: 'The webhook and what changes.',
    fields: (t) => ({
      webhookId: t.string({ required: true, description: ID }),
      url: t.string({ description: `${URL} Omit to keep it.` }),
      document: t.string({ description: `${DOCUMENT} Omit to keep it.` }),
      where: t.field({ type: WebhookEvents, description: 'Which events are delivered. `null`: all. Omit to keep the conditions.' }),
      isEnabled: t.boolean({
        description: 'Whether events are delivered. `true` also ends the pause after a failed attempt. Omit to keep the status.',
      }),
      expectedRevision: t.int({ description: 'Fails with `CONFLICT` if the webhook changed since this revision. Omit to skip the check.' }),
    }),
  }),
  payload: { webhook },
});

mutation(deleteWebhook, {
  description: `Deletes a webhook with its deliveries: those that are kept, a maximum of ${grouped(MAX_KEPT_DELIVERIES)}, and those that wait. Its address receives nothing more.`,
  input: builder.inputType('DeleteWebhookInput', {
    description: 'The webhook to delete.',
    fields: (t) => ({ webhookId: t.string({ required: true, description: ID }) }),
  }),
  payload: {
    deletedWebhookId: decided<{ readonly deletedWebhookId: string }>(
      { type: 'String', description: 'The generated id of the deleted webhook. `null` when the change was refused.' },
      (changed) => changed.deletedWebhookId,
    ),
  },
});

mutation(rotateWebhookSecret, {
  description: 'Replaces the secret of a webhook. For 24 hours, deliveries are signed with both secrets.',
  input: builder.inputType('RotateWebhookSecretInput', {
    description: 'The webhook whose secret is replaced.',
    fields: (t) => ({ webhookId: t.string({ required: true, description: ID }) }),
  }),
  payload: { webhook, secret },
});

const FAILS = `Fails with \`WEBHOOK_DISABLED\` if the webhook is disabled, and with \`LIMIT_EXCEEDED\` if ${MAX_WAITING_DELIVERIES} deliveries of the webhook wait.`;

mutation(sendTestEvent, {
  description: `Sends the newest event to a webhook once, whatever its conditions. The \`webhook-id\` is the \`deliveryId\`, so that it is not taken for a repeat. ${FAILS}`,
  input: builder.inputType('SendTestEventInput', {
    description: 'The webhook to test.',
    fields: (t) => ({ webhookId: t.string({ required: true, description: ID }) }),
  }),
  payload: { delivery },
});

mutation(redeliver, {
  description: `Sends an event to a webhook once more, as it is now. The \`webhook-id\` is that of the event. ${FAILS}`,
  input: builder.inputType('RedeliverInput', {
    description: 'The webhook and the event.',
    fields: (t) => ({
      webhookId: t.string({ required: true, description: ID }),
      eventId: t.string({ required: true, description: 'The `eventId` of the event.' }),
    }),
  }),
  payload: { delivery },
});
