import { type JobFacts, type JobMove, jobState } from '../../domain/job.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { cancelEntries, jobIs, recordJob } from '../../store/jobs.ts';
import type { Work } from '../operation.ts';

/** An input that selects a job. */
export interface NamedJob {
  readonly jobId: string;
}

/** Applies a transition to a loaded job. A repeated command changes nothing. */
export function moveJob<Job extends JobFacts>(
  { store, unit, now, audit }: Pick<Work, 'store' | 'unit' | 'now' | 'audit'>,
  { jobId }: NamedJob,
  job: Job | undefined,
  transition: (job: Job, now: number) => Result<JobMove>,
): Result<{ job: string }> {
  if (!job) return refuse(notFound('job', jobId, ['jobId']));
  const move = transition(job, now);
  if (!move.ok) return move;
  if (!move.value.changed) return ok({ job: jobId });
  const { facts, state } = move.value;
  const before = jobState(job);
  unit.guard(jobIs(store, jobId, before.status));
  unit.write(recordJob(store, jobId, facts));
  if (state.status === 'CANCELLED') unit.write(cancelEntries(store, jobId, now));
  audit({ subjectId: jobId, entities: [jobId], before, after: state });
  return ok({ job: jobId });
}
