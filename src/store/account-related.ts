import { and, type Column, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { Store } from './client.ts';
import type { Referrers } from './listing.ts';
import { accountMetadata, accountPlans, type accounts, drafts, pricePlanVersions, schedules } from './tables/index.ts';

/** Conditions on rows of other tables, which no index of accounts has. */
export interface RelatedConditions {
  readonly hasDraft?: boolean | null;
  readonly pricePlan?: PlanOnDay | null;
  readonly metadata?: MetadataEntry | null;
}

/** A key of the metadata, with its value. `null`: any value. */
interface MetadataEntry {
  readonly key: string;
  readonly value?: string | null;
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
export function relatedWhere(reading: Reading, { hasDraft, pricePlan, metadata }: RelatedConditions) {
  return [
    ...(hasDraft == null ? [] : [isDrafted(reading, hasDraft)]),
    ...(pricePlan == null ? [] : [isOnPlan(reading, pricePlan)]),
    ...(metadata == null ? [] : [hasEntry(reading, metadata)]),
  ];
}

/** Returns rows that name all accounts that meet one of the conditions. `null`: no index has such rows in the order of accounts. */
export function referrersOf(reading: Reading, { hasDraft, pricePlan, metadata }: RelatedConditions): Referrers | null {
  if (metadata != null) return withEntry(reading, metadata);
  if (pricePlan != null) return onPlan(reading, pricePlan);
  return hasDraft ? drafted(reading) : null;
}

/** Returns whether each of the rows that name accounts by the condition names one that meets it. */
export const isExact = ({ hasDraft, metadata }: RelatedConditions): boolean => hasDraft === true || metadata != null;

const isDrafted = ({ store: { orgId } }: Reading, hasDraft: boolean) => ({
  RAW: ({ id }: typeof accounts): SQL =>
    sql`${sql.raw(hasDraft ? '' : 'not ')}exists (select 1 from ${drafts} where ${and(eq(drafts.orgId, orgId), sql`${drafts.accountId} = ${id}`)})`,
});

const isOnPlan = ({ store: { orgId }, today }: Reading, plan: PlanOnDay) => ({
  RAW: ({ id }: typeof accounts): SQL => isInForce(orgId, id, plan.on ?? today, isOfPlan(orgId, schedules, plan)),
});

/**
 * Returns a condition: the schedule of an account that is in force on a day meets another one. Looks at the last schedule that starts by the
 * day, so that it reads one row, however long the timeline is.
 */
function isInForce(orgId: string, accountId: Column, day: Day, condition: SQL): SQL {
  const started = and(
    eq(schedules.orgId, orgId),
    isNull(schedules.draftId),
    isNull(schedules.supersededAt),
    sql`${schedules.accountId} = ${accountId}`,
    lte(schedules.startDate, day),
  );
  return sql`exists (
    select 1 from (select * from ${schedules} where ${started} order by ${schedules.startDate} desc limit 1) as ${schedules}
    where ${gt(schedules.endDate, day)} and ${condition})`;
}

const drafted = ({ store: { orgId } }: Reading): Referrers => ({
  table: drafts,
  id: drafts.accountId,
  seek: [eq(drafts.orgId, orgId)],
});

/** A long value is compared in the metadata itself, once its beginning is equal. */
const hasEntry = (reading: Reading, entry: MetadataEntry) => ({
  RAW: ({ id, metadata }: typeof accounts): SQL => {
    const { seek } = withEntry(reading, entry);
    const found = sql`exists (select 1 from ${accountMetadata} where ${and(...seek, sql`${accountMetadata.accountId} = ${id}`)})`;
    if (entry.value == null || startOf(entry.value) === entry.value) return found;
    return sql`(${found} and exists (select 1 from json_each(${metadata}) where key = ${entry.key} and value = ${entry.value}))`;
  },
});

const withEntry = ({ store: { orgId } }: Reading, { key, value }: MetadataEntry): Referrers => ({
  table: accountMetadata,
  id: accountMetadata.accountId,
  seek: [
    eq(accountMetadata.orgId, orgId),
    eq(accountMetadata.key, key),
    ...(value == null ? [] : [eq(accountMetadata.value, startOf(value))]),
  ],
});

/** Returns the part of a value that the table has, in the characters of SQLite. */
const startOf = (value: string): string => [...value].slice(0, VALUE_START).join('');

const VALUE_START = 100;

/** Returns the plan versions of accounts that are in force on a day: at most one for each account. */
const onPlan = ({ store: { orgId }, today }: Reading, plan: PlanOnDay): Referrers => ({
  table: accountPlans,
  id: accountPlans.accountId,
  seek: [eq(accountPlans.orgId, orgId), isOfPlan(orgId, accountPlans, plan)],
  filter: isInForce(orgId, accountPlans.accountId, plan.on ?? today, sql`${schedules.planVersionId} = ${accountPlans.planVersionId}`),
  columns: [accountPlans.planVersionId],
});

function isOfPlan(orgId: string, row: typeof schedules | typeof accountPlans, { pricePlanId, version }: PlanOnDay): SQL {
  if (version == null) return eq(row.pricePlanId, pricePlanId);
  return sql`${row.planVersionId} = (select ${pricePlanVersions.id} from ${pricePlanVersions} where ${and(
    eq(pricePlanVersions.orgId, orgId),
    eq(pricePlanVersions.pricePlanId, pricePlanId),
    eq(pricePlanVersions.version, version),
  )})`;
}
