import { confirmJob as confirmed } from '../../domain/job.ts';
import { operation } from '../operation.ts';
import { moveJob, type NamedJob } from './move.ts';

export type ConfirmJobInput = NamedJob;

/** Confirms a job that is waiting for confirmation. */
export const confirmJob = operation({
  name: 'confirmJob',
  scope: 'schedules:write',
  alsoRequires: [{ scope: 'schedules:finalize' }],
  decide: (input: ConfirmJobInput, work) => moveJob(work, input, confirmed),
  begins: ({ job }) => job,
});
