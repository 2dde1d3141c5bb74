import { and, type Column, eq, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { Store } from './client.ts';
import { pricePlans, pricePlanVersions, purchases, schedules } from './tables/index.ts';

/** The moment at which the use of a plan is asked for: what is over then is no use. */
export interface Moment {
  readonly today: Day;
  readonly now: number;
}

/** How many schedules and open proposals use a plan, as columns: of the plan of an id, or of the row that a column is of. */
export const planUseColumns = (store: Store, pricePlanId: string | Column, moment: Moment) => ({
  schedules: sql<number>`(${schedulesOfPlan(store, pricePlanId, moment)})`.as('schedules'),
  openProposals: sql<number>`(${openPurchasesOfPlan(store, pricePlanId, moment)})`.as('open_proposals'),
});

/** How many schedules and open proposals use a plan. */
export const planUse = (store: Store, pricePlanId: string, moment: Moment) =>
  store.db
    .select(planUseColumns(store, pricePlanId, moment))
    .from(pricePlans)
    .where(and(eq(pricePlans.orgId, store.orgId), eq(pricePlans.id, pricePlanId)));

/** True while nothing uses the plan. */
export const planIsUnused = (store: Store, pricePlanId: string, moment: Moment): SQL =>
  sql`(${schedulesOfPlan(store, pricePlanId, moment)}) + (${openPurchasesOfPlan(store, pricePlanId, moment)}) = 0`;

/** Schedules of the plan that are in force today or later, those of drafts included. */
const schedulesOfPlan = ({ orgId }: Store, pricePlanId: string | Column, { today }: Moment): SQL => {
  const versions = sql`select ${pricePlanVersions.id} from ${pricePlanVersions} where ${and(
    eq(pricePlanVersions.orgId, orgId),
    eq(pricePlanVersions.pricePlanId, pricePlanId),
  )}`;
  return sql`select count(*) from ${schedules} where ${and(
    eq(schedules.orgId, orgId),
    sql`${schedules.planVersionId} in (${versions})`,
    sql`${schedules.supersededAt} is null and ${schedules.endDate} > ${today}`,
  )}`;
};

/** Purchases and proposals of the plan that can still take effect. */
const openPurchasesOfPlan = ({ orgId }: Store, pricePlanId: string | Column, { now }: Moment): SQL =>
  sql`select count(*) from ${purchases} where ${and(
    eq(purchases.orgId, orgId),
    eq(purchases.pricePlanId, pricePlanId),
    // The index is sought by these; the rest is asked of what it finds.
    sql`${purchases.status} in ('PENDING', 'IN_PROGRESS', 'PROPOSAL_ACTIVE', 'PROPOSAL_APPROVED')`,
    sql`(${purchases.status} in ('PENDING', 'IN_PROGRESS')
      or ${purchases.status} = 'PROPOSAL_ACTIVE' and (${purchases.expiresAt} is null or ${purchases.expiresAt} > ${now})
      or ${purchases.status} = 'PROPOSAL_APPROVED' and ${purchases.paymentMode} = 'PREPAID')`,
  )}`;
