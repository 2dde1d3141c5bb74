import { encodeGlobalID } from '@pothos/plugin-relay';
import { availableJobActions, type JobAction, type JobEntryStatus, type JobStatus, jobState, remainingEntries } from '../../domain/job.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { confirmJob, takesAccounts } from '../../operations/job/confirm.ts';
import { rejectJob } from '../../operations/job/reject.ts';
import {
  examinesJobEntries,
  examinesJobs,
  type JobConditions,
  type JobEntryConditions,
  jobEntriesWhere,
  jobsOnPage,
  jobsWhere,
} from '../../store/job-list.ts';
import { WITH_TARGET } from '../../store/jobs.ts';
import type { Where } from '../../store/list.ts';
import { Account } from '../account/type.ts';
import { actionsOf } from '../actions.ts';
import { examines, examinesWithin } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { UserErrorCode } from '../errors.ts';
import { COMPUTED_FROM, EXAMINED_WITHIN } from '../limits.ts';
import { DateTimeRange, enumFilter, placeOf, seek, whereInput } from '../list.ts';
import { PricePlan, PricePlanVersion } from '../price-plan/type.ts';
import { JOB_ENTRY_KIND } from './global-id.ts';
import { MigrationModeEnum } from './migration.ts';

const JobTypeEnum = builder.enumType('JobType', {
  description: 'The kind of a job.',
  values: describedEnum({ PRICE_PLAN: 'Moves accounts from one version of a price plan to another.' }),
});

const JobStatusEnum = builder.enumType('JobStatus', {
  description: 'Status of a job.',
  values: describedEnum({
    SCHEDULED: 'The job starts at a later time. Migrations never have this status: they start at once or when they are confirmed.',
    PENDING: 'The job can start; no entry has ended yet.',
    INITIALIZED: 'The entries are being created. Entries of a migration are created together with the job, which never shows this status.',
    WAITING_FOR_CONFIRMATION: 'The job waits for `confirmJob` or `rejectJob`.',
    IN_PROGRESS: 'Some entries have ended.',
    COMPLETED: 'All entries are completed.',
    FAILED: 'All entries have ended, and at least one failed. To read them, use `entries(where: { status: { eq: FAILED } })`.',
    CANCELLED: 'The job was rejected. Entries that had ended stay as they are.',
  } satisfies Record<JobStatus, string>),
});

const JobEntryStatusEnum = builder.enumType('JobEntryStatus', {
  description: 'Status of a job entry.',
  values: describedEnum({
    PENDING: 'The entry is not done yet.',
    IN_PROGRESS: 'The entry is being done. Entries of a migration are done in one step and never show this status.',
    COMPLETED: 'The entry is done. If it has a `reason`, there was nothing to do.',
    FAILED: 'The entry could not be done, and the account is unchanged. See `reason`.',
    CANCELLED: 'The job was rejected before this entry was done.',
  } satisfies Record<JobEntryStatus, string>),
});

const { type: AvailableJobAction, forCaller } = actionsOf<JobAction>('Job', 'a job', {
  CONFIRM: { does: 'Confirms the job', by: [confirmJob] },
  REJECT: { does: 'Rejects the job', by: [rejectJob] },
});

const facts = {
  columns: {
    requiresConfirmation: true,
    confirmedAt: true,
    cancelledAt: true,
    totalEntries: true,
    completedEntries: true,
    failedEntries: true,
    updatedAt: true,
  },
} as const;

export const Job = builder.drizzleNode('jobs', {
  name: 'Job',
  description:
    'Work on many accounts that continues after the mutation that created it has returned: a migration between plan versions. Read the job again to see its progress.',
  ...requires('plans:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    jobId: t.exposeString('id', { description: 'The generated id.' }),
    type: t.expose('type', { type: JobTypeEnum, description: 'Kind of the job.' }),
    status: t.field({ type: JobStatusEnum, description: 'Current status.', select: facts, resolve: (job) => jobState(job).status }),
    migrationMode: t.expose('migrationMode', {
      type: MigrationModeEnum,
      description: 'When accounts move, and whether schedules keep their overrides.',
    }),
    retainStartOffsets: t.exposeBoolean('retainStartOffsets', {
      description: 'Whether schedules keep their pricing cycle under the target version.',
    }),
    requireConfirmation: t.exposeBoolean('requiresConfirmation', { description: 'Whether the job starts only after it is confirmed.' }),
    sourcePlan: t.relation('sourcePlan', { type: PricePlan, description: 'Plan that accounts move from.' }),
    sourceVersion: t.relation('sourceVersion', {
      type: PricePlanVersion,
      nullable: true,
      description: 'Version that accounts move from. `null`: every earlier version of the plan.',
    }),
    targetVersion: t.relation('targetVersion', { type: PricePlanVersion, description: 'Version that accounts move to.' }),
    totalJobEntries: t.exposeInt('totalEntries', { ...requires('schedules:read'), description: 'Number of accounts in the job.' }),
    pendingJobEntries: t.int({
      ...requires('schedules:read'),
      description: 'Number of entries that are not done yet.',
      select: facts,
      resolve: (job) => remainingEntries(job).pending,
    }),
    completedJobEntries: t.exposeInt('completedEntries', {
      ...requires('schedules:read'),
      description: 'Number of entries that are completed.',
    }),
    failedJobEntries: t.exposeInt('failedEntries', { ...requires('schedules:read'), description: 'Number of entries that failed.' }),
    cancelledJobEntries: t.int({
      ...requires('schedules:read'),
      description: 'Number of entries that were cancelled by a rejection.',
      select: facts,
      resolve: (job) => remainingEntries(job).cancelled,
    }),
    actor: t.exposeString('actor', {
      description: 'Id of the API token that created the job. The audit log names it as the actor of the changes that the job makes.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the entry was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the job or one of its entries was last changed.' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the job was confirmed. `null`: it was not confirmed, or needs no confirmation.',
    }),
    settledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the last entry ended or the job was rejected. `null`: the job is running or waiting.',
      select: facts,
      resolve: (job) => jobState(job).settledAt,
    }),
    availableActions: t.field({
      type: [AvailableJobAction],
      computedFrom: COMPUTED_FROM.cards,
      description: 'Actions on the job, and whether they would be accepted now.',
      select: { ...facts, ...WITH_TARGET },
      resolve: (job, _args, { actor, now }) => forCaller(actor, availableJobActions(job, now, takesAccounts(job))),
    }),
  }),
});

