import { foreignKey, index, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { type EntryReason, JOB_ENTRY_STATUSES } from '../../domain/job.ts';
import { accounts } from './accounts.ts';
import { instant, json, orgId } from './columns.ts';
import { jobs } from './jobs.ts';

/** The work of a job for each account, with its outcome. The rows are the job's queue: any run may take one that is PENDING. */
export const jobEntries = snakeCase.table(
  'job_entries',
  {
    orgId: orgId(),
    jobId: text().notNull(),
    accountId: text().notNull(),
    status: text({ enum: JOB_ENTRY_STATUSES }).notNull(),
    /** The reason for the outcome. `null`: the entry was completed, or has not ended. */
    reason: json<EntryReason>(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // A job's entries in the order of account ids, one for each account.
    primaryKey({ columns: [t.orgId, t.jobId, t.accountId] }),
    foreignKey({ columns: [t.orgId, t.jobId], foreignColumns: [jobs.orgId, jobs.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // A job's entries of one status, in the same order.
    index('job_entries_status').on(t.orgId, t.jobId, t.status, t.accountId),
  ],
);
