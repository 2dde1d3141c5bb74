import { Webhook } from 'standardwebhooks';
import type { IdKind } from '../../domain/id.ts';
import { type AttemptEnd, type Consequence, consequenceOf, SECRET_OVERLAP } from '../../domain/webhook/schedule.ts';
import { type DisabledReason, secretOf } from '../../domain/webhook/webhook.ts';
import { openStore, type Store } from '../../store/client.ts';
import { type EventSelection, eventsAfter } from '../../store/events.ts';
import { UnitOfWork } from '../../store/unit-of-work.ts';
import {
  commitAttempt,
  type DeliveryStatements,
  deleteOldDeliveries,
  endDeliveries,
  type Lease,
  type LeasedWebhook,
  leaseDueWebhooks,
  leaseIsHeld,
  organizationsWithDueWebhooks,
  recordAttempt,
  updateWebhookRow,
} from '../../store/webhooks.ts';
import { Budget } from '../budget.ts';
import type { Actor } from '../context.ts';
import { kindsOf, visibleKinds } from '../event-kinds.ts';
import { SCOPES } from '../scope.ts';
import { inTurn } from '../turns.ts';
import type { ReadPayload } from './payload.ts';

/** What deliveries need of their surroundings. */
export interface Deliverer {
  /** Milliseconds since 1970, at each call. */
  readonly now: () => number;
  readonly newId: (kind: IdKind) => string;
  readonly requestId: string;
  /** The key that secrets are derived from. */
  readonly key: Uint8Array;
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
  readonly readPayload: ReadPayload;
}

/** Deliveries at the same time: a Worker has six connections. */
const AT_ONCE = 6;
/** Organizations that every run serves. */
const ORGANIZATIONS = 50;
/** Most events that one run delivers to an endpoint. A delivery takes about 5 statements. */
const EVENTS = 25;
const TIMEOUT_MS = 10_000;
const LEASE_MS = 60_000;

/**
 * Delivers what is due to the endpoints of all organizations in turn. Runs may be late, repeated or concurrent: a lease keeps an endpoint to
 * one run, and each attempt is recorded only under it. An endpoint that is slow or fails delays no other.
 * @throws AggregateError after everything else is done, if a fault or a bug keeps deliveries from being made
 */
export async function deliverDueEvents(d1: D1Database, deliverer: Deliverer, budget: Budget = new Budget()): Promise<void> {
  const orgIds = inTurn(await organizationsWithDueWebhooks(d1, deliverer.now()), ORGANIZATIONS, deliverer.now());
  await deliverTo(d1, orgIds, deliverer, budget);
}

/** Delivers what is due to the endpoints of one organization, after a change of it, within what is left of a budget. */
export const deliverEventsOf = (d1: D1Database, orgId: string, deliverer: Deliverer, budget: Budget): Promise<void> =>
  deliverTo(d1, [orgId], deliverer, budget);

/** An endpoint that this run may deliver to. */
interface Task {
  readonly store: Store;
  readonly webhook: LeasedWebhook;
  readonly lease: Lease;
  readonly budget: Budget;
}

