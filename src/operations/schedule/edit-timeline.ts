import { ok, type Result } from '../../domain/result.ts';
import { applyEdits, type ScheduleEdit, versionsWith } from '../../domain/schedule/edit.ts';
import type { PlanVersions, Schedules } from '../../domain/schedule/schedule.ts';
import { hasEverHadSchedule } from '../../domain/schedule/start-rule.ts';
import { type AccountWithActiveTimeline, type RecordedSchedule, toSchedules, versionsIn } from '../../store/schedules.ts';
import type { Context } from '../context.ts';
import { type Writing, type WrittenTimeline, withoutRow, writeActiveTimeline } from './write-timeline.ts';

/** What a plan needs of its request: it can be made without a write. */
export type Planning = Pick<Context, 'today' | 'newId'>;

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
export function planEdits(
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

/** Writes what was planned. Guards and advances the account. */
export function writePlanned(work: Writing, planned: PlannedTimeline): EditedTimeline {
  const written = writeActiveTimeline(work, planned);
  return { ...written, before: planned.before.map(withoutRow), after: planned.after.map(withoutRow) };
}
