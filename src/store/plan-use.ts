import { and, type Column, eq, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { MOST_COUNTED } from '../domain/count.ts';
import type { Day } from '../domain/day.ts';
import { OPEN_STATUSES } from '../domain/purchase/transitions.ts';
import type { Store } from './client.ts';
import { limit } from './limit.ts';
import { isDrafted } from './tables/columns.ts';
import { pricePlans, pricePlanVersions, purchases, schedules } from './tables/index.ts';

/** The moment at which the use of a plan is counted. Schedules and proposals that have ended by then do not count. */
export interface Moment {
  readonly today: Day;
  readonly now: number;
}

/**
 * Returns the numbers of schedules and of open purchases that use a plan, as columns.
 * @param pricePlanId the plan's id, or the column that has it
 */
export const planUseColumns = (store: Store, pricePlanId: string | Column, moment: Moment) => ({
  schedules: sql<number>`(${schedulesOfPlan(store, pricePlanId, moment)})`.as('schedules'),
  openProposals: sql<number>`(${openPurchasesOfPlan(store, pricePlanId, moment)})`.as('open_proposals'),
});

/** Returns the numbers of schedules and of open purchases that use a plan. */
export const planUse = (store: Store, pricePlanId: string, moment: Moment) =>
  store.db
    .select(planUseColumns(store, pricePlanId, moment))
    .from(pricePlans)
    .where(and(eq(pricePlans.orgId, store.orgId), eq(pricePlans.id, pricePlanId)));

/** Returns a condition: no schedule and no open purchase uses the plan. */
export const planIsUnused = (store: Store, pricePlanId: string, moment: Moment): SQL =>
  sql`(${schedulesOfPlan(store, pricePlanId, moment)}) + (${openPurchasesOfPlan(store, pricePlanId, moment)}) = 0`;

/** Counts the schedules of a plan that are in force today or later, in active timelines and in drafts: `MOST_COUNTED` and one at most. */
const schedulesOfPlan = ({ orgId }: Store, pricePlanId: string | Column, { today }: Moment): SQL => {
  const versions = sql`select ${pricePlanVersions.id} from ${pricePlanVersions} where ${and(
    eq(pricePlanVersions.orgId, orgId),
    eq(pricePlanVersions.pricePlanId, pricePlanId),
  )}`;
  return countOf(
    sql`${schedules} where ${and(
      eq(schedules.orgId, orgId),
      sql`${schedules.planVersionId} in (${versions})`,
      isNull(schedules.supersededAt),
      sql`${isDrafted(schedules)} in (0, 1)`,
      gt(schedules.endDate, today),
    )}`,
  );
};

/** Counts the purchases and proposals of a plan that can still take effect (`OPEN_STATUSES` in the domain): `MOST_COUNTED` and one at most. */
const openPurchasesOfPlan = ({ orgId }: Store, pricePlanId: string | Column, { now }: Moment): SQL =>
  countOf(
    sql`${purchases} where ${and(
      eq(purchases.orgId, orgId),
      eq(purchases.pricePlanId, pricePlanId),
      // SQLite seeks the index by these statuses. The other conditions filter the rows that it finds.
      inArray(purchases.status, [...OPEN_STATUSES]),
      or(ne(purchases.status, 'PROPOSAL_ACTIVE'), isNull(purchases.expiresAt), gt(purchases.expiresAt, now)),
      or(ne(purchases.status, 'PROPOSAL_APPROVED'), eq(purchases.paymentMode, 'PREPAID')),
    )}`,
  );

/** Returns a query of the number of rows. Nothing depends on how many more there are than `MOST_COUNTED`. */
export const countOf = (rows: SQL): SQL => sql`select count(*) from (select 1 from ${rows} ${limit(MOST_COUNTED + 1)})`;
