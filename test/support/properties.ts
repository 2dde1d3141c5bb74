import fc from 'fast-check';
import { runs, SEED } from './runs.ts';

// A property that names no number of runs of its own, and no seed.
fc.configureGlobal({ ...runs(100), seed: SEED });
