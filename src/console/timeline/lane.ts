import type { PricingCycleConfigInput } from 'billing-catalogue/documents';
import { FOREVER } from '../format.ts';
import type { Span } from './span.ts';

/** A schedule as a timeline shows it. */
export interface TimelineSchedule {
  readonly id: string;
  readonly scheduleId: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly isOverridden: boolean;
  readonly pricePlanVersion: { readonly pricePlanId: string; readonly name: string; readonly version: number };
  readonly cycles: readonly Cycle[];
  /** Whether it has more cycles in the days that are shown than were read, so that none is told. */
  readonly hasTooManyCycles?: boolean;
  /** Where its cycles begin. Left out of a schedule that is not edited. */
  readonly pricingCycleConfig?: CycleConfig | null;
}

/** The pricing cycle of a schedule, without whether it was taken from an anniversary. */
export type CycleConfig = Pick<PricingCycleConfigInput, 'interval' | 'gracePeriod'> & {
  readonly startOffset: { readonly dayOffset: string; readonly monthOffset: string };
};

export interface Cycle {
  readonly start: string;
  readonly end: string;
  readonly dueOn: string;
}

/** What a draft does to a schedule. `kept`: nothing. `gap`: there is no schedule. */
export type BarKind = 'active' | 'gap' | 'kept' | 'added' | 'removed' | 'moved' | 'changed';

/** A period that a timeline draws. */
export interface Bar {
  readonly key: string;
  readonly kind: BarKind;
  readonly startDate: string;
  readonly endDate: string;
  /** `null`: a gap. */
  readonly schedule: TimelineSchedule | null;
}

type Period = Pick<TimelineSchedule, 'scheduleId' | 'startDate' | 'endDate' | 'isOverridden' | 'pricePlanVersion'> & {
  readonly id: string;
};

/** A change of a draft, as the API answers it. */
export interface DraftChange {
  readonly __typename: string;
  readonly schedule: Period;
  readonly before?: Period;
  readonly merged?: readonly Period[];
}

const KINDS: Readonly<Record<string, BarKind>> = {
  ScheduleAdded: 'added',
  SchedulePeriodChanged: 'moved',
  SchedulePlanChanged: 'changed',
  ScheduleOverridden: 'changed',
  SchedulesMerged: 'moved',
};

/** A mark and a word for each kind: colour alone tells nothing. */
export const KIND_MARKS: Readonly<Record<BarKind, readonly [mark: string, word: string]>> = {
  active: ['', 'In the contract'],
  gap: ['∅', 'Gap'],
  kept: ['', 'Unchanged'],
  added: ['+', 'Added'],
  removed: ['−', 'Removed'],
  moved: ['↔', 'Moved'],
  changed: ['≠', 'Changed'],
};

/** Returns the schedules of the days that are shown between those before and after them, so that a gap at an edge is one. */
export function withNeighbors(
  schedules: readonly TimelineSchedule[],
  { earlier, later }: { readonly earlier: Neighbors; readonly later: Neighbors },
): readonly TimelineSchedule[] {
  const shown = new Set(schedules.map(({ id }) => id));
  const beyond = ({ nodes }: Neighbors) => nodes.filter(({ id }) => !shown.has(id));
  return [...beyond(earlier), ...schedules, ...beyond(later)];
}

interface Neighbors {
  readonly nodes: readonly TimelineSchedule[];
}

/** Returns the bars of the active timeline: its schedules, and the gaps between them. */
export const activeLane = (schedules: readonly TimelineSchedule[], span: Span): readonly Bar[] =>
  withGaps(schedules.map((each) => barOf(withAllCycles(each, span), 'active')));

/** Returns the bars of a draft: its schedules by what it does to each, and the gaps between them. */
export function draftLane(schedules: readonly TimelineSchedule[], changes: readonly DraftChange[], span: Span): readonly Bar[] {
  const kinds = new Map(changes.map(({ __typename, schedule }) => [schedule.scheduleId, KINDS[__typename] ?? 'kept']));
  return withGaps(schedules.map((each) => barOf(withAllCycles(each, span), kinds.get(each.scheduleId) ?? 'kept')));
}

/** The schedule without cycles, if those that were read end before the days that are shown: a part of them would look like all. */
function withAllCycles(schedule: TimelineSchedule, { until }: Span): TimelineSchedule {
  const last = schedule.cycles.at(-1);
  if (!last || last.end >= schedule.endDate || last.end >= until) return schedule;
  return { ...schedule, cycles: [], hasTooManyCycles: true };
}

/** Returns what a draft takes away: the schedules that it removes, and where those were that it moves or changes. */
export const removedLane = (changes: readonly DraftChange[]): readonly Bar[] =>
  changes.flatMap((change) => {
    const { __typename, schedule, before, merged } = change;
    if (__typename === 'ScheduleRemoved') return [barOf({ ...schedule, cycles: [] }, 'removed')];
    return (merged ?? (before ? [before] : [])).map((each) => barOf({ ...each, cycles: [] }, 'removed'));
  });

/** What is said in place of cycles that are not told. */
export const TOO_MANY_CYCLES = 'Too many cycles for these days. Show fewer months to read them.';

/** Returns the name of a bar for people: its plan, or that it is a gap. */
export function barName({ schedule }: Bar): string {
  if (schedule === null) return 'Gap';
  const { name, version } = schedule.pricePlanVersion;
  return `${name} v${version}`;
}

const barOf = (schedule: TimelineSchedule, kind: BarKind): Bar => ({
  key: schedule.id,
  kind,
  startDate: schedule.startDate,
  endDate: schedule.endDate,
  schedule,
});

function withGaps(bars: readonly Bar[]): readonly Bar[] {
  return bars.flatMap((bar, i) => {
    const next = bars[i + 1];
    if (bar.endDate === FOREVER || !next || next.startDate <= bar.endDate) return [bar];
    return [bar, { key: `gap ${bar.endDate}`, kind: 'gap', startDate: bar.endDate, endDate: next.startDate, schedule: null }];
  });
}
