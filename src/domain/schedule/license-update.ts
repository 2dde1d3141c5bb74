import Big from 'big.js';
import type { Decimal } from '../decimal.ts';
import { fields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { parseChosenId } from '../text.ts';

export const LICENSE_UPDATE_TYPES = ['RELATIVE', 'ABSOLUTE'] as const;

/** A change to how many licenses an account holds: by `quantity`, or to it. Recorded with the schedule change that grants them. */
export interface LicenseUpdate {
  readonly licenseId: string;
  readonly updateType: (typeof LICENSE_UPDATE_TYPES)[number];
  readonly quantity: Decimal;
  /** Milliseconds since the epoch. */
  readonly effectiveFrom: number;
}

/** The configuration of a GRANT_LICENSE pre-action; without `effectiveFrom`, the grant is effective now. */
export type LicenseUpdateInput = Omit<LicenseUpdate, 'effectiveFrom'> & { readonly effectiveFrom?: number | null | undefined };

/** The update to record. Refuses an ABSOLUTE quantity below 0 and a RELATIVE one of 0, which would change nothing. */
export function parseLicenseUpdate(input: LicenseUpdateInput, now: number): Result<LicenseUpdate> {
  return fields<LicenseUpdate>({
    licenseId: parseChosenId(input.licenseId, ['licenseId']),
    updateType: ok(input.updateType),
    quantity: parseQuantity(input),
    effectiveFrom: ok(input.effectiveFrom ?? now),
  });
}

function parseQuantity({ updateType, quantity }: LicenseUpdateInput): Result<Decimal> {
  if (updateType === 'RELATIVE' && Big(quantity).eq(0)) {
    return refuse(invalid('A RELATIVE quantity of 0 changes nothing: grant more than 0, or take back less.', ['quantity']));
  }
  if (updateType === 'RELATIVE' || Big(quantity).gte(0)) return ok(quantity);
  return refuse(invalid(`An ABSOLUTE quantity is 0 or more, not ${quantity}.`, ['quantity']));
}
