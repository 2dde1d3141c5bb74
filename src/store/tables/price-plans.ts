import { isNull } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, orgId } from './columns.ts';

/** What stays the same through all versions of a plan. */
export const pricePlans = snakeCase.table(
  'price_plans',
  {
    id: generatedId(),
    orgId: orgId(),
    name: text().notNull(),
    /** `name` as lists are ordered and searched by it (`domain/fold.ts`): every write of the one writes the other. */
    nameFolded: text().notNull().default(''),
    type: text({ enum: ['BILLING', 'PURCHASE'] }).notNull(),
    /** Grows with every accepted change to the plan or a version of it: what writers are checked against. */
    revision: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // Lists by name, archived plans included.
    index('price_plans_list_folded').on(t.orgId, t.nameFolded, t.id),
    // A name is unique among live plans; an archived plan frees its name.
    uniqueIndex('price_plans_name').on(t.orgId, t.name).where(isNull(t.archivedAt)),
  ],
);
