import type { D1 } from '../../engine/d1/d1.ts';
import { unavailableBeneath } from '../../engine/d1/unavailable.ts';
import { openStore, type Store } from '../../store/client.ts';
import { dueJobsOf, entriesToRun, type JobKey, jobToRun, organizationsWithDueJobs } from '../../store/jobs.ts';
import { Budget } from '../budget.ts';
import { inTurn } from '../turns.ts';
import { type AccountToMigrate, cardsToCheck, migrateAccount, type Run } from './migrate-account.ts';

/** Maximum number of entries that are loaded at once. */
const PAGE = 25;
/** The approximate number of entries that every scheduled run ends. An entry takes about 8 statements, a page 3. */
const MAX_ENTRIES = 40;
/** Maximum number of jobs of one organization that take turns. */
const JOBS_AT_ONCE = 25;
const MAX_ATTEMPTS = 8;

/**
 * Runs the jobs of all organizations that are not finished. No token calls it. Organizations take turns, and so do the jobs of one
 * organization. Each turn is a page of one job. Runs may be late, repeated or concurrent, because an entry ends once, in the write that
 * moves its account. The next run does what remains.
 * @throws AggregateError after everything else is done, if a bug prevents entries from ending
 */
export async function runDueJobs(d1: D1Database, run: Run, budget: Budget = new Budget()): Promise<void> {
  const orgIds = inTurn(await organizationsWithDueJobs(d1), MAX_ENTRIES, run.now);
  // With many organizations, each gets smaller pages, so that the run reaches all of them.
  const limit = Math.max(1, Math.min(PAGE, Math.floor(MAX_ENTRIES / orgIds.length)));
  const errors: unknown[] = [];
  const waiting = orgIds.map((orgId): Queue => ({ orgId, turns: [], lastId: '' }));
  for (let queue = waiting.shift(); queue && !budget.isSpent; queue = waiting.shift()) {
    const { orgId, lastId, turns: left } = queue.turns.length > 0 ? queue : await refill(d1, queue);
    const [turn, ...turns] = left;
    if (!turn) continue;
    const page = await runPage(d1, turn, run, { limit, budget });
    errors.push(...page.errors);
    if (page.after !== null) turns.push({ ...turn, after: page.after });
    waiting.push({ orgId, turns, lastId });
  }
  throwAny(errors);
}

/** The jobs of an organization that wait for their turns, and the id of the last job that was loaded. */
interface Queue {
  readonly orgId: string;
  readonly turns: readonly Turn[];
  readonly lastId: string;
}

async function refill(d1: D1Database, { orgId, lastId }: Queue): Promise<Queue> {
  const jobs = await dueJobsOf(d1, orgId, { after: lastId, limit: JOBS_AT_ONCE });
  return { orgId, turns: jobs.map((job) => ({ ...job, after: '' })), lastId: jobs.at(-1)?.id ?? lastId };
}

/** Runs the first page of a job, within what is left of a budget. The scheduled run does the others. */
export async function beginJob(d1: D1, job: JobKey, run: Run, budget: Budget): Promise<void> {
  if (!budget.isSpent) throwAny((await runPage(d1, { ...job, after: '' }, run, { limit: PAGE, budget })).errors);
}

/** A job, and the id of the last account that this run has processed. */
interface Turn extends JobKey {
  readonly after: string;
}

interface Page {
  readonly errors: readonly unknown[];
  /** The id of the last account of the page. `null`: it is the last page. */
  readonly after: string | null;
}

interface Share {
  /** Maximum number of entries in a page. */
  readonly limit: number;
  readonly budget: Budget;
}

/** Runs the next entries of a job, each by itself, so that an entry that throws does not stop the others. */
async function runPage(d1: D1, { orgId, id, after }: Turn, run: Run, { limit, budget }: Share): Promise<Page> {
  const store = openStore(d1, orgId, null, budget.usage);
  const [job, entries] = await store.db.batch([jobToRun(store, id), entriesToRun(store, id, { after, limit })]);
  if (!job) return { errors: [], after: null };
  const cards = await cardsToCheck(store, job, entries);
  const errors: unknown[] = [];
  for (const entry of entries) {
    if (budget.isSpent) break;
    try {
      await endEntry(store, { job, entry, cards }, run);
    } catch (error) {
      if (unavailableBeneath(error)) throw error;
      errors.push(error);
    }
  }
  return { errors, after: entries.length < limit ? null : (entries.at(-1)?.accountId ?? null) };
}

/** Ends an entry. After a lost race, decides again on the new state, unless another run has ended the entry. */
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
