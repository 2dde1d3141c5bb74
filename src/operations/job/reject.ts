import { rejectJob as rejected } from '../../domain/job.ts';
import { operation } from '../operation.ts';
import { moveJob, type NamedJob } from './move.ts';

export type RejectJobInput = NamedJob;

/** Ends a job before it begins, or where it has got to: what is done stays, what is pending never happens. */
export const rejectJob = operation({
  name: 'rejectJob',
  scope: 'schedules:write',
  decide: (input: RejectJobInput, work) => moveJob(work, input, rejected),
});
