import { compare, type Decimal } from './decimal.ts';
import { invalid } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** How many of a license an account holds from an instant on: so many more or fewer, or exactly so many. */
export interface LicenseUpdate {
  readonly licenseId: string;
  readonly updateType: 'RELATIVE' | 'ABSOLUTE';
  readonly quantity: Decimal;
  /** Milliseconds since the epoch. */
  readonly effectiveFrom: number;
}

/** Recorded in the same write as the change of the timeline that it belongs to (README, "Schedules"). */
export interface PreActionInput {
  readonly type: 'GRANT_LICENSE';
  readonly config: {
    readonly licenseId: string;
    readonly updateType: 'RELATIVE' | 'ABSOLUTE';
    readonly quantity: Decimal;
    /** Absent: now. */
    readonly effectiveFrom?: number | null | undefined;
  };
}

/** The license update of a pre-action. An absolute quantity is never negative; a relative one is never zero. */
export function parsePreAction({ config }: PreActionInput, now: number): Result<LicenseUpdate> {
  const { licenseId, updateType, quantity } = config;
  const sign = compare(quantity, '0' as Decimal);
  if (updateType === 'ABSOLUTE' && sign < 0) {
    return refuse(invalid(`An ABSOLUTE quantity is 0 or more, not ${quantity}.`, ['config', 'quantity']));
  }
  if (updateType === 'RELATIVE' && sign === 0) {
    return refuse(invalid('A RELATIVE quantity of 0 would change nothing.', ['config', 'quantity'], 'NOTHING_TO_CHANGE'));
  }
  return ok({ licenseId, updateType, quantity, effectiveFrom: config.effectiveFrom ?? now });
}
