import { ok, type Result } from '../../domain/result.ts';
import { requireDraft } from '../../domain/schedule/draft.ts';
import { rebaseDraft as rebaseTimeline } from '../../domain/schedule/rebase.ts';
import { draftToRebase } from '../../domain/schedule/recorded-draft.ts';
import { accountWithTimeline, toRecordedDraft } from '../../store/drafts.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { withoutRow, writeScheduleDraft } from './write-timeline.ts';

export interface RebaseDraftInput {
  readonly accountId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Rebases an account's draft on the current active timeline. */
export const rebaseDraft = operation({
  name: 'rebaseDraft',
  scope: 'schedules:write',
  async decide(input: RebaseDraftInput, work): Promise<Result<{ account: string; draft: string; schedules: readonly string[] }>> {
    const required = requireAccount(await accountWithTimeline(work.store, input.accountId), input);
    if (!required.ok) return required;
    const account = required.value;
    const current = requireDraft(account.draft);
    if (!current.ok) return current;
    const draft = current.value;

    const request = draftToRebase(toRecordedDraft(draft, account));
    const { draft: before, versions } = request;
    const after = rebaseTimeline(request, () => work.newId('sch'));
    if (!after.ok) return after;

    const state = { baseTimelineRevision: account.timelineRevision, edits: draft.edits };
    const { draftId, all } = writeScheduleDraft(work, { account, before, after: after.value, versions }, state);
    work.audit({
      subjectId: account.id,
      entities: [account.id, draftId],
      before: before.map(withoutRow),
      after: after.value.map(withoutRow),
    });
    return ok({ account: account.id, draft: draftId, schedules: all });
  },
});
