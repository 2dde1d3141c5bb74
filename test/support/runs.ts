import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How often random tests run, as a multiple of the everyday number. */
    readonly runs: number;
    /** Whether slow tests run as well: `npm run test:full`. */
    readonly full: boolean;
    /** Where random tests begin. */
    readonly seed: number;
  }
}

export const RUNS = inject('runs');
export const SEED = inject('seed');

/** Whether everything is gone through that an everyday run takes a part of: in CI and in the full run. */
export const IS_WHOLE = RUNS > 1;

/**
 * What an everyday run tries of all that there is to try: each `step`th, from another one on in each turn and with each SEED, so that all
 * turns together, and runs after one another, come to all of it. Runs that are whole try all in each turn.
 */
export const share = <T>(all: readonly T[], step: number, turn = 0): readonly T[] =>
  IS_WHOLE ? all : all.filter((_, i) => (i + turn + SEED) % step === 0);

/** Options of a property that runs `count` times, multiplied by `RUNS`. A slow property names a lower count for everyday runs. */
export const runs = (count: number, { everyday = count }: { readonly everyday?: number } = {}) => ({
  numRuns: Math.ceil((IS_WHOLE ? count : everyday) * RUNS),
});
