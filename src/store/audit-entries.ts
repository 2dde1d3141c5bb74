import { type SQL, sql } from 'drizzle-orm';
import { idAt } from '../domain/id.ts';
import type { Store } from './client.ts';
import { among, createdWithin, during, type Filter, listed, matching, type OneOf, type Span, type Where } from './list.ts';
import { type Asked, type Listing, mayExamine, onPage } from './listing.ts';
import type { Place } from './scan.ts';
import { auditEntries } from './tables/index.ts';

/** Conditions on entries of the audit log. An omitted condition matches every entry. */
export interface AuditConditions {
  readonly operation?: OneOf<string> | null;
  readonly actor?: OneOf<string> | null;
  readonly delegate?: OneOf<string> | null;
  readonly subject?: OneOf<string> | null;
  readonly at?: Span | null;
}

type AuditWhere = Where<AuditConditions> | null | undefined;

/** Returns the filter of the audit log. A span of time becomes a range of ids, because every index of the log ends with the id. */
export const auditEntriesWhere = (where: AuditWhere): Filter<'auditEntries'> =>
  matching<'auditEntries', AuditConditions>(where, ({ operation, actor, delegate, subject, at }) => [
    ...among(operation, (values) => isAmong('operation', values)),
    ...among(actor, (values) => isAmong('actor', values)),
    ...among(delegate, (values) => isAmong('delegate', values)),
    ...among(subject, (values) => isAmong('subjectId', values)),
    ...during(at, (span) => createdWithin('aud', span)),
  ]);

/** Of several values, `onPage` reads a page of each. */
const isAmong = (column: 'operation' | 'actor' | 'delegate' | 'subjectId', values: readonly string[]) => ({
  RAW: (entry: typeof auditEntries): SQL =>
    values.length === 1 ? sql`${entry[column]} = ${values[0]}` : sql`${entry[column]} in ${listed(values)}`,
});

const LOG: Listing<keyof AuditConditions> = {
  table: auditEntries,
  base: [],
  named: new Set(),
  equal: {
    subject: (subject) => sql`${auditEntries.subjectId} = ${subject}`,
    delegate: (delegate) => sql`${auditEntries.delegate} = ${delegate}`,
    operation: (operation) => sql`${auditEntries.operation} = ${operation}`,
    actor: (actor) => sql`${auditEntries.actor} = ${actor}`,
  },
  spans: { at: { column: auditEntries.id, at: (instant) => idAt('aud', instant) } },
};

const asked = (where: AuditWhere): Asked<keyof AuditConditions> => ({ where, names: ['id'], direction: 'desc' });

/** Returns the filter of one page of the audit log. */
export const auditEntriesOnPage = (where: AuditWhere, { orgId }: Store, place: Place): Filter<'auditEntries'> => {
  const filter = auditEntriesWhere(where);
  return { AND: [filter, onPage(LOG, asked(where), { orgId, filter, place })] };
};

/** Returns whether a page of the audit log may examine entries that do not match. */
export const examinesAuditLog = (where: AuditWhere): boolean => mayExamine(LOG, asked(where));
