import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { cardColumns, generatedId, orgId } from './columns.ts';

/**
 * Sets of rate cards, named by their content (`rcs.<hash>`): an edit makes a new set. Triggers count the rows that refer to a set, refuse a
 * reference to an unknown set, and delete the cards that only a deleted set has. The ids come first in the indexes of these tables, because
 * SQLite would scan all of an organization's sets or cards by an index that begins with the organization.
 */
export const rateCardSets = snakeCase.table(
  'rate_card_sets',
  {
    /** A number, because it takes less space than the id in the row of every member. */
    key: integer().primaryKey(),
    orgId: orgId(),
    id: generatedId(),
    uses: integer().notNull(),
    /** The number of cards in the set. */
    size: integer().notNull(),
  },
  (t) => [
    unique('rate_card_sets_id').on(t.id, t.orgId),
    // The sets that nothing refers to, which can be deleted.
    index('rate_card_sets_unused').on(t.orgId).where(sql`${t.uses} = 0`),
  ],
);

/** The contents of rate cards. A card is named by its content, stored once for all sets that have it, and never changes. */
export const rateCardContents = snakeCase.table(
  'rate_card_contents',
  {
    key: integer().primaryKey(),
    orgId: orgId(),
    /** `rc.<hash>`, or the id of a set and a position in cards that were written before sets shared them. */
    id: generatedId(),
    ...cardColumns(),
  },
  (t) => [
    unique('rate_card_contents_id').on(t.id, t.orgId),
    // BillableItem.rateCards.
    index('rate_card_contents_billable').on(t.billableId, t.orgId),
  ],
);

/** The cards of each set, in order. */
export const rateCardMembers = snakeCase.table(
  'rate_card_members',
  {
    setKey: integer().notNull(),
    position: integer().notNull(),
    contentKey: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.setKey, t.position] }),
    // The sets that have a card.
    uniqueIndex('rate_card_members_content').on(t.contentKey, t.setKey),
  ],
);
