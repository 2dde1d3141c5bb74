import type { MigrationMode, VersionsToMigrate } from '../../domain/migration/migration.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';

export const MigrationModeEnum = builder.enumType('MigrationMode', {
  description: 'When accounts move to another plan version. The schedule in force is cut; later schedules move completely.',
  values: describedEnum({
    NONE: 'Accounts do not move.',
    IMMEDIATE: 'Accounts move on the earliest day on which a change may begin: today or tomorrow.',
    IMMEDIATE_IGNORE_OVERRIDE: 'Accounts move as with `IMMEDIATE`, and their schedules lose their overrides.',
    NEXT_CYCLE: 'Accounts move at the start of the next pricing cycle.',
    NEXT_CYCLE_IGNORE_OVERRIDE: 'Accounts move as with `NEXT_CYCLE`, and their schedules lose their overrides.',
    START_OF_CURRENT_CYCLE:
      'Accounts move on the first day of the current pricing cycle. Allowed only if the source version has deferred revenue or allows updates of the ongoing cycle.',
  } satisfies Record<MigrationMode | 'NONE', string>),
});

export const VersionsToMigrateEnum = builder.enumType('VersionsToMigrate', {
  description: 'The versions of a plan that accounts move from.',
  values: describedEnum({
    LATEST_VERSION: 'The newest active version before the one that becomes active.',
    ALL_VERSION: 'Every earlier version.',
  } satisfies Record<VersionsToMigrate, string>),
});
