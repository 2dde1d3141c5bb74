import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { EventKind } from '../../domain/event.ts';
import { DISABLED_REASONS, WEBHOOK_STATUSES } from '../../domain/webhook/webhook.ts';
import { apiTokens } from './api-tokens.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Endpoints that events are delivered to, and how far each delivery is. A row has no secret. */
export const webhooks = snakeCase.table(
  'webhooks',
  {
    id: generatedId(),
    orgId: orgId(),
    /** The API token that last set the address, the document or the conditions. Payloads are read with its authority. */
    sponsorId: text().notNull(),
    url: text().notNull(),
    document: text().notNull(),
    /** The kinds of event that are delivered. `null`: all. */
    kinds: json<readonly EventKind[]>(),
    /** The generated id of the account whose events are delivered. `null`: the events of all. */
    accountId: text(),
    status: text({ enum: WEBHOOK_STATUSES }).notNull(),
    /** `null` while it is active. */
    disabledReason: text({ enum: DISABLED_REASONS }),
    secretVersion: integer().notNull(),
    /** When the secret was last replaced. `null`: never. */
    rotatedAt: instant(),
    /** Grows with each change by a caller. */
    revision: integer().notNull(),
    /** The place in the feed of the last event that was delivered or did not match. */
    deliveredThrough: integer().notNull(),
    /** Failed attempts of the next event. */
    failures: integer().notNull(),
    /** `null`: an event is delivered at once. */
    nextAttemptAt: instant(),
    /** The run that delivers now, and until when no other one does. */
    leaseId: text(),
    leaseUntil: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.sponsorId], foreignColumns: [apiTokens.orgId, apiTokens.id] }),
    // The endpoints that a run delivers to.
    index('webhooks_active').on(t.orgId, t.id).where(sql`${t.status} = 'ACTIVE'`),
  ],
);
