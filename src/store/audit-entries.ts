import { createdWithin } from './list.ts';

/** Which entries of the audit log; a condition left out holds for all. */
export interface AuditFilter {
  readonly operation?: string | null | undefined;
  readonly actor?: string | null | undefined;
  readonly subject?: string | null | undefined;
  /** Milliseconds since the epoch: the first instant covered. */
  readonly since?: number | null | undefined;
  /** Milliseconds since the epoch: the first instant not covered. */
  readonly until?: number | null | undefined;
}

/** The filter by columns. A span of time is a range of ids, which every index of the log ends with. */
export const auditEntriesWhere = ({ operation, actor, subject, since, until }: AuditFilter) => ({
  ...(operation != null && { operation }),
  ...(actor != null && { actor }),
  ...(subject != null && { subjectId: subject }),
  ...createdWithin('aud', { gte: since ?? null, lt: until ?? null }),
});
