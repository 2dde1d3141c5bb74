import { jobEntriesByKeys } from '../../store/jobs.ts';
import type { NodeKind } from '../node-kind.ts';

/** The global id of an entry is `JobEntry:<job>:<account>`. */
export const JOB_ENTRY_KIND = {
  typename: 'JobEntry',
  table: 'jobEntries',
  columns: { jobId: true, accountId: true },
  where: (keys) => jobEntriesByKeys(keys.map((key) => key.split(':'))),
  keyOf: ({ jobId, accountId }) => `${jobId}:${accountId}`,
  reading: 'CURRENT',
} as const satisfies NodeKind;
