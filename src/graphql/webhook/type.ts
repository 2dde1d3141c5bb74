import { grouped } from '../../domain/count.ts';
import {
  type DeliveryCause,
  type DeliveryStatus,
  type DisabledReason,
  MAX_KEPT_DELIVERIES,
  type WebhookStatus,
} from '../../domain/webhook/webhook.ts';
import { requires } from '../admission/scopes.ts';
import { changesUnseen } from '../admission/unseen-changes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { EventKindEnum } from '../event/kinds.ts';
import { Event } from '../event/type.ts';

const WebhookStatusEnum = builder.enumType('WebhookStatus', {
  description: 'Status of a webhook.',
  values: describedEnum({
    ACTIVE: 'Events are delivered.',
    DISABLED: 'Nothing is delivered until `updateWebhook` enables it. Delivery then continues where it stopped.',
  } satisfies Record<WebhookStatus, string>),
});

const WebhookDisabledReasonEnum = builder.enumType('WebhookDisabledReason', {
  description: 'Why a webhook is disabled.',
  values: describedEnum({
    GONE: 'The address answered 410.',
    FAILING: 'Ten attempts to deliver one event failed, over more than three days.',
    TOKEN_ENDED: 'The API token that answers for the webhook was revoked or has expired.',
    DOCUMENT_INVALID: 'The document no longer fits the schema, the scopes of the token or the limits.',
    BY_CALLER: '`updateWebhook` disabled it.',
  } satisfies Record<DisabledReason, string>),
});

const DeliveryStatusEnum = builder.enumType('WebhookDeliveryStatus', {
  description: 'Status of a delivery.',
  values: describedEnum({
    PENDING: 'An attempt is due.',
    SUCCEEDED: 'The address answered 2xx.',
    FAILED: 'No further attempt is made.',
  } satisfies Record<DeliveryStatus, string>),
});

const DeliveryCauseEnum = builder.enumType('WebhookDeliveryCause', {
  description: 'Why something was delivered.',
  values: describedEnum({
    EVENT: 'The event occurred. Failed attempts are repeated.',
    TEST: '`sendTestEvent` requested it. One attempt is made.',
    REDELIVERY: '`redeliver` requested it. One attempt is made.',
  } satisfies Record<DeliveryCause, string>),
});

export const WebhookDelivery = builder.drizzleNode('webhookDeliveries', {
  name: 'WebhookDelivery',
  description: `The delivery of an event to a webhook. Neither the payload nor what the address answered is stored. Kept for 30 days after its last attempt, and only while it is one of the newest ${grouped(MAX_KEPT_DELIVERIES)} of its webhook.`,
  ...requires('webhooks:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    deliveryId: t.exposeString('id', { description: 'The generated id. It is the `webhook-id` of a test.' }),
    event: t.relation('event', { type: Event, nullable: true, description: 'The event that is delivered.' }),
    cause: t.expose('cause', { type: DeliveryCauseEnum, description: 'Why it is delivered.' }),
    status: t.expose('status', { type: DeliveryStatusEnum, description: 'Status of the delivery.', ...changesUnseen() }),
    attempts: t.exposeInt('attempts', { description: 'Number of attempts so far.', ...changesUnseen() }),
    lastError: t.exposeString('lastError', {
      ...changesUnseen(),
      nullable: true,
      description:
        'Why the last attempt failed: `HTTP` and the status, `TIMEOUT` after 10 seconds, `UNREACHABLE`, or `NOT_VISIBLE` if the token of the webhook does not cover the event. `null`: it did not fail.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      ...changesUnseen(),
      type: 'DateTime',
      nullable: true,
      description: 'Earliest time of the next attempt. `null`: there is none, or it is due at once.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the delivery was requested or first attempted.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the last attempt ended.', ...changesUnseen() }),
  }),
});

const WebhookDeliveryConnection = connectionOf('WebhookDelivery', WebhookDelivery);

export const Webhook = builder.drizzleNode('webhooks', {
  name: 'Webhook',
  description: 'An address that events are delivered to, each as the answer to a subscription.',
  ...requires('webhooks:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    webhookId: t.exposeString('id', { description: 'The generated id.' }),
    url: t.exposeString('url', { description: 'The address that events are sent to.' }),
    document: t.exposeString('document', { description: 'The subscription that each payload answers.' }),
    kinds: t.field({
      type: [EventKindEnum],
      nullable: true,
      description: 'Kinds of event that are delivered. `null`: all that the token covers.',
      select: { columns: { kinds: true } },
      resolve: ({ kinds }) => kinds && [...kinds],
    }),
    togaiAccountId: t.exposeString('accountId', {
      ...requires('accounts:read'),
      nullable: true,
      description: 'Generated id of the account whose events are delivered. `null`: the events of all.',
    }),
    status: t.expose('status', { type: WebhookStatusEnum, description: 'Status of the webhook.' }),
    disabledReason: t.expose('disabledReason', {
      type: WebhookDisabledReasonEnum,
      nullable: true,
      description: 'Why the webhook is disabled. `null`: it is active.',
    }),
    failures: t.exposeInt('failures', {
      ...changesUnseen(),
      description: 'Failed attempts of the event that is delivered next, since `updateWebhook` last changed the webhook.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      ...changesUnseen(),
      type: 'DateTime',
      nullable: true,
      description: 'Earliest time of the next attempt after a failure. `null`: the last attempt did not fail.',
    }),
    apiTokenId: t.exposeString('sponsorId', {
      description:
        'Id of the API token that answers for the webhook: the one that created or last changed it. Payloads are read with its scopes. When it is revoked or expires, the webhook is disabled.',
    }),
    rotatedAt: t.expose('rotatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the secret was last replaced. For 24 hours from then, the earlier secret signs too. `null`: never.',
    }),
    revision: t.exposeInt('revision', { description: 'Revision of the webhook. It grows by one with every accepted change by a caller.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the webhook was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the webhook was last changed or disabled.' }),
    deliveries: t.relatedConnection(
      'deliveries',
      {
        type: WebhookDelivery,
        totalCount: true,
        ...changesUnseen(),
        description: `Deliveries of the last 30 days, newest first. Maximum ${grouped(MAX_KEPT_DELIVERIES)}, and those that wait.`,
        query: { orderBy: { id: 'desc' } },
      },
      WebhookDeliveryConnection,
    ),
  }),
});

const WebhookConnection = connectionOf('Webhook', Webhook);

builder.queryFields((t) => ({
  webhook: t.drizzleField({
    type: Webhook,
    nullable: true,
    description: 'Returns a webhook. `null` when there is none.',
    args: { webhookId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { webhookId }, { store }) => store.db.query.webhooks.findFirst(query({ where: { id: webhookId } })),
  }),
  webhooks: t.countedConnection(
    {
      type: Webhook,
      description: 'Returns the webhooks of the organization, newest first.',
      totalCount: (_root, _args, { store }) => store.count('webhooks', {}),
      resolve: (query, _root, _args, { store }) =>
        store.db.query.webhooks.findMany(query({ columns: { id: true }, orderBy: { id: 'desc' } })),
    },
    WebhookConnection,
  ),
}));
