import { compare, type Decimal, isNegative, plus, ZERO } from '../decimal.ts';
import { quantityFaults } from '../rating/quantities.ts';
import { invalid, precondition } from '../refusal.ts';
import { okUnless, type Result, refuse, withPath } from '../result.ts';

/** A change of the number of licenses that an account holds, from an instant on: by a quantity or to a quantity. */
export interface LicenseUpdate {
  readonly licenseId: string;
  readonly updateType: 'RELATIVE' | 'ABSOLUTE';
  readonly quantity: Decimal;
  /** Milliseconds since 1970. */
  readonly effectiveFrom: number;
}

/** A license update as it is recorded. */
export interface RecordedLicenseUpdate extends LicenseUpdate {
  /** What the account holds from `effectiveFrom` on, by the updates that are recorded until this one. Later ones leave it as it is. */
  readonly held: Decimal;
}

/** A license update as a caller writes it. */
export interface LicenseUpdateInput {
  readonly licenseId: string;
  readonly updateType: 'RELATIVE' | 'ABSOLUTE';
  readonly quantity: Decimal;
  /** Defaults to now. */
  readonly effectiveFrom?: number | null | undefined;
}

/** A license update that is written together with the change of the timeline that it belongs to (README, "Schedules"). */
export interface PreActionInput {
  readonly type: 'GRANT_LICENSE';
  readonly config: LicenseUpdateInput;
}

/** Parses the license update of a pre-action. */
export const parsePreAction = ({ config }: PreActionInput, now: number): Result<LicenseUpdate> =>
  withPath(parseLicenseUpdate(config, now), 'config');

/** Parses a license update. An absolute quantity must not be negative, a relative one not 0, and neither beyond the maximum. */
export function parseLicenseUpdate(input: LicenseUpdateInput, now: number): Result<LicenseUpdate> {
  const { licenseId, updateType, quantity, effectiveFrom } = input;
  const sign = compare(quantity, ZERO);
  if (updateType === 'ABSOLUTE' && sign < 0) {
    return refuse(invalid(`An ABSOLUTE quantity must be 0 or more, not ${quantity}.`, ['quantity']));
  }
  if (updateType === 'RELATIVE' && sign === 0) {
    return refuse(invalid('A RELATIVE quantity of 0 would change nothing.', ['quantity'], 'NOTHING_TO_CHANGE'));
  }
  const faults = quantityFaults(quantity, { canFall: true }, ['quantity']);
  return okUnless(faults, { licenseId, updateType, quantity, effectiveFrom: effectiveFrom ?? now });
}

/**
 * Returns the updates with what the account holds after each. Refuses with LICENSES_NEGATIVE updates after which the account would hold fewer than 0 of a license at some instant. Recorded updates of
 * later instants count. Updates of one instant count together. A balance that was negative before may stay, but not fall. The path of a
 * refusal is the index of the update.
 * @param recorded the account's updates of the same licenses, in the order in which they were recorded
 */
export function checkLicenses(
  recorded: readonly LicenseUpdate[],
  updates: readonly LicenseUpdate[],
): Result<readonly RecordedLicenseUpdate[]> {
  const licenseIds = new Set(updates.map(({ licenseId }) => licenseId));
  const faults = [...licenseIds].flatMap((licenseId) => {
    const isOf = (update: LicenseUpdate): boolean => update.licenseId === licenseId;
    const fall = firstFall(recorded.filter(isOf), updates.filter(isOf));
    if (!fall) return [];
    const index = updates.findLastIndex((update) => isOf(update) && update.effectiveFrom <= fall.instant);
    const message = `The account would hold ${fall.quantity} of license "${licenseId}" from ${new Date(fall.instant).toISOString()} on. The quantity must never be below 0.`;
    return [precondition('LICENSES_NEGATIVE', message, [index])];
  });
  return okUnless(faults, withHeld(recorded, updates));
}

/**
 * Returns updates with what the account holds after each, by those that are recorded before it: 20 that are held, and 5 more from the same
 * instant on, are 20 + 5 = 25. A later instant does not count.
 * @param recorded the account's updates of the same licenses, in the order in which they were recorded. Absolute updates need none of them.
 */
export function withHeld(recorded: readonly LicenseUpdate[], updates: readonly LicenseUpdate[]): RecordedLicenseUpdate[] {
  return updates.map((update, i) => {
    const counted = [...recorded, ...updates.slice(0, i + 1)].filter(
      ({ licenseId, effectiveFrom }) => licenseId === update.licenseId && effectiveFrom <= update.effectiveFrom,
    );
    return { ...update, held: counted.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom).reduce(heldAfter, ZERO) };
  });
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
