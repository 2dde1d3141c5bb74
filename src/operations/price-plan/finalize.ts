import { parseDraftSelection } from '../../domain/draft-selection.ts';
import { type MigrationMode, migrationTo, type VersionsToMigrate } from '../../domain/migration/migration.ts';
import { issuesOf } from '../../domain/price-plan/issues.ts';
import { finalizeVersion, requireNamedVersion } from '../../domain/price-plan/price-plan.ts';
import { ok, type Result } from '../../domain/result.ts';
import { noneIsArchived } from '../../store/billable-items.ts';
import { latestRateCards, openVersions, planWithOpenVersions, toDraftContent } from '../../store/price-plans.ts';
import { makeJob } from '../job/make.ts';
import { operation } from '../operation.ts';
import { type NamedPlan, requirePlan } from './require.ts';
import { writePlanDraft } from './write-draft.ts';

export interface FinalizePricePlanInput extends NamedPlan {
  /** The id of the draft version. Exactly one of `referenceId` and `anyDraft` is given. */
  readonly referenceId?: string | null | undefined;
  readonly anyDraft?: boolean | null | undefined;
  /** Defaults to NONE: no account moves. */
  readonly migrationMode?: MigrationMode | 'NONE' | null | undefined;
  /** Defaults to LATEST_VERSION. */
  readonly versionsToMigrate?: VersionsToMigrate | null | undefined;
}

const MIGRATES = { when: 'if a `migrationMode` moves accounts', holds: (input: FinalizePricePlanInput) => modeOf(input) !== null };

/** Activates a plan's draft if it has no issues. With a migration mode, also creates the job that moves accounts to the new version. */
export const finalizePricePlan = operation({
  name: 'finalizePricePlan',
  scope: 'plans:write',
  alsoRequires: [
    { scope: 'schedules:write', condition: MIGRATES },
    { scope: 'schedules:finalize', condition: MIGRATES },
  ],
  async decide(input: FinalizePricePlanInput, work): Promise<Result<{ pricePlan: string; job: string | null }>> {
    const { store, unit } = work;
    const [row, latest] = await store.db.batch([planWithOpenVersions(store, input.pricePlanId), latestRateCards(store, input.pricePlanId)]);
    const plan = requirePlan(row, input);
    if (!plan.ok) return plan;
    const open = openVersions(plan.value);
    const { draft, latestActive } = open;
    const selected = parseDraftSelection({ id: input.referenceId, anyDraft: input.anyDraft }, 'referenceId');
    if (!selected.ok) return selected;
    const named = selected.value === null ? ok() : requireNamedVersion(open, selected.value, 'ACTIVE');
    if (!named.ok) return named;
    const content = draft && toDraftContent(draft, latest?.rateCards ?? []);
    const finalized = finalizeVersion(draft, content ? issuesOf(content) : []);
    if (!finalized.ok) return finalized;
    const mode = modeOf(input);
    const versions = input.versionsToMigrate ?? 'LATEST_VERSION';
    const migration = mode ? migrationTo(finalized.value, latestActive, { mode, versions }) : ok(null);
    if (!migration.ok) return migration;
    if (content) unit.guard(noneIsArchived(store, [...content.billables.keys()]));
    const job = migration.value && makeJob(work, migration.value, false);
    return ok({ ...writePlanDraft(work, plan.value, finalized.value, job === null ? [] : [job]), job });
  },
  begins: ({ job }) => job,
});

function modeOf({ migrationMode }: FinalizePricePlanInput): MigrationMode | null {
  return migrationMode === 'NONE' ? null : (migrationMode ?? null);
}
