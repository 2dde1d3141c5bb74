import { isNotNull, isNull, sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import type { Day } from '../../domain/day.ts';
import type { PricingCycleConfig } from '../../domain/pricing-cycle.ts';
import type { PricingRule } from '../../domain/pricing-rule/pricing-rule.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, json, orgId } from './columns.ts';
import { pricePlanVersions } from './price-plan-versions.ts';

/**
 * What was recorded about an account's timeline: each row has a period (when it is in force) and a recorded span (when we
 * believed it). A change supersedes rows and adds new ones; `scheduleId` says which rows tell of one schedule.
 * A draft's rows carry its id and are history for nobody: they are replaced in place.
 * A trigger refuses two current rows of one timeline that overlap.
 */
export const schedules = snakeCase.table(
  'schedules',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    scheduleId: text().notNull(),
    draftId: text(),
    startDate: text().$type<Day>().notNull(),
    endDate: text().$type<Day>().notNull(),
    pricePlanId: text().notNull(),
    planVersionId: text().notNull(),
    rateCardSetId: text().notNull(),
    /** The overrides: null where the plan version's own word stands. */
    pricingCycle: json<PricingCycleConfig>(),
    currencies: json<readonly string[]>(),
    pricingRules: json<readonly PricingRule[]>(),
    isOverridden: integer({ mode: 'boolean' }).notNull(),
    recordedAt: instant().notNull(),
    recordedRevision: integer().notNull(),
    supersededAt: instant(),
    supersededRevision: integer(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    foreignKey({ columns: [t.orgId, t.planVersionId], foreignColumns: [pricePlanVersions.orgId, pricePlanVersions.id] }),
    // A timeline in order, current rows first; also the overlap trigger's look-up.
    index('schedules_timeline').on(t.orgId, t.accountId, t.draftId, t.supersededAt, t.startDate, t.id),
    // Partial: as a plain index the planner prefers it for every ordered read and scans all drafts.
    index('schedules_draft_timeline').on(t.orgId, t.draftId, t.startDate, t.id).where(isNotNull(t.draftId)),
    // What a revision of the timeline added.
    index('schedules_recorded').on(t.orgId, t.accountId, t.recordedRevision).where(isNull(t.draftId)),
    // A schedule by its documented id.
    index('schedules_schedule').on(t.orgId, t.scheduleId, t.recordedAt),
    // Which accounts are on a version.
    index('schedules_version').on(t.orgId, t.planVersionId, t.accountId),
    check('schedules_period', sql`${t.startDate} < ${t.endDate}`),
  ],
);
