import { and, eq, type InferInsertModel, type InferSelectModel, type SQL, sql } from 'drizzle-orm';
import type { BillableItem, BillableKind } from '../domain/billable-item.ts';
import { fold } from '../domain/fold.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { containsText, foldedName, listed } from './list.ts';
import { billableItems } from './tables/index.ts';

export type BillableItemRow = InferSelectModel<typeof billableItems>;
export type NewBillableItemRow = Omit<InferInsertModel<typeof billableItems>, 'orgId' | 'nameFolded' | 'billableNameFolded'>;

/** Returns the billable items with these ids. An id without an item is omitted. */
export const billableItemsById = ({ db }: Store, ids: readonly string[]) =>
  db.query.billableItems.findMany({ where: { id: { in: [...ids] } } });

/** Returns the items of these kinds that have a name. Archived items are included because they keep their names. */
export const billableItemsByName = ({ db }: Store, name: string, kinds: readonly BillableKind[]) =>
  db.query.billableItems.findMany({ where: { name, kind: { in: [...kinds] } } });

/** Returns a filter: the name or the billable name contains a text. */
export const nameContains = (text: string) => ({
  RAW: ({ nameFolded, billableNameFolded }: Pick<typeof billableItems, 'nameFolded' | 'billableNameFolded'>): SQL =>
    containsText(text, nameFolded, billableNameFolded),
});

export const insertBillableItem = ({ orgId }: Store, row: NewBillableItemRow) =>
  insertRows(billableItems, [{ ...row, nameFolded: fold(row.name), ...foldedBillableName(row), orgId }]);

export const updateBillableItem = (
  { db, orgId }: Store,
  id: string,
  changes: Partial<Pick<BillableItemRow, 'name' | 'billableName' | 'status' | 'schemaAssociations'>> & { readonly updatedAt: number },
) =>
  db
    .update(billableItems)
    .set({ ...changes, ...foldedName(changes), ...foldedBillableName(changes) })
    .where(and(eq(billableItems.orgId, orgId), eq(billableItems.id, id)));

/** Returns the ids of the items that cards price and that are not archived, each once. */
export const activeItemsOf = (cards: readonly { readonly billable: Pick<BillableItem, 'id' | 'status'> | null }[]): string[] => [
  ...new Set(cards.flatMap(({ billable }) => (billable?.status === 'ACTIVE' ? [billable.id] : []))),
];

/** Returns a condition: the item still has the status that a decision was made on. */
export const itemIs = ({ orgId }: Store, { id, status }: Pick<BillableItemRow, 'id' | 'status'>): SQL =>
  sql`exists (select 1 from ${billableItems} where ${and(eq(billableItems.orgId, orgId), eq(billableItems.id, id), eq(billableItems.status, status))})`;

/** Returns a condition: none of the items with these ids is archived. */
export const noneIsArchived = ({ orgId }: Store, ids: readonly string[]): SQL =>
  sql`not exists (select 1 from ${billableItems} where ${and(
    eq(billableItems.orgId, orgId),
    sql`${billableItems.id} in ${listed(ids)}`,
    eq(billableItems.status, 'ARCHIVED'),
  )})`;

/** Returns the folded column that a write of the billable name must set too. Empty if the write omits the name. */
const foldedBillableName = ({ billableName }: Partial<Pick<NewBillableItemRow, 'billableName'>>) =>
  billableName === undefined ? {} : { billableNameFolded: billableName === null ? null : fold(billableName) };
