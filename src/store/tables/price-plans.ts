import { isNull } from 'drizzle-orm';
import { index, integer, primaryKey, snakeCase, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { generatedId, instant, orgId } from './columns.ts';

/** Plans: what all versions of a plan have in common. */
export const pricePlans = snakeCase.table(
  'price_plans',
  {
    id: generatedId(),
    orgId: orgId(),
    name: text().notNull(),
    /** The folded `name` (`domain/fold.ts`), which lists are ordered and searched by. Every write of `name` must write it too. */
    nameFolded: text().notNull().default(''),
    type: text({ enum: ['BILLING', 'PURCHASE'] }).notNull(),
    /** Grows with every accepted change of the plan or its versions. Guards compare it to detect concurrent changes. */
    revision: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    archivedAt: instant(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // Lists by name, including archived plans.
    index('price_plans_list_folded').on(t.orgId, t.nameFolded, t.id),
    // The list by the last change, including archived plans.
    index('price_plans_list_updated').on(t.orgId, t.updatedAt, t.id),
    // The list in each of its orders without archived plans, however many there are, by how plans are sold.
    index('price_plans_type').on(t.orgId, t.type, t.id).where(isNull(t.archivedAt)),
    index('price_plans_type_name').on(t.orgId, t.type, t.nameFolded, t.id).where(isNull(t.archivedAt)),
    index('price_plans_type_updated').on(t.orgId, t.type, t.updatedAt, t.id).where(isNull(t.archivedAt)),
    // A name is unique among plans that are not archived. An archived plan's name can be used again.
    uniqueIndex('price_plans_name').on(t.orgId, t.name).where(isNull(t.archivedAt)),
  ],
);
