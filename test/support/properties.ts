import fc from 'fast-check';
import { runs } from './runs.ts';

// A property that names no number of runs of its own.
fc.configureGlobal(runs(100));
