import { and, eq, type InferSelectModel, sql } from 'drizzle-orm';
import type { PlanVersion } from '../domain/price-plan/price-plan.ts';
import type { Store } from './client.ts';
import { inOrder } from './rate-cards.ts';
import { type pricePlans, type pricePlanVersions, purchases } from './tables/index.ts';

type VersionRow = InferSelectModel<typeof pricePlanVersions>;
type PlanRow = InferSelectModel<typeof pricePlans>;

/** A version's row with its plan's, as the domain knows it. */
export function toPlanVersion({ plan, ...row }: VersionRow & { readonly plan: Pick<PlanRow, 'name' | 'type'> }): PlanVersion {
  return {
    id: row.id,
    pricePlanId: row.pricePlanId,
    name: plan.name,
    type: plan.type,
    version: row.version,
    status: row.status,
    description: row.description,
    pricingCycle: row.pricingCycle,
    currencies: row.currencies,
    pricingRules: row.pricingRules,
    deferredRevenue: row.deferredRevenue,
    allowOngoingCycleUpdates: row.allowOngoingCycleUpdates,
    rateCardSetId: row.rateCardSetId,
  };
}

/** Plans by their ids, each with its newest active version when it has one. */
export const plansWithActiveVersion = ({ db }: Store, pricePlanIds: readonly string[]) =>
  db.query.pricePlans.findMany({
    where: { id: { in: [...pricePlanIds] } },
    with: { versions: { where: { status: 'ACTIVE' }, orderBy: { version: 'desc' }, limit: 1 } },
  });

export type PlanWithActiveVersion = Awaited<ReturnType<typeof plansWithActiveVersion>>[number];

/** A selection: the newest active version, with its rate cards and what they price. */
const WITH_CARDS = {
  versions: {
    where: { status: 'ACTIVE' },
    orderBy: { version: 'desc' },
    limit: 1,
    with: { rateCards: { ...inOrder, with: { billable: true } } },
  },
} as const;

/** The same, each version with its rate cards and what they price. */
export const plansWithCards = ({ db }: Store, pricePlanIds: readonly string[]) =>
  db.query.pricePlans.findMany({ where: { id: { in: [...pricePlanIds] } }, with: WITH_CARDS });

/** The plan that a purchase was made of, in a list as `plansWithCards` has it; none for a wallet top-up. */
export const planOfPurchase = ({ db, orgId }: Store, purchaseId: string) =>
  db.query.pricePlans.findMany({
    where: {
      RAW: (plan) =>
        sql`${plan.id} = (select ${purchases.pricePlanId} from ${purchases} where ${and(eq(purchases.orgId, orgId), eq(purchases.id, purchaseId))})`,
    },
    with: WITH_CARDS,
  });
