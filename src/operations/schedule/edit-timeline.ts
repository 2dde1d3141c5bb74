import { ok, type Result } from '../../domain/result.ts';
import type { Schedules } from '../../domain/schedule.ts';
import { applyEdit, type ScheduleEdit } from '../../domain/schedule-edit.ts';
import { type AccountWithActiveTimeline, toSchedules, versionsIn } from '../../store/schedules.ts';
import type { Work } from '../operation.ts';
import { versionsWith } from './association.ts';
import { type WrittenTimeline, withoutRow, writeActiveTimeline } from './write-timeline.ts';

/** What an edit made of the active timeline. */
export interface EditedTimeline extends WrittenTimeline {
  readonly before: Schedules;
  readonly after: Schedules;
}

/**
 * One edit of an account's active timeline, whoever asks for it, a caller at once or a purchase that takes effect. Guards and advances
 * the account. The path of a refusal is relative to the edit; nothing is written then.
 */
export function editActiveTimeline(work: Work, account: AccountWithActiveTimeline, edit: ScheduleEdit): Result<EditedTimeline> {
  const recorded = toSchedules(account.schedules);
  const versions = versionsWith(versionsIn(account.schedules), [edit]);
  const after = applyEdit(recorded, edit, {
    target: 'ACTIVE',
    account,
    today: work.today,
    versions,
    everHadSchedule: account.timelineRevision > 0,
    nextScheduleId: () => work.newId('sch'),
  });
  if (!after.ok) return after;
  const written = writeActiveTimeline(work, { account, before: recorded, after: after.value, versions });
  return ok({ ...written, before: recorded.map(withoutRow), after: after.value.map(withoutRow) });
}
