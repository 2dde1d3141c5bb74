import type { Day } from '../day.ts';
import { invalid, notFound } from '../refusal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { contains, type Period, period } from '../timeline/period.ts';
import { overlay } from '../timeline/timeline.ts';
import { checkSize } from './edit.ts';
import {
  normalizeOverrides,
  type PlanVersions,
  type ScheduleContent,
  type ScheduleOverrides,
  type Schedules,
  sameContent,
  versionOf,
} from './schedule.ts';

/** The part of a schedule that a change is about. Omitted days are those of the schedule. */
export interface SchedulePart {
  readonly effectiveFrom?: Day | null | undefined;
  readonly effectiveUntil?: Day | null | undefined;
}

/** Returns the days of a part of a schedule. Refuses with EMPTY_PERIOD, and with INVALID_VALUE days that the schedule does not have. */
export function daysOfPart(whole: Period, { effectiveFrom, effectiveUntil }: SchedulePart): Result<Period> {
  const outside = (field: keyof SchedulePart): Result<Period> =>
    refuse(invalid(`The part must be within the schedule, which has the days from ${whole.start} until before ${whole.end}.`, [field]));
  if (effectiveFrom && !contains(whole, effectiveFrom)) return outside('effectiveFrom');
  if (effectiveUntil && effectiveUntil > whole.end) return outside('effectiveUntil');
  return period(effectiveFrom ?? whole.start, effectiveUntil ?? whole.end);
}

/** An override of a schedule, on some of its days. */
export interface ScheduleOverride {
  readonly scheduleId: string;
  /** Days of the schedule, as `daysOfPart` returns them. */
  readonly days: Period;
  readonly overrides: Partial<ScheduleOverrides>;
}

/**
 * Returns the timeline after a schedule gets overrides on some of its days (README, "Schedules"). Its id stays with its first day, its cycles
 * count on in each part, and it is not divided where nothing changes. An override that equals the plan version's terms is removed. Refuses
 * with NOT_FOUND a schedule that is not in the timeline, and with LIMIT_EXCEEDED above 1,000 schedules or 1,000,000 bytes.
 */
export function overrideSchedule(
  timeline: Schedules,
  { scheduleId, days, overrides }: ScheduleOverride,
  { versions, nextScheduleId }: { readonly versions: PlanVersions; readonly nextScheduleId: () => string },
): Result<Schedules> {
  const piece = timeline.find(({ content }) => content.scheduleId === scheduleId);
  if (!piece) return refuse(notFound('schedule', scheduleId, ['scheduleId']));
  const version = versionOf(piece.content, versions);
  const content: ScheduleContent = {
    ...piece.content,
    ...overrides,
    rateCardSetId: overrides.rateCardSetId ?? piece.content.rateCardSetId,
  };
  const normalized = normalizeOverrides(content, version);
  if (sameContent(piece.content, normalized)) return ok(timeline);
  const identified = days.start === piece.period.start ? normalized : { ...normalized, scheduleId: nextScheduleId() };
  const rest = (tail: ScheduleContent): ScheduleContent => ({ ...tail, scheduleId: nextScheduleId() });
  return checkSize(timeline, overlay(timeline, { period: days, content: identified }, rest));
}
