import {
  type BillableItemChangesInput,
  type BillableKind,
  changeBillableItem,
  type NewBillableItemInput,
  parseNewBillableItem,
} from '../../domain/billable-item.ts';
import type { IdKind } from '../../domain/id.ts';
import { notFound, precondition } from '../../domain/refusal.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { trimmed } from '../../domain/text.ts';
import {
  type BillableItemRow,
  billableItemsById,
  billableItemsByName,
  insertBillableItem,
  itemIs,
  noneIsArchived,
  updateBillableItem,
} from '../../store/billable-items.ts';
import { changedFields } from '../../store/changed-fields.ts';
import type { Work } from '../operation.ts';

/** A sort of item as callers see it: its kinds, its name in messages, and the input field of its id. */
export interface ItemSort {
  readonly word: string;
  readonly idField: string;
  readonly kinds: readonly BillableKind[];
}

export const ADD_ON: ItemSort = { word: 'add-on', idField: 'addOnId', kinds: ['LICENSE', 'NAMED_LICENSE', 'FIXED_FEE', 'CREDIT_GRANT'] };
export const FEATURE: ItemSort = { word: 'feature', idField: 'featureId', kinds: ['FEATURE'] };
export const USAGE_METER: ItemSort = { word: 'usage meter', idField: 'usageMeterId', kinds: ['USAGE_METER'] };

/** Creates an item and returns its id. Refuses with ALREADY_EXISTS if another item of its kind has the name. */
export async function createItem(work: Work, idKind: IdKind, input: NewBillableItemInput): Promise<Result<string>> {
  const { store, unit, now } = work;
  const parsed = parseNewBillableItem(input);
  if (!parsed.ok) return parsed;
  const [namesake] = await billableItemsByName(store, parsed.value.name, [input.kind]);
  if (namesake) return refuse(nameTaken(namesake));
  const row = { ...parsed.value, id: work.newId(idKind), status: 'ACTIVE' as const, createdAt: now, updatedAt: now };
  unit.write(insertBillableItem(store, row));
  work.audit({ subjectId: row.id, entities: [row.id], before: null, after: row });
  return ok(row.id);
}

/** Changes an active item and returns its id. Refuses with ALREADY_EXISTS if another item of its kind has the name. */
export async function updateItem(work: Work, sort: ItemSort, id: string, input: BillableItemChangesInput): Promise<Result<string>> {
  const { store, unit, now } = work;
  const [[row], namesakes] = await store.db.batch([
    billableItemsById(store, [id]),
    billableItemsByName(store, trimmed(input.name ?? ''), sort.kinds),
  ]);
  const item = requireItem(row, sort, id);
  if (!item.ok) return item;
  const { value: before } = item;
  const changed = changeBillableItem(before, input);
  if (!changed.ok) return changed;
  const namesake = namesakes.find(({ id, kind }) => id !== before.id && kind === before.kind);
  if (namesake) return refuse(nameTaken(namesake));
  if (changed.value === before) return ok(id);

  const { name, billableName, schemaAssociations } = changed.value;
  unit.guard(noneIsArchived(store, [id]));
  unit.write(updateBillableItem(store, id, { ...changedFields(before, { name, billableName, schemaAssociations }), updatedAt: now }));
  work.audit({ subjectId: id, entities: [id], before, after: changed.value });
  return ok(id);
}

/** Archives or unarchives an item and returns its id. Repeating it changes nothing. */
export async function moveItem(
  work: Work,
  sort: ItemSort,
  id: string,
  move: (item: BillableItemRow) => BillableItemRow,
): Promise<Result<string>> {
  const { store, unit, now } = work;
  const [row] = await billableItemsById(store, [id]);
  const item = requireItem(row, sort, id);
  if (!item.ok) return item;
  const { value: before } = item;
  const after = move(before);
  if (after === before) return ok(id);
  unit.guard(itemIs(store, before));
  unit.write(updateBillableItem(store, id, { status: after.status, updatedAt: now }));
  work.audit({ subjectId: id, entities: [id], before, after });
  return ok(id);
}

/** Returns the item if it is of the requested sort: an add-on cannot be changed as a feature. */
export function requireItem(item: BillableItemRow | undefined, { word, idField, kinds }: ItemSort, id: string): Result<BillableItemRow> {
  return item && kinds.includes(item.kind) ? ok(item) : refuse(notFound(word, id, [idField]));
}

const nameTaken = ({ name, kind, status }: Pick<BillableItemRow, 'name' | 'kind' | 'status'>) =>
  precondition('ALREADY_EXISTS', `Another ${kind} has the name "${name}" (status ${status}). Names are unique within a kind.`, ['name']);
