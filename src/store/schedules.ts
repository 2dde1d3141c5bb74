import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { PlanVersion } from '../domain/price-plan.ts';
import type { ScheduleContent, Schedules } from '../domain/schedule.ts';
import type { Piece } from '../domain/timeline/timeline.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { toPlanVersion } from './plan-versions.ts';
import { accounts, drafts, schedules } from './tables/index.ts';

/** The columns of a row that say what a schedule is. */
interface ScheduleColumns extends ScheduleContent {
  readonly id: string;
  readonly startDate: Day;
  readonly endDate: Day;
}

/** A recorded piece of a timeline, with the row that records it. */
export interface RecordedSchedule<Row extends ScheduleColumns = ScheduleColumns> extends Piece<ScheduleContent> {
  readonly row: Row;
}

const inOrder = { orderBy: { startDate: 'asc' }, with: { planVersion: { with: { plan: true } } } } as const;

/** A selection of `accounts.schedules`: the active timeline as it stands, with the plan versions in it. */
export const ACTIVE_TIMELINE = { ...inOrder, where: { supersededAt: { isNull: true } } } as const;

const timelineAndDraft = { schedules: ACTIVE_TIMELINE, draft: { with: { schedules: inOrder } } } as const;

/** What a decision about an account's schedules needs: the active timeline, the draft, and every plan version in either. */
export const accountWithTimeline = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: timelineAndDraft });

/** The same without the draft: what a change of the active timeline alone needs. */
export const accountWithActiveTimeline = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { schedules: ACTIVE_TIMELINE } });

/** Current rows of schedules by their documented ids, the active timeline's and drafts', whichever account they belong to. */
export const schedulesById = ({ db }: Store, scheduleIds: readonly string[]) =>
  db.query.schedules.findMany({
    where: { scheduleId: { in: [...scheduleIds] }, supersededAt: { isNull: true } },
    with: { planVersion: { with: { plan: true } } },
  });

export type AccountWithTimeline = NonNullable<Awaited<ReturnType<typeof accountWithTimeline>>>;
export type AccountWithActiveTimeline = NonNullable<Awaited<ReturnType<typeof accountWithActiveTimeline>>>;
export type LoadedSchedule = AccountWithTimeline['schedules'][number];

/** Rows in order as a timeline, each piece with its row. */
export function toSchedules<Row extends ScheduleColumns>(rows: readonly Row[]): readonly RecordedSchedule<Row>[] {
  return rows.map((row) => ({ period: { start: row.startDate, end: row.endDate }, content: toContent(row), row }));
}

/** The plan versions that loaded schedules are pinned to, by their ids. */
export function versionsIn(rows: readonly LoadedSchedule[]): ReadonlyMap<string, PlanVersion> {
  return new Map(rows.map(({ planVersion }) => [planVersion.id, toPlanVersion(planVersion)]));
}

export function toContent(row: ScheduleContent): ScheduleContent {
  const { scheduleId, pricePlanId, planVersionId, rateCardSetId, pricingCycle, currencies, pricingRules } = row;
  return { scheduleId, pricePlanId, planVersionId, rateCardSetId, pricingCycle, currencies, pricingRules };
}

/** Where new rows belong and what is known of their recording. */
export interface Recording {
  readonly accountId: string;
  readonly draftId: string | null;
  readonly now: number;
  /** The timeline revision that the rows begin with. */
  readonly revision: number;
}

export type NewSchedule = Schedules[number] & { readonly id: string; readonly isOverridden: boolean };

export function insertSchedules({ orgId }: Store, pieces: readonly NewSchedule[], { accountId, draftId, now, revision }: Recording) {
  const rows = pieces.map(({ id, period, content, isOverridden }) => ({
    ...content,
    id,
    orgId,
    accountId,
    draftId,
    startDate: period.start,
    endDate: period.end,
    isOverridden,
    recordedAt: now,
    recordedRevision: revision,
    supersededAt: null,
    supersededRevision: null,
  }));
  return insertRows(schedules, rows);
}

/** Ends the belief in rows of the active timeline. */
export const supersedeSchedules = ({ db, orgId }: Store, ids: readonly string[], { now, revision }: Pick<Recording, 'now' | 'revision'>) =>
  db
    .update(schedules)
    .set({ supersededAt: now, supersededRevision: revision })
    .where(and(eq(schedules.orgId, orgId), inArray(schedules.id, [...ids])));

export const deleteDraftSchedules = ({ db, orgId }: Store, draftId: string, ids: readonly string[]) =>
  db.delete(schedules).where(and(eq(schedules.orgId, orgId), eq(schedules.draftId, draftId), inArray(schedules.id, [...ids])));

export const insertDraft = (
  { db, orgId }: Store,
  draft: { readonly id: string; readonly accountId: string; readonly baseTimelineRevision: number; readonly now: number },
) => {
  const { id, accountId, baseTimelineRevision, now } = draft;
  return db.insert(drafts).values({ id, orgId, accountId, baseTimelineRevision, createdAt: now, updatedAt: now });
};

export const touchDraft = ({ db, orgId }: Store, id: string, now: number) =>
  db
    .update(drafts)
    .set({ updatedAt: now })
    .where(and(eq(drafts.orgId, orgId), eq(drafts.id, id)));

/** A draft and its rows; rows of the active timeline are not a draft's to delete. */
export const deleteDraft = ({ orgId }: Store, id: string) => [
  sql`delete from ${schedules} where ${and(eq(schedules.orgId, orgId), eq(schedules.draftId, id))}`,
  sql`delete from ${drafts} where ${and(eq(drafts.orgId, orgId), eq(drafts.id, id))}`,
];

/** The rate cards of every set that an account's draft refers to, each with what it prices: what the draft's issues are computed from. */
export const draftRateCards = ({ db, orgId }: Store, accountId: string) =>
  db.query.rateCards.findMany({
    where: {
      RAW: (card) => sql`${card.setId} in (
        select ${schedules.rateCardSetId} from ${schedules}
        where ${and(eq(schedules.orgId, orgId), isNotNull(schedules.draftId))}
          and ${schedules.draftId} = (select ${drafts.id} from ${drafts} where ${drafts.accountId} =
            (select ${accounts.id} from ${accounts} where ${and(eq(accounts.orgId, orgId), eq(accounts.accountId, accountId))}))
      )`,
    },
    orderBy: { position: 'asc' },
    with: { billable: true },
  });

/** A filter: the rows that were believed at an instant; those that are believed now when none is given. */
export const schedulesRecorded = (asOf: number | null | undefined) =>
  asOf == null
    ? { supersededAt: { isNull: true as const } }
    : { recordedAt: { lte: asOf }, OR: [{ supersededAt: { isNull: true as const } }, { supersededAt: { gt: asOf } }] };

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

/** The rate cards of a schedule, in the active timeline and in the draft where they differ there. */
export const rateCardsOfSchedule = ({ db, orgId }: Store, scheduleId: string) =>
  db.query.rateCards.findMany({
    where: {
      RAW: (card) => sql`${card.setId} in (
        select ${schedules.rateCardSetId} from ${schedules}
        where ${and(eq(schedules.orgId, orgId), eq(schedules.scheduleId, scheduleId), isNull(schedules.supersededAt))}
      )`,
    },
    orderBy: { position: 'asc' },
  });
