import { ok, type Result } from '../../domain/result.ts';
import { requireDiscardable } from '../../domain/schedule/draft.ts';
import { accountIsAt, advanceAccount } from '../../store/accounts.ts';
import { accountWithTimeline, deleteDraft } from '../../store/drafts.ts';
import { toSchedules } from '../../store/schedules.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { withoutRow } from './write-timeline.ts';

export interface DiscardAccountSchedulesInput {
  readonly accountId: string;
  readonly expectedRevision?: number | null | undefined;
}

/** Discards an account's draft. The active timeline does not change. */
export const discardAccountSchedules = operation({
  name: 'discardAccountSchedules',
  scope: 'schedules:write',
  async decide(input: DiscardAccountSchedulesInput, work): Promise<Result<{ account: string }>> {
    const { store, unit, now } = work;
    const required = requireAccount(await accountWithTimeline(store, input.accountId), input);
    if (!required.ok) return required;
    const account = required.value;
    const discardable = requireDiscardable(account.status, account.draft);
    if (!discardable.ok) return discardable;
    const draft = discardable.value;
    unit.guard(accountIsAt(store, account), account.revision);
    unit.write(...deleteDraft(store, draft));
    unit.record(advanceAccount(store, account, { now, timeline: false }));
    work.audit({
      subjectId: account.id,
      entities: [account.id, draft.id],
      before: toSchedules(draft.schedules).map(withoutRow),
      after: null,
    });
    return ok({ account: account.id });
  },
});
