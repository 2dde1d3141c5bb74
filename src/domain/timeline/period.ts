import type { Day } from '../day.ts';

/** Days, half-open: `start` is the first day covered, `end` the first day not covered. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}
