import type { MigrationMode, VersionsToMigrate } from '../domain/migration.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';

export const MigrationModeEnum = builder.enumType('MigrationMode', {
  description:
    'From when on an account moves to another version of a plan. It cuts the schedule in force; schedules that begin later move whole.',
  values: describedEnum({
    NONE: 'Not at all.',
    IMMEDIATE: 'From the first day on that a change may begin and that is not past: today or tomorrow.',
    IMMEDIATE_IGNORE_OVERRIDE: 'The same, and a schedule loses what it says otherwise than its plan.',
    NEXT_CYCLE: 'From the day on with which the next pricing cycle begins.',
    NEXT_CYCLE_IGNORE_OVERRIDE: 'The same, and a schedule loses what it says otherwise than its plan.',
    START_OF_CURRENT_CYCLE:
      'From the first day of the pricing cycle that is running. Only where the version moved from has deferred revenue or allows updates of its ongoing cycle.',
  } satisfies Record<MigrationMode | 'NONE', string>),
});

export const VersionsToMigrateEnum = builder.enumType('VersionsToMigrate', {
  description: 'Which versions of a plan accounts move from.',
  values: describedEnum({
    LATEST_VERSION: 'The newest active one before the version that becomes active.',
    ALL_VERSION: 'Every earlier one.',
  } satisfies Record<VersionsToMigrate, string>),
});
