import type { D1 } from '../../engine/d1/d1.ts';
import { noUsage, type Usage } from '../../engine/d1/metered.ts';
import { unavailableBeneath } from '../../engine/d1/unavailable.ts';
import { openStore, type Store } from '../../store/client.ts';
import { dueJobsOf, entriesToRun, type JobKey, jobToRun, organizationsWithDueJobs } from '../../store/jobs.ts';
import { inTurn } from '../turns.ts';
import { type AccountToMigrate, cardsToCheck, migrateAccount, type Run } from './migrate-account.ts';

/** Entries that are loaded at once. */
const PAGE = 25;
/** Statements that one scheduled run begins another entry below, of the 1,000 that an invocation has: an entry takes about 8, a page 3. */
const MAX_STATEMENTS = 800;
/** What that comes to in entries, about. */
const MAX_ENTRIES = 80;
/** Jobs of one organization that take turns. */
const JOBS_AT_ONCE = 25;
const MAX_ATTEMPTS = 8;

/**
 * Does what jobs of all organizations have left to do; no token calls it. Organizations take turns, and so do the jobs of one: each turn is a
 * page of one job. It may run late, twice, or two at once: an entry ends once, in the write that moves its account. What one run leaves
 * over is the next one's.
 * @throws AggregateError when all else is done, of entries that a bug keeps from ending
 */
export async function runDueJobs(d1: D1Database, run: Run): Promise<void> {
  const usage = noUsage();
  const orgIds = inTurn(await organizationsWithDueJobs(d1), MAX_ENTRIES, run.now);
  // Where there are many organizations, each does less in a turn, so that the run comes to all of them.
  const limit = Math.max(1, Math.min(PAGE, Math.floor(MAX_ENTRIES / orgIds.length)));
  const errors: unknown[] = [];
  const waiting = orgIds.map((orgId): Queue => ({ orgId, turns: [], lastId: '' }));
  for (let queue = waiting.shift(); queue && usage.statements < MAX_STATEMENTS; queue = waiting.shift()) {
    const { orgId, lastId, turns: left } = queue.turns.length > 0 ? queue : await refilled(d1, queue);
    const [turn, ...turns] = left;
    if (!turn) continue;
    const page = await runPage(d1, turn, run, { limit, usage });
    errors.push(...page.errors);
    if (page.after !== null) turns.push({ ...turn, after: page.after });
    waiting.push({ orgId, turns, lastId });
  }
  throwAny(errors);
}

/** The jobs of an organization that take turns, and the last that has come to take one. */
interface Queue {
  readonly orgId: string;
  readonly turns: readonly Turn[];
  readonly lastId: string;
}

async function refilled(d1: D1Database, { orgId, lastId }: Queue): Promise<Queue> {
  const jobs = await dueJobsOf(d1, orgId, { after: lastId, limit: JOBS_AT_ONCE });
  return { orgId, turns: jobs.map((job) => ({ ...job, after: '' })), lastId: jobs.at(-1)?.id ?? lastId };
}

/** Begins a job: its first page. The rest is the scheduled run's. */
export async function beginJob(d1: D1, job: JobKey, run: Run): Promise<void> {
  throwAny((await runPage(d1, { ...job, after: '' }, run, { limit: PAGE, usage: noUsage() })).errors);
}

/** A job, and the last account that this run has come to. */
interface Turn extends JobKey {
  readonly after: string;
}

interface Page {
  readonly errors: readonly unknown[];
  /** The last account of the page; null: there are no more. */
  readonly after: string | null;
}

interface Share {
  /** Entries of a page. */
  readonly limit: number;
  /** What the run has cost. */
  readonly usage: Usage;
}

/** The next entries of a job, each by itself: one that breaks leaves the others to be done. */
async function runPage(d1: D1, { orgId, id, after }: Turn, run: Run, { limit, usage }: Share): Promise<Page> {
  const store = openStore(d1, orgId, null, usage);
  const [job, entries] = await store.db.batch([jobToRun(store, id), entriesToRun(store, id, { after, limit })]);
  if (!job) return { errors: [], after: null };
  const cards = await cardsToCheck(store, job, entries);
  const errors: unknown[] = [];
  for (const entry of entries) {
    if (usage.statements >= MAX_STATEMENTS) break;
    try {
      await endEntry(store, { job, entry, cards }, run);
    } catch (error) {
      if (unavailableBeneath(error)) throw error;
      errors.push(error);
    }
  }
  return { errors, after: entries.length < limit ? null : (entries.at(-1)?.accountId ?? null) };
}

/** Ends an entry; one that loses a race is decided again on what is there then, unless somebody else has ended it. */
async function endEntry(store: Store, account: AccountToMigrate, run: Run): Promise<void> {
  let current = account;
  for (let attempt = 1; !(await migrateAccount(store, current, run)) && attempt < MAX_ATTEMPTS; attempt++) {
    await run.pause(attempt + 1);
    const { jobId, accountId } = account.entry;
    const [job, entries] = await store.db.batch([jobToRun(store, jobId), entriesToRun(store, jobId, { accountId })]);
    const [entry] = entries;
    if (!job || !entry) return;
    current = { job, entry, cards: await cardsToCheck(store, job, entries) };
  }
}

function throwAny(errors: readonly unknown[]): void {
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} job entries failed`);
}
