import { addDays } from '../day.ts';
import { CYCLE_INTERVALS, type CycleInterval, cycleNumber, type PricingCycleConfig, uncutCycle } from '../pricing-cycle.ts';
import { intersect, type Period } from '../timeline/period.ts';
import type { RatedCycle, Share } from './cycle.ts';

/** A smaller cycle inside a cycle. */
export type Window = Share;

/**
 * The windows in which a usage cycle prices a license (README, "Rating"): they tile the nominal cycle from its start, and are cut to the days
 * served. Weeks are 7 days each: November has 5, the last of 2 days. Longer windows begin by the day offset of the configuration. A usage
 * cycle that is not shorter than the pricing cycle is one window.
 */
export function windowsOf(interval: CycleInterval, cycle: Pick<RatedCycle, 'nominal' | 'served' | 'schedule'>): readonly Window[] {
  const { nominal, served, schedule } = cycle;
  const { config } = schedule;
  if (!config || !isShorter(interval, cycle)) return [{ nominal, served }];
  return tiles(interval, config, nominal).flatMap((tile) => {
    const inCycle = intersect(tile, nominal);
    const days = inCycle && intersect(inCycle, served);
    return days ? [{ nominal: tile, served: days }] : [];
  });
}

/** Whether a usage cycle divides the pricing cycle. Any other has the price of the pricing cycle. */
export function isShorter(interval: CycleInterval, { schedule: { config } }: Pick<RatedCycle, 'schedule'>): boolean {
  return config !== null && RANK(interval) < RANK(config.interval);
}

function* weeks({ start, end }: Period): Generator<Period, void> {
  for (let day = start; day < end; day = addDays(day, 7)) yield { start: day, end: addDays(day, 7) };
}

function tiles(interval: CycleInterval, config: PricingCycleConfig, nominal: Period): readonly Period[] {
  if (interval === 'WEEKLY') return [...weeks(nominal)];
  const smaller = within(interval, config);
  const [first, last] = [cycleNumber(smaller, nominal.start), cycleNumber(smaller, addDays(nominal.end, -1))];
  return Array.from({ length: last - first + 1 }, (_, i) => uncutCycle(smaller, first + i));
}

/** The configuration of a shorter interval whose boundaries hold those of `config`: quarters of a year that begins in May begin in its second month. */
function within(interval: CycleInterval, config: PricingCycleConfig): PricingCycleConfig {
  const months = MONTHS[interval];
  return { ...config, interval, monthOffset: months > 1 ? String(((monthOf(config) - 1) % months) + 1) : 'NIL' };
}

function monthOf({ interval, monthOffset }: PricingCycleConfig): number {
  if (monthOffset === 'LAST') return MONTHS[interval];
  return monthOffset === 'FIRST' || monthOffset === 'NIL' ? 1 : Number(monthOffset);
}

const MONTHS = { WEEKLY: 0, MONTHLY: 1, QUARTERLY: 3, HALF_YEARLY: 6, ANNUALLY: 12 } as const satisfies Record<CycleInterval, number>;

const RANK = (interval: CycleInterval): number => CYCLE_INTERVALS.indexOf(interval);
