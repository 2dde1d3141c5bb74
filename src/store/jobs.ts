import { and, asc, eq, gt, type InferInsertModel, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Day } from '../domain/day.ts';
import type { EntryOutcome, JobFacts, JobStatus } from '../domain/job.ts';
import type { Migration } from '../domain/migration/migration.ts';
import { openTables, type Store } from './client.ts';
import { insertSelect } from './insert-rows.ts';
import { toPlanVersion } from './plan-versions.ts';
import { inOrder } from './rate-cards.ts';
import { ACTIVE_TIMELINE } from './schedules.ts';
import { isDrafted } from './tables/columns.ts';
import { jobEntries, jobs, pricePlanVersions, schedules } from './tables/index.ts';

/** The key of a job in any organization. */
export interface JobKey {
  readonly orgId: string;
  readonly id: string;
}

export const jobById = ({ db }: Store, id: string) => db.query.jobs.findFirst({ where: { id } });

/** A selection of a job with everything that decides whether its target can take accounts. */
export const WITH_TARGET = {
  with: {
    sourceVersion: { columns: { id: true }, with: { rateCards: inOrder } },
    targetVersion: { with: { plan: true, rateCards: { ...inOrder, with: { billable: true } } } },
  },
} as const;

export const jobToConfirm = ({ db }: Store, id: string) => db.query.jobs.findFirst({ where: { id }, ...WITH_TARGET });

export type JobToConfirm = NonNullable<Awaited<ReturnType<typeof jobToConfirm>>>;

/** Returns a job with its target version, if the job has the status PENDING or IN_PROGRESS. */
export const jobToRun = ({ db }: Store, id: string) =>
  db.query.jobs.findFirst({
    where: { id, status: { in: ['PENDING', 'IN_PROGRESS'] } },
    with: { targetVersion: { with: { plan: true } } },
  });

export type JobToRun = NonNullable<Awaited<ReturnType<typeof jobToRun>>>;

/**
 * Returns entries of a job that have not ended, each with its account's active timeline.
 * @param which a page in the order of account ids, or the entry of one account
 */
export const entriesToRun = (
  { db }: Store,
  jobId: string,
  which: { readonly after: string; readonly limit: number } | { readonly accountId: string },
) =>
  db.query.jobEntries.findMany({
    where: { jobId, status: 'PENDING', accountId: 'after' in which ? { gt: which.after } : which.accountId },
    orderBy: { accountId: 'asc' },
    limit: 'after' in which ? which.limit : 1,
    with: { account: { with: { schedules: ACTIVE_TIMELINE } } },
  });

export type EntryToRun = Awaited<ReturnType<typeof entriesToRun>>[number];

/** A filter: entries by their keys, each a job and an account. SQLite seeks the primary key for each pair. */
export const jobEntriesByKeys = (keys: readonly (readonly string[])[]) => ({
  RAW: (entry: typeof jobEntries) => {
    const pairs = sql`select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(${JSON.stringify(keys)})`;
    return sql`(${entry.jobId}, ${entry.accountId}) in (${pairs})`;
  },
});

export function toMigration(job: JobToRun): Migration {
  const { sourcePlanId, sourceVersionId, targetVersion, migrationMode, retainStartOffsets } = job;
  const source = { pricePlanId: sourcePlanId, versionId: sourceVersionId };
  return { source, target: toPlanVersion(targetVersion), mode: migrationMode, retainStartOffsets };
}

/** The statuses are literals because SQLite does not use the partial index for bound parameters. */
const IS_DUE = sql`${jobs.status} in ('PENDING', 'IN_PROGRESS')`;

/**
 * Returns the ids of the organizations with a job to run. Steps from one organization to the next in the index, so that each organization
 * costs one index entry, however many jobs it has.
 */
export async function organizationsWithDueJobs(d1: D1Database): Promise<readonly string[]> {
  const first = sql`select min(${jobs.orgId}) from ${jobs} where ${IS_DUE}`;
  const rows = await openTables(d1).all<{ organization: string }>(sql`
    with recursive due(organization) as (
      ${first} union all select (${first} and ${jobs.orgId} > due.organization) from due where due.organization is not null
    )
    select organization from due where organization is not null`);
  return rows.map(({ organization }) => organization);
}

