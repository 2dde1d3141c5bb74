import { archiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { ADD_ON, moveItem } from './write.ts';

export interface ArchiveAddOnInput {
  readonly addOnId: string;
}

/** Archives an add-on. Existing contracts keep it, but it can no longer be sold. */
export const archiveAddOn = operation({
  name: 'archiveAddOn',
  scope: 'plans:write',
  async decide({ addOnId }: ArchiveAddOnInput, work): Promise<Result<{ addOn: string }>> {
    const move = await moveItem(work, ADD_ON, addOnId, archiveBillableItem);
    return move.ok ? ok({ addOn: move.value }) : move;
  },
});
