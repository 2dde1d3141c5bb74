import { grouped } from './count.ts';
import { precondition, type Refusal } from './refusal.ts';

/** The bytes that an organization stores and its quota in bytes. */
export interface StorageUse {
  readonly used: number;
  readonly quota: number;
}

/** Returns the refusal of a change that would exceed the organization's quota (README, "Storage"). */
export const storageFull = ({ used, quota }: StorageUse): Refusal =>
  precondition(
    'STORAGE_QUOTA_EXCEEDED',
    `The organization stores ${grouped(used)} bytes of its quota of ${grouped(quota)}, and this change would exceed it. Discard drafts that are not needed, or ask for a larger quota.`,
  );
