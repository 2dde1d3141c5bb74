import { and, eq, type SQL, sql } from 'drizzle-orm';
import { idAt } from '../domain/id.ts';
import type { JobEntryStatus, JobStatus } from '../domain/job.ts';
import type { Store } from './client.ts';
import {
  among,
  conjunctsOf,
  createdWithin,
  during,
  type Filter,
  listed,
  matching,
  type OneOf,
  onlyValue,
  type Span,
  type Where,
} from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import type { Place } from './scan.ts';
import { jobEntries, jobs } from './tables/index.ts';

/** Conditions on jobs. An omitted condition matches every job. */
export interface JobConditions {
  readonly status?: OneOf<JobStatus> | null;
  readonly createdAt?: Span | null;
}

/** Conditions on the entries of a job. An omitted condition matches every entry. */
export interface JobEntryConditions {
  readonly status?: OneOf<JobEntryStatus> | null;
}

type JobsWhere = Where<JobConditions> | null | undefined;

export const jobsWhere = (where: JobsWhere): Filter<'jobs'> =>
  matching<'jobs', JobConditions>(where, ({ status, createdAt }) => [
    ...among(status, (values) => ({ status: { in: [...values] } })),
    ...during(createdAt, (span) => createdWithin('job', span)),
  ]);

const JOBS: Listing<keyof JobConditions> = {
  table: jobs,
  base: [],
  named: new Set(),
  equal: { status: (status) => sql`${jobs.status} = ${status}` },
  spans: { createdAt: { column: jobs.id, at: (instant) => idAt('job', instant) } },
};

const asked = (where: JobsWhere): Asked<keyof JobConditions> => ({ where, names: ['id'], direction: 'desc' });

/** Returns the filter of one page of the organization's jobs. */
export const jobsOnPage = (where: JobsWhere, { orgId }: Store, place: Place): Filter<'jobs'> => {
  const filter = jobsWhere(where);
  return { AND: [filter, onPage(JOBS, asked(where), { orgId, filter, place })] };
};

/** Returns whether a page of the organization's jobs may examine jobs that do not match. */
export const examinesJobs = (where: JobsWhere): boolean => mayExamine(JOBS, asked(where));

export const jobEntriesWhere = (where: Where<JobEntryConditions> | null | undefined, { orgId }: Store): Filter<'jobEntries'> =>
  matching<'jobEntries', JobEntryConditions>(where, ({ status }) => among(status, (values) => standsAt(orgId, values)));

/** Returns whether a page of a job's entries may examine all of them. */
export const examinesJobEntries = (where: Where<JobEntryConditions> | null | undefined): boolean => {
  const { conditions, hasOr } = conjunctsOf<JobEntryConditions>(where);
  const given = conditions.flatMap(({ status }) => (status == null ? [] : [status]));
  return hasOr || given.length > 1 || given.some((status) => onlyValue(status) === null);
};

/** Filters by statuses. For one status, an index has the order of the list. For several, entries are found by account to avoid a sort. */
const standsAt = (orgId: string, values: readonly JobEntryStatus[]) => ({
  RAW: ({ jobId, accountId, status }: typeof jobEntries): SQL => {
    const [only, ...more] = values;
    if (only && more.length === 0) return sql`${status} = ${only}`;
    const ofJob = and(eq(jobEntries.orgId, orgId), sql`${jobEntries.jobId} = ${jobId}`, sql`${jobEntries.status} in ${listed(values)}`);
    return sql`${accountId} in (select ${jobEntries.accountId} from ${jobEntries} where ${ofJob})`;
  },
});
