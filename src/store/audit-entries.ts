import { type SQL, sql } from 'drizzle-orm';
import { among, createdWithin, during, type Filter, listed, matching, type OneOf, type Span, type Where } from './list.ts';
import type { auditEntries } from './tables/index.ts';

/** Conditions on entries of the audit log. An omitted condition matches every entry. */
export interface AuditConditions {
  readonly operation?: OneOf<string> | null;
  readonly actor?: OneOf<string> | null;
  readonly delegate?: OneOf<string> | null;
  readonly subject?: OneOf<string> | null;
  readonly at?: Span | null;
}

/** Returns the filter of the audit log. A span of time becomes a range of ids, because every index of the log ends with the id. */
export const auditEntriesWhere = (where: Where<AuditConditions> | null | undefined): Filter<'auditEntries'> =>
  matching<'auditEntries', AuditConditions>(where, ({ operation, actor, delegate, subject, at }) => [
    ...among(operation, (values) => isAmong('operation', values)),
    ...among(actor, (values) => isAmong('actor', values)),
    ...among(delegate, (values) => isAmong('delegate', values)),
    ...among(subject, (values) => isAmong('subjectId', values)),
    ...during(at, (span) => createdWithin('aud', span)),
  ]);

/** An index serves one value. Several values would need a sort after it, so `+` disables it and the log is read in its own order. */
const isAmong = (column: 'operation' | 'actor' | 'delegate' | 'subjectId', values: readonly string[]) => ({
  RAW: (entry: typeof auditEntries): SQL =>
    values.length === 1 ? sql`${entry[column]} = ${values[0]}` : sql`+${entry[column]} in ${listed(values)}`,
});
