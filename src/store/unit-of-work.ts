import { is, SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { difference, requireRecordable } from '../domain/audit.ts';
import type { EventKind } from '../domain/event.ts';
import { ok, type Result } from '../domain/result.ts';
import type { StorageUse } from '../domain/storage.ts';
import { assertion } from './assertion.ts';
import type { Database, Store } from './client.ts';
import { eventColumns, newestSeq } from './event-columns.ts';
import { deleteUnusedSets } from './rate-cards.ts';
import { assertWithinQuota, quotaFailure, settleStorage } from './storage-usage.ts';
import { auditEntries } from './tables/index.ts';
import { hasActiveWebhook } from './webhooks.ts';

/** The entry of an accepted change in the audit log. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  /** The id of the delegate that acted for the actor. `null`: the actor itself. */
  readonly delegate: string | null;
  readonly requestId: string;
  readonly operation: string;
  /** What the change did, without what it did to the active timeline: a unit that moves the timeline adds that. */
  readonly kinds: readonly EventKind[];
  readonly subjectId: string | null;
  readonly entities: readonly string[];
  /** The subject's state before and after the change. The log stores only the differences. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The new revision of an active timeline, and the instant of its recording in milliseconds since the epoch. */
interface TimelineMove {
  readonly revision: number;
  readonly recordedAt: number;
  /** What the change did to the timeline. */
  readonly kinds: readonly EventKind[];
}

type Statement = BatchItem<'sqlite'>;
type ResultOf<T extends Statement> = T['_']['result'];

/**
 * One atomic write: guards, writes, the audit entry, and the reads of what the caller selected. D1 runs them as one batch, which is applied
 * completely or not at all.
 */
export class UnitOfWork {
  readonly #db: Database;
  readonly #orgId: string;
  readonly #guards: Statement[] = [];
  readonly #provided: Statement[] = [];
  readonly #writes: Statement[] = [];
  readonly #reads: Statement[] = [];
  readonly #records: Statement[] = [];
  #authority: Statement | undefined;
  #audit: Statement | undefined;
  #isRecordable: Result<undefined> = ok();
  #timeline: TimelineMove | null = null;
  #isElsewhere = false;
  #revision: number | null = null;
  #isWithinQuota = false;
  #results: unknown[] = [];
  #isFollowed = false;

  constructor(store: Store) {
    this.#db = store.db;
    this.#orgId = store.orgId;
  }

  /**
   * Adds the condition that the caller is still authorized. If it is false when the batch runs, nothing is written and `commit` throws
   * `UnauthorizedError`: unlike after a guard, a new decision would not help.
   */
  authorize(condition: SQL): void {
    this.#authority = this.#assert(condition, UNAUTHORIZED);
  }

  /**
   * Makes the batch delete unused rate card sets and fail if it exceeds the organization's quota. Work that was accepted earlier, such as
   * the entries of a job, is not limited and deletes nothing, which saves statements.
   */
  limitStorage(): void {
    this.#isWithinQuota = true;
  }

  /**
   * Adds a condition on what the decision has read. If it is false when the batch runs, nothing is written and `commit` returns false.
   * @param revision the revision that the condition compares with, if it compares one
   */
  guard(condition: SQL, revision?: number): void {
    this.#guards.push(this.#assert(condition, LOST_RACE));
    this.#revision ??= revision ?? null;
  }

  /** The revision that the decision was made on. `null`: the entity has no revision. */
  get revision(): number | null {
    return this.#revision;
  }

  /** Adds statements that change something. A unit without any is no change. */
  write(...statements: (SQL | Statement)[]): void {
    this.#writes.push(...this.#prepared(statements));
  }

  /** Adds statements that run before the writes, and only if there are writes: the rate cards that a row refers to. */
  provide(...statements: SQL[]): void {
    this.#provided.push(...this.#prepared(statements));
  }

  /** Adds statements that run after the writes, and only if there are writes: the next revision, the record of an idempotency key. */
  record(...statements: (SQL | Statement)[]): void {
    this.#records.push(...this.#prepared(statements));
  }

  /** Marks the unit as a change outside the database, which writes only its audit entry. */
  changesElsewhere(): void {
    this.#isElsewhere = true;
  }

  /** Sets the new revision of the active timeline of the audit entry's subject. Must be called before `audit`. */
  movesTimeline(move: TimelineMove): void {
    this.#timeline = move;
  }

  /** Whether a webhook may be told of the change. Known after the commit. */
  get isFollowed(): boolean {
    return this.#isFollowed;
  }

  /** Whether the unit changes an active timeline. */
  get isTimelineMoved(): boolean {
    return this.#timeline !== null;
  }

  audit(entry: AuditEntry): void {
    const changed = difference(entry);
    this.#isRecordable = requireRecordable(changed);
    const { revision: timelineRevision = null, recordedAt: timelineRecordedAt = null, kinds = [] } = this.#timeline ?? {};
    const event = eventColumns({ entities: entry.entities, kinds: [...entry.kinds, ...kinds] });
    const seq = sql<number>`${newestSeq(sql`${this.#orgId}`)} + 1`;
    this.#audit = this.#db
      .insert(auditEntries)
      .values({ ...entry, ...changed, ...event, orgId: this.#orgId, seq, timelineRevision, timelineRecordedAt })
      .returning({ isFollowed: hasActiveWebhook(this.#orgId) });
  }

  /** Refuses with `LIMIT_EXCEEDED` if the change is too large for its audit entry. Such a unit must not be committed. */
  isRecordable(): Result<undefined> {
    return this.#isRecordable;
  }

  /** Adds a relational query that runs after the writes. Returns a function that returns its result after the commit. */
  read<T extends Statement>(query: T): () => ResultOf<T> {
    const index = this.#reads.push(query) - 1;
    return () => this.#results[index] as ResultOf<T>;
  }

  /**
   * Runs the batch. Returns false if another writer came first: nothing was written, and the decision must be made again. A unit without
   * changes writes neither an audit entry nor a record, and only reads.
   * @throws UnauthorizedError if the caller may no longer write, StorageFullError if the quota is exceeded
   */
  async commit(): Promise<boolean> {
    const before = this.#changes();
    const [first, ...rest] = [...before, ...this.#reads];
    if (!first) return true;
    try {
      const results: unknown[] = await this.#db.batch([first, ...rest]);
      this.#results = results.slice(before.length);
      this.#isFollowed = this.#audit !== undefined && isFollowed(results[before.indexOf(this.#audit)]);
      return true;
    } catch (error) {
      if (causes(error).includes(UNAUTHORIZED)) throw new UnauthorizedError();
      const full = quotaFailure(causes(error));
      if (full) throw new StorageFullError(full);
      if (isLostRace(error)) return false;
      throw error;
    }
  }

  /** Returns the statements before the reads. A unit without changes has only its guards. */
  #changes(): Statement[] {
    if (this.#writes.length === 0 && !this.#isElsewhere) return this.#guards;
    if (!this.#audit) throw new Error('a change without its audit entry');
    const authority = this.#authority ? [this.#authority] : [];
    const [db, orgId] = [this.#db, this.#orgId];
    const storage = this.#isWithinQuota ? [deleteUnusedSets(orgId), assertWithinQuota(orgId), settleStorage(db, orgId)] : [];
    return [...authority, ...this.#guards, ...this.#provided, ...this.#writes, this.#audit, ...this.#records, ...this.#prepared(storage)];
  }

  #assert(condition: SQL, code: string): Statement {
    return this.#db.run(assertion(condition, code));
  }

  #prepared(statements: readonly (SQL | Statement)[]): Statement[] {
    return statements.map((statement) => (is(statement, SQL) ? this.#db.run(statement) : statement));
  }
}

/** Thrown by `commit` when the caller may no longer write. Nothing was written. */
export class UnauthorizedError extends Error {}

/** Thrown by `commit` when the change would exceed the organization's quota. Nothing was written. */
export class StorageFullError extends Error {
  readonly use: StorageUse;
  constructor(use: StorageUse) {
    super(`${use.used} of ${use.quota} bytes are used`);
    this.use = use;
  }
}

/** The codes of a batch's assertions. Triggers have their own codes. */
const LOST_RACE = 'LOST_RACE';
const UNAUTHORIZED = 'UNAUTHORIZED';

/** The decision has checked guards, unique keys and overlaps already, so only a race can make one of them fail in the batch. */
const isLostRace = (error: unknown): boolean => /LOST_RACE|_OVERLAP|UNIQUE constraint failed/.test(causes(error));

/** Whether the statement of an audit entry says that there is a webhook. */
const isFollowed = (result: unknown): boolean => Array.isArray(result) && Boolean(result[0]?.isFollowed);

function causes(error: unknown): string {
  return error instanceof Error ? `${error.message} ${causes(error.cause)}` : '';
}
