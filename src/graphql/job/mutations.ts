import { confirmJob } from '../../operations/job/confirm.ts';
import { rejectJob } from '../../operations/job/reject.ts';
import { migratePricePlan } from '../../operations/price-plan/migrate.ts';
import { builder } from '../builder.ts';
import { mutation, one } from '../payload.ts';
import { MigrationModeEnum } from './migration.ts';
import { Job } from './type.ts';

const job = one(
  { type: Job, typeName: 'Job', table: 'jobs', description: 'The job. `null` when the change was refused.' },
  (changed: { readonly job: string }) => changed.job,
);

mutation(migratePricePlan, {
  description:
    'Creates a job that moves accounts from one plan version to another: every account with a schedule of the source version, today or later. Each account moves in its own atomic write.',
  input: builder.inputType('MigratePricePlanInput', {
    description: 'The accounts to move, their target version, and when they move.',
    fields: (t) => ({
      sourceId: t.string({ required: true, description: '`pricePlanId` of the plan that accounts move from.' }),
      sourceVersion: t.int({ required: true, description: 'Number of the active version that accounts move from.' }),
      targetId: t.string({ description: '`pricePlanId` of the plan that accounts move to. Defaults to the same plan.' }),
      targetVersion: t.int({ description: 'Number of the version that accounts move to. Defaults to the newest active version.' }),
      migrationMode: t.field({ type: MigrationModeEnum, required: true, description: 'When accounts move. Any mode except `NONE`.' }),
      retainStartOffsets: t.boolean({
        description:
          'Whether schedules keep their pricing cycle under the target version, which must have the same interval. A kept override takes precedence. Defaults to false.',
      }),
      requireConfirmation: t.boolean({ description: 'Whether the job waits for `confirmJob` or `rejectJob`. Defaults to false.' }),
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
  description: 'Confirms a job that waits for confirmation. Confirming it again changes nothing.',
  input: namedJob('ConfirmJobInput', 'The job to confirm.'),
  payload: { job },
});

mutation(rejectJob, {
  description:
    'Rejects a job that is waiting or running. Accounts that have moved stay where they are; the others never move. Rejecting it again changes nothing.',
  input: namedJob('RejectJobInput', 'The job to reject.'),
  payload: { job },
});
