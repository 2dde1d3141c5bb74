import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';
import { type InvoiceTiming, RATE_CARD_TYPES, type RateCard } from '../../domain/rate-card/rate-card.ts';

/** A generated id, `acc.2GvDq0BF3zs.81Kxn`. */
export const generatedId = () => text().notNull();

/**
 * The tenant. Every primary key begins with it, and every reference carries it: the database itself cannot lead from one
 * organization to another, and looking for a foreign id reads nothing, like looking for one that does not exist.
 */
export const orgId = () => text().notNull();

/** Milliseconds since the epoch, UTC. */
export const instant = () => integer();

export const json = <T>() => text({ mode: 'json' }).$type<T>();

/** What is stored of a card. Everything that a family says for itself is in `card`. */
export function cardColumns() {
  return {
    name: text().notNull(),
    type: text({ enum: RATE_CARD_TYPES }).notNull(),
    billableId: text(),
    card: json<RateCard>().notNull(),
    // Computed from the card where they are read: a list shows these of many cards, and would carry each card whole for them.
    displayName: text().notNull().generatedAlwaysAs(sql`(card ->> '$.displayName')`, { mode: 'virtual' }),
    tag: text().generatedAlwaysAs(sql`(card ->> '$.tag')`, { mode: 'virtual' }),
    invoiceTiming: text().$type<InvoiceTiming>().notNull().generatedAlwaysAs(sql`(card ->> '$.invoiceTiming')`, { mode: 'virtual' }),
  };
}
