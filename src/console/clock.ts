import { clockWithOffset } from '../clock.ts';

let clock = clockWithOffset(0);

/** Sets how far the API's clock is ahead of this machine's, in milliseconds. Only `npm run dev` moves it. */
export const setClockOffset = (offset: number): void => {
  clock = clockWithOffset(offset);
};

/** Returns the time of the API in milliseconds since 1970. */
export const now = (): number => clock();

/** Returns the day of the API: days are those of UTC. */
export const today = (): string => new Date(now()).toISOString().slice(0, 10);
