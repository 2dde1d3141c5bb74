import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { type InvoiceTiming, RATE_CARD_TYPES, type RateCard } from '../../domain/rate-card.ts';
import { generatedId, json, orgId } from './columns.ts';

/**
 * The rate cards of every set. A set is named by its content (`rcs.<hash>`), so rows are only ever added:
 * an edit writes another set, and equal sets are one. Everything a family says for itself is in `card`.
 */
export const rateCards = snakeCase.table(
  'rate_cards',
  {
    id: generatedId(),
    orgId: orgId(),
    setId: text().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    type: text({ enum: RATE_CARD_TYPES }).notNull(),
    billableId: text(),
    card: json<RateCard>().notNull(),
    // Computed from the card where they are read: a list shows these of many cards, and would carry each card whole for them.
    displayName: text().notNull().generatedAlwaysAs(sql`(card ->> '$.displayName')`, { mode: 'virtual' }),
    tag: text().generatedAlwaysAs(sql`(card ->> '$.tag')`, { mode: 'virtual' }),
    invoiceTiming: text().$type<InvoiceTiming>().notNull().generatedAlwaysAs(sql`(card ->> '$.invoiceTiming')`, { mode: 'virtual' }),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // A set in its order; two writers of one set write the same rows once.
    unique('rate_cards_set').on(t.orgId, t.setId, t.position),
    // BillableItem.rateCards: where an item is priced.
    index('rate_cards_billable').on(t.orgId, t.billableId, t.id),
  ],
);
