import { confirmJob } from '../operations/job/confirm.ts';
import { rejectJob } from '../operations/job/reject.ts';
import { migratePricePlan } from '../operations/price-plan/migrate.ts';
import { builder } from './builder.ts';
import { Job } from './job.ts';
import { MigrationModeEnum } from './migration.ts';
import { mutation, one } from './payload.ts';

const job = one(
  { type: Job, typeName: 'Job', table: 'jobs', description: 'The job. `null` when the change was refused.' },
  (changed: { readonly job: string }) => changed.job,
);

mutation(migratePricePlan, {
  description:
    'Makes a job that moves every account with a schedule of one plan version, today or later, to another version, each account in an atomic write of its own.',
  input: builder.inputType('MigratePricePlanInput', {
    description: 'Which accounts to move, where to, and when.',
    fields: (t) => ({
      sourceId: t.string({ required: true, description: 'The plan that accounts move from, by its `pricePlanId`.' }),
      sourceVersion: t.int({ required: true, description: 'The number of the version that they move from; an active one.' }),
      targetId: t.string({ description: 'The plan that they move to, by its `pricePlanId`; absent: the same plan.' }),
      targetVersion: t.int({ description: 'The number of the version that they move to; absent: the newest active one.' }),
      migrationMode: t.field({ type: MigrationModeEnum, required: true, description: 'From when on; anything but `NONE`.' }),
      retainStartOffsets: t.boolean({
        description:
          'The cycle configuration of a schedule goes on under the target, whose interval must be the same. An override that is kept wins over it. Absent: false.',
      }),
      requireConfirmation: t.boolean({ description: 'The job waits for `confirmJob` or `rejectJob`. Absent: false.' }),
    }),
  }),
  payload: { job },
});

const namedJob = (name: string, description: string) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({ jobId: t.string({ required: true, description: 'Generated id of the job.' }) }),
  });

mutation(confirmJob, {
  description: 'Lets a job begin that waits for its confirmation. Confirming it twice is confirming it once.',
  input: namedJob('ConfirmJobInput', 'The job to confirm.'),
  payload: { job },
});

mutation(rejectJob, {
  description:
    'Ends a job that waits or goes on: accounts that have moved stay where they are, the rest never moves. Rejecting it twice is rejecting it once.',
  input: namedJob('RejectJobInput', 'Which job to reject.'),
  payload: { job },
});
