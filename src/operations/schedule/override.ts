import { requireWritable } from '../../domain/account/account.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse, renamePaths } from '../../domain/result.ts';
import { overrideSchedule } from '../../domain/schedule/override.ts';
import { type ScheduleContent, type ScheduleOverrides, versionOf } from '../../domain/schedule/schedule.ts';
import type { AccountWithTimeline } from '../../store/drafts.ts';
import { toSchedules, versionsIn } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import type { Work } from '../operation.ts';
import { draftState, writeScheduleDraft } from './write-timeline.ts';

interface Named {
  readonly scheduleId: string;
  readonly expectedRevision?: number | null | undefined;
}

export interface OverriddenSchedule {
  readonly account: string;
  readonly draft: string;
  /** The row id of the schedule in the draft. */
  readonly schedule: string;
}

/**
 * Overrides one schedule in its account's draft. Without a draft, creates one from the active timeline.
 * @param change returns the overrides, from the schedule's content in the draft and its plan version
 */
export function overrideInDraft(
  work: Work,
  account: AccountWithTimeline | undefined,
  { scheduleId, expectedRevision }: Named,
  change: (content: ScheduleContent, version: PlanVersion) => Result<Partial<ScheduleOverrides>>,
): Result<OverriddenSchedule> {
  const unknown = refuse(notFound('schedule', scheduleId, ['scheduleId']));
  if (!account) return unknown;
  const required = requireAccount(account, { accountId: account.accountId, expectedRevision });
  if (!required.ok) return required;
  const writable = renamePaths(requireWritable(account.status), { accountId: ['scheduleId'] });
  if (!writable.ok) return writable;

  const { draft } = account;
  const before = toSchedules(draft?.schedules ?? account.schedules);
  const versions = versionsIn([...account.schedules, ...(draft?.schedules ?? [])]);
  const piece = before.find(({ content }) => content.scheduleId === scheduleId);
  if (!piece) return unknown;
  const overrides = change(piece.content, versionOf(piece.content, versions));
  if (!overrides.ok) return overrides;
  const after = overrideSchedule(before, scheduleId, overrides.value, versions);
  if (!after.ok) return after;

  const state = draftState(account, draft, [{ mode: 'OVERRIDE', period: piece.period }]);
  if (!state.ok) return state;
  const written = writeScheduleDraft(work, { account, before, after: after.value, versions }, state.value);
  const index = after.value.findIndex(({ content }) => content.scheduleId === scheduleId);
  work.audit({ subjectId: account.id, entities: [account.id, written.draftId], before: piece.content, after: after.value[index]?.content });
  return ok({ account: account.id, draft: written.draftId, schedule: written.all[index] ?? '' });
}
