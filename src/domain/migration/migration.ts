import type { PlanVersion } from '../price-plan/price-plan.ts';
import { type PathSegment, precondition, type RefusalOf } from '../refusal.ts';
import { ok, okUnless, type Result, refuse, renamePaths } from '../result.ts';

/** From when on accounts move to another plan version, and whether their schedules keep what they say otherwise than their plan. */
export const MIGRATION_MODES = [
  'IMMEDIATE',
  'IMMEDIATE_IGNORE_OVERRIDE',
  'NEXT_CYCLE',
  'NEXT_CYCLE_IGNORE_OVERRIDE',
  'START_OF_CURRENT_CYCLE',
] as const;
export type MigrationMode = (typeof MIGRATION_MODES)[number];

/** Which versions a finalize moves accounts from: the newest active one before it, or every earlier one. */
export const VERSIONS_TO_MIGRATE = ['LATEST_VERSION', 'ALL_VERSION'] as const;
export type VersionsToMigrate = (typeof VERSIONS_TO_MIGRATE)[number];

/** Which schedules move: those of one version, or with null of every version of the plan before the target. */
export interface MigrationSource {
  readonly pricePlanId: string;
  readonly versionId: string | null;
}

/** Moves accounts from one plan version to another (README, "Migration"). */
export interface Migration {
  readonly source: MigrationSource;
  readonly target: PlanVersion;
  readonly mode: MigrationMode;
  /** The cycle configuration of a schedule goes on under the target. */
  readonly retainStartOffsets: boolean;
}

/** A migration before it is made: of a version that is known, to one whose plan may be archived. */
export interface IntendedMigration {
  readonly source: PlanVersion;
  readonly target: PlanVersion;
  readonly targetArchivedAt: number | null;
  readonly mode: MigrationMode;
}

/**
 * Whether accounts can move at all: between versions that have accounts, and then from this one to that and in this mode. Refuses every
 * fault of either, with paths of `sourceId`, `sourceVersion`, `targetId`, `targetVersion` and `migrationMode`.
 */
export function checkMigration({ source, target, targetArchivedAt, mode }: IntendedMigration): Result<undefined> {
  const isOngoing = source.deferredRevenue || source.allowOngoingCycleUpdates;
  const versions = okUnless(
    [
      ...planFaults(source, 'source'),
      ...draftFaults(source, 'source'),
      // A plan that is both is told of once.
      ...(target.pricePlanId === source.pricePlanId ? [] : planFaults(target, 'target')),
      ...(target.id === source.id ? [] : draftFaults(target, 'target')),
      ...(targetArchivedAt === null ? [] : [archived(target)]),
    ],
    undefined,
  );
  if (!versions.ok) return versions;
  return okUnless(
    [...(source.id === target.id ? [nowhere(source)] : []), ...(mode === 'START_OF_CURRENT_CYCLE' && !isOngoing ? [tooEarly(source)] : [])],
    undefined,
  );
}

/**
 * The migration that a finalize carries, to the version that it makes active. Refused, always at `migrationMode`, where the plan has no
 * earlier version, and as `checkMigration` does; of ALL_VERSION, each account is asked whether its own version allows the mode.
 */
export function migrationTo(
  target: PlanVersion,
  latestActive: PlanVersion | null,
  { mode, versions }: { readonly mode: MigrationMode; readonly versions: VersionsToMigrate },
): Result<Migration> {
  if (!latestActive) {
    return refuse(notAllowed(`"${target.name}" has no earlier version to migrate from; leave migrationMode out.`, ['migrationMode']));
  }
  const isAll = versions === 'ALL_VERSION';
  const request = { source: latestActive, target, targetArchivedAt: null, mode: isAll ? 'IMMEDIATE' : mode } as const;
  const checked = renamePaths(checkMigration(request), { sourceId: ['migrationMode'], targetId: ['migrationMode'] });
  const source = { pricePlanId: target.pricePlanId, versionId: isAll ? null : latestActive.id };
  return checked.ok ? ok({ source, target, mode, retainStartOffsets: false }) : checked;
}

/** Whether a schedule of the version is one that moves. */
export function isSource({ source, target }: Migration, version: PlanVersion): boolean {
  if (source.versionId !== null) return version.id === source.versionId;
  return version.pricePlanId === source.pricePlanId && version.version < target.version;
}

export const keepsOverrides = (mode: MigrationMode): boolean => !mode.endsWith('_IGNORE_OVERRIDE');

/** Refuses with MIGRATION_NOT_ALLOWED a target whose plan was archived. */
export const archived = ({ name }: PlanVersion): RefusalOf<'Precondition'> =>
  notAllowed(`The plan "${name}" is archived, and takes no more accounts.`, ['targetId']);

function planFaults({ name, type }: PlanVersion, side: 'source' | 'target'): readonly RefusalOf<'Precondition'>[] {
  if (type === 'BILLING') return [];
  return [notAllowed(`The plan "${name}" is bought once; only a BILLING plan has accounts on it.`, [`${side}Id`])];
}

function draftFaults({ name, version, status }: PlanVersion, side: 'source' | 'target'): readonly RefusalOf<'Precondition'>[] {
  if (status === 'ACTIVE') return [];
  return [notAllowed(`Version ${version} of "${name}" is a draft, and has no accounts; finalize it first.`, [`${side}Version`])];
}

const nowhere = ({ name, version }: PlanVersion): RefusalOf<'Precondition'> =>
  precondition('NOTHING_TO_CHANGE', `Version ${version} of "${name}" is source and target in one; name another target.`, ['targetVersion']);

const tooEarly = ({ name, version }: PlanVersion): RefusalOf<'Precondition'> =>
  notAllowed(
    `Version ${version} of "${name}" neither has deferred revenue nor allows updates of the ongoing cycle; take IMMEDIATE or NEXT_CYCLE.`,
    ['migrationMode'],
  );

const notAllowed = (message: string, path: readonly PathSegment[]) => precondition('MIGRATION_NOT_ALLOWED', message, path);
