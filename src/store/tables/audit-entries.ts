import { isNotNull } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, json, orgId } from './columns.ts';

/** The audit log: one row for every accepted change, written in the change's own batch. */
export const auditEntries = snakeCase.table(
  'audit_entries',
  {
    id: generatedId(),
    orgId: orgId(),
    at: instant().notNull(),
    /** The id of the API token, token issuer or staff issuer, or `system` for scheduled work. */
    actor: text().notNull(),
    /** The id of the delegate or person that acted by a token of the actor. `null`: the actor itself. */
    delegate: text(),
    requestId: text().notNull(),
    operation: text().notNull(),
    /** The id of the account, plan or other entity that was changed. `null`: no single entity. */
    subjectId: text(),
    /** The new revision of the subject's active timeline. `null`: the timeline did not change. */
    timelineRevision: integer(),
    /** The instant of that revision's recording. Unlike `at`, it is always later than the one of the previous revision. */
    timelineRecordedAt: instant(),
    entities: json<readonly string[]>().notNull(),
    before: json<unknown>(),
    after: json<unknown>(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // The log of one subject, of one actor, of one person or delegate, and of one operation, each in the order of time because ids sort by time.
    index('audit_entries_subject').on(t.orgId, t.subjectId, t.id),
    index('audit_entries_actor').on(t.orgId, t.actor, t.id),
    index('audit_entries_delegate').on(t.orgId, t.delegate, t.id).where(isNotNull(t.delegate)),
    index('audit_entries_operation').on(t.orgId, t.operation, t.id),
    // The entry that was written last. SQLite ends every index with the `rowid`, which grows with each row.
    index('audit_entries_written').on(t.orgId),
    // The history of one timeline. Unique, so that concurrent writers cannot add two entries for one revision.
    uniqueIndex('audit_entries_timeline').on(t.orgId, t.subjectId, t.timelineRevision).where(isNotNull(t.timelineRevision)),
  ],
);
