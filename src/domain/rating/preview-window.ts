import { contentEquals } from '../content-text.ts';
import { type Day, dayOf, maxDay, minDay } from '../day.ts';
import { cycleContent } from '../pricing-cycle.ts';
import { ruleContent } from '../pricing-rule/pricing-rule.ts';
import type { LicenseUpdate } from '../schedule/license-update.ts';
import { contains, type Period } from '../timeline/period.ts';
import { cycleOf, groupOf, ordinalOf } from './cycle.ts';
import { recurrenceOf } from './due.ts';
import type { BoughtQuantity } from './estimate.ts';
import { cyclesFrom, type PricedSchedule, type ScheduleCycle } from './schedule-cycles.ts';

/** A timeline as it is priced, with the license updates of its account. */
export interface PricedTimeline {
  readonly schedules: readonly PricedSchedule[];
  readonly licenseUpdates: readonly LicenseUpdate[];
  /** What a purchase buys that no cycle counts. */
  readonly bought?: readonly BoughtQuantity[];
}

/** What a preview compares: the cycles of two timelines that begin on the days of one period. */
export interface PreviewWindow {
  readonly period: Period;
  readonly before: readonly ScheduleCycle[];
  readonly after: readonly ScheduleCycle[];
}

/** Cycles that a preview looks at on each side: more than any budget of card-cycles pays for. */
const MOST_CYCLES = 2_001;

/**
 * The cycles that a change affects first, and those after them: from the cycle of either timeline in which they first differ, for `count` cycles of
 * the later timeline. They differ where content, a gap or a seam differs: a cut at unchanged prices makes two cycles of one.
 *
 * A card that is charged for several cycles at once is charged in the first or last of them, so its cycles are looked at together.
 * @param today the first day of the cycles that are compared where nothing differs
 */
export function previewWindow(before: PricedTimeline, after: PricedTimeline, count: number, today: Day): PreviewWindow {
  const differsOn = firstDifference(before, after) ?? today;
  const start = [before, after].reduce((first, { schedules }) => minDay(first, affectedFrom(schedules, differsOn)), differsOn);
  const end = endAfter(count, start, after.schedules, before.schedules);
  const within = ({ schedules }: PricedTimeline) =>
    cyclesFrom(schedules, start)
      .take(MOST_CYCLES)
      .toArray()
      .filter(({ cycle }) => cycle.served.start < end);
  return { period: { start, end }, before: within(before), after: within(after) };
}

/** The first day on which two timelines differ in what they cost; `null` if there is none. */
function firstDifference(before: PricedTimeline, after: PricedTimeline): Day | null {
  const edges = [...before.schedules, ...after.schedules].flatMap(({ served: { period } }) => [period.start, period.end]);
  const days = [...new Set(edges)].toSorted();
  const inSchedules = days.find((day) => {
    const [a, b] = [scheduleOn(before.schedules, day), scheduleOn(after.schedules, day)];
    if (!a || !b) return a !== b;
    return beginsOn(a, day) !== beginsOn(b, day) || !sameTerms(a, b);
  });
  const known = new Set(before.licenseUpdates);
  const added = after.licenseUpdates.filter((update) => !known.has(update)).map(({ effectiveFrom }) => dayOf(effectiveFrom));
  const found = [inSchedules ?? [], added].flat().toSorted();
  return found[0] ?? null;
}

const scheduleOn = (schedules: readonly PricedSchedule[], day: Day) => schedules.find(({ served }) => contains(served.period, day));

const beginsOn = ({ served }: PricedSchedule, day: Day): boolean => served.period.start === day;

/** Whether two schedules cost the same on a day on which both are in force. */
function sameTerms(a: PricedSchedule, b: PricedSchedule): boolean {
  if (a.served.countsFrom !== b.served.countsFrom || a.rateCardSetId !== b.rateCardSetId) return false;
  const [ofA, ofB] = [a.served.config, b.served.config];
  const sameCycle = ofA && ofB ? contentEquals(cycleContent(ofA), cycleContent(ofB)) : ofA === ofB;
  return sameCycle && contentEquals(a.rules.map(ruleContent), b.rules.map(ruleContent));
}

/**
 * First day of the cycle that a day falls in, or of the first cycle of a group that reaches into it, whichever schedule serves it: schedules
 * that count from the same day share the charges of a group. The day itself in a gap.
 */
function affectedFrom(schedules: readonly PricedSchedule[], day: Day): Day {
  const schedule = scheduleOn(schedules, day);
  if (!schedule) return day;
  const { served, cards } = schedule;
  const cycle = cycleOf(served, ordinalOf(served, day));
  if (!cycle.ok) return day;
  const groups = cards.map((card) => groupOf(cycle.value, recurrenceOf(card))?.nominal.start ?? day);
  const start = [cycle.value.nominal.start, ...groups].reduce(minDay);
  const reached = schedules.find(({ served: { period, countsFrom } }) => countsFrom === served.countsFrom && period.end > start);
  const first = reached ? maxDay(reached.served.period.start, start) : day;
  return first < day ? affectedFrom(schedules, first) : day;
}

/** First day after `count` cycles of the first timeline that has one on a day; a gap of all is skipped. */
function endAfter(count: number, start: Day, ...timelines: readonly (readonly PricedSchedule[])[]): Day {
  let end = start;
  for (let i = 0; i < count; i++) {
    const next = timelines.flatMap((schedules) => cyclesFrom(schedules, end).take(1).toArray());
    const covering = next.find(({ cycle }) => cycle.served.start <= end) ?? next.toSorted(byStart)[0];
    if (!covering) return end;
    end = covering.cycle.nominal.end;
  }
  return end;
}

const byStart = (a: ScheduleCycle, b: ScheduleCycle): number => (a.cycle.served.start < b.cycle.served.start ? -1 : 1);
