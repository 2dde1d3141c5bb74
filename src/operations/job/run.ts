import { openStore, type Store } from '../../store/client.ts';
import { unavailableBeneath } from '../../store/d1/unavailable.ts';
import { dueJobs, entriesToRun, type JobKey, jobToRun } from '../../store/jobs.ts';
import { type AccountToMigrate, cardsToCheck, migrateAccount, type Run } from './migrate-account.ts';

/** Entries that are loaded at once. With the page's own reads, a run after a request stays below 50 calls of D1. */
const PAGE = 25;
/** What one scheduled run tries at most: a call an entry and two a page, below the 1,000 that an invocation has. */
const MOST_ENTRIES = 600;
const MOST_JOBS = 100;
const MOST_ATTEMPTS = 8;

/**
 * Does what jobs of all organizations have left to do, a page of each in turn; no token calls it. It may run late, twice, or two at
 * once: an entry ends once, in the write that moves its account. What one run leaves over is the next one's.
 * @throws AggregateError when all else is done, of entries that a bug keeps from ending
 */
export async function runDueJobs(d1: D1Database, run: Run): Promise<void> {
  let turns: readonly Turn[] = (await dueJobs(d1, MOST_JOBS)).map((job) => ({ ...job, after: '' }));
  let tried = 0;
  const errors: unknown[] = [];
  while (turns.length > 0 && tried < MOST_ENTRIES) {
    const next: Turn[] = [];
    for (const turn of turns) {
      const page = await runPage(d1, turn, run);
      tried += page.tried;
      errors.push(...page.errors);
      if (page.after !== null) next.push({ ...turn, after: page.after });
      if (tried >= MOST_ENTRIES) break;
    }
    turns = next;
  }
  throwAny(errors);
}

/** Begins a job: its first page. The rest is the scheduled run's. */
export async function beginJob(d1: D1Database, job: JobKey, run: Run): Promise<void> {
  throwAny((await runPage(d1, { ...job, after: '' }, run)).errors);
}

/** A job, and the last account that this run has come to. */
interface Turn extends JobKey {
  readonly after: string;
}

interface Page {
  readonly tried: number;
  readonly errors: readonly unknown[];
  /** The last account of the page; null: there are no more. */
  readonly after: string | null;
}

/** The next entries of a job, each by itself: one that breaks leaves the others to be done. */
async function runPage(d1: D1Database, { orgId, id, after }: Turn, run: Run): Promise<Page> {
  const store = openStore(d1, orgId, null);
  const [job, entries] = await store.db.batch([jobToRun(store, id), entriesToRun(store, id, { after, limit: PAGE })]);
  if (!job) return { tried: 0, errors: [], after: null };
  const cards = await cardsToCheck(store, job, entries);
  const errors: unknown[] = [];
  for (const entry of entries) {
    try {
      await endEntry(store, { job, entry, cards }, run);
    } catch (error) {
      if (unavailableBeneath(error)) throw error;
      errors.push(error);
    }
  }
  return { tried: entries.length, errors, after: entries.length < PAGE ? null : (entries.at(-1)?.accountId ?? null) };
}

/** Ends an entry; one that loses a race is decided again on what is there then, unless somebody else has ended it. */
async function endEntry(store: Store, account: AccountToMigrate, run: Run): Promise<void> {
  let current = account;
  for (let attempt = 1; !(await migrateAccount(store, current, run)) && attempt < MOST_ATTEMPTS; attempt++) {
    const { jobId, accountId } = account.entry;
    const [job, entries] = await store.db.batch([jobToRun(store, jobId), entriesToRun(store, jobId, { accountId })]);
    const [entry] = entries;
    if (!job || !entry) return;
    current = { job, entry, cards: await cardsToCheck(store, job, entries) };
  }
}

function throwAny(errors: readonly unknown[]): void {
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} job entries broke`);
}
