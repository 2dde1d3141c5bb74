import { and, eq, type InferInsertModel, type InferSelectModel, inArray, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type DeliveryStatus, MAX_KEPT_DELIVERIES, MAX_WAITING_DELIVERIES, MAX_WEBHOOKS } from '../domain/webhook/webhook.ts';
import { batchIf } from './batch.ts';
import { openTables, type Store } from './client.ts';
import { newestSeq } from './event-columns.ts';
import { insertRows } from './insert-rows.ts';
import { limit } from './limit.ts';
import { auditEntries, webhookDeliveries, webhooks } from './tables/index.ts';

type WebhookRow = InferSelectModel<typeof webhooks>;
type DeliveryState = 'deliveredThrough' | 'failures' | 'nextAttemptAt' | 'leaseId' | 'leaseUntil';
export type NewWebhookRow = Omit<InferInsertModel<typeof webhooks>, 'orgId' | DeliveryState>;
type WebhookChanges = Partial<Omit<WebhookRow, 'id' | 'orgId' | 'createdAt'>>;

export const webhookById = ({ db }: Store, id: string) => db.query.webhooks.findFirst({ where: { id } });

/** The ids of the endpoints, at most as many as there may be. */
export const webhookIds = ({ db }: Store) => db.query.webhooks.findMany({ columns: { id: true }, limit: MAX_WEBHOOKS });

/** Returns a condition: the organization has fewer endpoints than there may be. */
export const hasRoomForWebhook = ({ orgId }: Store): SQL =>
  sql`(select count(*) from ${webhooks} where ${webhooks.orgId} = ${orgId}) < ${MAX_WEBHOOKS}`;

/** Writes an endpoint that is told of what comes after its own creation, whose entry takes the next place in the feed. */
export const insertWebhook = ({ db, orgId }: Store, row: NewWebhookRow) =>
  db.insert(webhooks).values({ ...row, orgId, failures: 0, deliveredThrough: sql<number>`${newestSeq(sql`${orgId}`)} + 1` });

export const updateWebhookRow = ({ db, orgId }: Store, id: string, changes: WebhookChanges) =>
  db.update(webhooks).set(changes).where(isWebhook(orgId, id));

/** Deletes an endpoint with what is recorded of its deliveries: those that are kept and those that wait, which are bounded. */
export const deleteWebhookRow = ({ db, orgId }: Store, id: string) => [
  db.delete(webhookDeliveries).where(and(eq(webhookDeliveries.orgId, orgId), eq(webhookDeliveries.webhookId, id))),
  db.delete(webhooks).where(isWebhook(orgId, id)),
];

/** Returns a condition: the endpoint is at a revision. */
export const webhookIsAt = ({ orgId }: Store, { id, revision }: Pick<WebhookRow, 'id' | 'revision'>): SQL =>
  sql`exists (select 1 from ${webhooks} where ${isWebhook(orgId, id)} and ${webhooks.revision} = ${revision})`;

/** Whether an organization has an endpoint that may be told of a change. It reads no row if there is none. */
export const hasActiveWebhook = (orgId: string): SQL<number> =>
  sql<number>`exists (select 1 from main.${webhooks} where ${webhooks.orgId} = ${orgId} and ${webhooks.status} = 'ACTIVE')`;

export type NewDelivery = Omit<InferInsertModel<typeof webhookDeliveries>, 'orgId'>;

export const insertDelivery = ({ orgId }: Store, row: NewDelivery) => insertRows(webhookDeliveries, [{ ...row, orgId }]);

/** The ids of the deliveries of an endpoint that wait: as many as may wait and one at most. */
export const waitingDeliveries = ({ db }: Store, webhookId: string) =>
  db.query.webhookDeliveries.findMany({
    columns: { id: true },
    where: { webhookId, status: 'PENDING' },
    limit: MAX_WAITING_DELIVERIES + 1,
  });

