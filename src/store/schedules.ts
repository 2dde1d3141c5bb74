import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { PlanVersion } from '../domain/price-plan/price-plan.ts';
import type { ScheduleContent, Schedules } from '../domain/schedule/schedule.ts';
import type { Piece } from '../domain/timeline/timeline.ts';
import type { Store } from './client.ts';
import { insertLargeRows } from './insert-rows.ts';
import { toPlanVersion } from './plan-versions.ts';
import { pricePlanVersions, schedules } from './tables/index.ts';

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

/** A selection of schedules in order, each with its plan version. */
export const WITH_PLANS = { orderBy: { startDate: 'asc' }, with: { planVersion: { with: { plan: true } } } } as const;

/** A selection of `accounts.schedules`: the active timeline as it stands, with the plan versions in it. */
export const ACTIVE_TIMELINE = { ...WITH_PLANS, where: { supersededAt: { isNull: true } } } as const;

/** What a change of the active timeline alone needs: that timeline, with the plan versions in it. */
export const accountWithActiveTimeline = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { schedules: ACTIVE_TIMELINE } });

/** Current rows of schedules by their documented ids, the active timeline's and drafts', whichever account they belong to. */
export const schedulesById = ({ db }: Store, scheduleIds: readonly string[]) =>
  db.query.schedules.findMany({
    where: { scheduleId: { in: [...scheduleIds] }, supersededAt: { isNull: true } },
    with: { planVersion: { with: { plan: true } } },
  });

/** The account columns that decide and guard a change of its active timeline. */
export const ACCOUNT_IN_QUESTION = {
  id: true,
  status: true,
  invoiceCurrency: true,
  revision: true,
  timelineRevision: true,
  updatedAt: true,
} as const;

type LoadedAccount = NonNullable<Awaited<ReturnType<typeof accountWithActiveTimeline>>>;
export type AccountWithActiveTimeline = Pick<LoadedAccount, keyof typeof ACCOUNT_IN_QUESTION | 'schedules'>;
export type LoadedSchedule = AccountWithActiveTimeline['schedules'][number];

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
  readonly recordedAt: number;
  /** The timeline revision that the rows begin with. */
  readonly revision: number;
}

export type NewSchedule = Schedules[number] & { readonly id: string; readonly isOverridden: boolean };

export function insertSchedules({ orgId }: Store, pieces: readonly NewSchedule[], { accountId, draftId, recordedAt, revision }: Recording) {
  const rows = pieces.map(({ id, period, content, isOverridden }) => ({
    ...content,
    id,
    orgId,
    accountId,
    draftId,
    startDate: period.start,
    endDate: period.end,
    isOverridden,
    recordedAt,
    recordedRevision: revision,
    supersededAt: null,
    supersededRevision: null,
  }));
  return insertLargeRows(schedules, rows);
}

/** Ends the belief in rows of the active timeline. */
export const supersedeSchedules = (
  { db, orgId }: Store,
  ids: readonly string[],
  { recordedAt, revision }: Pick<Recording, 'recordedAt' | 'revision'>,
) =>
  db
    .update(schedules)
    .set({ supersededAt: recordedAt, supersededRevision: revision })
    .where(and(eq(schedules.orgId, orgId), inArray(schedules.id, [...ids])));

/** A filter: the rows that were believed at an instant; those that are believed now when none is given. */
export const schedulesRecorded = (asOf: number | null | undefined) =>
  asOf == null
    ? { supersededAt: { isNull: true as const } }
    : { recordedAt: { lte: asOf }, OR: [{ supersededAt: { isNull: true as const } }, { supersededAt: { gt: asOf } }] };

/** The rate cards of a schedule, in the active timeline and in the draft where they differ there, and those of its plan version. */
export const rateCardsOfSchedule = ({ db, orgId }: Store, scheduleId: string) =>
  db.query.rateCards.findMany({
    where: {
      RAW: (card) => {
        const isOfSchedule = and(eq(schedules.orgId, orgId), eq(schedules.scheduleId, scheduleId), isNull(schedules.supersededAt));
        return sql`${card.setId} in (
          select ${schedules.rateCardSetId} from ${schedules} where ${isOfSchedule}
          union select ${pricePlanVersions.rateCardSetId} from ${schedules} join ${pricePlanVersions}
            on ${pricePlanVersions.orgId} = ${schedules.orgId} and ${pricePlanVersions.id} = ${schedules.planVersionId} where ${isOfSchedule}
        )`;
      },
    },
    orderBy: { position: 'asc' },
  });
