import { index, primaryKey, snakeCase, text, unique } from 'drizzle-orm/sqlite-core';
import { BILLABLE_KINDS, type SchemaAssociation } from '../../domain/billable-item.ts';
import { generatedId, instant, json, orgId } from './columns.ts';

/** What rate cards price: add-ons, features and usage meters, told apart by kind. */
export const billableItems = snakeCase.table(
  'billable_items',
  {
    id: generatedId(),
    orgId: orgId(),
    kind: text({ enum: BILLABLE_KINDS }).notNull(),
    name: text().notNull(),
    /** `name` as lists are ordered and searched by it (`domain/fold.ts`): every write of the one writes the other. */
    nameFolded: text().notNull().default(''),
    billableName: text(),
    /** `billableName` as lists are searched by it (`domain/fold.ts`): every write of the one writes the other. */
    billableNameFolded: text(),
    status: text({ enum: ['ACTIVE', 'ARCHIVED'] }).notNull(),
    /** Features alone: the event attributes that count towards it. */
    schemaAssociations: json<readonly SchemaAssociation[]>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    // Look-ups by id, and lists in the order of creation.
    primaryKey({ columns: [t.orgId, t.id] }),
    // Lists by name, of any kinds.
    index('billable_items_list_folded').on(t.orgId, t.nameFolded, t.id),
    // A name is unique among the items of its kind.
    unique('billable_items_name').on(t.orgId, t.kind, t.name),
  ],
);
