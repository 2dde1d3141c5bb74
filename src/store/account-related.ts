import { and, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { Store } from './client.ts';
import type { Referrers } from './listing.ts';
import { type accounts, drafts, pricePlanVersions, schedules } from './tables/index.ts';

/** Conditions on rows of other tables, which no index of accounts has. */
export interface RelatedConditions {
  readonly hasDraft?: boolean | null;
  readonly pricePlan?: PlanOnDay | null;
}

/** A plan that a schedule attaches to the account on a day. */
interface PlanOnDay {
  readonly pricePlanId: string;
  /** The number of the plan version. `null`: any. */
  readonly version?: number | null;
  /** `null`: today. */
  readonly on?: Day | null;
}

/** The store that the conditions are read from, and the day on which they are. */
export interface Reading {
  readonly store: Store;
  readonly today: Day;
}

/** Returns the filters of the conditions. */
export function relatedWhere(reading: Reading, { hasDraft, pricePlan }: RelatedConditions) {
  return [...(hasDraft == null ? [] : [isDrafted(reading, hasDraft)]), ...(pricePlan == null ? [] : [isOnPlan(reading, pricePlan)])];
}

/** Returns rows that name all accounts that meet one of the conditions. `null`: no index has such rows in the order of accounts. */
export function referrersOf(reading: Reading, { hasDraft, pricePlan }: RelatedConditions): Referrers | null {
  if (pricePlan != null) return onPlan(reading, pricePlan);
  return hasDraft ? drafted(reading) : null;
}

/** Returns whether each of the rows that name accounts by the condition names one that meets it. */
export const isExact = ({ hasDraft }: RelatedConditions): boolean => hasDraft === true;

const isDrafted = ({ store: { orgId } }: Reading, hasDraft: boolean) => ({
  RAW: ({ id }: typeof accounts): SQL =>
    sql`${sql.raw(hasDraft ? '' : 'not ')}exists (select 1 from ${drafts} where ${and(eq(drafts.orgId, orgId), sql`${drafts.accountId} = ${id}`)})`,
});

/** Looks at the last schedule that starts by the day, so that it reads one row, however long the timeline is. */
const isOnPlan = (reading: Reading, plan: PlanOnDay) => ({
  RAW: ({ id }: typeof accounts): SQL => {
    const day = plan.on ?? reading.today;
    const started = and(...isCurrent(reading), sql`${schedules.accountId} = ${id}`, lte(schedules.startDate, day));
    return sql`exists (
      select 1 from (select * from ${schedules} where ${started} order by ${schedules.startDate} desc limit 1) as ${schedules}
      where ${gt(schedules.endDate, day)} and ${isOfPlan(reading, plan)})`;
  },
});

const drafted = ({ store: { orgId } }: Reading): Referrers => ({
  table: drafts,
  id: drafts.accountId,
  seek: [eq(drafts.orgId, orgId)],
});

/** Returns the schedules by which accounts are on a plan on a day: at most one for each account. */
function onPlan(reading: Reading, plan: PlanOnDay): Referrers {
  const day = plan.on ?? reading.today;
  return {
    table: schedules,
    id: schedules.accountId,
    seek: [...isCurrent(reading), isOfPlan(reading, plan)],
    filter: sql`${lte(schedules.startDate, day)} and ${gt(schedules.endDate, day)}`,
    columns: [schedules.startDate, schedules.endDate],
  };
}

const isCurrent = ({ store: { orgId } }: Reading): SQL[] => [
  eq(schedules.orgId, orgId),
  isNull(schedules.draftId),
  isNull(schedules.supersededAt),
];

function isOfPlan({ store: { orgId } }: Reading, { pricePlanId, version }: PlanOnDay): SQL {
  if (version == null) return eq(schedules.pricePlanId, pricePlanId);
  return sql`${schedules.planVersionId} = (select ${pricePlanVersions.id} from ${pricePlanVersions} where ${and(
    eq(pricePlanVersions.orgId, orgId),
    eq(pricePlanVersions.pricePlanId, pricePlanId),
    eq(pricePlanVersions.version, version),
  )})`;
}
