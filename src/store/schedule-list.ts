import { and, type Column, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { Store } from './client.ts';
import { among, conjunctsOf, type Filter, isEmpty, listed, matching, type OneOf, onlyValue, type Where } from './list.ts';
import { beyondCursors, conditionOf, firstOf, type Place } from './scan.ts';
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
export const schedulesWhere = (store: Store, where: SchedulesWhere): Filter<'schedules'> => ({
  draftId: { isNull: true },
  supersededAt: { isNull: true },
  AND: [conditionsOf(store, where, '')],
});

/**
 * Returns the filter of one timeline, drafts and history included. The `+` keeps SQLite from the organization's indexes of schedules by days
 * and overrides, which do not have the order of a timeline.
 */
export const scheduleMatches = (store: Store, where: Where<ScheduleConditions>): Filter<'schedules'> => conditionsOf(store, where, '+');

/** @param sign what stands before each column that an index of the organization's schedules has */
const conditionsOf = ({ orgId }: Store, where: SchedulesWhere, sign: '' | '+'): Filter<'schedules'> => {
  const is = (name: 'startDate' | 'endDate' | 'isOverridden', operator: '<=' | '>' | '=', value: Day | number) => ({
    RAW: (row: Row): SQL => sql`${sql.raw(sign)}${row[name]} ${sql.raw(operator)} ${value}`,
  });
  return matching<'schedules', ScheduleConditions>(where, ({ pricePlanId, version, endsBefore, startsAfter, inForceOn, isOverridden }) => [
    ...among(pricePlanId, (values) => ({ pricePlanId: { in: [...values] } })),
    ...among(version, (values) => isAtVersion(orgId, values)),
    ...(endsBefore == null ? [] : [is('endDate', '<=', endsBefore)]),
    ...(startsAfter == null ? [] : [is('startDate', '>', startsAfter)]),
    ...(inForceOn == null ? [] : [{ AND: [is('startDate', '<=', inForceOn), is('endDate', '>', inForceOn)] }]),
    ...(isOverridden == null ? [] : [is('isOverridden', '=', Number(isOverridden))]),
  ]);
};

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
  const { seek, limits, versions } = seekOf(store, where, order, place);
  return firstOf({
    table: schedules,
    columns: EXAMINED,
    id: schedules.id,
    order: [schedules[column], schedules.id],
    direction,
    seek: [
      eq(schedules.orgId, store.orgId),
      isNull(schedules.draftId),
      isNull(schedules.supersededAt),
      ...seek,
      ...(versions ? [] : limits.flat()),
    ],
    merge: versions && { lists: versions, is: isOfVersion, limits },
    filter: examinedBy(where, order) === 'SCHEDULES' ? conditionOf(schedules, schedulesWhere(store, where)) : null,
    place,
  });
}

const isOfVersion = (version: SQL): SQL => sql`${schedules.planVersionId} = ${version} and ${isDrafted(schedules)} = 0`;

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

/**
 * What a page may read beside what it returns. `VERSIONS`: a schedule of each version of its plan. `SCHEDULES`: schedules that do not match,
 * because no index has all conditions and the order.
 */
export function examinedBy(where: SchedulesWhere, order: ScheduleOrder): 'NOTHING' | 'VERSIONS' | 'SCHEDULES' {
  const [only, isAlone] = soleConditions(where);
  if (!isAlone || namesIn(only).some((name) => !indexed(only, order).includes(name))) return 'SCHEDULES';
  return only.pricePlanId && onlyValue(only.version) === null ? 'VERSIONS' : 'NOTHING';
}

/** Returns the conditions that an index seeks by, the limits of the order at its low and its high end, and the versions whose lists are merged. */
function seekOf({ orgId }: Store, where: SchedulesWhere, order: ScheduleOrder, { after, before }: Place) {
  const [only] = soleConditions(where);
  const { pricePlanId, version, endsBefore, startsAfter, inForceOn } = only;
  const names = indexed(only, order);
  const { endDate, startDate } = schedules;
  const [low, high] = isAscending(order) ? [after, before] : [before, after];
  const limits = isByEnd(order)
    ? ([limit(endDate, '>', inForceOn, low), limit(endDate, '<=', endsBefore, high)] as const)
    : ([limit(startDate, '>', startsAfter, low), limit(startDate, '<=', inForceOn, high)] as const);
  const versions = names.includes('pricePlanId') ? versionsOf(orgId, onlyValue(pricePlanId), version) : null;
  const isOne = onlyValue(version) !== null;
  return {
    seek: [
      versions && isOne ? isOfVersion(sql`(${versions})`) : [],
      // Not a bound parameter, which SQLite does not use the partial index for.
      names.includes('isOverridden') ? sql`${schedules.isOverridden} = 1` : [],
    ].flat(),
    limits,
    versions: isOne ? null : versions,
  };
}

/** Returns the limit of an order as a list of one. An index seeks by one at each end: the `+` leaves that to a cursor, which is the narrower one. */
const limit = (column: Column, operator: '>' | '<=', day: Day | null | undefined, cursor: readonly unknown[] | null): SQL[] =>
  day == null ? [] : [sql`${sql.raw(cursor ? '+' : '')}${column} ${sql.raw(operator)} ${day}`];

/**
 * Returns the conditions of a `where`, and whether they are all that there are. Of several objects only the first counts: two could limit one
 * column, and an index seeks by one limit.
 */
function soleConditions(where: SchedulesWhere): readonly [ScheduleConditions, boolean] {
  const { conditions, hasOr } = conjunctsOf<ScheduleConditions>(where);
  const [only, ...more] = conditions.filter((each) => namesIn(each).length > 0);
  return [only ?? {}, more.length === 0 && !hasOr];
}

/** Returns the conditions that the index of an order has. Those by the last day are of the versions of one plan, or of overridden schedules. */
function indexed({ pricePlanId, isOverridden }: ScheduleConditions, order: ScheduleOrder): readonly (keyof ScheduleConditions)[] {
  if (!isByEnd(order)) return ['startsAfter'];
  if (onlyValue(pricePlanId) !== null) return ['endsBefore', 'pricePlanId', 'version'];
  return isOverridden === true && !pricePlanId ? ['endsBefore', 'isOverridden'] : ['endsBefore'];
}

const namesIn = (conditions: ScheduleConditions) =>
  Object.keys(conditions).filter((name): name is keyof ScheduleConditions => conditions[name as keyof ScheduleConditions] != null);

const isByEnd = (order: ScheduleOrder): boolean => order.startsWith('END');
const isAscending = (order: ScheduleOrder): boolean => order.endsWith('_ASC');

/** Returns a query of the versions of a plan that have one of some numbers. */
const versionsOf = (orgId: string, pricePlanId: string | null, version: ScheduleConditions['version']): SQL =>
  sql`select ${pricePlanVersions.id} as value from ${pricePlanVersions} where ${and(
    eq(pricePlanVersions.orgId, orgId),
    sql`${pricePlanVersions.pricePlanId} = ${pricePlanId}`,
    ...among(version, (numbers) => sql`${pricePlanVersions.version} in ${listed(numbers)}`),
  )}`;
