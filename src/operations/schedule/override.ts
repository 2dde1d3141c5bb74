import { requireWritable } from '../../domain/account/account.ts';
import type { PlanVersion } from '../../domain/price-plan/price-plan.ts';
import type { RateCard } from '../../domain/rate-card/rate-card.ts';
import { notFound } from '../../domain/refusal.ts';
import { ok, type Result, refuse, renamePaths } from '../../domain/result.ts';
import { daysOfPart, overrideSchedule, type SchedulePart } from '../../domain/schedule/override.ts';
import { type ScheduleContent, type ScheduleOverrides, versionOf } from '../../domain/schedule/schedule.ts';
import { contains } from '../../domain/timeline/period.ts';
import type { AccountWithTimeline } from '../../store/drafts.ts';
import { insertRateCardSet } from '../../store/rate-cards.ts';
import { toSchedules, versionsIn } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import type { Work } from '../operation.ts';
import { requireDryRun, type TriedEdits, tryEdits, UNTOLD, type WithMoneyPreview } from '../rating/preview-edits.ts';
import { draftState, writeScheduleDraft } from './write-timeline.ts';

/** What each override of a schedule says beside the override itself. */
export interface OverrideInput extends SchedulePart, WithMoneyPreview {
  readonly scheduleId: string;
  readonly expectedRevision?: number | null | undefined;
}

export interface OverriddenSchedule extends TriedEdits {
  /** `null` after a dry run, which changes nothing. */
  readonly account: string | null;
  readonly draft: string | null;
  /** The row id of the overridden part in the draft. */
  readonly schedule: string | null;
}

interface Change {
  readonly overrides: Partial<ScheduleOverrides>;
  /** The cards of the override's own set. Omit if a stored set has them. */
  readonly cards?: readonly RateCard[];
}

/**
 * Overrides a schedule, or a part of it, in its account's draft. Without a draft, creates one from the active timeline.
 * @param change returns the overrides, from the schedule's content in the draft and its plan version
 */
export async function overrideInDraft(
  work: Work,
  account: AccountWithTimeline | undefined,
  input: OverrideInput,
  change: (content: ScheduleContent, version: PlanVersion) => Result<Change>,
): Promise<Result<OverriddenSchedule>> {
  const { scheduleId, expectedRevision } = input;
  const previewed = requireDryRun(input);
  if (!previewed.ok) return previewed;
  const unknown = refuse(notFound('schedule', scheduleId, ['scheduleId']));
  if (!account) return unknown;
  const required = requireAccount(account, { accountId: account.accountId, expectedRevision });
  if (!required.ok) return required;
  const writable = renamePaths(requireWritable(account.status), { accountId: ['scheduleId'] });
  if (!writable.ok) return writable;

  const { draft } = account;
  const active = toSchedules(account.schedules);
  const before = draft ? toSchedules(draft.schedules) : active;
  const versions = versionsIn([...account.schedules, ...(draft?.schedules ?? [])]);
  const piece = before.find(({ content }) => content.scheduleId === scheduleId);
  if (!piece) return unknown;
  const days = daysOfPart(piece.period, input);
  if (!days.ok) return days;
  const changed = change(piece.content, versionOf(piece.content, versions));
  if (!changed.ok) return changed;
  const { overrides, cards } = changed.value;
  const after = overrideSchedule(
    before,
    { scheduleId, days: days.value, overrides },
    { versions, nextScheduleId: () => work.newId('sch') },
  );
  if (!after.ok) return after;

  const state = draftState(account, draft, [{ mode: 'OVERRIDE', period: days.value }]);
  if (!state.ok) return state;
  if (input.dryRun) {
    const edits = { account, before: active, after: after.value, versions, cardSets: cards ? [cards] : [], licenseUpdates: [] };
    return ok({ account: null, draft: null, schedule: null, ...(await tryEdits(work, edits, input)) });
  }
  if (cards) work.unit.provide(...insertRateCardSet(work.store, cards));
  const written = writeScheduleDraft(work, { account, before, after: after.value, versions }, state.value);
  const index = after.value.findIndex(({ period }) => contains(period, days.value.start));
  work.audit({ subjectId: account.id, entities: [account.id, written.draftId], before: piece.content, after: after.value[index]?.content });
  return ok({ account: account.id, draft: written.draftId, schedule: written.all[index] ?? null, ...UNTOLD });
}
