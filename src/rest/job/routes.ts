import {
  ConfirmJobDocument,
  GetJobEntriesDocument,
  GetJobStatusDocument,
  GetJobsDocument,
  type JobFragment,
  RejectJobDocument,
} from '../documents.ts';
import { page, pageArguments, toPage } from '../pages.ts';
import { route } from '../route.ts';
import { toOptionalTextMap, toTextMap } from '../text-map.ts';

/** Returns a job as the mirror answers it. Its metadata say where accounts move to, and when. */
const toJob = ({ migrationMode, targetVersion: { pricePlanId, version }, ...job }: JobFragment) => ({
  ...job,
  metadata: toTextMap({ migrationMode, targetId: pricePlanId, targetVersion: version }),
});

export const jobRoutes = [
  route({
    operation: 'getJobs',
    method: 'GET',
    path: '/jobs',
    query: page,
    document: GetJobsDocument,
    variables: ({ query }) => pageArguments(query),
    answer: (jobs) => toPage(jobs, (job) => job),
  }),
  route({
    operation: 'getJobStatus',
    method: 'GET',
    path: '/jobs/{jobId}',
    document: GetJobStatusDocument,
    variables: ({ path: { jobId } }) => ({ jobId }),
    answer: toJob,
  }),
  route({
    operation: 'confirmJob',
    method: 'POST',
    path: '/jobs/{jobId}/confirm',
    document: ConfirmJobDocument,
    variables: ({ path: { jobId } }) => ({ input: { jobId } }),
    answer: ({ job }) => job && toJob(job),
  }),
  route({
    operation: 'getJobEntries',
    method: 'GET',
    path: '/jobs/{jobId}/entries',
    query: page,
    document: GetJobEntriesDocument,
    variables: ({ path: { jobId }, query }) => ({ jobId, ...pageArguments(query) }),
    answer: ({ jobId, entries }) =>
      toPage(entries, ({ account, reason, ...entry }) => ({
        ...entry,
        jobId,
        entityId: account.accountId,
        metadata: toOptionalTextMap(reason),
      })),
  }),
  route({
    operation: 'rejectJob',
    method: 'POST',
    path: '/jobs/{jobId}/reject',
    document: RejectJobDocument,
    variables: ({ path: { jobId } }) => ({ input: { jobId } }),
    answer: ({ job }) => job && toJob(job),
  }),
];
