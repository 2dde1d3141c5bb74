import { relations } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The tables that the benchmark asks for, with the relations that drizzle-graphql nests by. */
export const accounts = sqliteTable('accounts', {
  id: text().primaryKey(),
  orgId: text('org_id').notNull(),
  accountId: text('account_id').notNull(),
  name: text().notNull(),
  status: text().notNull(),
});

export const schedules = sqliteTable('schedules', {
  id: text().primaryKey(),
  orgId: text('org_id').notNull(),
  ofAccount: text('account_id').notNull(),
  draftId: text('draft_id'),
  startDate: text('start_date').notNull(),
  endDate: text('end_date').notNull(),
  planVersionId: text('plan_version_id').notNull(),
  supersededAt: integer('superseded_at'),
});

export const planVersions = sqliteTable('price_plan_versions', {
  id: text().primaryKey(),
  orgId: text('org_id').notNull(),
  pricePlanId: text('price_plan_id').notNull(),
  version: integer().notNull(),
  rateCardSetId: text('rate_card_set_id').notNull(),
});

export const plans = sqliteTable('price_plans', {
  id: text().primaryKey(),
  orgId: text('org_id').notNull(),
  name: text().notNull(),
});

export const rateCards = sqliteTable('rate_cards', {
  id: text().primaryKey(),
  orgId: text('org_id').notNull(),
  setId: text('set_id').notNull(),
  position: integer().notNull(),
  name: text().notNull(),
  card: text().notNull(),
});

export const accountRelations = relations(accounts, ({ many }) => ({ schedules: many(schedules) }));

export const scheduleRelations = relations(schedules, ({ one }) => ({
  account: one(accounts, { fields: [schedules.orgId, schedules.ofAccount], references: [accounts.orgId, accounts.id] }),
  planVersion: one(planVersions, {
    fields: [schedules.orgId, schedules.planVersionId],
    references: [planVersions.orgId, planVersions.id],
  }),
}));

export const planVersionRelations = relations(planVersions, ({ one, many }) => ({
  plan: one(plans, { fields: [planVersions.orgId, planVersions.pricePlanId], references: [plans.orgId, plans.id] }),
  rateCards: many(rateCards),
}));

export const rateCardRelations = relations(rateCards, ({ one }) => ({
  planVersion: one(planVersions, {
    fields: [rateCards.orgId, rateCards.setId],
    references: [planVersions.orgId, planVersions.rateCardSetId],
  }),
}));
