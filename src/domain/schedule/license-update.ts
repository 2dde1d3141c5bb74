import { compare, type Decimal, isNegative, plus, ZERO } from '../decimal.ts';
import { quantityFaults } from '../rating/quantities.ts';
import { invalid, precondition } from '../refusal.ts';
import { okUnless, type Result, refuse } from '../result.ts';

/** A change of the number of licenses that an account holds, from an instant on: by a quantity or to a quantity. */
export interface LicenseUpdate {
  readonly licenseId: string;
  readonly updateType: 'RELATIVE' | 'ABSOLUTE';
  readonly quantity: Decimal;
  /** Milliseconds since 1970. */
  readonly effectiveFrom: number;
}

/** A license update that is written together with the change of the timeline that it belongs to (README, "Schedules"). */
export interface PreActionInput {
  readonly type: 'GRANT_LICENSE';
  readonly config: {
    readonly licenseId: string;
    readonly updateType: 'RELATIVE' | 'ABSOLUTE';
    readonly quantity: Decimal;
    /** Defaults to now. */
    readonly effectiveFrom?: number | null | undefined;
  };
}

/** Parses the license update of a pre-action. An absolute quantity must not be negative, a relative one not 0, and neither beyond the maximum. */
export function parsePreAction({ config }: PreActionInput, now: number): Result<LicenseUpdate> {
  const { licenseId, updateType, quantity } = config;
  const sign = compare(quantity, ZERO);
  if (updateType === 'ABSOLUTE' && sign < 0) {
    return refuse(invalid(`An ABSOLUTE quantity must be 0 or more, not ${quantity}.`, ['config', 'quantity']));
  }
  if (updateType === 'RELATIVE' && sign === 0) {
    return refuse(invalid('A RELATIVE quantity of 0 would change nothing.', ['config', 'quantity'], 'NOTHING_TO_CHANGE'));
  }
  const faults = quantityFaults(quantity, { canFall: true }, ['config', 'quantity']);
  return okUnless(faults, { licenseId, updateType, quantity, effectiveFrom: config.effectiveFrom ?? now });
}

/**
 * Refuses with LICENSES_NEGATIVE updates after which the account would hold fewer than 0 of a license at some instant. Recorded updates of
 * later instants count. Updates of one instant count together. A balance that was negative before may stay, but not fall. The path of a
 * refusal begins with the index of the update.
 * @param recorded the account's updates of the same licenses, in the order in which they were recorded
 */
export function checkLicenses(recorded: readonly LicenseUpdate[], updates: readonly LicenseUpdate[]): Result<undefined> {
  const licenseIds = new Set(updates.map(({ licenseId }) => licenseId));
  const faults = [...licenseIds].flatMap((licenseId) => {
    const isOf = (update: LicenseUpdate): boolean => update.licenseId === licenseId;
    const fall = firstFall(recorded.filter(isOf), updates.filter(isOf));
    if (!fall) return [];
    const index = updates.findLastIndex((update) => isOf(update) && update.effectiveFrom <= fall.instant);
    const message = `The account would hold ${fall.quantity} of license "${licenseId}" from ${new Date(fall.instant).toISOString()} on. The quantity must never be below 0.`;
    return [precondition('LICENSES_NEGATIVE', message, [index, 'config', 'quantity'])];
  });
  return okUnless(faults, undefined);
}

/** Returns the first instant from which the quantity is below 0 and below what it would be without the updates. */
function firstFall(
  recorded: readonly LicenseUpdate[],
  updates: readonly LicenseUpdate[],
): { readonly instant: number; readonly quantity: Decimal } | null {
  const all = [...recorded.map((update) => ({ ...update, isNew: false })), ...updates.map((update) => ({ ...update, isNew: true }))];
  const steps = all.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom);
  let [before, after] = [ZERO, ZERO];
  for (const [i, step] of steps.entries()) {
    after = heldAfter(after, step);
    if (!step.isNew) before = heldAfter(before, step);
    const isLastOfInstant = steps[i + 1]?.effectiveFrom !== step.effectiveFrom;
    if (isLastOfInstant && isNegative(after) && compare(after, before) < 0) return { instant: step.effectiveFrom, quantity: after };
  }
  return null;
}

const heldAfter = (quantity: Decimal, update: LicenseUpdate): Decimal =>
  update.updateType === 'ABSOLUTE' ? update.quantity : plus(quantity, update.quantity);
