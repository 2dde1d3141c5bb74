import { snakeCase, text } from 'drizzle-orm/sqlite-core';
import { generatedId, instant } from './columns.ts';

/** Organizations, the tenants that own all other rows. They are read only by id, which comes from the token. */
export const organizations = snakeCase.table('organizations', {
  id: generatedId().primaryKey(),
  name: text().notNull(),
  baseCurrency: text().notNull(),
  createdAt: instant().notNull(),
  /** When an operator began to delete the organization. From then on triggers let its history be deleted. `null`: it is in use. */
  forgottenAt: instant(),
});