/** Returns the jobs to run of an organization, oldest first: at most `limit` jobs after the id `after`. */
export async function dueJobsOf(
  d1: D1Database,
  orgId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly JobKey[]> {
  return openTables(d1)
    .select({ id: jobs.id, orgId: jobs.orgId })
    .from(jobs)
    .where(and(eq(jobs.orgId, orgId), IS_DUE, gt(jobs.id, after)))
    .orderBy(asc(jobs.id))
    .limit(limit);
}

export interface NewJob extends Pick<InferInsertModel<typeof jobs>, 'id' | 'actor' | 'delegate' | 'requiresConfirmation'> {
  readonly migration: Migration;
  readonly now: number;
  readonly today: Day;
}

/**
 * Writes a job with an entry for each account that has a schedule to move, today or later. The statement itself selects the accounts, so
 * that their number has no limit.
 */
export function insertJob({ db, orgId }: Store, { id, actor, delegate, requiresConfirmation, migration, now, today }: NewJob) {
  const { source, target, mode: migrationMode, retainStartOffsets } = migration;
  const isEntry = and(eq(jobEntries.orgId, orgId), eq(jobEntries.jobId, id));
  return [
    db.insert(jobs).values({
      id,
      orgId,
      type: 'PRICE_PLAN',
      actor,
      delegate,
      sourcePlanId: source.pricePlanId,
      sourceVersionId: source.versionId,
      targetVersionId: target.id,
      migrationMode,
      retainStartOffsets,
      requiresConfirmation,
      createdAt: now,
      updatedAt: now,
    }),
    insertSelect(
      jobEntries,
      { orgId, jobId: id, accountId: schedules.accountId, status: 'PENDING', createdAt: now, updatedAt: now },
      sql`from ${schedules} where ${and(
        eq(schedules.orgId, orgId),
        isOfSource(orgId, migration),
        sql`${isDrafted(schedules)} = 0`,
        isNull(schedules.supersededAt),
        gt(schedules.endDate, today),
      )} group by ${schedules.accountId}`,
    ),
    db
      .update(jobs)
      .set({ totalEntries: sql`(select count(*) from ${jobEntries} where ${isEntry})` })
      .where(and(eq(jobs.orgId, orgId), eq(jobs.id, id))),
  ];
}

/** Returns a condition: the entry has not ended. */
export const entryIsPending = ({ orgId }: Store, { jobId, accountId }: EntryToRun): SQL =>
  sql`exists (select 1 from ${jobEntries} where ${and(...keyOf(orgId, { jobId, accountId }), eq(jobEntries.status, 'PENDING'))})`;

/** Records the outcome of an entry, and adds it to the job's count of completed entries. */
export const recordEntry = ({ db, orgId }: Store, { jobId, accountId }: EntryToRun, { status, reason }: EntryOutcome, now: number) => [
  db
    .update(jobEntries)
    .set({ status, reason, updatedAt: now })
    .where(and(...keyOf(orgId, { jobId, accountId }))),
  db
    .update(jobs)
    .set({
      completedEntries: status === 'COMPLETED' ? sql`${jobs.completedEntries} + 1` : sql`${jobs.completedEntries}`,
      failedEntries: status === 'FAILED' ? sql`${jobs.failedEntries} + 1` : sql`${jobs.failedEntries}`,
      updatedAt: now,
    })
    .where(and(eq(jobs.orgId, orgId), eq(jobs.id, jobId))),
];

/** Returns a condition: the job still has the status that a decision was made on. */
export const jobIs = ({ orgId }: Store, id: string, status: JobStatus): SQL =>
  sql`exists (select 1 from ${jobs} where ${and(eq(jobs.orgId, orgId), eq(jobs.id, id), eq(jobs.status, status))})`;

export const recordJob = ({ db, orgId }: Store, id: string, { confirmedAt, cancelledAt, updatedAt }: JobFacts) =>
  db
    .update(jobs)
    .set({ confirmedAt, cancelledAt, updatedAt })
    .where(and(eq(jobs.orgId, orgId), eq(jobs.id, id)));

/** Cancels the entries of a job that have not ended. */
export const cancelEntries = ({ db, orgId }: Store, jobId: string, now: number) =>
  db
    .update(jobEntries)
    .set({ status: 'CANCELLED', updatedAt: now })
    .where(and(eq(jobEntries.orgId, orgId), eq(jobEntries.jobId, jobId), eq(jobEntries.status, 'PENDING')));

const keyOf = (orgId: string, { jobId, accountId }: { readonly jobId: string; readonly accountId: string }) => [
  eq(jobEntries.orgId, orgId),
  eq(jobEntries.jobId, jobId),
  eq(jobEntries.accountId, accountId),
];

/** The SQL form of the domain's `isSource`. */
function isOfSource(orgId: string, { source, target }: Migration): SQL {
  if (source.versionId !== null) return eq(schedules.planVersionId, source.versionId);
  const { id, pricePlanId, version } = pricePlanVersions;
  const earlier = and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanId, source.pricePlanId), lt(version, target.version));
  return sql`${schedules.planVersionId} in (select ${id} from ${pricePlanVersions} where ${earlier})`;
}
