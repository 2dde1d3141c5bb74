import { unarchiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { ADD_ON, moveItem } from './write.ts';

export interface UnarchiveAddOnInput {
  readonly addOnId: string;
}

/** Unarchives an add-on, so that it can be sold again. */
export const unarchiveAddOn = operation({
  name: 'unarchiveAddOn',
  scope: 'plans:write',
  async decide({ addOnId }: UnarchiveAddOnInput, work): Promise<Result<{ addOn: string }>> {
    const move = await moveItem(work, ADD_ON, addOnId, unarchiveBillableItem);
    return move.ok ? ok({ addOn: move.value }) : move;
  },
});
