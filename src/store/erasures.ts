import { and, asc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { ERASED, ERASED_ALIAS, NO_ADDRESS } from '../domain/erasure.ts';
import { fold } from '../domain/fold.ts';
import { instantAfter } from '../domain/revision.ts';
import { openTables, type Store } from './client.ts';
import type { CustomerRow } from './customers.ts';
import { accountAliases, accounts, auditEntries, customers, idempotencyRecords, licenseUpdates, purchases } from './tables/index.ts';

/** An erasure that runs, and what it has reached. */
export interface Erasure {
  /** The generated id of the customer. */
  readonly customerId: string;
  /** The customer or the account whose audit entries are read. */
  readonly subjectId: string;
  /** The last audit entry that was read. Empty before the first one. */
  readonly entryId: string;
}

const NAME = { name: ERASED, nameFolded: fold(ERASED) };

/** Erases a customer's own row, and begins the erasure of what else is known of the customer. */
export const beginErasure = ({ db, orgId }: Store, { id, updatedAt }: Pick<CustomerRow, 'id' | 'updatedAt'>, now: number) =>
  db
    .update(customers)
    .set({
      ...NAME,
      primaryEmail: ERASED,
      address: NO_ADDRESS,
      settings: [],
      erasureRequestedAt: now,
      erasureSubjectId: id,
      erasureEntryId: '',
      updatedAt: instantAfter(updatedAt, now),
    })
    .where(isCustomer(orgId, id));

/** Returns an erasure of the organization that runs: that of one customer, or the first of those that come after one. */
export async function runningErasure(
  { db }: Store,
  which: { readonly customerId: string } | { readonly after: string },
): Promise<Erasure | undefined> {
  const row = await db.query.customers.findFirst({
    where: { erasureSubjectId: { isNotNull: true }, id: 'after' in which ? { gt: which.after } : which.customerId },
    columns: { id: true, erasureSubjectId: true, erasureEntryId: true },
    orderBy: { id: 'asc' },
  });
  if (!row || row.erasureSubjectId === null) return undefined;
  return { customerId: row.id, subjectId: row.erasureSubjectId, entryId: row.erasureEntryId ?? '' };
}

/** Returns at most `limit` organizations with an erasure that runs. */
export async function organizationsWithErasures(d1: D1Database, limit: number): Promise<readonly string[]> {
  const query = openTables(d1).selectDistinct({ id: customers.orgId }).from(customers).where(isNotNull(customers.erasureSubjectId));
  return (await query.limit(limit)).map(({ id }) => id);
}

/** Maximum numbers of rows that one step of an erasure reads and writes. A few entries can have half a megabyte each. */
const ENTRIES = 25;
const ALIASES = 100;

/**
 * Reads what the next step of an erasure erases, in one call: the next entries of the subject, with their states if their operation is one of
 * `operations`, its aliases, and the account that comes after the subject.
 */
export async function nextToErase({ db, orgId }: Store, { customerId, subjectId, entryId }: Erasure, operations: readonly string[]) {
  const { id, operation, at, entities, before, after } = auditEntries;
  const ifErased = (column: typeof entities | typeof before) =>
    sql<unknown>`case when ${inArray(operation, [...operations])} then ${column} end`.mapWith(column);
  const [entries, aliases, [next]] = await db.batch([
    db
      .select({ id, operation, at, entities: ifErased(entities), before: ifErased(before), after: ifErased(after) })
      .from(auditEntries)
      .where(and(eq(auditEntries.orgId, orgId), eq(auditEntries.subjectId, subjectId), gt(id, entryId)))
      .orderBy(asc(id))
      .limit(ENTRIES),
    db
      .select({ id: accountAliases.id })
      .from(accountAliases)
      .where(
        and(
          eq(accountAliases.orgId, orgId),
          eq(accountAliases.accountId, subjectId),
          sql`${accountAliases.value} <> ${erasedAlias(accountAliases.id)}`,
        ),
      )
      .limit(ALIASES),
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(eq(accounts.orgId, orgId), eq(accounts.customerId, customerId), gt(accounts.id, subjectId === customerId ? '' : subjectId)),
      )
      .orderBy(asc(accounts.id))
      .limit(1),
  ]);
  const isRead = entries.length < ENTRIES && aliases.length < ALIASES;
  return { entries, aliases: aliases.map((alias) => alias.id), isRead, nextAccountId: next?.id ?? null };
}

