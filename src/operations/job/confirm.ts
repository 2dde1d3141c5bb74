import { confirmJob as confirmed } from '../../domain/job.ts';
import { archived, checkSellable } from '../../domain/migration/migration.ts';
import { mapPaths, ok, type Result, refuse } from '../../domain/result.ts';
import { type JobToConfirm, jobToConfirm } from '../../store/jobs.ts';
import { toPlanVersion } from '../../store/plan-versions.ts';
import { billablesOf, toCards } from '../../store/rate-cards.ts';
import { operation } from '../operation.ts';
import { moveJob, type NamedJob } from './move.ts';

export type ConfirmJobInput = NamedJob;

/**
 * Whether the target of a job can take accounts now. Refuses MIGRATION_NOT_ALLOWED for a plan that was archived, and BILLABLE_ARCHIVED for an item
 * that was. A job from several versions never waits, so nothing is decided for it.
 */
export function takesAccounts({ sourceVersion, targetVersion }: Pick<JobToConfirm, 'sourceVersion' | 'targetVersion'>): Result<undefined> {
  const target = toPlanVersion(targetVersion);
  if (targetVersion.plan.archivedAt !== null) return withJobPath(refuse(archived(target)));
  const { rateCards } = targetVersion;
  const cards = {
    source: toCards(sourceVersion?.rateCards ?? []),
    target: { rateCards: toCards(rateCards), billables: billablesOf(rateCards) },
  };
  return sourceVersion ? withJobPath(checkSellable(target, cards)) : ok();
}

const withJobPath = (result: Result<undefined>) => mapPaths(result, () => ['jobId']);

/** Confirms a job that is waiting for confirmation. */
export const confirmJob = operation({
  name: 'confirmJob',
  scope: 'schedules:write',
  alsoRequires: [{ scope: 'schedules:finalize' }],
  decide: async (input: ConfirmJobInput, work) =>
    moveJob(work, input, await jobToConfirm(work.store, input.jobId), (job, now) => confirmed(job, now, takesAccounts(job))),
  begins: ({ job }) => job,
});
