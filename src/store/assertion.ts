import { type SQL, sql } from 'drizzle-orm';
import { integer, snakeCase, text } from 'drizzle-orm/sqlite-core';
import { insertSelect } from './insert-rows.ts';

/** A view whose trigger fails the batch with `code` unless `ok` is 1 (the migration `guards`). drizzle-kit does not read this file. */
const assertions = snakeCase.table('_assert', { ok: integer().notNull(), code: text().notNull() });

/**
 * Returns a statement that fails its batch with a code unless a condition is true.
 * @param from the `from` clause of what the condition and the code read; omit it if they read nothing
 */
export const assertion = (condition: SQL, code: SQL | string, from = sql``): SQL => insertSelect(assertions, { ok: condition, code }, from);
