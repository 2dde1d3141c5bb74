import { archiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { moveItem, USAGE_METER } from './write.ts';

export interface ArchiveUsageMeterInput {
  readonly usageMeterId: string;
}

/** Archives a usage meter. Existing contracts keep it, but it can no longer be sold. */
export const archiveUsageMeter = operation({
  name: 'archiveUsageMeter',
  scope: 'plans:write',
  async decide({ usageMeterId }: ArchiveUsageMeterInput, work): Promise<Result<{ usageMeter: string }>> {
    const move = await moveItem(work, USAGE_METER, usageMeterId, archiveBillableItem);
    return move.ok ? ok({ usageMeter: move.value }) : move;
  },
});
