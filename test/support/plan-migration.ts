import { type MigrationContext, migrateTimeline } from '../../src/domain/migration/migrate.ts';
import type { Migration } from '../../src/domain/migration/migration.ts';
import type { PlanVersion } from '../../src/domain/price-plan/price-plan.ts';
import type { Schedules } from '../../src/domain/schedule/schedule.ts';
import { editContext, planVersion, VERSIONS } from './schedules.ts';

/** Versions of one plan; the third is where accounts move to, unless said otherwise. */
export const V1 = planVersion('v1', { pricePlanId: 'team', name: 'Team', version: 1 });
export const V2 = planVersion('v2', { pricePlanId: 'team', name: 'Team', version: 2 });
export const V3 = planVersion('v3', { pricePlanId: 'team', name: 'Team', version: 3 });

/** From the first version of the plan to the third, at once, unless said otherwise. */
export function migration(other: Partial<Migration> = {}): Migration {
  return { source: { pricePlanId: 'team', versionId: 'v1' }, target: V3, mode: 'IMMEDIATE', retainStartOffsets: false, ...other };
}

/** An active account in USD on 2026-05-20, where every override fits; new schedules are called new-1, new-2 ... */
export function migrationContext(versions: readonly PlanVersion[] = [], other: Partial<MigrationContext> = {}): MigrationContext {
  const known = [...VERSIONS.values(), V1, V2, V3, ...versions];
  return {
    ...editContext(),
    versions: new Map(known.map((version) => [version.id, version])),
    cardsOf: () => ({ rateCards: [], billables: new Map() }),
    ...other,
  };
}

/** The timeline after a migration; what is refused or has nothing to do is a fault of the test. */
export function migrated(timeline: Schedules, moves: Migration, context: MigrationContext): Schedules {
  const result = migrateTimeline(timeline, moves, context);
  if (result.ok && result.value) return result.value;
  throw new Error(JSON.stringify(result));
}
