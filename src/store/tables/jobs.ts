import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { JOB_STATUSES } from '../../domain/job.ts';
import { MIGRATION_MODES } from '../../domain/migration/migration.ts';
import { generatedId, instant, orgId } from './columns.ts';
import { pricePlanVersions } from './price-plan-versions.ts';
import { pricePlans } from './price-plans.ts';

/** Jobs: migrations of many accounts to a plan version. The work for each account is in `job_entries`. */
export const jobs = snakeCase.table(
  'jobs',
  {
    id: generatedId(),
    orgId: orgId(),
    type: text({ enum: ['PRICE_PLAN'] }).notNull(),
    /** The id of the token that made the job. The changes of its entries are recorded under this actor. */
    actor: text().notNull(),
    /** The person who made the job by a token of the actor, a staff issuer. `null`: the actor itself. */
    delegate: text(),
    sourcePlanId: text().notNull(),
    /** The version to migrate from. `null`: every version of the plan before the target. */
    sourceVersionId: text(),
    targetVersionId: text().notNull(),
    migrationMode: text({ enum: MIGRATION_MODES }).notNull(),
    retainStartOffsets: integer({ mode: 'boolean' }).notNull(),
    requiresConfirmation: integer({ mode: 'boolean' }).notNull(),
    confirmedAt: instant(),
    cancelledAt: instant(),
    /** Updated by the writes that add and end entries, so that a read of a job does not count them. */
    totalEntries: integer().notNull().default(0),
    completedEntries: integer().notNull().default(0),
    failedEntries: integer().notNull().default(0),
    /** The SQL form of `jobState`. A generated column, so that concurrent writers that end entries get the same status. */
    status: text({ enum: JOB_STATUSES })
      .notNull()
      .generatedAlwaysAs(
        sql`case
          when cancelled_at is not null then 'CANCELLED'
          when completed_entries + failed_entries = total_entries then case when failed_entries > 0 then 'FAILED' else 'COMPLETED' end
          when requires_confirmation and confirmed_at is null then 'WAITING_FOR_CONFIRMATION'
          when completed_entries + failed_entries > 0 then 'IN_PROGRESS'
          else 'PENDING' end`,
        { mode: 'stored' },
      ),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.sourcePlanId], foreignColumns: [pricePlans.orgId, pricePlans.id] }),
    foreignKey({ columns: [t.orgId, t.sourceVersionId], foreignColumns: [pricePlanVersions.orgId, pricePlanVersions.id] }),
    foreignKey({ columns: [t.orgId, t.targetVersionId], foreignColumns: [pricePlanVersions.orgId, pricePlanVersions.id] }),
    // The list by status.
    index('jobs_status').on(t.orgId, t.status, t.id),
    // A plan or version can be discarded only if no job refers to it.
    index('jobs_source_plan').on(t.orgId, t.sourcePlanId),
    index('jobs_source_version').on(t.orgId, t.sourceVersionId),
    index('jobs_target_version').on(t.orgId, t.targetVersionId),
    // Scheduled work reads only the jobs to run, one organization after the other.
    index('jobs_due_org').on(t.orgId, t.id).where(sql`${t.status} in ('PENDING', 'IN_PROGRESS')`),
  ],
);
