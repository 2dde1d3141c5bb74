import { and, eq, type InferSelectModel, type SQL, sql } from 'drizzle-orm';
import type { PlanVersion } from '../domain/price-plan/price-plan.ts';
import type { Store } from './client.ts';
import { inOrder } from './rate-cards.ts';
import { type pricePlans, pricePlanVersions, purchases } from './tables/index.ts';

type VersionRow = InferSelectModel<typeof pricePlanVersions>;
type PlanRow = InferSelectModel<typeof pricePlans>;

/** Converts the row of a version, with its plan's row, to the domain's form. */
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

/** A plan, or a version of it by its number. */
export interface PlanReference {
  readonly pricePlanId: string;
  readonly version?: number | null | undefined;
}

/** Returns for each reference what is missing: its plan, the version, or nothing (`null`). Every plan has a version 1. */
export async function missingIn(
  { db, orgId }: Store,
  references: readonly PlanReference[],
): Promise<readonly ('PLAN' | 'VERSION' | null)[]> {
  const isVersion = (version: SQL): SQL =>
    sql`exists (select 1 from ${pricePlanVersions} where ${and(
      eq(pricePlanVersions.orgId, orgId),
      sql`${pricePlanVersions.pricePlanId} = json_extract(value, '$.pricePlanId')`,
      sql`${pricePlanVersions.version} = ${version}`,
    )})`;
  const found = await db.all<{ plan: number; version: number }>(sql`
    select ${isVersion(sql`1`)} as plan, ${isVersion(sql`coalesce(json_extract(value, '$.version'), 1)`)} as version
    from json_each(${JSON.stringify(references)})`);
  return found.map(({ plan, version }) => (plan ? (version ? null : 'VERSION') : 'PLAN'));
}

/** Returns the plans with these ids, each with its newest active version if it has one. */
export const plansWithActiveVersion = ({ db }: Store, pricePlanIds: readonly string[]) =>
  db.query.pricePlans.findMany({
    where: { id: { in: [...pricePlanIds] } },
    with: { versions: { where: { status: 'ACTIVE' }, orderBy: { version: 'desc' }, limit: 1 } },
  });

export type PlanWithActiveVersion = Awaited<ReturnType<typeof plansWithActiveVersion>>[number];

/** A selection of a plan's newest active version, with its rate cards and their items. */
const WITH_CARDS = {
  versions: {
    where: { status: 'ACTIVE' },
    orderBy: { version: 'desc' },
    limit: 1,
    with: { rateCards: { ...inOrder, with: { billable: true } } },
  },
} as const;

/** Returns the plans with these ids, each with its newest active version and that version's rate cards and items. */
export const plansWithCards = ({ db }: Store, pricePlanIds: readonly string[]) =>
  db.query.pricePlans.findMany({ where: { id: { in: [...pricePlanIds] } }, with: WITH_CARDS });

/** Returns the plan of a purchase as a list of one, with the relations of `plansWithCards`. Empty for a wallet top-up. */
export const planOfPurchase = ({ db, orgId }: Store, purchaseId: string) =>
  db.query.pricePlans.findMany({
    where: {
      RAW: (plan) =>
        sql`${plan.id} = (select ${purchases.pricePlanId} from ${purchases} where ${and(eq(purchases.orgId, orgId), eq(purchases.id, purchaseId))})`,
    },
    with: WITH_CARDS,
  });
