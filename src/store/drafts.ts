import { and, eq, gt, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { AccountStatus } from '../domain/account/account.ts';
import type { BillableItem } from '../domain/billable-item.ts';
import type { RateCard } from '../domain/rate-card/rate-card.ts';
import type { DraftToFinalize } from '../domain/schedule/draft.ts';
import { changeIssues, type IssueContext } from '../domain/schedule/issues.ts';
import type { DraftEdit, DraftToRebase } from '../domain/schedule/rebase.ts';
import type { Store } from './client.ts';
import { billablesOf } from './rate-cards.ts';
import { ACTIVE_TIMELINE, type LoadedSchedule, type RecordedSchedule, toSchedules, versionsIn, WITH_PLANS } from './schedules.ts';
import { accounts, drafts, schedules } from './tables/index.ts';

/** A selection of `drafts.supersededSchedules`: those that stood when the draft was begun, or last rebased, in no order. */
export const LEFT_BEHIND = {
  with: WITH_PLANS.with,
  where: {
    // An account has one draft, and what stood at its base was not superseded before it was begun.
    RAW: (row: typeof schedules) =>
      sql`exists (select 1 from ${drafts} where ${and(
        eq(drafts.orgId, row.orgId),
        eq(drafts.accountId, row.accountId),
        gte(row.supersededAt, drafts.createdAt),
        gt(row.supersededRevision, drafts.baseTimelineRevision),
        lte(row.recordedRevision, drafts.baseTimelineRevision),
      )})`,
  },
} as const;

const timelineAndDraft = {
  schedules: ACTIVE_TIMELINE,
  draft: { with: { schedules: WITH_PLANS, supersededSchedules: LEFT_BEHIND } },
} as const;

/** What a decision about an account's schedules needs: the active timeline, the draft, and every plan version in either. */
export const accountWithTimeline = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: timelineAndDraft });

export type AccountWithTimeline = NonNullable<Awaited<ReturnType<typeof accountWithTimeline>>>;

/** The account that a schedule is of, as `accountWithTimeline` answers it. */
export const accountOfSchedule = ({ db, orgId }: Store, scheduleId: string) =>
  db.query.accounts.findFirst({
    where: {
      RAW: (account) => sql`${account.id} = (
        select ${schedules.accountId} from ${schedules} where ${and(eq(schedules.orgId, orgId), eq(schedules.scheduleId, scheduleId))} limit 1
      )`,
    },
    with: timelineAndDraft,
  });

export const deleteDraftSchedules = ({ db, orgId }: Store, draftId: string, ids: readonly string[]) =>
  db.delete(schedules).where(and(eq(schedules.orgId, orgId), eq(schedules.draftId, draftId), inArray(schedules.id, [...ids])));

/** What a draft is besides its schedules. */
export interface DraftState {
  readonly baseTimelineRevision: number;
  readonly edits: readonly DraftEdit[];
}

export const insertDraft = (
  { db, orgId }: Store,
  { now, ...draft }: DraftState & { readonly id: string; readonly accountId: string; readonly now: number },
) => db.insert(drafts).values({ ...draft, orgId, createdAt: now, updatedAt: now });

export const updateDraft = ({ db, orgId }: Store, id: string, { now, ...state }: DraftState & { readonly now: number }) =>
  db
    .update(drafts)
    .set({ ...state, updatedAt: now })
    .where(and(eq(drafts.orgId, orgId), eq(drafts.id, id)));

/** A draft and its rows; rows of the active timeline are not a draft's to delete. */
export const deleteDraft = ({ orgId }: Store, id: string) => [
  sql`delete from ${schedules} where ${and(eq(schedules.orgId, orgId), eq(schedules.draftId, id))}`,
  sql`delete from ${drafts} where ${and(eq(drafts.orgId, orgId), eq(drafts.id, id))}`,
];

/** The rate cards of every set that an account's timeline or draft refers to, each with what it prices: what the draft's issues are computed from. */
export const draftRateCards = ({ db, orgId }: Store, accountId: string) =>
  db.query.rateCards.findMany({
    where: {
      RAW: (card) => sql`${card.setId} in (
        select ${schedules.rateCardSetId} from ${schedules} where ${and(eq(schedules.orgId, orgId), isNull(schedules.supersededAt))}
          and ${schedules.accountId} = (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.accountId, accountId))})
      )`,
    },
    orderBy: { position: 'asc' },
    with: { billable: true },
  });

/** A card of a set, with what it prices. */
export interface CardOfSet {
  readonly card: RateCard;
  readonly billable: BillableItem | null;
}

export interface LoadedDraft {
  readonly baseTimelineRevision: number;
  readonly edits: readonly DraftEdit[];
  readonly schedules: readonly LoadedSchedule[];
  readonly supersededSchedules: readonly LoadedSchedule[];
}

interface AccountOfDraft {
  readonly status: AccountStatus;
  readonly invoiceCurrency: string;
  readonly timelineRevision: number;
  /** The active timeline. */
  readonly schedules: readonly LoadedSchedule[];
}

/** A draft as the rules see it, with the rows behind its timelines: what rebasing is decided on. */
export function draftInQuestion(
  draft: LoadedDraft,
  { status, timelineRevision, schedules: active }: Omit<AccountOfDraft, 'invoiceCurrency'>,
) {
  const inQuestion = {
    accountStatus: status,
    timeline: toSchedules(active),
    draft: toSchedules(draft.schedules),
    base: baseOf(draft, active),
    edits: draft.edits,
    baseTimelineRevision: draft.baseTimelineRevision,
    timelineRevision,
    versions: versionsIn([...active, ...draft.schedules, ...draft.supersededSchedules]),
    everHadSchedule: timelineRevision > 0,
  };
  return inQuestion satisfies Omit<DraftToFinalize & DraftToRebase, 'issues' | 'today' | 'merge'>;
}

/** The same with the issues of what it adds or changes, told from the rate cards of the active timeline and of the draft: what finalizing is decided on. */
export function draftToFinalize(draft: LoadedDraft, account: AccountOfDraft, cardsBySet: ReadonlyMap<string, readonly CardOfSet[]>) {
  const inQuestion = draftInQuestion(draft, account);
  const { timeline, versions } = inQuestion;
  const context = { versions, accountCurrency: account.invoiceCurrency, cardsOf: cardsBy(cardsBySet) };
  return { ...inQuestion, issues: changeIssues(timeline, inQuestion.draft, context) };
}

/** Tells the rate cards of a set, from those of all sets at hand. */
export const cardsBy =
  (cardsBySet: ReadonlyMap<string, readonly CardOfSet[]>): IssueContext['cardsOf'] =>
  (setId) => {
    const cards = cardsBySet.get(setId) ?? [];
    return { rateCards: cards.map(({ card }) => card), billables: billablesOf(cards) };
  };

/** The active timeline that a draft was begun with: what stands of it still, and what was superseded since. */
function baseOf(
  draft: Pick<LoadedDraft, 'baseTimelineRevision' | 'supersededSchedules'>,
  active: readonly LoadedSchedule[],
): readonly RecordedSchedule[] {
  const standing = active.filter(({ recordedRevision }) => recordedRevision <= draft.baseTimelineRevision);
  return toSchedules([...standing, ...draft.supersededSchedules].toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1)));
}
