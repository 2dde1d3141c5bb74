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
    /**
     * The place of the change in the order of commits, from 1. Ids sort by the start of a request instead. A trigger numbers an entry
     * with the default, which only a Worker from before this column writes.
     */
    seq: integer().notNull().default(0),
    /** The kinds of event as a JSON list. Plain text, because it is short and is counted with the row itself. */
    kinds: text().notNull().default('[]'),
    /** What the change is about, by the ids in `entities`. `null`: nothing of that type. */
    accountId: text(),
    purchaseId: text(),
    planVersionId: text(),
    jobId: text(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // The log of one subject, of one actor, of one person or delegate, and of one operation, each in the order of time because ids sort by time.
    index('audit_entries_subject').on(t.orgId, t.subjectId, t.id),
    index('audit_entries_actor').on(t.orgId, t.actor, t.id),
    index('audit_entries_delegate').on(t.orgId, t.delegate, t.id).where(isNotNull(t.delegate)),
    index('audit_entries_operation').on(t.orgId, t.operation, t.id),
    // The feed, and the entry that was written last. Unique, so that no two changes share a place.
    uniqueIndex('audit_entries_seq').on(t.orgId, t.seq),
    // The feed of one account.
    index('audit_entries_account').on(t.orgId, t.accountId, t.seq).where(isNotNull(t.accountId)),
    // The history of one timeline. Unique, so that concurrent writers cannot add two entries for one revision.
    uniqueIndex('audit_entries_timeline').on(t.orgId, t.subjectId, t.timelineRevision).where(isNotNull(t.timelineRevision)),
  ],
);
