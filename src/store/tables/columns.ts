import { type Column, type SQL, sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';
import { type InvoiceTiming, RATE_CARD_TYPES, type RateCard } from '../../domain/rate-card/rate-card.ts';

/** A generated id, for example `acc.2GvDq0BF3zs.81Kxn`. */
export const generatedId = () => text().notNull();

/**
 * The tenant. Every primary key begins with it and every foreign key includes it, so that no reference can lead to another organization. A
 * look-up of another organization's id reads no rows, like a look-up of an unknown id.
 */
export const orgId = () => text().notNull();

/** Milliseconds since the epoch, UTC. */
export const instant = () => integer();

export const json = <T>() => text({ mode: 'json' }).$type<T>();

/** Returns the columns of a rate card. The terms of the card's family are in `card`. */
export function cardColumns() {
  return {
    name: text().notNull(),
    type: text({ enum: RATE_CARD_TYPES }).notNull(),
    billableId: text(),
    card: json<RateCard>().notNull(),
    // Virtual columns, so that a list of many cards can read these fields without the whole cards.
    displayName: text().notNull().generatedAlwaysAs(sql`(card ->> '$.displayName')`, { mode: 'virtual' }),
    tag: text().generatedAlwaysAs(sql`(card ->> '$.tag')`, { mode: 'virtual' }),
    invoiceTiming: text().$type<InvoiceTiming>().notNull().generatedAlwaysAs(sql`(card ->> '$.invoiceTiming')`, { mode: 'virtual' }),
  };
}

/** Whether a row is of a draft, 1 or 0, as the index of plan versions has it: SQLite seeks by it only where it is compared. */
export const isDrafted = ({ draftId }: { readonly draftId: Column }): SQL => sql`(${draftId} is not null)`;
