import type { AccountStatus } from '../../domain/account/account.ts';
import { scheduleChanges } from '../../domain/schedule/changes.ts';
import { type DraftAction, draftActions, draftIssues } from '../../domain/schedule/draft.ts';
import { isStale } from '../../domain/schedule/rebase.ts';
import { draftToFinalize } from '../../domain/schedule/recorded-draft.ts';
import { bulkEditSchedules } from '../../operations/schedule/bulk-edit.ts';
import { bulkRateCardOperationsOnSchedule } from '../../operations/schedule/bulk-rate-card-operations.ts';
import { discardAccountSchedules } from '../../operations/schedule/discard.ts';
import { finalizeAccountSchedules } from '../../operations/schedule/finalize.ts';
import { rebaseDraft } from '../../operations/schedule/rebase.ts';
import { updateSchedulePricingRules } from '../../operations/schedule/update-pricing-rules.ts';
import { LEFT_BEHIND, type LoadedDraft, toRecordedDraft } from '../../store/drafts.ts';
import { cardsFrom, type PricedCard } from '../../store/rate-cards.ts';
import { type LoadedSchedule, toSchedules, WITH_PLANS } from '../../store/schedules.ts';
import { Account } from '../account/type.ts';
import { actionsOf } from '../actions.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { IssueType } from '../errors.ts';
import { COMPUTED_FROM } from '../limits.ts';
import { seek } from '../list.ts';
import { ScheduleChangeType, selectedAfter, selectedBefore } from './changes.ts';
import { Schedule, ScheduleConnection } from './type.ts';

const { type: AvailableDraftAction, forCaller } = actionsOf<DraftAction>('Draft', 'a draft', {
  EDIT: {
    does: 'Edits schedules of the draft, or overrides one',
    by: [bulkEditSchedules, bulkRateCardOperationsOnSchedule, updateSchedulePricingRules],
  },
  FINALIZE: { does: 'Makes the draft the active timeline', by: [finalizeAccountSchedules] },
  REBASE: { does: 'Applies the draft to the active timeline, which has changed', by: [rebaseDraft] },
  DISCARD: { does: 'Discards the draft', by: [discardAccountSchedules] },
});

const WITH_CARDS = {
  ...WITH_PLANS,
  with: { ...WITH_PLANS.with, rateCards: { columns: { card: true }, orderBy: { position: 'asc' }, with: { billable: true } } },
} as const;

/** A selection of everything that the rules of a draft need. */
export const inQuestion = {
  columns: { baseTimelineRevision: true, edits: true },
  with: {
    account: { columns: { status: true, invoiceCurrency: true, timelineRevision: true } },
    schedules: WITH_CARDS,
    activeSchedules: WITH_CARDS,
    supersededSchedules: LEFT_BEHIND,
  },
} as const;

export const Draft = builder.drizzleNode('drafts', {
  name: 'Draft',
  description: 'The planned schedules of an account. An account has a maximum of one draft.',
  ...requires('schedules:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    draftId: t.exposeString('id', { description: 'The generated id. A draft keeps it until it is finalized or discarded.' }),
    revision: t.exposeInt('revision', {
      description:
        'Revision of the draft. It grows by one with every change of the draft. Give it as `expectedDraftRevision` to finalize only what was read.',
    }),
    baseTimelineRevision: t.exposeInt('baseTimelineRevision', {
      description:
        'Timeline revision that the draft was copied from or last rebased to. The draft can be finalized only while the account still has this timeline revision.',
    }),
    isStale: t.boolean({
      ...requires('accounts:read'),
      description: 'Whether the active timeline has changed since. If true, rebase the draft before finalizing it.',
      select: { columns: { baseTimelineRevision: true }, with: { account: { columns: { timelineRevision: true } } } },
      resolve: ({ baseTimelineRevision, account }) => isStale({ ...account, baseTimelineRevision }),
    }),
    schedules: t.relatedConnection(
      'schedules',
      {
        type: Schedule,
        totalCount: true,
        reading: 'CURRENT',
        description: 'Schedules of the draft, in order.',
        query: (page) => ({ where: seek(page, 'startDate'), orderBy: { startDate: 'asc', id: 'asc' } }),
      },
      ScheduleConnection,
    ),
    changes: t.field({
      type: [ScheduleChangeType],
      computedFrom: COMPUTED_FROM.timeline,
      reading: 'CURRENT',
      description: 'Differences from the active timeline, in order of their days.',
      select: (_args, _context, nested) => ({
        with: { schedules: selectedAfter(nested), activeSchedules: selectedBefore(nested) },
      }),
      resolve: ({ activeSchedules, schedules }) => [...scheduleChanges(toSchedules(activeSchedules), toSchedules(schedules))],
    }),
    issues: t.field({
      ...requires('accounts:read', 'plans:read'),
      type: [IssueType],
      computedFrom: COMPUTED_FROM.timeline,
      description:
        'Issues that prevent finalizing the draft: those of every schedule that it adds or changes, and a start that is too early.',
      select: inQuestion,
      resolve: (draft, _args, { today }) => [...draftIssues({ ...toFinalize(draft), today })],
    }),
    availableActions: t.field({
      ...requires('accounts:read', 'plans:read'),
      type: [AvailableDraftAction],
      computedFrom: COMPUTED_FROM.timeline,
      description: 'Actions on the draft, and whether they would be accepted now.',
      select: inQuestion,
      resolve: (draft, _args, { actor, today }) => forCaller(actor, draftActions({ ...toFinalize(draft), today, merge: false })),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the draft was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the draft was last edited.' }),
  }),
});

builder.drizzleObjectField(Draft, 'account', (t) =>
  t.relation('account', { type: Account, description: 'The account that the draft is for.' }),
);

builder.drizzleObjectField(Account, 'draft', (t) =>
  t.relation('draft', { type: Draft, nullable: true, description: 'The draft of the account. `null` when there is none.' }),
);

interface DraftInQuestion extends LoadedDraft {
  readonly account: { readonly status: AccountStatus; readonly invoiceCurrency: string; readonly timelineRevision: number };
  readonly activeSchedules: readonly ScheduleWithCards[];
  readonly schedules: readonly ScheduleWithCards[];
}

interface ScheduleWithCards extends LoadedSchedule {
  readonly rateCards: readonly PricedCard[];
}

/** Converts a draft that was selected with `inQuestion` to the form that its finalization is decided from. */
export function toFinalize(draft: DraftInQuestion) {
  const { account, activeSchedules, schedules } = draft;
  const cardsBySet = new Map([...activeSchedules, ...schedules].map(({ rateCardSetId, rateCards }) => [rateCardSetId, rateCards]));
  const recorded = toRecordedDraft(draft, { ...account, schedules: activeSchedules });
  return draftToFinalize(recorded, { accountCurrency: account.invoiceCurrency, cardsOf: cardsFrom(cardsBySet) });
}
