const DAY = 86_400_000;

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Returns the day `count` days later, or earlier if `count` is negative. */
export const addDays = (day: string, count: number): string => dayOf(Date.parse(day) + count * DAY);

/** Returns the number of days from one day to another: 28 from February 1st to March 1st 2026. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Returns the same day of another month, or that month's last day if it has fewer days. */
export function addMonths(day: string, count: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + count);
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const last = addDays(dayOf(next.getTime()), -1);
  const same = `${dayOf(first.getTime()).slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

/** Returns the first day of a day's month. */
export const startOfMonth = (day: string): string => `${day.slice(0, 8)}01`;
