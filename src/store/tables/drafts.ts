import { foreignKey, index, integer, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { DraftEdit } from '../../domain/schedule/rebase.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Drafts of timelines, at most one for each account. A draft's rows in `schedules` have its id. */
export const drafts = snakeCase.table(
  'drafts',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    /** The timeline revision of the account that the draft is based on. */
    baseTimelineRevision: integer().notNull(),
    /** Grows with every change of the draft, from 1. The request that finalizes the draft can name it. */
    revision: integer().notNull().default(1),
    /** The draft's edits, in order. A rebase applies them to the current timeline. */
    edits: json<readonly DraftEdit[]>().notNull().default([]),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // Unique, so that concurrent writers cannot make two drafts of one account.
    unique('drafts_account').on(t.orgId, t.accountId),
    // The list of drafts by their last change.
    index('drafts_updated').on(t.orgId, t.updatedAt, t.id),
  ],
);
