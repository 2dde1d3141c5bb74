import { type Clock, clockWithOffset, systemClock } from '../src/clock.ts';
import { Failure } from './main.ts';

/** An instant or a day, for example `2028-02-29T23:59:30Z` or `2027-01-30`. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/;
const EARLIEST = '2000-01-01';
const LATEST = '2500-01-01';

/**
 * Returns how many milliseconds lie between `machineTime` and the instant that `NOW` names. Omit `NOW` for none.
 * @param machineTime milliseconds since 1970
 * @throws Failure if `NOW` is not an instant between the years 2000 and 2500
 */
export function offsetFrom(NOW: string | undefined, machineTime: number): number {
  if (!NOW) return 0;
  const instant = INSTANT.test(NOW) ? Date.parse(NOW) : Number.NaN;
  const isReal = !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(NOW.slice(0, 19));
  if (isReal && instant >= Date.parse(EARLIEST) && instant < Date.parse(LATEST)) return instant - machineTime;
  throw new Failure(`NOW is an instant or a day from ${EARLIEST} to ${LATEST}, such as 2028-02-29T23:59:30Z or 2027-01-30, not "${NOW}".`);
}

let offset: number | undefined;

/**
 * Returns how far this process is ahead of the machine's time, in milliseconds: `NOW=2028-02-29T23:59:30Z` sets it. The processes that
 * this one starts inherit it as `CLOCK_OFFSET`, and so share one time that passes.
 * @throws Failure if `NOW` is not valid
 */
export function clockOffset(): number {
  const { NOW, CLOCK_OFFSET } = process.env;
  offset ??= CLOCK_OFFSET === undefined ? offsetFrom(NOW, systemClock()) : Number(CLOCK_OFFSET);
  process.env.CLOCK_OFFSET = String(offset);
  return offset;
}

/** Returns the time of this process in milliseconds since 1970. */
export const now: Clock = () => clockWithOffset(clockOffset())();
