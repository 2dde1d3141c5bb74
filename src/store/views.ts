import { integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { cardColumns, generatedId, orgId } from './tables/columns.ts';

/**
 * The rate cards of every set: a view of sets, members and contents, made by the migration `shared_rate_cards`. It is declared as a table
 * because relational queries and plugin-drizzle read only tables. drizzle-kit does not read this file, so it creates no such table.
 */
export const rateCards = snakeCase.table(
  'rate_cards',
  {
    /** The set's id and the position in it. No index has it, so look up cards with `rateCardsByIds`. */
    id: generatedId(),
    orgId: orgId(),
    setId: text().notNull(),
    position: integer().notNull(),
    ...cardColumns(),
    /** The numbers of the card and of the set. Ordered by them, all cards of an item are read by an index. */
    contentKey: integer().notNull(),
    setKey: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
);

/**
 * The rows that each revision of an active timeline recorded, by the ids that its audit entry names: a view of the audit log, made by the
 * migration `recorded_rows`.
 */
export const recordedRows = snakeCase.table('recorded_rows', {
  orgId: orgId(),
  accountId: text().notNull(),
  timelineRevision: integer().notNull(),
  rowId: text().notNull(),
});
