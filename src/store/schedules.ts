import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { PlanVersion } from '../domain/price-plan/price-plan.ts';
import type { ScheduleContent, Schedules } from '../domain/schedule/schedule.ts';
import type { Piece } from '../domain/timeline/timeline.ts';
import type { Store } from './client.ts';
import { insertLargeRows } from './insert-rows.ts';
import { toPlanVersion } from './plan-versions.ts';
import { beyondCursors, type Place } from './scan.ts';
import { isDrafted } from './tables/columns.ts';
import { pricePlanVersions, schedules } from './tables/index.ts';

/** The columns of a row that define a schedule. */
interface ScheduleColumns extends ScheduleContent {
  readonly id: string;
  readonly startDate: Day;
  readonly endDate: Day;
}

/** A piece of a timeline, with the row that stores it. */
export interface RecordedSchedule<Row extends ScheduleColumns = ScheduleColumns> extends Piece<ScheduleContent> {
  readonly row: Row;
}

/** A selection of schedules in order, each with its plan version. */
export const WITH_PLANS = { orderBy: { startDate: 'asc' }, with: { planVersion: { with: { plan: true } } } } as const;

/** A selection of `accounts.schedules`: the current active timeline, with its plan versions. */
export const ACTIVE_TIMELINE = { ...WITH_PLANS, where: { supersededAt: { isNull: true } } } as const;

/** Returns an account with its active timeline and that timeline's plan versions. `accountId` is the caller's own id. */
export const accountWithActiveTimeline = ({ db }: Store, accountId: string) =>
  db.query.accounts.findFirst({ where: { accountId }, with: { schedules: ACTIVE_TIMELINE } });

/** Returns the current rows of schedules by their public ids, in active timelines and drafts of any account. */
export const schedulesById = ({ db }: Store, scheduleIds: readonly string[]) =>
  db.query.schedules.findMany({
    where: { scheduleId: { in: [...scheduleIds] }, supersededAt: { isNull: true } },
    with: { planVersion: { with: { plan: true } } },
  });

/** The account columns that decide and guard a change of the active timeline. */
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

/** Converts ordered rows to a timeline. Each piece keeps its row. */
export function toSchedules<Row extends ScheduleColumns>(rows: readonly Row[]): readonly RecordedSchedule<Row>[] {
  return rows.map((row) => ({ period: { start: row.startDate, end: row.endDate }, content: toContent(row), row }));
}

/** Returns the plan versions of loaded schedules by id. */
export function versionsIn(rows: readonly LoadedSchedule[]): ReadonlyMap<string, PlanVersion> {
  return new Map(rows.map(({ planVersion }) => [planVersion.id, toPlanVersion(planVersion)]));
}

export function toContent(row: ScheduleContent): ScheduleContent {
  const { scheduleId, countsFrom, pricePlanId, planVersionId, rateCardSetId, pricingCycle, currencies, pricingRules } = row;
  return { scheduleId, countsFrom, pricePlanId, planVersionId, rateCardSetId, pricingCycle, currencies, pricingRules };
}

/** The account, the draft and the instant that new rows are recorded with. */
export interface Recording {
  readonly accountId: string;
  readonly draftId: string | null;
  readonly recordedAt: number;
  /** The timeline revision that adds the rows. */
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

/** Marks rows of the active timeline as superseded. */
export const supersedeSchedules = (
  { db, orgId }: Store,
  ids: readonly string[],
  { recordedAt, revision }: Pick<Recording, 'recordedAt' | 'revision'>,
) =>
  db
    .update(schedules)
    .set({ supersededAt: recordedAt, supersededRevision: revision })
    .where(and(eq(schedules.orgId, orgId), inArray(schedules.id, [...ids])));

/** Returns a filter: the rows that were current at an instant, in milliseconds since the epoch. `null`: the rows that are current now. */
export const schedulesRecorded = (asOf: number | null | undefined) =>
  asOf == null
    ? { supersededAt: { isNull: true as const } }
    : { recordedAt: { lte: asOf }, OR: [{ supersededAt: { isNull: true as const } }, { supersededAt: { gt: asOf } }] };

/** Returns the filter of one page of a version's schedules in force on a day, in the order in which they end: an index has those that have not ended. */
export const inForceByEnd = (day: Day, place: Place) => ({
  AND: [
    { RAW: (row: typeof schedules): SQL => sql`${isDrafted(row)} = 0 and +${row.startDate} <= ${day}` },
    // A cursor is the narrower limit, and an index seeks by one.
    place.after ? { RAW: ({ endDate }: typeof schedules): SQL => sql`+${endDate} > ${day}` } : { endDate: { gt: day } },
    beyondCursors(['endDate', 'id'], 'asc', place),
  ],
});

/**
 * Returns a filter: the rows whose last day is on or after a day. For reads of one timeline: written as a `not`, it keeps SQLite from the index
 * of all schedules of the organization by their ends. It has no SQL of its own, so that equal selections are known as equal.
 */
export const endsAfter = (day: Day) => ({ NOT: { endDate: { lte: day } } });

/** Returns the rate cards of a schedule in the active timeline, in the draft, and in its plan version. */
export const rateCardsOfSchedule = ({ db, orgId }: Store, scheduleId: string) =>
  db.query.rateCards.findMany({
    where: {
      RAW: (card) => {
        const isOfSchedule = and(eq(schedules.orgId, orgId), eq(schedules.scheduleId, scheduleId), isNull(schedules.supersededAt));
        return sql`${card.setId} in (
          select ${schedules.rateCardSetId} from ${schedules} where ${isOfSchedule}
          union all select ${pricePlanVersions.rateCardSetId} from ${schedules} join ${pricePlanVersions}
            on ${pricePlanVersions.orgId} = ${schedules.orgId} and ${pricePlanVersions.id} = ${schedules.planVersionId} where ${isOfSchedule}
        )`;
      },
    },
    orderBy: { position: 'asc' },
  });
