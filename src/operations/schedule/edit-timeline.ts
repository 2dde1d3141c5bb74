import { ok, type Result, unindexed } from '../../domain/result.ts';
import type { PlanVersions, Schedules } from '../../domain/schedule.ts';
import { applyEdits, type ScheduleEdit } from '../../domain/schedule-edit.ts';
import { type AccountWithActiveTimeline, type RecordedSchedule, toSchedules, versionsIn } from '../../store/schedules.ts';
import type { Work } from '../operation.ts';
import { versionsWith } from './association.ts';
import { type WrittenTimeline, withoutRow, writeActiveTimeline } from './write-timeline.ts';

/** What edits would make of an account's active timeline. */
export interface PlannedTimeline {
  readonly account: AccountWithActiveTimeline;
  readonly before: readonly RecordedSchedule[];
  readonly after: Schedules;
  readonly versions: PlanVersions;
}

/** What edits made of the active timeline. */
export interface EditedTimeline extends WrittenTimeline {
  readonly before: Schedules;
  readonly after: Schedules;
}

/** Edits of an account's active timeline, in their order, all or none; nothing is written. A refusal's path begins with the index of its edit. */
export function planEdits(work: Work, account: AccountWithActiveTimeline, edits: readonly ScheduleEdit[]): Result<PlannedTimeline> {
  const before = toSchedules(account.schedules);
  const versions = versionsWith(versionsIn(account.schedules), edits);
  const after = applyEdits(before, edits, {
    target: 'ACTIVE',
    account,
    today: work.today,
    versions,
    everHadSchedule: account.timelineRevision > 0,
    nextScheduleId: () => work.newId('sch'),
  });
  return after.ok ? ok({ account, before, after: after.value, versions }) : after;
}

/** Writes what was planned. Guards and advances the account. */
export function writePlanned(work: Work, planned: PlannedTimeline): EditedTimeline {
  const written = writeActiveTimeline(work, planned);
  return { ...written, before: planned.before.map(withoutRow), after: planned.after.map(withoutRow) };
}

/** One edit that a purchase makes when it takes effect. The path of a refusal is relative to the edit; nothing is written then. */
export function editActiveTimeline(work: Work, account: AccountWithActiveTimeline, edit: ScheduleEdit): Result<EditedTimeline> {
  const planned = unindexed(planEdits(work, account, [edit]));
  return planned.ok ? ok(writePlanned(work, planned.value)) : planned;
}
