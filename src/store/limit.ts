import { type SQL, sql } from 'drizzle-orm';

/** LIMIT in the text of a statement. SQLite prepares a statement anew each time that a LIMIT is bound to it (sqlite.org/c3ref/prepare.html). */
export const limit = (rows: number): SQL => sql.raw(`limit ${rows}`);
