import type { Result } from '../../domain/result.ts';
import { finalizeDraft } from '../../domain/schedule/draft.ts';
import { draftToFinalize } from '../../domain/schedule/recorded-draft.ts';
import type { Schedules } from '../../domain/schedule/schedule.ts';
import { activeItemsOf, noneIsArchived } from '../../store/billable-items.ts';
import { type AccountWithTimeline, deleteDraft, type toUnstoredDraft } from '../../store/drafts.ts';
import { cardsFrom, type toCardsBySetId } from '../../store/rate-cards.ts';
import type { Work } from '../operation.ts';
import { writeActiveTimeline } from './write-timeline.ts';

/** Edits that become the active timeline without a draft, and the rate cards that they can have. */
export interface EditsToFinalize {
  readonly account: AccountWithTimeline;
  readonly drafted: ReturnType<typeof toUnstoredDraft>;
  readonly cardsBySetId: ReturnType<typeof toCardsBySetId>;
}

/** Returns the active timeline that edits make. Refuses as `finalizeDraft` does. */
export function decideFinal({ today }: Work, { account, drafted, cardsBySetId }: EditsToFinalize): Result<Schedules> {
  const request = draftToFinalize(drafted, { accountCurrency: account.invoiceCurrency, cardsOf: cardsFrom(cardsBySetId) });
  return finalizeDraft({ ...request, merge: false, today });
}

/** Writes what `decideFinal` returned, and deletes the account's draft. Returns the rows of the active timeline in order. */
export function writeFinal(work: Work, { account, drafted, cardsBySetId }: EditsToFinalize, after: Schedules): readonly string[] {
  const { store, unit } = work;
  const { timeline: before, versions } = drafted;
  unit.guard(noneIsArchived(store, activeItemsOf([...cardsBySetId.values()].flat())));
  if (account.draft) unit.write(...deleteDraft(store, account.draft));
  const { all, written, ...states } = writeActiveTimeline(work, { account, before, after, versions });
  work.audit({ subjectId: account.id, entities: [account.id, ...(account.draft ? [account.draft.id] : []), ...written], ...states });
  return all;
}
