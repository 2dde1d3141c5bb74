import { ok, type Result } from '../../domain/result.ts';
import { applyEdits, type ScheduleEdit, versionsWith } from '../../domain/schedule/edit.ts';
import type { PlanVersions, Schedules } from '../../domain/schedule/schedule.ts';
import { hasEverHadSchedule } from '../../domain/schedule/start-rule.ts';
import { type AccountWithActiveTimeline, type RecordedSchedule, toSchedules, versionsIn } from '../../store/schedules.ts';
import type { Context } from '../context.ts';

/** What planning a timeline needs of its request. */
export type Planning = Pick<Context, 'today' | 'newId'>;

/** The active timeline of an account before and after edits. `writeActiveTimeline` writes it. */
export interface PlannedTimeline {
  readonly account: AccountWithActiveTimeline;
  readonly before: readonly RecordedSchedule[];
  readonly after: Schedules;
  readonly versions: PlanVersions;
}

/** Applies edits to an account's active timeline, in order, all or none. Writes nothing. A refusal's path begins with the index of its edit. */
export function planTimeline(
  { today, newId }: Planning,
  account: AccountWithActiveTimeline,
  edits: readonly ScheduleEdit[],
): Result<PlannedTimeline> {
  const before = toSchedules(account.schedules);
  const versions = versionsWith(versionsIn(account.schedules), edits);
  const after = applyEdits(before, edits, {
    draftOf: null,
    account,
    today,
    versions,
    everHadSchedule: hasEverHadSchedule(account),
    nextScheduleId: () => newId('sch'),
  });
  return after.ok ? ok({ account, before, after: after.value, versions }) : after;
}
