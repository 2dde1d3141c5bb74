import { isNotNull } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Who changed what: one row for every accepted change, written in the change's own batch. */
export const auditEntries = snakeCase.table(
  'audit_entries',
  {
    id: generatedId(),
    orgId: orgId(),
    at: instant().notNull(),
    /** The token's id, or `system` for scheduled work. */
    actor: text().notNull(),
    /** The delegate that spoke for the token; null: the token itself. */
    delegate: text(),
    requestId: text().notNull(),
    operation: text().notNull(),
    /** The account, plan or other entity that the change is about, when there is one. */
    subjectId: text(),
    /** The revision that the change gave the subject's active timeline; null: it left that alone. */
    timelineRevision: integer(),
    /** The instant that this revision was recorded at: unlike `at`, later than that of the revision before. */
    timelineRecordedAt: instant(),
    entities: json<readonly string[]>().notNull(),
    before: json<unknown>(),
    after: json<unknown>(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // The log of one account or plan, of one token, and of one operation, each by time: ids sort by it.
    index('audit_entries_subject').on(t.orgId, t.subjectId, t.id),
    index('audit_entries_actor').on(t.orgId, t.actor, t.id),
    index('audit_entries_operation').on(t.orgId, t.operation, t.id),
    // The entry that was written last: SQLite ends every index with the row's number, which grows with each row.
    index('audit_entries_written').on(t.orgId),
    // The history of one timeline; one entry a revision, whatever races.
    uniqueIndex('audit_entries_timeline').on(t.orgId, t.subjectId, t.timelineRevision).where(isNotNull(t.timelineRevision)),
  ],
);