/** Erases an account's own row. */
export const eraseAccount = ({ db, orgId }: Store, id: string, now: number) =>
  db
    .update(accounts)
    .set({
      ...NAME,
      primaryEmail: sql`case when ${accounts.primaryEmail} is not null then ${ERASED} end`,
      address: null,
      billingInformation: null,
      settings: [],
      metadata: {},
      tags: [],
      revision: sql`${accounts.revision} + 1`,
      updatedAt: sql`max(${accounts.updatedAt} + 1, ${now})`,
    })
    .where(and(eq(accounts.orgId, orgId), eq(accounts.id, id)));

/** An alias is unique in its period, so each has a marker of its own. */
const erasedAlias = (id: typeof accountAliases.id): SQL => sql`${ERASED_ALIAS} || ${id} || ']'`;

export const eraseAliases = ({ db, orgId }: Store, ids: readonly string[]) =>
  db
    .update(accountAliases)
    .set({ value: erasedAlias(accountAliases.id) })
    .where(and(eq(accountAliases.orgId, orgId), sql`${accountAliases.id} in (${valuesOf(ids)})`));

/** The states of an audit entry without personal texts. A trigger refuses every other change of an entry. */
export interface ErasedEntry {
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

export const eraseEntry = ({ db, orgId }: Store, { id, before, after }: ErasedEntry) =>
  db
    .update(auditEntries)
    .set({ before, after })
    .where(and(eq(auditEntries.orgId, orgId), eq(auditEntries.id, id)));

/** Erases the comments of purchases. */
export const eraseComments = ({ db, orgId }: Store, ids: readonly string[]) =>
  db
    .update(purchases)
    .set({ comment: ERASED })
    .where(and(eq(purchases.orgId, orgId), sql`${purchases.id} in (${valuesOf(ids)})`, isNotNull(purchases.comment)));

/** Erases the metadata of license updates. */
export const eraseLicenseMetadata = ({ db, orgId }: Store, ids: readonly string[]) =>
  db
    .update(licenseUpdates)
    .set({ metadata: null })
    .where(and(eq(licenseUpdates.orgId, orgId), sql`${licenseUpdates.id} in (${valuesOf(ids)})`, isNotNull(licenseUpdates.metadata)));

/**
 * Erases the hashes of inputs, from which a short text could be guessed, of the requests that were made at these instants and changed one of
 * these ids. The same key is then refused instead of answered.
 */
export const eraseRecords = ({ db, orgId }: Store, instants: readonly number[], ids: readonly string[]) =>
  db
    .update(idempotencyRecords)
    .set({ inputHash: ERASED })
    .where(
      and(
        eq(idempotencyRecords.orgId, orgId),
        sql`${idempotencyRecords.createdAt} in (${valuesOf(instants)})`,
        sql`exists (select 1 from json_tree(${idempotencyRecords.changed}) where atom in (${valuesOf(ids)}))`,
      ),
    );

/** Returns a condition: the erasure has reached what a step began with, so that no other run has made the step. */
export const erasureIsAt = ({ orgId }: Store, { customerId, subjectId, entryId }: Erasure): SQL =>
  sql`exists (select 1 from ${customers} where ${and(
    isCustomer(orgId, customerId),
    eq(customers.erasureSubjectId, subjectId),
    eq(customers.erasureEntryId, entryId),
  )})`;

/** Records what an erasure has reached. */
export const advanceErasure = ({ db, orgId }: Store, { customerId, subjectId, entryId }: Erasure) =>
  db.update(customers).set({ erasureSubjectId: subjectId, erasureEntryId: entryId }).where(isCustomer(orgId, customerId));

/** Records that everything is erased. */
export const endErasure = ({ db, orgId }: Store, { customerId }: Erasure, now: number) =>
  db
    .update(customers)
    .set({ erasureSubjectId: null, erasureEntryId: null, erasedAt: now, updatedAt: sql`max(${customers.updatedAt} + 1, ${now})` })
    .where(isCustomer(orgId, customerId));

const isCustomer = (orgId: string, id: string) => and(eq(customers.orgId, orgId), eq(customers.id, id));

const valuesOf = (values: readonly unknown[]): SQL => sql`select value from json_each(${JSON.stringify(values)})`;
