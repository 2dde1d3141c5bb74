import type { Day } from '../day.ts';
import type { PricingRule } from '../pricing-rule/pricing-rule.ts';
import type { RateCard } from '../rate-card/rate-card.ts';
import { precondition } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { effectiveTerms, type PlanVersions, type Schedules, versionOf } from '../schedule/schedule.ts';
import type { Period } from '../timeline/period.ts';
import { cycleOf, ordinalOf, type RatedCycle, type Served, type Sibling } from './cycle.ts';

/** A schedule with everything that prices its cycles. */
export interface PricedSchedule {
  readonly scheduleId: string;
  readonly pricePlanId: string;
  readonly pricePlanName: string;
  readonly version: number;
  readonly served: Served;
  /** Equal ids mean equal cards. */
  readonly rateCardSetId: string;
  readonly cards: readonly RateCard[];
  readonly rules: readonly PricingRule[];
}

/** Returns a timeline with everything that prices its cycles: the terms in force, and the cards of each set. */
export function pricedSchedules(
  timeline: Schedules,
  versions: PlanVersions,
  cardsOf: (rateCardSetId: string) => readonly RateCard[],
): readonly PricedSchedule[] {
  return timeline.map(({ period, content }) => {
    const version = versionOf(content, versions);
    const { pricingCycle, pricingRules, rateCardSetId } = effectiveTerms(content, version);
    return {
      scheduleId: content.scheduleId,
      pricePlanId: version.pricePlanId,
      pricePlanName: version.name,
      version: version.version,
      served: { config: pricingCycle, period, countsFrom: content.countsFrom },
      rateCardSetId,
      cards: cardsOf(rateCardSetId),
      rules: pricingRules,
    };
  });
}

/** A cycle of a timeline, with the schedule that it belongs to. */
export interface ScheduleCycle {
  readonly schedule: PricedSchedule;
  readonly cycle: RatedCycle;
}

/** Yields the cycles of a timeline, from the one that the day falls in or, in a gap, from the next one. Lazy: a schedule may last forever. */
export function* cyclesFrom(schedules: readonly PricedSchedule[], day: Day): Generator<ScheduleCycle, void> {
  for (const schedule of schedules) {
    const { period } = schedule.served;
    if (period.end <= day) continue;
    const first = period.start > day ? period.start : day;
    const served = { ...schedule.served, siblings: siblingsOf(schedule, schedules) };
    for (let ordinal = ordinalOf(served, first); ; ordinal++) {
      const cycle = cycleOf(served, ordinal);
      if (!cycle.ok) break;
      yield { schedule, cycle: cycle.value };
      if (cycle.value.served.end >= period.end) break;
    }
  }
}

/** The other schedules that count from the same day. Those that ended before the first of the timeline are taken to have served all days since. */
function siblingsOf({ served }: PricedSchedule, schedules: readonly PricedSchedule[]): readonly Sibling[] {
  const kin = schedules.filter((other) => other.served.countsFrom === served.countsFrom);
  const known = kin.filter((other) => other.served !== served).map((other) => ({ period: other.served.period, cards: other.cards }));
  const earliest = kin[0]?.served.period.start ?? served.countsFrom;
  return earliest > served.countsFrom ? [{ period: { start: served.countsFrom, end: earliest }, cards: [] }, ...known] : known;
}

/**
 * The cycles of a timeline from the one that the day falls in, at most `count` of them. Refuses NOT_FOUND where no schedule is in force on the
 * day, and names the next day on which one is.
 */
export function firstCycles(schedules: readonly PricedSchedule[], from: Day, count: number): Result<readonly ScheduleCycle[]> {
  const next = schedules.find(({ served }) => served.period.end > from);
  if (!next) return refuse(precondition('NOT_FOUND', `No schedule is in force on ${from} or later.`, ['from']));
  const { start } = next.served.period;
  if (start > from) {
    const message = `No schedule is in force on ${from}. The next one begins on ${start}: give that day.`;
    return refuse(precondition('NOT_FOUND', message, ['from']));
  }
  return ok(cyclesFrom(schedules, from).take(count).toArray());
}

/** The days between cycles on which no schedule is in force, in order. */
export function gapsBetween(cycles: readonly ScheduleCycle[]): readonly Period[] {
  return cycles.flatMap(({ cycle }, i) => {
    const next = cycles[i + 1];
    return next && next.cycle.served.start > cycle.served.end ? [{ start: cycle.served.end, end: next.cycle.served.start }] : [];
  });
}

/** Rate cards that the cycles price: each card in each cycle counts. */
export const cardCyclesOf = (cycles: readonly ScheduleCycle[]): number =>
  cycles.reduce((sum, { schedule }) => sum + schedule.cards.length, 0);

/** The days from the first cycle to the last. At least one cycle is given. */
export function daysOf(cycles: readonly ScheduleCycle[]): Period {
  const [first, last] = [cycles[0], cycles.at(-1)];
  if (!first || !last) throw new Error('No cycle has no days.');
  return { start: first.cycle.served.start, end: last.cycle.served.end };
}
