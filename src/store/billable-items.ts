import { and, eq, type InferInsertModel, type InferSelectModel, type SQL, sql } from 'drizzle-orm';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { billableItems } from './tables/index.ts';

export type BillableItemRow = InferSelectModel<typeof billableItems>;
export type NewBillableItemRow = Omit<InferInsertModel<typeof billableItems>, 'orgId'>;

/** Billable items by their ids. */
export const billableItemsById = ({ db }: Store, ids: readonly string[]) =>
  db.query.billableItems.findMany({ where: { id: { in: [...ids] } } });

/** A filter: the name or the billable name contains a text. LIKE would take wildcards, and at most 50 bytes. */
export const nameContains = (text: string) => ({
  RAW: ({ name, billableName }: Pick<typeof billableItems, 'name' | 'billableName'>): SQL =>
    sql`(instr(lower(${name}), lower(${text})) or instr(lower(coalesce(${billableName}, '')), lower(${text})))`,
});

export const insertBillableItem = ({ orgId }: Store, row: NewBillableItemRow) => insertRows(billableItems, [{ ...row, orgId }]);

export const updateBillableItem = (
  { db, orgId }: Store,
  id: string,
  changes: Partial<Pick<BillableItemRow, 'name' | 'billableName' | 'status' | 'schemaAssociations'>> & { readonly updatedAt: number },
) =>
  db
    .update(billableItems)
    .set(changes)
    .where(and(eq(billableItems.orgId, orgId), eq(billableItems.id, id)));
