import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { type EntryReason, JOB_ENTRY_STATUSES } from '../../domain/job.ts';
import { accounts } from './accounts.ts';
import { instant, json, orgId } from './columns.ts';
import { jobs } from './jobs.ts';

/** What a job has to do for one account, and how that ended. The rows are the job's queue: whoever finds one PENDING may do it. */
export const jobEntries = snakeCase.table(
  'job_entries',
  {
    orgId: orgId(),
    jobId: text().notNull(),
    accountId: text().notNull(),
    status: text({ enum: JOB_ENTRY_STATUSES }).notNull(),
    /** Why it ended as it did; null where it was simply done, or has not ended. */
    reason: json<EntryReason>(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // A job's entries in the order of its accounts; one an account, whatever races.
    primaryKey({ columns: [t.orgId, t.jobId, t.accountId] }),
    foreignKey({ columns: [t.orgId, t.jobId], foreignColumns: [jobs.orgId, jobs.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Those of one status in the same order: what failed, and what is left to do.
    index('job_entries_status').on(t.orgId, t.jobId, t.status, t.accountId),
  ],
);
