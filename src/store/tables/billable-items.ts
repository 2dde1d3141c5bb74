import { index, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { BILLABLE_KINDS, type SchemaAssociation } from '../../domain/billable-item.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** Billable items, which rate cards price. `kind` distinguishes add-ons, features, usage meters and the others. */
export const billableItems = snakeCase.table(
  'billable_items',
  {
    id: generatedId(),
    orgId: orgId(),
    kind: text({ enum: BILLABLE_KINDS }).notNull(),
    name: text().notNull(),
    /** The folded `name` (`domain/fold.ts`), which lists are ordered and searched by. Every write of `name` must write it too. */
    nameFolded: text().notNull().default(''),
    billableName: text(),
    /** The folded `billableName` (`domain/fold.ts`), which searches compare. Every write of `billableName` must write it too. */
    billableNameFolded: text(),
    status: text({ enum: ['ACTIVE', 'ARCHIVED'] }).notNull(),
    /** The event attributes that count towards a feature. Empty for other kinds. */
    schemaAssociations: json<readonly SchemaAssociation[]>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // The list in each of its orders. It omits archived items, however many there are.
    index('billable_items_status').on(t.orgId, t.status, t.id),
    index('billable_items_status_name').on(t.orgId, t.status, t.nameFolded, t.id),
    index('billable_items_status_updated').on(t.orgId, t.status, t.updatedAt, t.id),
    // The same for some kinds.
    index('billable_items_kind').on(t.orgId, t.kind, t.id),
    index('billable_items_kind_name').on(t.orgId, t.kind, t.nameFolded, t.id),
    index('billable_items_kind_updated').on(t.orgId, t.kind, t.updatedAt, t.id),
    // A name is unique among the items of one kind.
    unique('billable_items_name').on(t.orgId, t.kind, t.name),
  ],
);
