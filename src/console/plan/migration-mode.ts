import type { MigrationMode } from 'billing-catalogue/documents';

/** When the accounts of a migration move, as people choose it. */
export const MODES: readonly { readonly value: MigrationMode; readonly label: string }[] = [
  { value: 'NEXT_CYCLE', label: 'At the start of the next cycle' },
  { value: 'IMMEDIATE', label: 'As early as possible' },
  { value: 'START_OF_CURRENT_CYCLE', label: 'At the start of the current cycle' },
  { value: 'NEXT_CYCLE_IGNORE_OVERRIDE', label: 'With the next cycle, without overrides' },
  { value: 'IMMEDIATE_IGNORE_OVERRIDE', label: 'As early as possible, without overrides' },
];

/** Returns when the accounts of a migration move, in the words in which it was chosen. */
export const modeText = (mode: MigrationMode): string => MODES.find(({ value }) => value === mode)?.label ?? mode;
