import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, unique, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { cardColumns, generatedId, orgId } from './columns.ts';

/**
 * Sets of rate cards, each named by its content (`rcs.<hash>`): an edit makes another set, and equal sets are one. Triggers count how many
 * schedules, plan versions and purchases refer to a set, refuse a reference to a set that is not there, and with a set that goes
 * let go the cards that no other set has.
 *
 * The ids lead these indexes: by one that began with the organization, the planner would go through all its sets or cards for a list of few.
 */
export const rateCardSets = snakeCase.table(
  'rate_card_sets',
  {
    /** A number, since each card of each set refers to it. */
    key: integer().primaryKey(),
    orgId: orgId(),
    id: generatedId(),
    uses: integer().notNull(),
    /** How many cards it has. */
    size: integer().notNull(),
  },
  (t) => [
    unique('rate_card_sets_id').on(t.id, t.orgId),
    // What nothing refers to, and can go.
    index('rate_card_sets_unused').on(t.orgId).where(sql`${t.uses} = 0`),
  ],
);

/** What the cards of sets say. A card is named by its content and stored once, however many sets have it; it never changes. */
export const rateCardContents = snakeCase.table(
  'rate_card_contents',
  {
    key: integer().primaryKey(),
    orgId: orgId(),
    /** `rc.<hash>`; of a card from before cards were shared, the id of its set with its place. */
    id: generatedId(),
    ...cardColumns(),
  },
  (t) => [
    unique('rate_card_contents_id').on(t.id, t.orgId),
    // BillableItem.rateCards: where an item is priced.
    index('rate_card_contents_billable').on(t.billableId, t.orgId),
  ],
);

/** Which cards a set has, in their order: all that a set takes besides the cards that are its own. */
export const rateCardMembers = snakeCase.table(
  'rate_card_members',
  {
    setKey: integer().notNull(),
    position: integer().notNull(),
    contentKey: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.setKey, t.position] }),
    // The sets of a card.
    uniqueIndex('rate_card_members_content').on(t.contentKey, t.setKey),
  ],
);
