import { finalizeDraft, requireDraft } from '../../domain/draft.ts';
import { ok, type Result } from '../../domain/result.ts';
import { scheduleIssues } from '../../domain/schedule/issues.ts';
import { planWrites } from '../../domain/schedule/writes.ts';
import { versionOf } from '../../domain/schedule.ts';
import { licensesById } from '../../store/license-updates.ts';
import { accountWithTimeline, deleteDraft, draftRateCards, toSchedules, versionsIn } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { licenseIdsOf, type PreActions, parsePreActions, writeLicenseUpdates } from './pre-actions.ts';
import { withoutRow, writeActiveTimeline } from './write-timeline.ts';

export interface FinalizeAccountSchedulesInput {
  readonly accountId: string;
  readonly mergeSchedules?: boolean | null | undefined;
  readonly preActions?: PreActions;
  readonly expectedRevision?: number | null | undefined;
}

/** Makes an account's draft its active timeline, with its pre-actions, in one atomic write. */
export const finalizeAccountSchedules = operation({
  name: 'finalizeAccountSchedules',
  scope: 'schedules:finalize',
  async decide(
    input: FinalizeAccountSchedulesInput,
    work,
  ): Promise<Result<{ account: string; schedules: readonly string[]; licenseUpdates: readonly string[] }>> {
    const { store, unit, now, today } = work;
    const [found, cards, licenses] = await store.db.batch([
      accountWithTimeline(store, input.accountId),
      draftRateCards(store, input.accountId),
      licensesById(store, licenseIdsOf(input.preActions)),
    ]);
    const required = requireAccount(found, input);
    if (!required.ok) return required;
    const account = required.value;
    const begun = requireDraft(account.draft);
    if (!begun.ok) return begun;
    const draft = begun.value;
    const licenseUpdates = parsePreActions(input.preActions, licenses, now);
    if (!licenseUpdates.ok) return licenseUpdates;

    const versions = versionsIn([...account.schedules, ...draft.schedules]);
    const drafted = toSchedules(draft.schedules);
    const before = toSchedules(account.schedules);
    const cardsBySet = Map.groupBy(cards, ({ setId }) => setId);
    const billables = new Map(cards.flatMap(({ billable }) => (billable ? [[billable.id, billable] as const] : [])));
    const after = finalizeDraft({
      timeline: before,
      draft: drafted,
      accountStatus: account.status,
      baseTimelineRevision: draft.baseTimelineRevision,
      timelineRevision: account.timelineRevision,
      // What stands in the active timeline already was accepted when it was written.
      issues: planWrites(before, drafted).added.flatMap(({ content }) =>
        scheduleIssues({
          content,
          version: versionOf(content, versions),
          rateCards: cardsBySet.get(content.rateCardSetId)?.map(({ card }) => card) ?? [],
          billables,
          accountCurrency: account.invoiceCurrency,
        }),
      ),
      merge: input.mergeSchedules ?? false,
      today,
      versions,
      everHadSchedule: account.timelineRevision > 0,
    });
    if (!after.ok) return after;

    unit.write(...deleteDraft(store, draft.id));
    const { all, written } = writeActiveTimeline(work, { account, before, after: after.value, versions });
    const recorded = writeLicenseUpdates(work, account.id, licenseUpdates.value);
    work.audit({
      subjectId: account.id,
      entities: [account.id, draft.id, ...written, ...recorded],
      before: before.map(withoutRow),
      after: after.value.map(withoutRow),
    });
    return ok({ account: account.id, schedules: all, licenseUpdates: recorded });
  },
});
