import { primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, orgId } from './columns.ts';

/** Aliases that are reserved and name no account. Giving one to an account deletes its row. */
export const reservedAliases = snakeCase.table(
  'reserved_aliases',
  {
    id: generatedId(),
    orgId: orgId(),
    value: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // Look-ups by alias.
    unique('reserved_aliases_value').on(t.orgId, t.value),
  ],
);