/** Returns a condition: fewer deliveries of the endpoint wait than may wait. */
export const hasRoomForDelivery = ({ orgId }: Store, webhookId: string): SQL =>
  sql`(select count(*) from ${webhookDeliveries} where ${webhookDeliveries.orgId} = ${orgId}
    and ${webhookDeliveries.webhookId} = ${webhookId} and ${webhookDeliveries.status} = 'PENDING') < ${MAX_WAITING_DELIVERIES}`;

/** The event with an id, or the newest one. */
export const eventToDeliver = ({ db }: Store, id: string | null) =>
  db.query.auditEntries.findFirst({ columns: { id: true }, where: id === null ? {} : { id }, orderBy: { seq: 'desc' } });

const isWebhook = (orgId: string, id: string) => and(eq(webhooks.orgId, orgId), eq(webhooks.id, id));

/** A run of deliveries, which no other run disturbs until its lease ends. */
export interface Lease {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The status is a literal because SQLite does not use the partial index for a bound parameter. */
const isDue = (now: number): SQL => sql`${webhooks.status} = 'ACTIVE'
  and (${webhooks.leaseUntil} is null or ${webhooks.leaseUntil} <= ${now})
  and ((${webhooks.deliveredThrough} < (select max(${auditEntries.seq}) from ${auditEntries} where ${auditEntries.orgId} = ${webhooks.orgId})
      and (${webhooks.nextAttemptAt} is null or ${webhooks.nextAttemptAt} <= ${now}))
    or exists (select 1 from ${webhookDeliveries} where ${webhookDeliveries.orgId} = ${webhooks.orgId}
      and ${webhookDeliveries.webhookId} = ${webhooks.id} and ${webhookDeliveries.status} = 'PENDING' and ${webhookDeliveries.cause} <> 'EVENT'))`;

/** Returns the organizations that have an endpoint with something to deliver. */
export async function organizationsWithDueWebhooks(d1: D1Database, now: number): Promise<readonly string[]> {
  const rows = await openTables(d1).selectDistinct({ id: webhooks.orgId }).from(webhooks).where(isDue(now));
  return rows.map(({ id }) => id);
}

/** Leases the endpoints of the organization that have something to deliver, and returns them, in one call. */
export async function leaseDueWebhooks({ db, orgId }: Store, lease: Lease, now: number) {
  const [, leased] = await db.batch([
    db
      .update(webhooks)
      .set({ leaseId: lease.id, leaseUntil: lease.until })
      .where(and(eq(webhooks.orgId, orgId), isDue(now))),
    db.query.webhooks.findMany({
      where: { leaseId: lease.id },
      orderBy: { id: 'asc' },
      with: {
        sponsor: true,
        deliveries: {
          where: { status: 'PENDING' },
          // Those of events first: an attempt that did not find its own would record a second one.
          orderBy: ({ cause, id }) => [sql`${cause} <> 'EVENT'`, id],
          limit: MOST_PENDING,
          with: { event: { columns: { seq: true } } },
        },
      },
    }),
  ]);
  return leased;
}

/** Most waiting deliveries of an endpoint that one run makes. */
const MOST_PENDING = 25;

export type LeasedWebhook = Awaited<ReturnType<typeof leaseDueWebhooks>>[number];

/** Returns a condition: the run still has its lease of the endpoint. */
export const leaseIsHeld = ({ orgId }: Store, webhookId: string, { id }: Lease): SQL =>
  sql`exists (select 1 from ${webhooks} where ${isWebhook(orgId, webhookId)} and ${webhooks.leaseId} = ${id})`;

interface AttemptedDelivery extends Pick<NewDelivery, 'id' | 'eventId' | 'cause' | 'attempts'> {
  readonly status: DeliveryStatus;
  readonly lastError: string | null;
  readonly nextAttemptAt: number | null;
  /** Whether the delivery is recorded already. */
  readonly isRecorded: boolean;
}

/** Returns the statements that record an attempt. A delivery that ends with it makes room: the oldest ones beyond what is kept are deleted. */
export function recordAttempt(store: Store, webhookId: string, attempted: AttemptedDelivery, now: number) {
  const { db, orgId } = store;
  const { isRecorded, ...delivery } = attempted;
  const { status, attempts, lastError, nextAttemptAt } = delivery;
  const recorded = isRecorded
    ? db
        .update(webhookDeliveries)
        .set({ status, attempts, lastError, nextAttemptAt, updatedAt: now })
        .where(and(eq(webhookDeliveries.orgId, orgId), eq(webhookDeliveries.id, delivery.id)))
    : db.run(insertDelivery(store, { ...delivery, webhookId, createdAt: now, updatedAt: now }));
  return status === 'PENDING' ? [recorded] : [recorded, deleteExcessDeliveries(store, webhookId)];
}

/** Most deliveries that one statement deletes. What remains, the next one does. */
const MOST_DELETED = 500;

/** Deletes the oldest deliveries of an endpoint beyond those that are kept, but none that waits. */
const deleteExcessDeliveries = ({ db, orgId }: Store, webhookId: string) => {
  const isOfWebhook = and(eq(webhookDeliveries.orgId, orgId), eq(webhookDeliveries.webhookId, webhookId));
  const excess = sql`(select ${webhookDeliveries.id} from ${webhookDeliveries} where ${isOfWebhook}
    order by ${webhookDeliveries.id} desc ${limit(MOST_DELETED)} offset ${MAX_KEPT_DELIVERIES})`;
  return db.delete(webhookDeliveries).where(and(eq(webhookDeliveries.orgId, orgId), sql`${webhookDeliveries.id} in ${excess}`, hasEnded));
};

/** A literal because SQLite does not use the partial index for a bound parameter. */
const hasEnded = sql`${webhookDeliveries.status} <> 'PENDING'`;

/** Deletes deliveries of all organizations that ended at `until` or earlier, `MOST_DELETED` at most: the oldest first. */
export async function deleteOldDeliveries(d1: D1Database, until: number): Promise<void> {
  const { orgId, id, updatedAt } = webhookDeliveries;
  const old = sql`(select ${orgId}, ${id} from ${webhookDeliveries} where ${updatedAt} <= ${until} and ${hasEnded} order by ${updatedAt} ${limit(MOST_DELETED)})`;
  await openTables(d1).delete(webhookDeliveries).where(sql`(${orgId}, ${id}) in ${old}`);
}

/** Ends deliveries that wait. What is recorded of their last attempt stays. */
export const endDeliveries = ({ db, orgId }: Store, ids: readonly string[], now: number) =>
  db
    .update(webhookDeliveries)
    .set({ status: 'FAILED', nextAttemptAt: null, updatedAt: now })
    .where(and(eq(webhookDeliveries.orgId, orgId), inArray(webhookDeliveries.id, [...ids]), eq(webhookDeliveries.status, 'PENDING')));

/** Makes the deliveries of an endpoint that wait due at once. */
export const hurryDeliveries = ({ db, orgId }: Store, webhookId: string) =>
  db
    .update(webhookDeliveries)
    .set({ nextAttemptAt: null })
    .where(
      and(eq(webhookDeliveries.orgId, orgId), eq(webhookDeliveries.webhookId, webhookId), sql`${webhookDeliveries.status} = 'PENDING'`),
    );

/** Statements that record what became of deliveries. */
export type DeliveryStatements = readonly BatchItem<'sqlite'>[];

interface AttemptToCommit {
  readonly webhookId: string;
  readonly lease: Lease;
  readonly changes: WebhookChanges;
  readonly record: DeliveryStatements;
}

/**
 * Records an attempt and how far its endpoint is, in one batch. Returns false if the run has lost its lease: nothing is written, and whoever
 * has the lease delivers again.
 */
export function commitAttempt(store: Store, { webhookId, lease, changes, record }: AttemptToCommit): Promise<boolean> {
  return batchIf(store, leaseIsHeld(store, webhookId, lease), [updateWebhookRow(store, webhookId, changes), ...record]);
}
