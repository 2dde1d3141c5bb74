import { integer, primaryKey, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { cardColumns, generatedId, orgId } from './tables/columns.ts';

/**
 * The rate cards of every set, which the migration `shared_rate_cards` makes a view of: sets, their members and what those say. Declared as
 * a table, since relational queries and plugin-drizzle read tables alone; drizzle-kit, which would create it, does not see it.
 */
export const rateCards = snakeCase.table(
  'rate_cards',
  {
    /** The set's id and the place in it, which nothing indexes: look cards up by `rateCardsByIds`. */
    id: generatedId(),
    orgId: orgId(),
    setId: text().notNull(),
    position: integer().notNull(),
    ...cardColumns(),
    /** The numbers of the card and of the set: an order in which all cards of an item are read by an index. */
    contentKey: integer().notNull(),
    setKey: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
);
