import { mapPaths, ok, type Result } from '../../domain/result.ts';
import { finalizeDraft, type NamedDraft, requireNamedDraft } from '../../domain/schedule/draft.ts';
import { checkLicenses } from '../../domain/schedule/license-update.ts';
import { draftToFinalize } from '../../domain/schedule/recorded-draft.ts';
import { activeItemsOf, noneIsArchived } from '../../store/billable-items.ts';
import { accountWithTimeline, draftRateCards, toRecordedDraft } from '../../store/drafts.ts';
import { licensesById, licenseUpdatesOf } from '../../store/license-updates.ts';
import { cardsFrom, toCardsBySetId } from '../../store/rate-cards.ts';
import { requireAccount } from '../account/require.ts';
import { operation } from '../operation.ts';
import { GIVEN, grantsLicenses, licenseIdsOf, type PreActions, parsePreActions, writeLicenseUpdates } from './pre-actions.ts';
import { writeActiveTimeline } from './write-timeline.ts';

export interface FinalizeAccountSchedulesInput extends NamedDraft {
  readonly accountId: string;
  readonly mergeSchedules?: boolean | null | undefined;
  readonly preActions?: PreActions;
  readonly expectedRevision?: number | null | undefined;
}

/** Makes an account's draft its active timeline, together with its pre-actions, in one atomic write. */
export const finalizeAccountSchedules = operation({
  name: 'finalizeAccountSchedules',
  scope: 'schedules:finalize',
  alsoRequires: [
    {
      scope: 'accounts:write',
      condition: { when: GIVEN, holds: ({ preActions }: FinalizeAccountSchedulesInput) => grantsLicenses(preActions) },
    },
  ],
  async decide(
    input: FinalizeAccountSchedulesInput,
    work,
  ): Promise<Result<{ account: string; schedules: readonly string[]; licenseUpdates: readonly string[] }>> {
    const { store, unit, now, today } = work;
    const licenseIds = licenseIdsOf(input.preActions);
    const [accountRow, licenses, earlierUpdates, ...cards] = await store.db.batch([
      accountWithTimeline(store, input.accountId),
      licensesById(store, licenseIds),
      licenseUpdatesOf(store, input.accountId, licenseIds),
      ...draftRateCards(store, input.accountId),
    ]);
    const required = requireAccount(accountRow, input);
    if (!required.ok) return required;
    const account = required.value;
    const current = requireNamedDraft(account.draft, input);
    if (!current.ok) return current;
    const draft = current.value;
    const licenseUpdates = parsePreActions(input.preActions, licenses, now);
    if (!licenseUpdates.ok) return licenseUpdates;
    const licensesHeld = mapPaths(checkLicenses(earlierUpdates, licenseUpdates.value), (path) => [
      'preActions',
      ...path,
      'config',
      'quantity',
    ]);
    if (!licensesHeld.ok) return licensesHeld;

    const cardsBySetId = toCardsBySetId(cards);
    const request = draftToFinalize(toRecordedDraft(draft, account), {
      accountCurrency: account.invoiceCurrency,
      cardsOf: cardsFrom(cardsBySetId),
    });
    const { timeline: before, versions } = request;
    const after = finalizeDraft({ ...request, merge: input.mergeSchedules ?? false, today });
    if (!after.ok) return after;

    unit.guard(noneIsArchived(store, activeItemsOf([...cardsBySetId.values()].flat())));
    const ended = { id: draft.id, timeline: request.draft };
    const { all, written, ...states } = writeActiveTimeline(work, { account, before, after: after.value, versions, draft: ended });
    const recorded = writeLicenseUpdates(work, account.id, licensesHeld.value);
    work.audit({ subjectId: account.id, entities: [account.id, draft.id, ...written, ...recorded], ...states });
    return ok({ account: account.id, schedules: all, licenseUpdates: recorded });
  },
});
