import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { PricingCycleConfig } from '../../domain/pricing-cycle.ts';
import type { PricingRule } from '../../domain/pricing-rule/pricing-rule.ts';
import { generatedId, instant, json, orgId } from './columns.ts';
import { pricePlans } from './price-plans.ts';

/** Versions of plans. `id` is `referenceId` in the API. The row of an ACTIVE version never changes. */
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
    /** The id of the set of rate cards. Several versions and schedules can share a set. */
    rateCardSetId: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.pricePlanId], foreignColumns: [pricePlans.orgId, pricePlans.id] }),
    // Versions by number. The newest first is a backward scan of this index.
    unique('price_plan_versions_number').on(t.orgId, t.pricePlanId, t.version),
    // The versions that use a set of rate cards.
    index('price_plan_versions_set').on(t.orgId, t.rateCardSetId, t.id),
    // Unique, so that concurrent writers cannot make two drafts of one plan.
    uniqueIndex('price_plan_versions_draft').on(t.orgId, t.pricePlanId).where(sql`${t.status} = 'DRAFT'`),
  ],
);
