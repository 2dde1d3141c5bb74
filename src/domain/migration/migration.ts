import { displayNameOf } from '../billable-item.ts';
import { contentEquals } from '../content-text.ts';
import type { PlanVersion } from '../price-plan/price-plan.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { type PathSegment, precondition, type RefusalOf } from '../refusal.ts';
import { ok, okUnless, type Result, refuse, renamePaths } from '../result.ts';
import type { PricedCards } from '../schedule/issues.ts';

/** The first day on which accounts move to another plan version, and whether their schedules keep their overrides. */
export const MIGRATION_MODES = [
  'IMMEDIATE',
  'IMMEDIATE_IGNORE_OVERRIDE',
  'NEXT_CYCLE',
  'NEXT_CYCLE_IGNORE_OVERRIDE',
  'START_OF_CURRENT_CYCLE',
] as const;
export type MigrationMode = (typeof MIGRATION_MODES)[number];

/** The versions from which a finalize moves accounts: the newest active one before it, or every earlier one. */
export const VERSIONS_TO_MIGRATE = ['LATEST_VERSION', 'ALL_VERSION'] as const;
export type VersionsToMigrate = (typeof VERSIONS_TO_MIGRATE)[number];

/** The schedules that move: those of one version, or with `null` those of every version before the target. */
export interface MigrationSource {
  readonly pricePlanId: string;
  readonly versionId: string | null;
}

/** Moves accounts from one plan version to another (README, "Migration"). */
export interface Migration {
  readonly source: MigrationSource;
  readonly target: PlanVersion;
  readonly mode: MigrationMode;
  /** Whether schedules keep their cycle configuration under the target. */
  readonly retainStartOffsets: boolean;
}

/** A migration before it is checked. The plan of the target may be archived. */
export interface IntendedMigration {
  readonly source: PlanVersion;
  readonly target: PlanVersion;
  readonly targetArchivedAt: number | null;
  readonly mode: MigrationMode;
}

/**
 * Checks that accounts can move from the source to the target in this mode. Refuses every fault, with the paths `sourceId`,
 * `sourceVersion`, `targetId`, `targetVersion` and `migrationMode`.
 */
export function checkMigration({ source, target, targetArchivedAt, mode }: IntendedMigration): Result<undefined> {
  const isOngoing = source.deferredRevenue || source.allowOngoingCycleUpdates;
  const versions = okUnless(
    [
      ...planFaults(source, 'source'),
      ...draftFaults(source, 'source'),
      // If both versions belong to one plan, its faults are reported once.
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

/** The rate cards of the two versions, and the items that those of the target price. */
export interface MigratedCards {
  readonly source: readonly RateCard[];
  readonly target: PricedCards;
}

/**
 * Checks that the target can be sold to accounts of the source. Refuses BILLABLE_ARCHIVED for each card of an archived item that the source does
 * not have just as it is: no schedule without overrides could move.
 */
export function checkSellable({ name, version }: PlanVersion, { source, target }: MigratedCards): Result<undefined> {
  const standing = new Map(source.map((card) => [card.name, card]));
  const faults = target.rateCards.flatMap((card) => {
    const item = card.billableId === null ? undefined : target.billables.get(card.billableId);
    if (item?.status !== 'ARCHIVED' || contentEquals(card, standing.get(card.name))) return [];
    const message = `Version ${version} of "${name}" cannot take accounts: its rate card "${card.name}" prices "${displayNameOf(item)}" (${item.id}), which is archived. Unarchive the item, or choose another version.`;
    return [precondition('BILLABLE_ARCHIVED', message, ['targetVersion'])];
  });
  return okUnless(faults, undefined);
}

/**
 * Returns the migration of a finalize, to the version that becomes active. Refuses at `migrationMode` if the plan has no earlier version,
 * and as `checkMigration` does. With ALL_VERSION, whether the mode is allowed is checked for each account.
 */
export function migrationTo(
  target: PlanVersion,
  latestActive: PlanVersion | null,
  { mode, versions }: { readonly mode: MigrationMode; readonly versions: VersionsToMigrate },
): Result<Migration> {
  if (!latestActive) {
    return refuse(notAllowed(`"${target.name}" has no earlier version to migrate from. Omit \`migrationMode\`.`, ['migrationMode']));
  }
  const isAll = versions === 'ALL_VERSION';
  const request = { source: latestActive, target, targetArchivedAt: null, mode: isAll ? 'IMMEDIATE' : mode } as const;
  const checked = renamePaths(checkMigration(request), { sourceId: ['migrationMode'], targetId: ['migrationMode'] });
  const source = { pricePlanId: target.pricePlanId, versionId: isAll ? null : latestActive.id };
  return checked.ok ? ok({ source, target, mode, retainStartOffsets: false }) : checked;
}

/** Whether schedules of the version move. */
export function isSource({ source, target }: Migration, version: PlanVersion): boolean {
  if (source.versionId !== null) return version.id === source.versionId;
  return version.pricePlanId === source.pricePlanId && version.version < target.version;
}

export const keepsOverrides = (mode: MigrationMode): boolean => !mode.endsWith('_IGNORE_OVERRIDE');

/** The refusal of a target whose plan is archived. */
export const archived = ({ name }: PlanVersion): RefusalOf<'Precondition'> =>
  notAllowed(`The plan "${name}" is archived and cannot take accounts.`, ['targetId']);

function planFaults({ name, type }: PlanVersion, side: 'source' | 'target'): readonly RefusalOf<'Precondition'>[] {
  if (type === 'BILLING') return [];
  return [notAllowed(`The plan "${name}" is a PURCHASE plan. Only the accounts of a BILLING plan can migrate.`, [`${side}Id`])];
}

function draftFaults({ name, version, status }: PlanVersion, side: 'source' | 'target'): readonly RefusalOf<'Precondition'>[] {
  if (status === 'ACTIVE') return [];
  return [notAllowed(`Version ${version} of "${name}" is a draft and has no accounts. Finalize it first.`, [`${side}Version`])];
}

const nowhere = ({ name, version }: PlanVersion): RefusalOf<'Precondition'> =>
  precondition('NOTHING_TO_CHANGE', `Version ${version} of "${name}" is both source and target. Choose another target.`, ['targetVersion']);

const tooEarly = ({ name, version }: PlanVersion): RefusalOf<'Precondition'> =>
  notAllowed(
    `Version ${version} of "${name}" neither has deferred revenue nor allows updates of the ongoing cycle. Use IMMEDIATE or NEXT_CYCLE.`,
    ['migrationMode'],
  );

const notAllowed = (message: string, path: readonly PathSegment[]) => precondition('MIGRATION_NOT_ALLOWED', message, path);
