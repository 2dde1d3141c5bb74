import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PricingCycleConfig } from '../../domain/pricing-cycle.ts';
import type { PricingRule } from '../../domain/pricing-rule/pricing-rule.ts';
import { generatedId, instant, json, orgId } from './columns.ts';
import { pricePlans } from './price-plans.ts';

/** A version of a plan (`id` is `referenceId` on the wire). Once ACTIVE its row never changes. */
export const pricePlanVersions = snakeCase.table(
  'price_plan_versions',
  {
    id: generatedId(),
    orgId: orgId(),
    pricePlanId: text().notNull(),
    version: integer().notNull(),
    status: text({ enum: ['DRAFT', 'ACTIVE'] }).notNull(),
    description: text(),
    pricingCycle: json<PricingCycleConfig>(),
    currencies: json<readonly string[]>().notNull(),
    deferredRevenue: integer({ mode: 'boolean' }).notNull(),
    allowOngoingCycleUpdates: integer({ mode: 'boolean' }).notNull(),
    pricingRules: json<readonly PricingRule[]>().notNull(),
    /** Names the content of the rate cards; several versions and schedules may share it. */
    rateCardSetId: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.pricePlanId], foreignColumns: [pricePlans.orgId, pricePlans.id] }),
    // Versions are numbered; newest first is a backward walk of this index.
    unique('price_plan_versions_number').on(t.orgId, t.pricePlanId, t.version),
    // Which versions a set of rate cards belongs to.
    index('price_plan_versions_set').on(t.orgId, t.rateCardSetId, t.id),
    // At most one draft at a time, whatever races.
    uniqueIndex('price_plan_versions_draft').on(t.orgId, t.pricePlanId).where(sql`${t.status} = 'DRAFT'`),
  ],
);
