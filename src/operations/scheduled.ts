import { forgetKeys } from './idempotency.ts';
import type { Run } from './job/migrate-account.ts';
import { runDueJobs } from './job/run.ts';
import { sweepExpiredProposals } from './proposal/sweep-expired.ts';

/** What the clock does, for all organizations: each part whatever becomes of the others. */
const PARTS: readonly ((d1: D1Database, run: Run) => Promise<void>)[] = [
  sweepExpiredProposals,
  (d1, { now }) => forgetKeys(d1, now),
  runDueJobs,
];

/** Does the scheduled work. What one run leaves over is the next one's. @throws AggregateError of what broke, when all else is done */
export async function doScheduledWork(d1: D1Database, run: Run): Promise<void> {
  const errors: unknown[] = [];
  for (const part of PARTS) await part(d1, run).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors.flatMap(partsOf), 'scheduled work broke');
}

const partsOf = (error: unknown): unknown[] => (error instanceof AggregateError ? error.errors : [error]);
