import type { PlanVersion } from '../price-plan/price-plan.ts';
import type { Period } from '../timeline/period.ts';
import type { Piece } from '../timeline/timeline.ts';
import { type ScheduleChange, scheduleChanges } from './changes.ts';
import { isOverridden, type PlanVersions, type ScheduleContent, type ScheduleOverrides, type Schedules, versionOf } from './schedule.ts';

/** A schedule that is planned or was in force, without its recorded row. */
export interface ScheduleOutline {
  /** `null` for a planned schedule. */
  readonly scheduleId: string | null;
  readonly period: Period;
  readonly version: PlanVersion;
  readonly isOverridden: boolean;
}

/** A change of schedules as outlines. `before` has more than one only if schedules are merged. */
export interface OutlinedChange {
  readonly kind: ScheduleChange<Piece<ScheduleContent>>['kind'];
  readonly before: readonly ScheduleOutline[];
  readonly after: ScheduleOutline | null;
  readonly parts: readonly (keyof ScheduleOverrides)[];
}

/** A timeline and the changes that lead to it from an earlier one. */
export interface TimelineOutline {
  readonly schedules: readonly ScheduleOutline[];
  readonly changes: readonly OutlinedChange[];
}

/** The outline of an account's timeline. */
export interface AccountOutline extends TimelineOutline {
  readonly account: { readonly accountId: string; readonly name: string };
}

/** Returns the outline of a timeline after edits. With `isPlan`, new schedules have no ids, because they are not recorded. */
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
