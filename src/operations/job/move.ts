import { type JobFacts, type JobMove, jobState } from '../../domain/job.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { cancelEntries, jobById, jobIs, recordJob } from '../../store/jobs.ts';
import type { Work } from '../operation.ts';

/** An input that selects a job. */
export interface NamedJob {
  readonly jobId: string;
}

/** Applies a transition to a job. A repeated command changes nothing. */
export async function moveJob(
  work: Work,
  { jobId }: NamedJob,
  transition: (facts: JobFacts, now: number) => Result<JobMove>,
): Promise<Result<{ job: string }>> {
  const { store, unit, now } = work;
  const job = await jobById(store, jobId);
  if (!job) return refuse(notFound('job', jobId, ['jobId']));
  const move = transition(job, now);
  if (!move.ok) return move;
  if (!move.value.changed) return ok({ job: jobId });
  const { facts, state } = move.value;
  const before = jobState(job);
  unit.guard(jobIs(store, jobId, before.status));
  unit.write(recordJob(store, jobId, facts));
  if (state.status === 'CANCELLED') unit.write(cancelEntries(store, jobId, now));
  work.audit({ subjectId: jobId, entities: [jobId], before, after: state });
  return ok({ job: jobId });
}
