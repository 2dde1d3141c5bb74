import { unarchiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { moveItem, USAGE_METER } from './write.ts';

export interface UnarchiveUsageMeterInput {
  readonly usageMeterId: string;
}

/** Unarchives a usage meter, so that it can be sold again. */
export const unarchiveUsageMeter = operation({
  name: 'unarchiveUsageMeter',
  scope: 'plans:write',
  async decide({ usageMeterId }: UnarchiveUsageMeterInput, work): Promise<Result<{ usageMeter: string }>> {
    const move = await moveItem(work, USAGE_METER, usageMeterId, unarchiveBillableItem);
    return move.ok ? ok({ usageMeter: move.value }) : move;
  },
});
