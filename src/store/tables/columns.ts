import { integer, text } from 'drizzle-orm/sqlite-core';

/** A generated, globally unique id; NOT NULL is said because SQLite's text primary keys do not imply it. */
export const generatedId = () => text().notNull().primaryKey();

/** The tenant. Every table has it, every relation is keyed on it. */
export const orgId = () => text().notNull();

/** Milliseconds since the epoch, UTC. */
export const instant = () => integer();

export const json = <T>() => text({ mode: 'json' }).$type<T>();
