import { rejectJob as rejected } from '../../domain/job.ts';
import { jobById } from '../../store/jobs.ts';
import { operation } from '../operation.ts';
import { moveJob, type NamedJob } from './move.ts';

export type RejectJobInput = NamedJob;

/** Cancels a job that is waiting or running. Finished entries stay; pending entries are cancelled. */
export const rejectJob = operation({
  name: 'rejectJob',
  scope: 'schedules:write',
  decide: async (input: RejectJobInput, work) => moveJob(work, input, await jobById(work.store, input.jobId), rejected),
});
