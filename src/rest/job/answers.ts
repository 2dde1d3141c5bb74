import * as v from 'valibot';
import { answeredInstant, answeredInteger, answeredTextMap, pageOf } from '../answer-fields.ts';

export const GetJobResponse = v.object({
  id: v.string(),
  // A job is a migration: nothing else takes one here.
  type: v.picklist(['PRICE_PLAN', 'EVENT_CORRECTIONS', 'BILL_RUN']),
  settledAt: v.optional(answeredInstant),
  updatedAt: answeredInstant,
  status: v.picklist([
    'SCHEDULED',
    'PENDING',
    'INITIALIZED',
    'WAITING_FOR_CONFIRMATION',
    'IN_PROGRESS',
    'COMPLETED',
    'FAILED',
    'CANCELLED',
  ]),
  totalJobEntries: answeredInteger,
  pendingJobEntries: answeredInteger,
  failedJobEntries: answeredInteger,
  completedJobEntries: answeredInteger,
  metadata: v.optional(answeredTextMap),
});

export const JobsWithoutStatusInfoResponse = v.object({
  id: v.string(),
  type: v.string(),
  status: v.string(),
  updatedAt: answeredInstant,
});

export const JobsPaginatedResponse = pageOf(JobsWithoutStatusInfoResponse);

export const JobEntriesResponse = v.object({
  entityId: v.string(),
  jobId: v.string(),
  status: v.picklist(['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED']),
  createdAt: answeredInstant,
  metadata: v.optional(answeredTextMap),
});

export const JobEntriesPaginatedResponse = pageOf(JobEntriesResponse);