const JobConnection = connectionOf('Job', Job);

const JobEntryReason = builder.objectRef<{ readonly code: RefusalCode; readonly message: string }>('JobEntryReason').implement({
  description: 'The reason for the outcome of a job entry.',
  fields: (t) => ({
    code: t.expose('code', {
      type: UserErrorCode,
      description: 'Code of the reason: the code of the refusal that a mutation would return.',
    }),
    message: t.exposeString('message', { description: 'The reason, for people.' }),
  }),
});

export const JobEntry = builder.drizzleObject('jobEntries', {
  name: 'JobEntry',
  interfaces: [builder.nodeInterfaceRef()],
  description: 'The work of a job on one account, and its outcome.',
  ...requires('schedules:read'),
  select: { columns: { accountId: true } },
  fields: (t) => ({
    id: t.field({
      type: 'ID',
      description: 'Opaque global id, for `node` and for client caches.',
      select: { columns: JOB_ENTRY_KIND.columns },
      resolve: (entry) => encodeGlobalID('JobEntry', JOB_ENTRY_KIND.keyOf(entry)),
    }),
    account: t.relation('account', { type: Account, description: 'The account.' }),
    status: t.expose('status', { type: JobEntryStatusEnum, description: 'Current status.' }),
    reason: t.expose('reason', {
      ...requires('accounts:read', 'plans:read'),
      type: JobEntryReason,
      nullable: true,
      description: 'Why the entry failed, or why there was nothing to do. `null`: it was completed, or has not ended.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the entry was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the entry ended. Until then, when it was created.' }),
  }),
});

const JobEntryConnection = connectionOf('JobEntry', JobEntry);

const JobEntryStatusFilter = enumFilter('JobEntryStatusFilter', JobEntryStatusEnum, 'the status of an entry');
const JobEntriesWhere = whereInput<JobEntryConditions>(
  'JobEntriesWhere',
  'entries',
  (t) => ({
    status: t.field({ type: JobEntryStatusFilter, description: 'Filters by status.' }),
  }),
  '',
);

builder.drizzleObjectField(Job, 'entries', (t) =>
  t.relatedConnection(
    'entries',
    {
      type: JobEntry,
      totalCount: true,
      ...examinesWithin<{ readonly where?: Where<JobEntryConditions> | null }>(({ where }) => examinesJobEntries(where)),
      description: `Entries of the job, one for each account, in the order in which the accounts were created. To count entries, use the counts of the job. With several statuses, a page may examine all of them: it costs ${EXAMINED_WITHIN} more.`,
      args: { where: t.arg({ type: JobEntriesWhere, description: 'Filters the list. Omit to return everything.' }) },
      query: ({ where, ...page }, { store }) => ({
        where: { AND: [jobEntriesWhere(where, store), seek(page, 'accountId')] },
        orderBy: { accountId: 'asc' },
      }),
    },
    JobEntryConnection,
  ),
);

const JobStatusFilter = enumFilter('JobStatusFilter', JobStatusEnum, 'the status of a job');
const JobsWhere = whereInput<JobConditions>('JobsWhere', 'jobs', (t) => ({
  status: t.field({ type: JobStatusFilter, description: 'Filters by status.' }),
  createdAt: t.field({ type: DateTimeRange, description: 'Filters by the time of the change.' }),
}));

builder.queryFields((t) => ({
  job: t.drizzleField({
    type: Job,
    nullable: true,
    description: 'Returns a job by its id. `null` when there is none.',
    args: { jobId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { jobId }, { store }) => store.db.query.jobs.findFirst(query({ where: { id: jobId } })),
  }),
  jobs: t.countedConnection(
    {
      type: Job,
      ...examines<{ readonly where?: Where<JobConditions> | null }>(({ where }) => examinesJobs(where)),
      description: 'Returns the jobs of the organization, newest first.',
      args: { where: t.arg({ type: JobsWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, { store }) => store.count('jobs', jobsWhere(args.where)),
      resolve: (query, _root, args, { store }) => {
        const where = jobsOnPage(args.where, store, placeOf(args));
        return store.db.query.jobs.findMany(query({ columns: { id: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    JobConnection,
  ),
}));
