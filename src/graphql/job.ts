import {
  availableJobActions,
  type JobAction,
  type JobActionAvailability,
  type JobEntryStatus,
  type JobStatus,
  jobState,
  remainingEntries,
} from '../domain/job.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import { type JobConditions, type JobEntryConditions, jobEntriesWhere, jobsWhere } from '../store/job-list.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { UserErrorCode } from './errors.ts';
import { countAlong, counted, DateTimeRange, enumFilter, seek, whereInput } from './list.ts';
import { MigrationModeEnum } from './migration.ts';
import { PricePlan, PricePlanVersion } from './price-plan.ts';
import { requires } from './scopes.ts';

const JobTypeEnum = builder.enumType('JobType', {
  description: 'What a job does.',
  values: describedEnum({ PRICE_PLAN: 'Moves accounts from one version of a price plan to another.' }),
});

const JobStatusEnum = builder.enumType('JobStatus', {
  description: 'Where a job stands.',
  values: describedEnum({
    SCHEDULED: 'Is to begin at a later time. A migration never is: it begins at once, or with its confirmation.',
    PENDING: 'May begin, and no entry of it has ended yet.',
    INITIALIZED: 'Its entries are being gathered. Of a migration they are made together with the job, so that nobody sees this.',
    WAITING_FOR_CONFIRMATION: 'Begins when `confirmJob` says so, or never: `rejectJob`.',
    IN_PROGRESS: 'Some of its entries have ended.',
    COMPLETED: 'All of its entries are completed.',
    FAILED: 'All of its entries have ended, and at least one failed: read `entries(where: { status: { eq: FAILED } })`.',
    CANCELLED: 'It was rejected. What had ended by then stays as it is.',
  } satisfies Record<JobStatus, string>),
});

const JobEntryStatusEnum = builder.enumType('JobEntryStatus', {
  description: 'Where an entry of a job stands.',
  values: describedEnum({
    PENDING: 'Is still to be done.',
    IN_PROGRESS: 'Is being done. An entry of a migration is done in one step, so that nobody sees this.',
    COMPLETED: 'Is done. With a `reason` there was nothing to do.',
    FAILED: 'Could not be done, and the account is as it was: `reason` says why.',
    CANCELLED: 'The job was rejected before it came to this one.',
  } satisfies Record<JobEntryStatus, string>),
});

const JobActionEnum = builder.enumType('JobAction', {
  description: 'What can be done with a job.',
  values: describedEnum({ CONFIRM: '`confirmJob`.', REJECT: '`rejectJob`.' } satisfies Record<JobAction, string>),
});

const AvailableJobAction = builder.objectRef<JobActionAvailability>('AvailableJobAction').implement({
  description: 'Whether an action on a job would be accepted now.',
  fields: (t) => ({
    action: t.expose('action', { type: JobActionEnum, description: 'What would be done.' }),
    allowed: t.exposeBoolean('allowed', { description: 'Whether it would change the job.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why not, for people; null when it is allowed.' }),
  }),
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
    'Work on many accounts that goes on after the answer of the mutation that made it: a migration between plan versions. Ask for it again to see how far it is.',
  ...requires('plans:read'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    jobId: t.exposeString('id', { description: 'The generated id.' }),
    type: t.expose('type', { type: JobTypeEnum, description: 'What it does.' }),
    status: t.field({ type: JobStatusEnum, description: 'Where it stands.', select: facts, resolve: (job) => jobState(job).status }),
    migrationMode: t.expose('migrationMode', {
      type: MigrationModeEnum,
      description: 'From when on it moves accounts, and whether schedules keep their overrides.',
    }),
    retainStartOffsets: t.exposeBoolean('retainStartOffsets', {
      description: 'Whether the cycle configuration of a schedule goes on under the target.',
    }),
    requireConfirmation: t.exposeBoolean('requiresConfirmation', { description: 'Whether it begins only when it is confirmed.' }),
    sourcePlan: t.relation('sourcePlan', { type: PricePlan, description: 'The plan that accounts move from.' }),
    sourceVersion: t.relation('sourceVersion', {
      type: PricePlanVersion,
      nullable: true,
      description: 'The version that they move from; null: from every version of the plan before the target.',
    }),
    targetVersion: t.relation('targetVersion', { type: PricePlanVersion, description: 'The version that they move to.' }),
    totalJobEntries: t.exposeInt('totalEntries', { description: 'How many accounts it is about.' }),
    pendingJobEntries: t.int({
      description: 'How many of them are still to be done.',
      select: facts,
      resolve: (job) => remainingEntries(job).pending,
    }),
    completedJobEntries: t.exposeInt('completedEntries', { description: 'How many are done.' }),
    failedJobEntries: t.exposeInt('failedEntries', { description: 'How many could not be done.' }),
    cancelledJobEntries: t.int({
      description: 'How many a rejection came before.',
      select: facts,
      resolve: (job) => remainingEntries(job).cancelled,
    }),
    actor: t.exposeString('actor', {
      description: 'Who made it: the id of an API token. What it does to accounts is in the audit log under the same.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the entry was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it or an entry of it last changed.' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was confirmed; null: it was not, or need not be.',
    }),
    settledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its last entry ended, or it was rejected; null: it goes on, or waits.',
      select: facts,
      resolve: (job) => jobState(job).settledAt,
    }),
    availableActions: t.field({
      type: [AvailableJobAction],
      description: 'What can be done with it now, and why the rest cannot.',
      select: facts,
      resolve: (job, _args, { now }) => [...availableJobActions(job, now)],
    }),
  }),
});

