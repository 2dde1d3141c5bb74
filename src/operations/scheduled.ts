import { Budget } from './budget.ts';
import { runDueErasures } from './customer/run-erasures.ts';
import { forgetKeys } from './idempotency.ts';
import type { Run } from './job/migrate-account.ts';
import { runDueJobs } from './job/run.ts';
import { sweepExpiredProposals } from './proposal/sweep-expired.ts';
import { type Deliverer, deliverDueEvents, forgetDeliveries } from './webhook/deliver.ts';

export interface ScheduledRun extends Run {
  /** What delivers events. `null`: the deployment has no secret for it. */
  readonly deliverer: Deliverer | null;
}

/** Statements of a run at which jobs leave the rest to what comes after them, and at which erasures do. The other parts take about 100 at most. */
const SHARES = { jobs: 400, erasures: 550 };

/**
 * The scheduled work of all organizations. What changes something comes before what delivers the changes. Each part runs even if another one
 * fails. Jobs go on with what no other part needs.
 */
const PARTS: readonly ((d1: D1Database, run: ScheduledRun, budget: Budget) => Promise<void>)[] = [
  sweepExpiredProposals,
  (d1, { now }) => forgetKeys(d1, now),
  (d1, run, budget) => runDueJobs(d1, run, budget.upTo(SHARES.jobs)),
  (d1, run, budget) => runDueErasures(d1, run, budget.upTo(SHARES.erasures)),
  (d1, { now }) => forgetDeliveries(d1, now),
  async (d1, { deliverer }, budget) => {
    if (deliverer) await deliverDueEvents(d1, deliverer, budget);
  },
  runDueJobs,
];

/** Does the scheduled work. The next run does what remains. @throws AggregateError of all failures, after every part has run */
export async function doScheduledWork(d1: D1Database, run: ScheduledRun, budget: Budget = new Budget()): Promise<void> {
  const errors: unknown[] = [];
  for (const part of PARTS) await part(d1, run, budget).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors.flatMap(partsOf), 'Scheduled work failed');
}

const partsOf = (error: unknown): unknown[] => (error instanceof AggregateError ? error.errors : [error]);
