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

/** The scheduled work of all organizations. What changes something comes before what delivers the changes. Each part runs even if another one fails. */
const PARTS: readonly ((d1: D1Database, run: ScheduledRun) => Promise<void>)[] = [
  sweepExpiredProposals,
  (d1, { now }) => forgetKeys(d1, now),
  runDueJobs,
  runDueErasures,
  (d1, { now }) => forgetDeliveries(d1, now),
  async (d1, { deliverer }) => {
    if (deliverer) await deliverDueEvents(d1, deliverer);
  },
];

/** Does the scheduled work. The next run does what remains. @throws AggregateError of all failures, after every part has run */
export async function doScheduledWork(d1: D1Database, run: ScheduledRun): Promise<void> {
  const errors: unknown[] = [];
  for (const part of PARTS) await part(d1, run).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors.flatMap(partsOf), 'Scheduled work failed');
}

const partsOf = (error: unknown): unknown[] => (error instanceof AggregateError ? error.errors : [error]);
