import type { AnyRelations } from 'drizzle-orm';

/** A statement answers at most 100 columns; past this many slots a request is refused before D1 refuses it. */
export const MOST_SLOTS = 32;

/** `slotName('schedules', 1)` is `schedules$1`: the relation `schedules`, selected a second way in one request. */
export const slotName = (relation: string, slot: number): string => `${relation}$${slot}`;

/** `slottedRelation('schedules$1')` is `schedules`. */
export const slottedRelation = (name: string): string => name.split('$', 1)[0] ?? name;

/**
 * Lets `x$n` be selected wherever the relation `x` exists, so that one statement can read a relation in several ways. Replaces `relations` of each
 * table, which Drizzle looks names up in (drizzle-orm 1.0.0-rc.4, not documented); see engine/README.md.
 */
export function withSlots<R extends AnyRelations>(relations: R): R {
  for (const table of Object.values(relations)) {
    table.relations = new Proxy(table.relations, {
      get: (known, name, receiver) =>
        typeof name === 'string' && !(name in known) && name.includes('$')
          ? known[slottedRelation(name)]
          : Reflect.get(known, name, receiver),
    });
  }
  return relations;
}
