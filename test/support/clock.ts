import { inject } from 'vitest';
import { clockWithOffset } from '../../src/clock.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Milliseconds by which the tests are ahead of the machine's time. */
    readonly clockOffset: number;
  }
}

/** Returns the time of the tests in milliseconds since 1970: the machine's, or what `NOW` says. */
export const now = clockWithOffset(inject('clockOffset'));