const JobEntryReason = builder.objectRef<{ readonly code: RefusalCode; readonly message: string }>('JobEntryReason').implement({
  description: 'Why an entry of a job ended as it did.',
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCode, description: 'The reason, for programs: a mutation would have been refused with it.' }),
    message: t.exposeString('message', { description: 'The reason, for people.' }),
  }),
});

const JobEntry = builder.drizzleObject('jobEntries', {
  name: 'JobEntry',
  description: 'What a job does for one account, and how that ended.',
  ...requires('schedules:read'),
  select: { columns: { accountId: true } },
  fields: (t) => ({
    account: t.relation('account', { type: Account, description: 'The account.' }),
    status: t.expose('status', { type: JobEntryStatusEnum, description: 'Where it stands.' }),
    reason: t.expose('reason', {
      type: JobEntryReason,
      nullable: true,
      description: 'Why it failed, or why there was nothing to do; null: it was done, or has not ended.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made, together with the job.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it ended; until then, when it was made.' }),
  }),
});

const JobEntryStatusFilter = enumFilter('JobEntryStatusFilter', JobEntryStatusEnum, 'the status of an entry');
const JobEntriesWhere = whereInput<JobEntryConditions>('JobEntriesWhere', 'entries', (t) => ({
  status: t.field({ type: JobEntryStatusFilter, description: 'Where they stand.' }),
}));

builder.drizzleObjectField(Job, 'entries', (t) =>
  t.relatedConnection(
    'entries',
    {
      type: JobEntry,
      totalCount: true,
      description: 'What it does for each account, in the order in which the accounts were created. The counts of the job are cheaper.',
      args: { where: t.arg({ type: JobEntriesWhere, description: 'Filters the list. Omit to return everything.' }) },
      query: ({ where, ...page }, { store }) => ({
        where: { AND: [jobEntriesWhere(where, store), seek(page, 'accountId')] },
        orderBy: { accountId: 'asc' },
      }),
    },
    { name: 'JobEntryConnection' },
    { name: 'JobEntryEdge' },
  ),
);

const JobStatusFilter = enumFilter('JobStatusFilter', JobStatusEnum, 'the status of a job');
const JobsWhere = whereInput<JobConditions>('JobsWhere', 'jobs', (t) => ({
  status: t.field({ type: JobStatusFilter, description: 'Where they stand.' }),
  createdAt: t.field({ type: DateTimeRange, description: 'Filters by the time of the change.' }),
}));

builder.queryFields((t) => ({
  job: t.drizzleField({
    type: Job,
    nullable: true,
    description: 'A job; null when there is none.',
    args: { jobId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { jobId }, { store }) => store.db.query.jobs.findFirst(query({ where: { id: jobId } })),
  }),
  jobs: t.drizzleConnection(
    {
      type: Job,
      description: 'All jobs, the newest first.',
      args: { where: t.arg({ type: JobsWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, { store }) => counted(args, () => store.count('jobs', jobsWhere(args.where))),
      resolve: (query, _root, args, { store }, info) => {
        const where = jobsWhere(args.where);
        countAlong(args, info, () => store.count('jobs', where));
        return store.db.query.jobs.findMany(query({ columns: { id: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    { name: 'JobConnection' },
    { name: 'JobEdge' },
  ),
}));
