/** Returns the time in milliseconds since 1970, read anew at each call. */
export type Clock = () => number;

/**
 * A clock that runs `offset` milliseconds ahead of the machine's. Everything that needs the time takes it from here, so that the whole
 * system can run at another time; the linter rejects any other reading of the machine's clock.
 */
export const clockWithOffset =
  (offset: number): Clock =>
  () =>
    // biome-ignore lint/plugin: the one place that reads the machine's clock.
    Date.now() + offset;

/** The machine's own time. */
export const systemClock = clockWithOffset(0);

interface ClockVariables {
  readonly DEVELOPMENT?: string;
  /** Milliseconds. Ignored unless `DEVELOPMENT` is `true`. */
  readonly CLOCK_OFFSET?: string;
}

/** The clock of a Worker. Only `npm run dev` can move it: in production the time is the machine's, whatever the variables say. */
export function clockOf({ DEVELOPMENT, CLOCK_OFFSET }: ClockVariables): Clock {
  const offset = DEVELOPMENT === 'true' ? Number(CLOCK_OFFSET ?? 0) : 0;
  return Number.isSafeInteger(offset) ? clockWithOffset(offset) : systemClock;
}
