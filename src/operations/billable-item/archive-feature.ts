import { archiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { FEATURE, moveItem } from './write.ts';

export interface ArchiveFeatureInput {
  readonly featureId: string;
}

/** Archives a feature. Existing contracts keep it, but it can no longer be sold. */
export const archiveFeature = operation({
  name: 'archiveFeature',
  scope: 'plans:write',
  async decide({ featureId }: ArchiveFeatureInput, work): Promise<Result<{ feature: string }>> {
    const move = await moveItem(work, FEATURE, featureId, archiveBillableItem);
    return move.ok ? ok({ feature: move.value }) : move;
  },
});
