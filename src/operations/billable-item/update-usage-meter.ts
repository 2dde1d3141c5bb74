import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { USAGE_METER, updateItem } from './write.ts';

export interface UpdateUsageMeterInput {
  readonly usageMeterId: string;
  readonly name?: string | null | undefined;
  readonly billableName?: string | null | undefined;
}

/** Changes the names of a usage meter. */
export const updateUsageMeter = operation({
  name: 'updateUsageMeter',
  scope: 'plans:write',
  async decide({ usageMeterId, ...changes }: UpdateUsageMeterInput, work): Promise<Result<{ usageMeter: string }>> {
    const updated = await updateItem(work, USAGE_METER, usageMeterId, changes);
    return updated.ok ? ok({ usageMeter: updated.value }) : updated;
  },
});
