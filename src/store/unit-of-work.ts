import { is, SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { difference, requireRecordable } from '../domain/audit.ts';
import { ok, type Result } from '../domain/result.ts';
import type { StorageUse } from '../domain/storage.ts';
import type { Database, Store } from './client.ts';
import { deleteUnusedSets } from './rate-cards.ts';
import { assertWithinQuota, quotaFailure, settleStorage } from './storage-usage.ts';
import { auditEntries } from './tables/index.ts';

/** What an accepted change leaves in the audit log. */
export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  /** Who spoke for the actor; null: itself. */
  readonly delegate: string | null;
  readonly requestId: string;
  readonly operation: string;
  readonly subjectId: string | null;
  readonly entities: readonly string[];
  /** The subject's state before and after the change, of which the log keeps what differs. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The revision that a change gives an active timeline, and the instant that it is recorded at. */
interface TimelineMove {
  readonly revision: number;
  readonly recordedAt: number;
}

type Statement = BatchItem<'sqlite'>;
type ResultOf<T extends Statement> = T['_']['result'];

/**
 * One atomic write: guards, writes, the audit entry and the read-back of what the caller selected, sent to D1 as one
 * batch that happens whole or not at all.
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

  constructor(store: Store) {
    this.#db = store.db;
    this.#orgId = store.orgId;
  }

  /**
   * Nothing is written unless `condition` holds when the batch runs: whoever writes still may. Unlike after a guard, deciding
   * again would not help.
   */
  authorize(condition: SQL): void {
    this.#authority = this.#assert(condition, UNAUTHORIZED);
  }

  /**
   * Has the batch let go what nothing refers to any more, and write nothing that would have the organization store more than its quota. Work
   * that was accepted before is not held to it, and supersedes rather than deletes: it spares the statements, which a run may have few of.
   */
  limitStorage(): void {
    this.#isWithinQuota = true;
  }

  /**
   * The batch fails whole unless `condition` holds when it runs: what was read is then no longer so.
   * @param revision the revision that the condition holds for, where it is about one
   */
  guard(condition: SQL, revision?: number): void {
    this.#guards.push(this.#assert(condition, LOST_RACE));
    this.#revision ??= revision ?? null;
  }

  /** The revision that the decision was made on; null where it is not about an entity that has one. */
  get revision(): number | null {
    return this.#revision;
  }

  /** Changes something: what is written here makes a change of the unit. */
  write(...statements: (SQL | Statement)[]): void {
    this.#writes.push(...this.#prepared(statements));
  }

  /** Written only if something changes, and before it: the rate cards that a row refers to. */
  provide(...statements: SQL[]): void {
    this.#provided.push(...this.#prepared(statements));
  }

  /** Written only if something changes, as the audit entry is: the next revision, the record of a key. */
  record(...statements: (SQL | Statement)[]): void {
    this.#records.push(...this.#prepared(statements));
  }

  /** Says that the change is made outside of the database, so that its audit entry is all there is to write. */
  changesElsewhere(): void {
    this.#isElsewhere = true;
  }

  /** Says, before the audit entry, which revision the writes give the active timeline of the entry's subject. */
  movesTimeline(move: TimelineMove): void {
    this.#timeline = move;
  }

  audit(entry: AuditEntry): void {
    const changed = difference(entry);
    this.#isRecordable = requireRecordable(changed);
    const { revision: timelineRevision = null, recordedAt: timelineRecordedAt = null } = this.#timeline ?? {};
    const row = { ...entry, ...changed, orgId: this.#orgId, timelineRevision, timelineRecordedAt };
    this.#audit = this.#db.insert(auditEntries).values(row);
  }

  /** Refuses LIMIT_EXCEEDED for a change that is too large for its audit entry; such a unit is not committed. */
  isRecordable(): Result<undefined> {
    return this.#isRecordable;
  }

  /** A relational query that sees the writes; its answer is there after the commit. */
  read<T extends Statement>(query: T): () => ResultOf<T> {
    const index = this.#reads.push(query) - 1;
    return () => this.#results[index] as ResultOf<T>;
  }

  /**
   * Runs the batch. False: another writer came first, nothing was written, and the decision must be made again.
   * A verb that found nothing to change has written nothing: no entry and no record is kept of it, and it is answered by the reads.
   * @throws UnauthorizedError, StorageFullError
   */
  async commit(): Promise<boolean> {
    const before = this.#changes();
    const [first, ...rest] = [...before, ...this.#reads];
    if (!first) return true;
    try {
      const results: unknown[] = await this.#db.batch([first, ...rest]);
      this.#results = results.slice(before.length);
      return true;
    } catch (error) {
      if (causes(error).includes(UNAUTHORIZED)) throw new UnauthorizedError();
      const full = quotaFailure(causes(error));
      if (full) throw new StorageFullError(full);
      if (isLostRace(error)) return false;
      throw error;
    }
  }

  /** Everything that comes before the reads. A change has its audit entry; what changes nothing leaves neither entry nor record. */
  #changes(): Statement[] {
    if (this.#writes.length === 0 && !this.#isElsewhere) return this.#guards;
    if (!this.#audit) throw new Error('a change without its audit entry');
    const authority = this.#authority ? [this.#authority] : [];
    const storage = this.#isWithinQuota ? [deleteUnusedSets, assertWithinQuota, settleStorage].map((end) => end(this.#orgId)) : [];
    return [...authority, ...this.#guards, ...this.#provided, ...this.#writes, this.#audit, ...this.#records, ...this.#prepared(storage)];
  }

  #assert(condition: SQL, code: string): Statement {
    return this.#db.run(sql`insert into _assert (ok, code) select ${condition}, ${code}`);
  }

  #prepared(statements: readonly (SQL | Statement)[]): Statement[] {
    return statements.map((statement) => (is(statement, SQL) ? this.#db.run(statement) : statement));
  }
}

/** Thrown by a commit whose writer may no longer write. Nothing was written. */
export class UnauthorizedError extends Error {}

/** Thrown by a commit that would have the organization store more than its quota. Nothing was written. */
export class StorageFullError extends Error {
  readonly use: StorageUse;
  constructor(use: StorageUse) {
    super(`${use.used} of ${use.quota} bytes are used`);
    this.use = use;
  }
}

/** The codes of what a batch asserts; the triggers have codes of their own. */
const LOST_RACE = 'LOST_RACE';
const UNAUTHORIZED = 'UNAUTHORIZED';

/** A guard, a unique key or an overlap trigger that the decision's own read had passed can only fail by a race. */
const isLostRace = (error: unknown): boolean => /LOST_RACE|_OVERLAP|UNIQUE constraint failed/.test(causes(error));

function causes(error: unknown): string {
  return error instanceof Error ? `${error.message} ${causes(error.cause)}` : '';
}
