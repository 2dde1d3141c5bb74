import { addDays, type Day, dayOf, startOfDay } from '../day.ts';
import type { LicenseUpdate } from '../schedule/license-update.ts';
import type { Period } from '../timeline/period.ts';
import { add, type Fraction, fromDecimal, greatest, isBelowNought, NOUGHT, order, whole } from './fraction.ts';

/** Somebody who holds a named license. Instants are milliseconds since the epoch; `until` is the first at which it is not held. */
export interface NameHeld {
  readonly name: string;
  readonly from: number;
  /** `null`: without an end. */
  readonly until: number | null;
}

/** Days on which the same number of licenses counts. */
export interface Run {
  readonly period: Period;
  readonly quantity: Fraction;
}

/** How many of a license count on each day (README, "Rating"). */
export interface Licenses {
  /** The greatest quantity of the day, what is held at its first instant included. */
  onDay(day: Day): Fraction;
  /** What is held at the first instant of the day. */
  atStartOf(day: Day): Fraction;
  /** Days on which the quantity may differ from that of the day before, in any order. */
  readonly changes: readonly Day[];
  /** Whether the updates add up to fewer than 0 at some instant. Fewer than 0 count as 0. */
  readonly fellBelowNought: boolean;
}

/**
 * Licenses by their updates, absolute or relative. Updates of one instant count together, in the order in which they are given.
 *
 * 20 from the 1st, 14 from the 16th at noon: 20 count on the 16th, 14 from the 17th.
 */
export function countedLicenses(updates: readonly Pick<LicenseUpdate, 'updateType' | 'quantity' | 'effectiveFrom'>[]): Licenses {
  const steps: { readonly instant: number; readonly quantity: Fraction }[] = [];
  for (const { updateType, quantity, effectiveFrom } of updates.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom)) {
    const before = steps.at(-1);
    const given = fromDecimal(quantity);
    const after = { instant: effectiveFrom, quantity: updateType === 'ABSOLUTE' ? given : add(before?.quantity ?? NOUGHT, given) };
    if (before?.instant === effectiveFrom) steps[steps.length - 1] = after;
    else steps.push(after);
  }
  const heldAt = (instant: number) => counted(steps.findLast((step) => step.instant <= instant)?.quantity ?? NOUGHT);
  return {
    onDay: (day) => {
      const [start, end] = [startOfDay(day), startOfDay(addDays(day, 1))];
      const during = steps.filter(({ instant }) => instant > start && instant < end);
      return during.reduce((most, { quantity }) => greatest(most, quantity), heldAt(start));
    },
    atStartOf: (day) => heldAt(startOfDay(day)),
    changes: steps.flatMap(({ instant }) => withNext(dayOf(instant))),
    fellBelowNought: steps.some(({ quantity }) => isBelowNought(quantity)),
  };
}

/** Named licenses: the quantity of a day is the number of different names held at any instant of it. */
export function namedLicenses(names: readonly NameHeld[]): Licenses {
  const heldIn = (from: number, until: number) =>
    whole(new Set(names.filter((held) => held.from < until && (held.until === null || held.until > from)).map(({ name }) => name)).size);
  return {
    onDay: (day) => heldIn(startOfDay(day), startOfDay(addDays(day, 1))),
    atStartOf: (day) => heldIn(startOfDay(day), startOfDay(day) + 1),
    changes: names.flatMap(({ from, until }) => [...withNext(dayOf(from)), ...(until === null ? [] : withNext(dayOf(until)))]),
    fellBelowNought: false,
  };
}

/** The same number on every day. */
export function constantLicenses(quantity: Fraction): Licenses {
  return { onDay: () => quantity, atStartOf: () => quantity, changes: [], fellBelowNought: false };
}

/** The days of a period in runs of equal quantity. */
export function runsOf(licenses: Licenses, { start, end }: Period): readonly Run[] {
  const days = [...new Set([start, ...licenses.changes.filter((day) => day > start && day < end)])].toSorted();
  const runs: Run[] = [];
  for (const [i, day] of days.entries()) {
    const quantity = licenses.onDay(day);
    const until = days[i + 1] ?? end;
    const last = runs.at(-1);
    if (last && order(last.quantity, quantity) === 0) runs[runs.length - 1] = { ...last, period: { start: last.period.start, end: until } };
    else runs.push({ period: { start: day, end: until }, quantity });
  }
  return runs;
}

/** The greatest quantity of a day of the period. */
export function mostOf(licenses: Licenses, period: Period): Fraction {
  return runsOf(licenses, period).reduce((most, { quantity }) => greatest(most, quantity), NOUGHT);
}

const withNext = (day: Day): readonly Day[] => [day, addDays(day, 1)];

/** A total below 0 counts as 0. */
const counted = (quantity: Fraction): Fraction => greatest(quantity, NOUGHT);
