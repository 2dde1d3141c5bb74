import { addDays } from '../day.ts';

/** Days after today on which what ends or expires does so soon. */
export const SOON = 90;

/** A half-open span of days or instants. */
interface Span {
  readonly from: string;
  readonly before: string;
}

/**
 * Returns the ends of the contracts that end soon: those whose last day is today or one of the next days. An end is the first day after a
 * contract. On 2026-11-30, a contract until 2026-11-29 has the end 2026-11-30 and is over; one until 2027-02-28 has the end 2027-03-01.
 */
export const endsSoon = (today: string): Span => ({ from: addDays(today, 1), before: addDays(today, SOON + 2) });

/**
 * Returns the instants at which proposals expire soon: from now to the end of the last of the same days.
 * @param now milliseconds since 1970
 */
export function expiriesSoon(now: number): Span {
  const from = new Date(now).toISOString();
  return { from, before: `${addDays(from.slice(0, 10), SOON + 1)}T00:00:00.000Z` };
}
