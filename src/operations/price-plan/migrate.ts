import { checkMigration, checkSellable, type MigrationMode } from '../../domain/migration/migration.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import { invalid, notFound, precondition } from '../../domain/refusal.ts';
import { mapPaths, ok, type Result, refuse, renamePaths } from '../../domain/result.ts';
import type { PricedCards } from '../../domain/schedule/issues.ts';
import { toPlanVersion } from '../../store/plan-versions.ts';
import { type PlanWithVersion, plansAreLive, planWithVersion } from '../../store/price-plans.ts';
import { billablesOf, toCards } from '../../store/rate-cards.ts';
import { makeJob } from '../job/make.ts';
import { operation } from '../operation.ts';

export interface MigratePricePlanInput {
  readonly sourceId: string;
  readonly sourceVersion: number;
  /** Defaults to the source plan. */
  readonly targetId?: string | null | undefined;
  /** Defaults to the newest active version of the target plan. */
  readonly targetVersion?: number | null | undefined;
  readonly migrationMode: MigrationMode | 'NONE';
  readonly retainStartOffsets?: boolean | null | undefined;
  readonly requireConfirmation?: boolean | null | undefined;
}

/** Creates a job that moves every account from one plan version to another. */
export const migratePricePlan = operation({
  name: 'migratePricePlan',
  scope: 'plans:write',
  alsoRequires: [
    { scope: 'schedules:write' },
    {
      scope: 'schedules:finalize',
      condition: { when: 'unless `requireConfirmation` is true', holds: (input: MigratePricePlanInput) => !input.requireConfirmation },
    },
  ],
  async decide(input: MigratePricePlanInput, work): Promise<Result<{ job: string }>> {
    const { store, unit } = work;
    const { migrationMode: mode } = input;
    if (mode === 'NONE') return refuse(invalid('NONE migrates no account. Choose a mode that says when accounts move.', ['migrationMode']));
    const targetId = input.targetId ?? input.sourceId;
    const [from, to] = await store.db.batch([
      planWithVersion(store, input.sourceId, input.sourceVersion),
      planWithVersion(store, targetId, input.targetVersion ?? 'ACTIVE'),
    ]);
    const source = requireVersion(from, { id: input.sourceId, version: input.sourceVersion, side: 'source' });
    if (!source.ok) return source;
    const target = requireVersion(to, { id: targetId, version: input.targetVersion ?? null, side: 'target' });
    if (!target.ok) return target;
    const checked = checkMigration({ source: source.value, target: target.value, targetArchivedAt: to?.archivedAt ?? null, mode });
    if (!checked.ok) return withSourcePaths(checked, input);
    const sellable = checkSellable(target.value, { source: cardsOf(from).rateCards, target: cardsOf(to) });
    // An omitted version follows from the plan that is named.
    const named = input.targetId == null ? 'sourceId' : 'targetId';
    if (!sellable.ok) return input.targetVersion == null ? mapPaths(sellable, () => [named]) : sellable;

    unit.guard(plansAreLive(store, [targetId]));
    const { pricePlanId, id: versionId } = source.value;
    const retainStartOffsets = input.retainStartOffsets ?? false;
    const migration = { source: { pricePlanId, versionId }, target: target.value, mode, retainStartOffsets };
    const job = makeJob(work, migration, input.requireConfirmation ?? false);
    work.audit({ subjectId: job, entities: [job], before: null, after: { ...migration, target: target.value.id } });
    return ok({ job });
  },
  begins: ({ job }) => job,
});

/** Returns the version that one side of the input selects: by its number, or with `null` the newest active one. */
function requireVersion(
  plan: PlanWithVersion | undefined,
  { id, version, side }: { readonly id: string; readonly version: number | null; readonly side: 'source' | 'target' },
): Result<PlanVersion> {
  if (!plan) return refuse(notFound('price plan', id, [`${side}Id`]));
  const [row] = plan.versions;
  if (row) return ok(toPlanVersion({ ...row, plan }));
  if (version !== null) return refuse(notFound('version', String(version), [`${side}Version`], { of: `the price plan "${id}"` }));
  return refuse(precondition('MIGRATION_NOT_ALLOWED', `The plan "${plan.name}" is a draft. Finalize it first.`, [`${side}Id`]));
}

function cardsOf(plan: PlanWithVersion | undefined): PricedCards {
  const rows = plan?.versions[0]?.rateCards ?? [];
  return { rateCards: toCards(rows), billables: billablesOf(rows) };
}

/** Moves the refusals of an omitted target to the fields of the source. */
const withSourcePaths = <T>(result: Result<T>, { targetId, targetVersion }: MigratePricePlanInput): Result<T> =>
  renamePaths(result, {
    ...(targetId == null && { targetId: ['sourceId'] }),
    ...(targetVersion == null && { targetVersion: ['sourceVersion'] }),
  });
