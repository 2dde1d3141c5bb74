import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How often random tests run, as a multiple of the everyday number. */
    readonly runs: number;
    /** Whether slow tests run as well: `npm run test:full`. */
    readonly full: boolean;
  }
}

export const RUNS = inject('runs');

/** Options of a property that runs `everyday` times, or as often as `RUNS` says. */
export const runs = (everyday: number) => ({ numRuns: Math.ceil(everyday * RUNS) });
