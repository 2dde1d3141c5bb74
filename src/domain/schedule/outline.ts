import type { PlanVersion } from '../price-plan/price-plan.ts';
import type { Period } from '../timeline/period.ts';
import type { Piece } from '../timeline/timeline.ts';
import { type ScheduleChange, scheduleChanges } from './changes.ts';
import { isOverridden, type PlanVersions, type ScheduleContent, type ScheduleOverrides, type Schedules, versionOf } from './schedule.ts';

/** A schedule as it would be or was, told without a row that records it. */
export interface ScheduleOutline {
  /** Null for one that is only planned. */
  readonly scheduleId: string | null;
  readonly period: Period;
  readonly version: PlanVersion;
  readonly isOverridden: boolean;
}

/** A change of schedules, told by their outlines. `before` holds more than one only where schedules are merged. */
export interface OutlinedChange {
  readonly kind: ScheduleChange<Piece<ScheduleContent>>['kind'];
  readonly before: readonly ScheduleOutline[];
  readonly after: ScheduleOutline | null;
  readonly parts: readonly (keyof ScheduleOverrides)[];
}

/** A timeline, and what leads to it from an earlier one. */
export interface TimelineOutline {
  readonly schedules: readonly ScheduleOutline[];
  readonly changes: readonly OutlinedChange[];
}

/** The timeline that edits make of another. `isPlan`: new schedules have no ids yet, since nothing keeps them. */
export function outlineTimeline(before: Schedules, after: Schedules, versions: PlanVersions, { isPlan = false } = {}): TimelineOutline {
  const existingIds = new Set(before.map(({ content }) => content.scheduleId));
  const outline = ({ period, content }: Schedules[number]): ScheduleOutline => {
    const version = versionOf(content, versions);
    const scheduleId = isPlan && !existingIds.has(content.scheduleId) ? null : content.scheduleId;
    return { scheduleId, period, version, isOverridden: isOverridden(content, version) };
  };
  const changes = scheduleChanges(before, after).map(
    (change): OutlinedChange => ({
      kind: change.kind,
      before: 'before' in change ? [change.before].flat().map(outline) : [],
      after: 'after' in change ? outline(change.after) : null,
      parts: 'parts' in change ? change.parts : [],
    }),
  );
  return { schedules: after.map(outline), changes };
}
