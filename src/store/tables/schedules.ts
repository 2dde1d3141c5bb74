import { type Column, isNull, type SQL, sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { type Day, FIRST_DAY } from '../../domain/day.ts';
import type { PricingCycleConfig } from '../../domain/pricing-cycle.ts';
import type { PricingRule } from '../../domain/pricing-rule/pricing-rule.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, isDrafted, json, orgId } from './columns.ts';
import { pricePlanVersions } from './price-plan-versions.ts';

/**
 * The recorded timelines of accounts. A row has a period, when it is in force, and a recorded span, when it was current. A change
 * supersedes rows and adds new ones; the rows of one schedule share a `scheduleId`. Rows of a draft have its id and no history: edits
 * replace them. A trigger refuses current rows of one timeline that overlap.
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
    /** The day from which cycles are counted. Every write gives it; the default let the column be added to a table with rows. */
    countsFrom: text().$type<Day>().notNull().default(FIRST_DAY),
    pricePlanId: text().notNull(),
    planVersionId: text().notNull(),
    rateCardSetId: text().notNull(),
    /** This and the next two columns override the plan version's terms. `null`: the plan version's value. */
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
    // The account's timeline and its draft in order, current rows first. It does not tell them apart, so that a draft that becomes the
    // timeline stays where it is: a reader of one passes the other's rows. The overlap triggers use it too.
    index('schedules_timeline').on(t.orgId, t.accountId, t.supersededAt, t.startDate, t.id),
    // Look-ups by the schedule's public id. Partial, as the others below: what is superseded or a draft costs no entry.
    index('schedules_schedule').on(t.orgId, t.scheduleId).where(isNull(t.supersededAt)),
    // The current schedules of a plan version by their ends: those of active timelines, which are a list, and those of drafts. Both keep the
    // plan from being archived. Not partial, because the foreign key is checked by it when a version is deleted.
    index('schedules_version').on(t.orgId, t.planVersionId, t.supersededAt, isDrafted(t), t.endDate, t.id),
    // The list of the organization's current schedules, by each of its orders, and by overrides. That of a plan is put together from those of
    // its versions.
    index('schedules_end').on(t.orgId, t.endDate, t.id).where(isCurrent(t)),
    index('schedules_start').on(t.orgId, t.startDate, t.id).where(isCurrent(t)),
    index('schedules_overridden_end')
      .on(t.orgId, t.endDate, t.id)
      .where(sql`${isCurrent(t)} and ${t.isOverridden} = 1`),
    check('schedules_period', sql`${t.startDate} < ${t.endDate}`),
  ],
);

/** The rows of active timelines that are true now. */
function isCurrent({ draftId, supersededAt }: { readonly draftId: Column; readonly supersededAt: Column }): SQL {
  return sql`${draftId} is null and ${supersededAt} is null`;
}
