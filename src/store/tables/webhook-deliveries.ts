import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { DELIVERY_CAUSES, DELIVERY_STATUSES } from '../../domain/webhook/webhook.ts';
import { generatedId, instant, orgId } from './columns.ts';
import { webhooks } from './webhooks.ts';

/** What was sent to endpoints, and how it ended: never a payload, nor what an endpoint answered. */
export const webhookDeliveries = snakeCase.table(
  'webhook_deliveries',
  {
    id: generatedId(),
    orgId: orgId(),
    webhookId: text().notNull(),
    /** The audit entry that is delivered. */
    eventId: text().notNull(),
    cause: text({ enum: DELIVERY_CAUSES }).notNull(),
    status: text({ enum: DELIVERY_STATUSES }).notNull(),
    attempts: integer().notNull(),
    /** `HTTP 500`, `TIMEOUT` or another code. `null`: no attempt has failed. */
    lastError: text(),
    nextAttemptAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.webhookId], foreignColumns: [webhooks.orgId, webhooks.id] }),
    // The deliveries of one endpoint in the order of creation.
    index('webhook_deliveries_webhook').on(t.orgId, t.webhookId, t.id),
    // The deliveries that wait.
    index('webhook_deliveries_pending').on(t.orgId, t.webhookId, t.id).where(sql`${t.status} = 'PENDING'`),
    // What is old enough to be deleted. A delivery that waits is not.
    index('webhook_deliveries_age').on(t.updatedAt).where(sql`${t.status} <> 'PENDING'`),
  ],
);
