import { integer, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { accounts } from './accounts.ts';
import { generatedId, instant, orgId } from './columns.ts';

/** The one draft an account may have: its rows in `schedules` carry this id. */
export const drafts = snakeCase.table(
  'drafts',
  {
    id: generatedId(),
    orgId: orgId(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    /** The account's timeline revision that the draft was copied from. */
    baseTimelineRevision: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  // At most one an account, whatever races.
  (t) => [unique('drafts_account').on(t.accountId)],
);
