export const CYCLE_INTERVALS = ['WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'ANNUALLY'] as const;
export type CycleInterval = (typeof CYCLE_INTERVALS)[number];

/** When cycles begin (README, "Pricing cycles"). Offsets are texts: `"1"`..`"31"`, `LAST`, `FIRST`, `NIL`. */
export interface PricingCycleConfig {
  readonly interval: CycleInterval;
  readonly dayOffset: string;
  readonly monthOffset: string;
  /** Days after a cycle's end until its invoice falls due. */
  readonly gracePeriod: number;
  /** True: the offsets follow from the day of the association. */
  readonly anniversaryCycle: boolean;
}
