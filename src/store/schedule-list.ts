import { and, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { Store } from './client.ts';
import { among, conjunctsOf, type Filter, isEmpty, listed, matching, type OneOf, onlyValue, type Where } from './list.ts';
import { beyondCursors, conditionOf, firstOf, type Place } from './scan.ts';
import { inForceOn as isInForceOn } from './schedules.ts';
import { isDrafted } from './tables/columns.ts';
import { pricePlanVersions, schedules } from './tables/index.ts';

/** Conditions on schedules of active timelines. An omitted condition matches every schedule. */
export interface ScheduleConditions {
  readonly pricePlanId?: OneOf<string> | null;
  /** The number of the plan version. */
  readonly version?: OneOf<number> | null;
  /** Matches schedules whose last day is before this one. */
  readonly endsBefore?: Day | null;
  /** Matches schedules whose first day is after this one. */
  readonly startsAfter?: Day | null;
  readonly inForceOn?: Day | null;
  readonly isOverridden?: boolean | null;
}

export const SCHEDULE_ORDERS = {
  END_DATE_ASC: { endDate: 'asc', id: 'asc' },
  END_DATE_DESC: { endDate: 'desc', id: 'desc' },
  START_DATE_ASC: { startDate: 'asc', id: 'asc' },
  START_DATE_DESC: { startDate: 'desc', id: 'desc' },
} as const;

export type ScheduleOrder = keyof typeof SCHEDULE_ORDERS;

type SchedulesWhere = Where<ScheduleConditions> | null | undefined;

/** Returns the filter of a list of schedules: those that are true now, in no draft. */
export const schedulesWhere = ({ orgId }: Store, where: SchedulesWhere): Filter<'schedules'> => ({
  draftId: { isNull: true },
  supersededAt: { isNull: true },
  AND: [
    matching<'schedules', ScheduleConditions>(where, ({ pricePlanId, version, endsBefore, startsAfter, inForceOn, isOverridden }) => [
      ...among(pricePlanId, (values) => ({ pricePlanId: { in: [...values] } })),
      ...among(version, (values) => isAtVersion(orgId, values)),
      ...(endsBefore == null ? [] : [{ endDate: { lte: endsBefore } }]),
      ...(startsAfter == null ? [] : [{ startDate: { gt: startsAfter } }]),
      ...(inForceOn == null ? [] : [{ startDate: { lte: inForceOn }, endDate: { gt: inForceOn } }]),
      ...(isOverridden == null ? [] : [{ isOverridden }]),
    ]),
  ],
});

/**
 * Returns the filter of one timeline, drafts and history included. The `+` keeps SQLite from the organization's indexes of schedules by plan
 * and by days, which do not have the order of a timeline.
 */
export const scheduleMatches = ({ orgId }: Store, where: Where<ScheduleConditions>): Filter<'schedules'> =>
  matching<'schedules', ScheduleConditions>(where, ({ pricePlanId, version, endsBefore, startsAfter, inForceOn, isOverridden }) => [
    ...among(pricePlanId, (values) => ({ RAW: (row: Row) => sql`+${row.pricePlanId} in ${listed(values)}` })),
    ...among(version, (values) => isAtVersion(orgId, values)),
    ...(endsBefore == null ? [] : [{ RAW: ({ endDate }: Row) => sql`+${endDate} <= ${endsBefore}` }]),
    ...(startsAfter == null ? [] : [{ RAW: ({ startDate }: Row) => sql`+${startDate} > ${startsAfter}` }]),
    ...(inForceOn == null ? [] : [isInForceOn(inForceOn)]),
    ...(isOverridden == null ? [] : [{ RAW: (row: Row) => sql`+${row.isOverridden} = ${Number(isOverridden)}` }]),
  ]);

type Row = typeof schedules;

const isAtVersion = (orgId: string, values: readonly number[]) => ({
  RAW: ({ planVersionId }: typeof schedules): SQL =>
    sql`exists (select 1 from ${pricePlanVersions} where ${and(
      eq(pricePlanVersions.orgId, orgId),
      sql`${pricePlanVersions.id} = ${planVersionId}`,
      sql`${pricePlanVersions.version} in ${listed(values)}`,
    )})`,
});

/**
 * Returns the order of a list without an order of its own: that of the days that its conditions limit, so that the conditions and the order
 * are one seek.
 */
export const scheduleOrderOf = (where: SchedulesWhere): ScheduleOrder =>
  conjunctsOf<ScheduleConditions>(where).conditions.some(({ startsAfter }) => startsAfter != null) ? 'START_DATE_ASC' : 'END_DATE_ASC';

/** Returns the filter of one page of a list of schedules. */
export function schedulesOnPage(store: Store, where: SchedulesWhere, order: ScheduleOrder, place: Place): Filter<'schedules'> {
  const column = isByEnd(order) ? 'endDate' : 'startDate';
  const direction = isAscending(order) ? 'asc' : 'desc';
  // The index has the whole list in order.
  if (!where || isEmpty(where)) return { AND: [schedulesWhere(store, null), beyondCursors([column, 'id'], direction, place)] };
  const { seek, isExact } = seekOf(store, where, order, place);
  return firstOf({
    table: schedules,
    columns: EXAMINED,
    id: schedules.id,
    order: [schedules[column], schedules.id],
    direction,
    seek: [eq(schedules.orgId, store.orgId), isNull(schedules.draftId), isNull(schedules.supersededAt), ...seek],
    filter: isExact ? null : conditionOf(schedules, schedulesWhere(store, where)),
    place,
  });
}

/** The columns that the filter names. */
const EXAMINED = [
  schedules.orgId,
  schedules.draftId,
  schedules.supersededAt,
  schedules.startDate,
  schedules.endDate,
  schedules.pricePlanId,
  schedules.planVersionId,
  schedules.isOverridden,
];

/** Returns whether a page may examine schedules that do not match, because no index has all conditions and the order. */
export function examinesSchedules(where: SchedulesWhere, order: ScheduleOrder): boolean {
  const [only, isAlone] = soleConditions(where);
  return !isAlone || namesIn(only).some((name) => !indexed(only, order).has(name));
}

/** Returns the conditions that an index seeks by, and whether they are all that there are. */
function seekOf(store: Store, where: SchedulesWhere, order: ScheduleOrder, { after, before }: Place) {
  const [only] = soleConditions(where);
  const { pricePlanId, version, endsBefore, startsAfter, inForceOn } = only;
  const names = indexed(only, order);
  const [plan, number] = [onlyValue(pricePlanId), onlyValue(version)];
  // An index seeks by one limit at each end, and a cursor is the narrower one.
  const [low, high] = isAscending(order) ? [after, before] : [before, after];
  const limits = isByEnd(order)
    ? [
        low || inForceOn == null ? [] : gt(schedules.endDate, inForceOn),
        high || endsBefore == null ? [] : lte(schedules.endDate, endsBefore),
      ]
    : [
        low || startsAfter == null ? [] : gt(schedules.startDate, startsAfter),
        high || inForceOn == null ? [] : lte(schedules.startDate, inForceOn),
      ];
  const equal = [
    names.has('version') ? sql`${schedules.planVersionId} = (${versionId(store, plan, number)}) and ${isDrafted(schedules)} = 0` : [],
    names.has('pricePlanId') && !names.has('version') && plan !== null ? eq(schedules.pricePlanId, plan) : [],
    // Not a bound parameter, which SQLite does not use the partial index for.
    names.has('isOverridden') ? sql`${schedules.isOverridden} = 1` : [],
  ];
  const isLimitedByCursor = isByEnd(order) ? high && endsBefore != null : low && startsAfter != null;
  return { seek: [...equal, ...limits].flat(), isExact: !examinesSchedules(where, order) && !isLimitedByCursor };
}

/**
 * Returns the conditions of a `where`, and whether they are all that there are. Of several objects only the first counts: two could limit one
 * column, and an index seeks by one limit.
 */
function soleConditions(where: SchedulesWhere): readonly [ScheduleConditions, boolean] {
  const { conditions, hasOr } = conjunctsOf<ScheduleConditions>(where);
  const [only, ...more] = conditions.filter((each) => namesIn(each).length > 0);
  return [only ?? {}, more.length === 0 && !hasOr];
}

/** Returns the conditions that the index of an order has. Those by the last day are of one plan, of one version, or of overridden schedules. */
function indexed({ pricePlanId, version, isOverridden }: ScheduleConditions, order: ScheduleOrder): ReadonlySet<keyof ScheduleConditions> {
  if (!isByEnd(order)) return new Set(['startsAfter']);
  if (onlyValue(pricePlanId) !== null)
    return new Set(['pricePlanId', ...(onlyValue(version) === null ? [] : ['version' as const]), 'endsBefore']);
  return new Set([...(pricePlanId || isOverridden !== true ? [] : ['isOverridden' as const]), 'endsBefore']);
}

const namesIn = (conditions: ScheduleConditions) =>
  Object.entries(conditions).flatMap(([name, value]) => (value == null ? [] : [name as keyof ScheduleConditions]));

const isByEnd = (order: ScheduleOrder): boolean => order === 'END_DATE_ASC' || order === 'END_DATE_DESC';
const isAscending = (order: ScheduleOrder): boolean => order === 'END_DATE_ASC' || order === 'START_DATE_ASC';

const versionId = ({ orgId }: Store, pricePlanId: string | null, version: number | null): SQL =>
  sql`select ${pricePlanVersions.id} from ${pricePlanVersions} where ${and(
    eq(pricePlanVersions.orgId, orgId),
    sql`${pricePlanVersions.pricePlanId} = ${pricePlanId}`,
    sql`${pricePlanVersions.version} = ${version}`,
  )}`;
