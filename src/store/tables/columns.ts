import { integer, text } from 'drizzle-orm/sqlite-core';

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
