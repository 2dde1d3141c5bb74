import { precondition, type Refusal } from './refusal.ts';

/** Bytes that an organization stores, and may store. */
export interface StorageUse {
  readonly used: number;
  readonly quota: number;
}

/** A change that would store more than the organization may (README, "Storage"). */
export const storageFull = ({ used, quota }: StorageUse): Refusal =>
  precondition(
    'STORAGE_QUOTA_EXCEEDED',
    `The organization stores ${used} bytes and may store at most ${quota}; this change would make it more. Discard drafts that are not needed, or ask for a larger quota.`,
  );
