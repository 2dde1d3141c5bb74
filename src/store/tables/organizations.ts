import { snakeCase, text } from 'drizzle-orm/sqlite-core';
import { generatedId, instant } from './columns.ts';

/** The tenant that owns everything else. Read by id alone, which the token gives. */
export const organizations = snakeCase.table('organizations', {
  id: generatedId().primaryKey(),
  name: text().notNull(),
  baseCurrency: text().notNull(),
  createdAt: instant().notNull(),
});