async function deliverTo(d1: D1Database, orgIds: readonly string[], deliverer: Deliverer, budget: Budget): Promise<void> {
  const errors: unknown[] = [];
  const tasks = leased(d1, orgIds, deliverer, budget);
  const work = async () => {
    for (let next = await tasks.next(); !next.done; next = await tasks.next()) {
      await deliverEvents(next.value, deliverer).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => work().catch((error: unknown) => errors.push(error))));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} deliveries failed`);
}

/** Leases the endpoints of one organization after the other, as they are asked for. */
async function* leased(d1: D1Database, orgIds: readonly string[], deliverer: Deliverer, budget: Budget): AsyncGenerator<Task, void> {
  for (const orgId of orgIds) {
    if (budget.isSpent) return;
    const store = openStore(d1, orgId, null, budget.usage);
    const now = deliverer.now();
    const lease = { id: deliverer.newId('dlv'), until: now + LEASE_MS };
    for (const webhook of await leaseDueWebhooks(store, lease, now)) yield { store, webhook, lease, budget };
  }
}

/**
 * Delivers what is due to an endpoint: first what was asked for, then its events in their order, up to the first that fails, or until the budget is
 * spent. The next run does what remains.
 */
async function deliverEvents(task: Task, deliverer: Deliverer): Promise<void> {
  const { store, webhook, budget } = task;
  if (budget.isSpent) return release(task, {});
  const sponsor = sponsorOf(webhook, deliverer.now());
  if (!sponsor) return disable(task, deliverer, 'TOKEN_ENDED');
  const requested = webhook.deliveries.filter(({ cause }) => cause !== 'EVENT');
  for (const delivery of requested) {
    if (!(await deliverRequested(task, deliverer, sponsor, delivery))) return;
    if (budget.isSpent) return release(task, {});
  }
  if (webhook.nextAttemptAt !== null && webhook.nextAttemptAt > deliverer.now()) return release(task, {});
  const where = { kinds: webhook.kinds, account: webhook.accountId };
  const selection: EventSelection = { where, visible: visibleKinds(sponsor.scopes) };
  const { events, through } = await eventsAfter(store, selection, webhook.deliveredThrough, EVENTS);
  for (const [i, event] of events.entries()) {
    const known = webhook.deliveries.find(({ cause, eventId }) => cause === 'EVENT' && eventId === event.id);
    // Failures are of the event that was attempted, which is the first one unless the conditions have changed.
    const failures = i === 0 && known ? webhook.failures : 0;
    if (!(await deliverEvent(task, deliverer, sponsor, { ...event, known, failures }))) return;
    if (budget.isSpent) return release(task, {});
  }
  return release(task, { deliveredThrough: through }, passed(task, through, deliverer.now()));
}

/** The authority of an endpoint. `null`: its token was revoked or has expired. */
function sponsorOf({ sponsor }: LeasedWebhook, now: number): Actor | null {
  if (sponsor.revokedAt !== null || (sponsor.expiresAt !== null && sponsor.expiresAt <= now)) return null;
  const { id, expiresAt } = sponsor;
  return { id, scopes: new Set(SCOPES.filter((scope) => sponsor.scopes.includes(scope))), expiresAt, delegate: null, staff: null };
}

/** Ends the turn of an endpoint, which the next run can then lease. */
async function release({ store, webhook, lease }: Task, changes: { readonly deliveredThrough?: number }, record: DeliveryStatements = []) {
  const free = { ...changes, leaseId: null, leaseUntil: null };
  await commitAttempt(store, { webhookId: webhook.id, lease, changes: free, record });
}

/**
 * Returns the statements that end the deliveries of events up to a place that still wait: the endpoint selects their events no longer, or
 * its token does not cover them.
 */
function passed({ store, webhook }: Task, through: number, now: number): DeliveryStatements {
  const ids = webhook.deliveries.filter(({ cause, event }) => cause === 'EVENT' && (event?.seq ?? 0) <= through).map(({ id }) => id);
  return ids.length === 0 ? [] : [endDeliveries(store, ids, now)];
}

interface EventToDeliver {
  readonly id: string;
  readonly seq: number;
  /** Its delivery, which an earlier attempt has recorded. */
  readonly known: LeasedWebhook['deliveries'][number] | undefined;
  /** Failed attempts that count for the schedule. */
  readonly failures: number;
}

/** Attempts to deliver an event. Returns whether the next one is due. */
async function deliverEvent(task: Task, deliverer: Deliverer, sponsor: Actor, event: EventToDeliver): Promise<boolean> {
  const { store, webhook, lease, budget } = task;
  const payload = await deliverer.readPayload(webhook, sponsor, event.id, budget.usage);
  const { known } = event;
  const attempts = (known?.attempts ?? 0) + 1;
  const delivery = { id: known?.id ?? deliverer.newId('dlv'), eventId: event.id, cause: 'EVENT', attempts } as const;
  const isRecorded = known !== undefined;
  const past = { deliveredThrough: event.seq, failures: 0, nextAttemptAt: null };
  const renewed = () => ({ leaseUntil: deliverer.now() + LEASE_MS });
  if (payload.kind === 'invalid') return end(disable(task, deliverer, 'DOCUMENT_INVALID'));
  if (payload.kind === 'invisible') {
    const ended = passed(task, event.seq, deliverer.now());
    return commitAttempt(store, { webhookId: webhook.id, lease, changes: { ...past, ...renewed() }, record: ended });
  }

  const sentEnd = await send(task, deliverer, { id: event.id, body: payload.body });
  const now = deliverer.now();
  const failures = event.failures + 1;
  const consequence = consequenceOf(sentEnd, failures, now);
  const attempted = recordAttempt(store, webhook.id, { ...delivery, ...recorded(consequence), isRecorded }, now);
  const record = [...attempted, ...passed(task, event.seq - 1, now)];
  if (consequence.kind === 'disable') {
    const reason = consequence.error === 'HTTP 410' ? 'GONE' : 'FAILING';
    return end(disable(task, deliverer, reason, record));
  }
  if (consequence.kind === 'delivered')
    return commitAttempt(store, { webhookId: webhook.id, lease, changes: { ...past, ...renewed() }, record });
  const changes = { failures, nextAttemptAt: consequence.at, leaseId: null, leaseUntil: null };
  return end(commitAttempt(store, { webhookId: webhook.id, lease, changes, record }));
}

/** Makes the one attempt of a test or of a redelivery. Returns whether the next delivery is due. */
async function deliverRequested(
  task: Task,
  deliverer: Deliverer,
  sponsor: Actor,
  delivery: LeasedWebhook['deliveries'][number],
): Promise<boolean> {
  const { store, webhook, lease, budget } = task;
  const payload = await deliverer.readPayload(webhook, sponsor, delivery.eventId, budget.usage);
  if (payload.kind === 'invalid') return end(disable(task, deliverer, 'DOCUMENT_INVALID'));
  const id = delivery.cause === 'TEST' ? delivery.id : delivery.eventId;
  const sentEnd = payload.kind === 'ready' ? await send(task, deliverer, { id, body: payload.body }) : null;
  const now = deliverer.now();
  const consequence = sentEnd && consequenceOf(sentEnd, 1, now);
  const lastError = consequence === null ? 'NOT_VISIBLE' : consequence.kind === 'delivered' ? null : consequence.error;
  const { eventId, cause } = delivery;
  const attempt = { id: delivery.id, eventId, cause, attempts: delivery.attempts + 1, lastError, nextAttemptAt: null, isRecorded: true };
  const record = recordAttempt(store, webhook.id, { ...attempt, status: lastError === null ? 'SUCCEEDED' : 'FAILED' }, now);
  return commitAttempt(store, { webhookId: webhook.id, lease, changes: { leaseUntil: now + LEASE_MS }, record });
}

function recorded(consequence: Consequence) {
  if (consequence.kind === 'delivered') return { status: 'SUCCEEDED', lastError: null, nextAttemptAt: null } as const;
  if (consequence.kind === 'disable') return { status: 'FAILED', lastError: consequence.error, nextAttemptAt: null } as const;
  return { status: 'PENDING', lastError: consequence.error, nextAttemptAt: consequence.at } as const;
}

const end = async (work: Promise<unknown>): Promise<false> => {
  await work;
  return false;
};

/** Disables an endpoint, which is an event itself. */
async function disable(
  { store, webhook, lease }: Task,
  { now, newId, requestId }: Deliverer,
  reason: DisabledReason,
  record?: DeliveryStatements,
) {
  const unit = new UnitOfWork(store);
  const at = now();
  unit.guard(leaseIsHeld(store, webhook.id, lease));
  unit.write(
    updateWebhookRow(store, webhook.id, { status: 'DISABLED', disabledReason: reason, leaseId: null, leaseUntil: null, updatedAt: at }),
  );
  if (record) unit.write(...record);
  const change = { entities: [webhook.id], before: { status: 'ACTIVE' }, after: { status: 'DISABLED', disabledReason: reason } };
  const kinds = kindsOf('disableWebhook', { ...change, movesTimeline: false });
  const entry = {
    id: newId('aud'),
    at,
    actor: 'system',
    delegate: null,
    requestId,
    operation: 'disableWebhook',
    subjectId: webhook.id,
    kinds,
  };
  unit.audit({ ...entry, ...change });
  await unit.commit();
}

interface Message {
  readonly id: string;
  readonly body: string;
}

/** Sends a payload (Standard Webhooks, "Webhook metadata"). What the endpoint answers is not read, and redirects are not followed. */
async function send({ webhook }: Task, { now, key, send }: Deliverer, { id, body }: Message): Promise<AttemptEnd> {
  const at = now();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'billing-catalogue',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1_000)),
    'webhook-signature': signaturesOf(webhook, { id, body }, key, at),
  };
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await send(webhook.url, { method: 'POST', redirect: 'manual', headers, body, signal });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { error: error instanceof Error && error.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE' };
  }
}

/** The signature by the secret and, for a day after a rotation, the one by the secret before it. */
function signaturesOf(
  { orgId, id: webhookId, secretVersion, rotatedAt }: LeasedWebhook,
  { id, body }: Message,
  key: Uint8Array,
  at: number,
) {
  const overlaps = rotatedAt !== null && at < rotatedAt + SECRET_OVERLAP;
  const versions = overlaps ? [secretVersion, secretVersion - 1] : [secretVersion];
  return versions.map((version) => new Webhook(secretOf(key, { orgId, webhookId, version })).sign(id, new Date(at), body)).join(' ');
}

/** Milliseconds for which ended deliveries are kept. */
const DELIVERY_LIVES = 30 * 24 * 60 * 60 * 1_000;

/** Deletes what is recorded of deliveries that ended 30 days ago: of many, the oldest, and the next run the rest. */
export const forgetDeliveries = (d1: D1Database, now: number): Promise<void> => deleteOldDeliveries(d1, now - DELIVERY_LIVES);
