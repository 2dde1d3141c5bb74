import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { JobEntryStatus, JobStatus } from '../domain/job.ts';
import type { Store } from './client.ts';
import { among, createdWithin, during, type Filter, listed, matching, type OneOf, type Span, type Where } from './list.ts';
import { jobEntries } from './tables/index.ts';

/** Conditions on jobs. An omitted condition matches every job. */
export interface JobConditions {
  readonly status?: OneOf<JobStatus> | null;
  readonly createdAt?: Span | null;
}

/** Conditions on the entries of a job. An omitted condition matches every entry. */
export interface JobEntryConditions {
  readonly status?: OneOf<JobEntryStatus> | null;
}

export const jobsWhere = (where: Where<JobConditions> | null | undefined): Filter<'jobs'> =>
  matching<'jobs', JobConditions>(where, ({ status, createdAt }) => [
    ...among(status, (values) => ({ status: { in: [...values] } })),
    ...during(createdAt, (span) => createdWithin('job', span)),
  ]);

export const jobEntriesWhere = (where: Where<JobEntryConditions> | null | undefined, { orgId }: Store): Filter<'jobEntries'> =>
  matching<'jobEntries', JobEntryConditions>(where, ({ status }) => among(status, (values) => standsAt(orgId, values)));

/** Filters by statuses. For one status, an index has the order of the list. For several, entries are found by account to avoid a sort. */
const standsAt = (orgId: string, values: readonly JobEntryStatus[]) => ({
  RAW: ({ jobId, accountId, status }: typeof jobEntries): SQL => {
    const [only, ...more] = values;
    if (only && more.length === 0) return sql`${status} = ${only}`;
    const ofJob = and(eq(jobEntries.orgId, orgId), sql`${jobEntries.jobId} = ${jobId}`, sql`${jobEntries.status} in ${listed(values)}`);
    return sql`${accountId} in (select ${jobEntries.accountId} from ${jobEntries} where ${ofJob})`;
  },
});
