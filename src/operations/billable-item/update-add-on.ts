import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { ADD_ON, updateItem } from './write.ts';

export interface UpdateAddOnInput {
  readonly addOnId: string;
  readonly name?: string | null | undefined;
  readonly billableName?: string | null | undefined;
}

/** Changes the names of an add-on. */
export const updateAddOn = operation({
  name: 'updateAddOn',
  scope: 'plans:write',
  async decide({ addOnId, ...changes }: UpdateAddOnInput, work): Promise<Result<{ addOn: string }>> {
    const updated = await updateItem(work, ADD_ON, addOnId, changes);
    return updated.ok ? ok({ addOn: updated.value }) : updated;
  },
});
