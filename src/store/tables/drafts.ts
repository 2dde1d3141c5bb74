import { foreignKey, integer, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import type { DraftEdit } from '../../domain/schedule/rebase.ts';
import { accounts } from './accounts.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** The one draft an account may have: its rows in `schedules` carry this id. */
export const drafts = snakeCase.table(
  'drafts',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text().notNull(),
    /** The account's timeline revision that the draft was copied from. */
    baseTimelineRevision: integer().notNull(),
    /** The days that its edits decided, in the order of the edits: what a rebase takes over. */
    edits: json<readonly DraftEdit[]>().notNull().default([]),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.accountId], foreignColumns: [accounts.orgId, accounts.id] }),
    // At most one an account, whatever races.
    unique('drafts_account').on(t.orgId, t.accountId),
  ],
);
