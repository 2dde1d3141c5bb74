import { archiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { billableItemsById, updateBillableItem } from '../../store/billable-items.ts';
import { operation } from '../operation.ts';
import { ADD_ON, requireItem } from './write.ts';

export interface ArchiveAddOnInput {
  readonly addOnId: string;
}

/** Archives an add-on: what is priced already stays so, but no draft that prices it can be finalized. */
export const archiveAddOn = operation({
  name: 'archiveAddOn',
  scope: 'plans:write',
  async decide({ addOnId }: ArchiveAddOnInput, work): Promise<Result<{ addOn: string }>> {
    const { store, unit, now } = work;
    const [found] = await billableItemsById(store, [addOnId]);
    const item = requireItem(found, ADD_ON, addOnId);
    if (!item.ok) return item;
    const archived = archiveBillableItem(item.value);
    if (archived === item.value) return ok({ addOn: addOnId });
    unit.write(updateBillableItem(store, addOnId, { status: archived.status, updatedAt: now }));
    work.audit({ subjectId: addOnId, entities: [addOnId], before: item.value, after: archived });
    return ok({ addOn: addOnId });
  },
});
