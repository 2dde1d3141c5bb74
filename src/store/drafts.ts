import { and, eq, gt, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { AccountStatus } from '../domain/account/account.ts';
import type { DraftEdit } from '../domain/schedule/rebase.ts';
import type { RecordedDraft } from '../domain/schedule/recorded-draft.ts';
import type { Schedules } from '../domain/schedule/schedule.ts';
import type { Store } from './client.ts';
import { listed } from './list.ts';
import { cardsOfSets } from './rate-cards.ts';
import { ACTIVE_TIMELINE, type LoadedSchedule, type Recording, toSchedules, versionsIn, WITH_PLANS } from './schedules.ts';
import { accounts, drafts, pricePlanVersions, schedules } from './tables/index.ts';

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

/** The account that a current schedule is of, as `accountWithTimeline` answers it. */
export const accountOfSchedule = ({ db, orgId }: Store, scheduleId: string) =>
  db.query.accounts.findFirst({
    where: {
      RAW: (account) => sql`${account.id} = (
        select ${schedules.accountId} from ${schedules} where ${and(eq(schedules.orgId, orgId), eq(schedules.scheduleId, scheduleId), isNull(schedules.supersededAt))} limit 1
      )`,
    },
    with: timelineAndDraft,
  });

export const deleteDraftSchedules = ({ db, orgId }: Store, draftId: string, ids: readonly string[]) =>
  db.delete(schedules).where(and(eq(schedules.orgId, orgId), eq(schedules.draftId, draftId), inArray(schedules.id, [...ids])));

/** Makes all rows of a draft rows of the active timeline. Written again, each would cost an entry of every index instead of a few. */
export const moveDraftSchedules = (
  { db, orgId }: Store,
  draft: DraftKey,
  { recordedAt, revision }: Pick<Recording, 'recordedAt' | 'revision'>,
) => db.update(schedules).set({ draftId: null, recordedAt, recordedRevision: revision }).where(isOfDraft(orgId, draft));

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
    .set({ ...state, revision: sql`${drafts.revision} + 1`, updatedAt: now })
    .where(and(eq(drafts.orgId, orgId), eq(drafts.id, id)));

/** A draft and its rows; rows of the active timeline are not a draft's to delete. */
export const deleteDraft = ({ orgId }: Store, draft: DraftKey) => [
  sql`delete from ${schedules} where ${isOfDraft(orgId, draft)}`,
  sql`delete from ${drafts} where ${and(eq(drafts.orgId, orgId), eq(drafts.id, draft.id))}`,
];

/** How the index of timelines finds the rows of a draft. */
interface DraftKey {
  readonly id: string;
  readonly accountId: string;
}

const isOfDraft = (orgId: string, { id, accountId }: DraftKey) =>
  and(eq(schedules.orgId, orgId), eq(schedules.accountId, accountId), isNull(schedules.supersededAt), eq(schedules.draftId, id));

/** The statements that load the rate cards of an account's timeline and draft, which the draft's issues are computed from. */
export const draftRateCards = (store: Store, accountId: string) =>
  cardsOfSets(
    store,
    sql`(
      select ${schedules.rateCardSetId} from ${schedules} where ${and(eq(schedules.orgId, store.orgId), isNull(schedules.supersededAt))}
        and ${schedules.accountId} = (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, store.orgId), eq(accounts.accountId, accountId))})
    )`,
  );

/**
 * The statements that load the rate cards that an edited timeline can have: those of the active timeline, of the newest active versions of
 * plans, and of schedules that are copied.
 */
export const editedRateCards = (
  store: Store,
  {
    accountId,
    pricePlanIds,
    scheduleIds,
  }: { readonly accountId: string; readonly pricePlanIds: readonly string[]; readonly scheduleIds: readonly string[] },
) => {
  const { orgId } = store;
  const isCurrent = and(eq(schedules.orgId, orgId), isNull(schedules.supersededAt));
  const newest = alias(pricePlanVersions, 'newest');
  const newestActive = sql`(select max(${newest.version}) from ${pricePlanVersions} as ${newest} where ${and(
    eq(newest.orgId, orgId),
    eq(newest.pricePlanId, pricePlanVersions.pricePlanId),
    eq(newest.status, 'ACTIVE'),
  )})`;
  return cardsOfSets(
    store,
    sql`(
      select ${schedules.rateCardSetId} from ${schedules} where ${isCurrent} and ${isNull(schedules.draftId)}
        and ${schedules.accountId} = (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.accountId, accountId))})
      union all select ${schedules.rateCardSetId} from ${schedules} where ${isCurrent} and ${schedules.scheduleId} in ${listed(scheduleIds)}
      union all select ${pricePlanVersions.rateCardSetId} from ${pricePlanVersions} where ${eq(pricePlanVersions.orgId, orgId)}
        and ${pricePlanVersions.pricePlanId} in ${listed(pricePlanIds)} and ${pricePlanVersions.version} = ${newestActive}
    )`,
  );
};

/** The draft of an account, selected with its schedules and with `LEFT_BEHIND`. */
export interface LoadedDraft extends DraftState {
  readonly schedules: readonly LoadedSchedule[];
  readonly supersededSchedules: readonly LoadedSchedule[];
}

interface AccountOfDraft {
  readonly status: AccountStatus;
  readonly timelineRevision: number;
  /** The active timeline. */
  readonly schedules: readonly LoadedSchedule[];
}

/** Converts the rows of an active timeline to pieces with the timeline revisions that recorded them. */
const recordedTimeline = (rows: readonly LoadedSchedule[]) =>
  toSchedules(rows).map((piece) => ({ ...piece, recordedRevision: piece.row.recordedRevision }));

/** Returns edited schedules as a draft of the current timeline that is finalized without being stored. */
export const toUnstoredDraft = (
  { status: accountStatus, timelineRevision, schedules: active }: AccountOfDraft,
  draft: Schedules,
  { edits, versions }: Pick<RecordedDraft, 'edits' | 'versions'>,
) =>
  ({
    accountStatus,
    timeline: recordedTimeline(active),
    timelineRevision,
    draft,
    edits,
    baseTimelineRevision: timelineRevision,
    superseded: [],
    versions,
  }) satisfies RecordedDraft;

/** The rows of a draft and of its account as the rules know them, each piece with its row. */
export function toRecordedDraft(
  { baseTimelineRevision, edits, schedules: drafted, supersededSchedules }: LoadedDraft,
  { status: accountStatus, timelineRevision, schedules: active }: AccountOfDraft,
) {
  return {
    accountStatus,
    timeline: recordedTimeline(active),
    timelineRevision,
    draft: toSchedules(drafted),
    edits,
    baseTimelineRevision,
    superseded: toSchedules(supersededSchedules),
    versions: versionsIn([...active, ...drafted, ...supersededSchedules]),
  } satisfies RecordedDraft;
}
