import type { InferSelectModel } from 'drizzle-orm';
import type { PlanVersion } from '../domain/price-plan.ts';
import type { Store } from './client.ts';
import { inOrder } from './rate-cards.ts';
import type { pricePlans, pricePlanVersions } from './tables/index.ts';

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

/** The same, each version with its rate cards and what they price. */
export const plansWithCards = ({ db }: Store, pricePlanIds: readonly string[]) =>
  db.query.pricePlans.findMany({
    where: { id: { in: [...pricePlanIds] } },
    with: {
      versions: {
        where: { status: 'ACTIVE' },
        orderBy: { version: 'desc' },
        limit: 1,
        with: { rateCards: { ...inOrder, with: { billable: true } } },
      },
    },
  });
